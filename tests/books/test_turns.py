"""Threads that change the book take turns: a worker with many small changes does not shut out the window."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from db.book import file
from db.book.turns import Turns

LONG = 30  # seconds; nobody waits so long unless something is wrong


def until(so: Callable[[], bool]) -> None:
    """Waits for something that another thread does."""
    end = time.monotonic() + LONG
    while not so() and time.monotonic() < end:
        time.sleep(0.001)
    assert so()


def test_the_window_comes_between_two_changes_of_a_worker(tmp_path: Path) -> None:
    held = file.make_ready(tmp_path)
    order: list[str] = []
    inside = threading.Event()

    def work() -> None:
        connection = file.connect(tmp_path)
        for change in ("first", "second", "third"):
            with file.transaction(connection):
                order.append(change)
                inside.set()
                if change == "first":
                    until(lambda: file.TURNS.waiting == 1)
        connection.close()

    worker = threading.Thread(target=work)
    window = file.connect(tmp_path)
    worker.start()
    inside.wait(LONG)
    with file.transaction(window):
        order.append("window")
    worker.join(LONG)
    window.close()
    held.release()
    assert order == ["first", "window", "second", "third"]


def test_those_who_wait_come_in_the_order_in_which_they_asked() -> None:
    turns = Turns()
    order: list[int] = []

    def ask(number: int) -> None:
        with turns.turn(LONG) as mine:
            order.append(number if mine else -1)

    asking = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    with turns.turn(LONG):
        for number, thread in enumerate(asking):
            thread.start()
            until(lambda wanted=number + 1: turns.waiting == wanted)  # type: ignore[misc]
    for thread in asking:
        thread.join(LONG)
    assert order == [0, 1, 2, 3]


def test_a_turn_that_does_not_come_is_given_up_and_the_next_one_comes() -> None:
    turns = Turns()
    found: list[bool] = []

    def ask() -> None:
        with turns.turn(0.001) as mine:
            found.append(mine)

    with turns.turn(LONG) as outer, turns.turn(LONG) as inner:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join(LONG)
    with turns.turn(0.001) as again:
        assert (outer, inner, again, found, turns.waiting) == (True, True, True, [False], 0)
