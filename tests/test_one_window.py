"""Oxydesk started while its window is open: that window comes to the front, and the second program ends.

Real processes on one folder, offscreen. Each says a line on what it has come to, and is waited for by that line.
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.book import file, lock
from db.book.first_rows import Store
from db.book.slots import Cost
from desktop.operations import demo, store
from desktop.operations.book import open_book
from desktop.operations.sign_in import Door

ROOT = Path(__file__).parents[1]
PATIENCE_S = 120

CHEAP = Cost(8, 1, 1)  # a guess at a password, so that no test waits for half a second
# the program as it is, but for rules and catalog; it says what its window has come to
OXYDESK = """
import sys
from PySide6.QtWidgets import QLabel
from desktop import app, desk_opening, program
from desktop.ui.main_window import MainWindow

def say(*words):
    print(*words, flush=True)

class Window(MainWindow):
    def to_front(self):
        super().to_front()
        say("came", "minimized" if self.isMinimized() else "shown" if self.isVisible() else "hidden")

class Program(program.Program):
    def _first_frame_stands(self):
        page = type(self.window.front).__name__
        if page != "TroublePage":
            self.window.showMinimized()
        super()._first_frame_stands()
        say("stands", page)

    def _is_ours(self):
        super()._is_ours()
        say("ours")

program.MainWindow, app.Program = Window, Program
desk_opening.DeskOpening.begin = lambda self: None
status = app.run(sys.argv[1:])
say("ended", status)
sys.exit(status)
"""


class Oxydesk:
    """One started program. What it says is kept in `said`, and also goes to whoever waits for it."""

    def __init__(self, home: Path, told: "queue.Queue[Oxydesk]", *arguments: str) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-c", OXYDESK, *arguments],
            cwd=ROOT,
            env=os.environ | {"OXYDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
        )
        self._told = told
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def kill(self) -> None:
        """Ends it, as a computer does that loses its power."""
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.said.append(line.strip())
                self._told.put(self)


class Shop:
    """The programs that a test has started on one folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.all: list[Oxydesk] = []
        self._told: queue.Queue[Oxydesk] = queue.Queue()

    def start(self, *arguments: str) -> Oxydesk:
        """One more."""
        self.all.append(Oxydesk(self.home, self._told, *arguments))
        return self.all[-1]

    def stands(self, *arguments: str) -> Oxydesk:
        """One more, whose window stands (minimized, so that coming to the front is seen) and has its store."""
        started = self.start(*arguments)
        self.wait(lambda: len(started.said) == 2)
        assert started.said[0] == "ours"
        return started

    def wait(self, until: Callable[[], bool]) -> None:
        """Until what was said is what a test waits for."""
        while not until():
            self._told.get(timeout=PATIENCE_S)

    def ended(self, program: Oxydesk) -> int:
        """With what it has ended."""
        self.wait(lambda: program.said[-1:] == ["ended 0"])
        return program.process.wait(PATIENCE_S)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A folder with a sample store, and with a store that asks who is there."""
    with open_book(demo.folder(tmp_path)) as book:
        store.save(book, Store(legal_name="Gulf Breeze Oxygen"))
    door = Door(tmp_path, cost=CHEAP)
    door.set_up(Store(legal_name="Gulf Breeze Oxygen"), "Ana Ruiz", "green truck, nine pelicans")
    door.close()
    shop = Shop(tmp_path)
    yield shop
    for each in shop.all:
        each.kill()


@pytest.mark.parametrize(("arguments", "page"), [(["--demo"], "CounterPage"), ([], "SignInPage")])
def test_a_second_start_shows_the_first_window_and_ends(shop: Shop, arguments: list[str], page: str) -> None:
    first = shop.stands(*arguments)
    second = shop.start(*arguments)
    assert shop.ended(second) == 0
    shop.wait(lambda: len(first.said) >= 3)
    assert first.said[:3] == ["ours", f"stands {page}", "came shown"]
    assert "ours" not in second.said
    assert first.process.poll() is None


def test_of_two_that_are_started_at_once_one_stays(shop: Shop) -> None:
    both = shop.start(), shop.start()
    shop.wait(lambda: any("ended 0" in each.said for each in both))
    second, first = sorted(both, key=lambda each: "ended 0" not in each.said)
    shop.wait(lambda: len(first.said) >= 3)
    assert first.said[:3] == ["ours", "stands SignInPage", "came shown"]
    assert "ours" not in second.said


def test_the_sample_store_is_a_store_of_its_own(shop: Shop) -> None:
    own, sample = shop.stands(), shop.stands("--demo")
    assert (own.said, sample.said) == (["ours", "stands SignInPage"], ["ours", "stands CounterPage"])


def test_after_a_window_was_killed_the_next_one_is_found(shop: Shop) -> None:
    shop.stands().kill()
    first = shop.stands()
    assert shop.ended(shop.start()) == 0
    shop.wait(lambda: len(first.said) >= 3)
    assert first.said[2] == "came shown"


def test_where_nobody_answers_a_page_says_so_and_the_store_opens_once_it_is_free(shop: Shop) -> None:
    held = lock.take(shop.home / file.NAME)  # as the headless door does at a backup
    waiting = shop.start()
    shop.wait(lambda: waiting.said == ["stands TroublePage"])
    held.release()
    shop.wait(lambda: waiting.said == ["stands TroublePage", "ours"])
