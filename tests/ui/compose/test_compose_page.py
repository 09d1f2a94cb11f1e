"""The view that makes a superbill: the page beside it, the room that it has, and that it never keeps one waiting."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.operations import previewing
from desktop.ui.main_window import MainWindow
from desktop.ui.ways import NewSuperbill
from tests.ui.compose.seen import Open


def test_the_page_is_drawn_within_a_tenth_of_a_second_of_a_change(
    compose: Open, marisol: int, keys: Any, qtbot: QtBot, unblocked: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    qtbot.waitUntil(lambda: not view._services.work.busy, timeout=30_000)
    unblocked.begin()
    before = QImage(view.preview.picture)
    keys.type("FSC-2291-0047")
    qtbot.waitUntil(lambda: view.preview.picture != before, timeout=30_000)


def test_the_window_answers_all_the_while(  # noqa: PLR0917
    window: MainWindow, compose: Open, keys: Any, qtbot: QtBot, unblocked: Any, over: Any
) -> None:
    window.go_to("superbills")
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=30_000)
    keys.wait(100)
    unblocked.begin()
    compose()
    keys.type("tre,mar")
    keys.press("Return")
    keys.wait(100)
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-2291-0047")
    keys.press("Return")
    keys.press("F8")
    keys.wait(600)
    keys.press("Ctrl+Return")
    over()
    keys.wait(100)


@pytest.mark.parametrize(
    ("size", "columns"), [(QSize(1280, 800), 3), (QSize(1024, 700), 2), (QSize(512, 350), 1)], ids=["3", "2", "1"]
)
def test_nothing_is_cut_off_named_or_out_of_reach(  # noqa: PLR0917
    window: MainWindow,
    compose: Open,
    marisol: int,
    keys: Any,
    size: QSize,
    columns: int,
    clipped: Any,
    unnamed: Any,
    unlabelled: Any,
    reached_by_tab: Any,
    controls: Any,
) -> None:
    window.resize(size)
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.press("F8")
    keys.wait(150)
    assert view._columns.room == columns
    assert clipped(window) == []
    assert unnamed(window) == []
    assert unlabelled(window) == []
    reached = reached_by_tab()
    assert [control.accessibleName() for control in controls(window) if control not in reached] == []


def test_f6_shows_the_page_where_there_is_no_room_for_it(window: MainWindow, compose: Open, keys: Any) -> None:
    window.resize(QSize(1024, 700))
    view = compose()
    assert not view.preview.isVisible()
    keys.press("F6")
    assert view.preview.isVisible()
    assert not view.findings.isVisible()


class Slow:
    """A page that is drawn when the test says so; it notes what is drawn, and in which thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Event()
        self.drawn: list[tuple[str, bool]] = []
        page = previewing.page

        def slow(book: Any, desk: Any, kind: str, wire: Any, number: int | None) -> Callable[[], bytes]:
            draw = page(book, desk, kind, wire, number)

            def waits() -> bytes:
                self.drawn.append((wire["lines"][0]["serial"], threading.current_thread() is threading.main_thread()))
                assert self.go_on.wait(20)
                return draw()

            return waits

        monkeypatch.setattr(previewing, "page", slow)


def test_typing_goes_on_while_the_page_is_drawn_and_the_last_state_is_what_is_shown(  # noqa: PLR0917
    compose: Open, marisol: int, keys: Any, qtbot: QtBot, over: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    over()
    slow = Slow(monkeypatch)
    keys.type("F")
    qtbot.waitUntil(lambda: bool(slow.drawn))
    for letter in "SC-2291":
        keys.type(letter)
        keys.wait(20)
    assert view.form.wire()["lines"][0]["serial"] == "FSC-2291"
    assert slow.drawn == [("F", False)]
    before = view.preview.picture.cacheKey()
    slow.go_on.set()
    qtbot.waitUntil(lambda: len(slow.drawn) == 2)
    over()
    assert slow.drawn == [("F", False), ("FSC-2291", False)]
    assert view.preview.picture.cacheKey() != before
