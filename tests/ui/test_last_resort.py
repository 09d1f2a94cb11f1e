"""Something goes wrong that nobody foresaw: what was typed is kept or stays, and one window says what to do."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import last_resort, log
from desktop.last_resort import LastResort
from desktop.log import Log, What
from desktop.operations import drafts
from desktop.program import Program
from desktop.ui.parts import keeper
from desktop.ui.parts.bars import PassingBar
from desktop.ui.parts.keeper import Keeper
from desktop.ui.trouble_window import TroubleWindow
from desktop.ui.ways import NewPatient
from tests.ui.person import Person, stands_on

NAME = "Marisol Treviño"
TYPED = "Zoë"
_AN_HOUR_MS = 3_600_000


class Counted(LastResort):
    """Counts the windows that it shows."""

    windows = 0

    def _made_window(self) -> TroubleWindow:
        self.windows += 1
        return super()._made_window()


class Troubled:
    """A program with its last resort, at a patient's form with something half-typed in it."""

    def __init__(self, program: Program, home: Path, keys: Any, qtbot: QtBot) -> None:
        self.program, self.window, self.keys, self._qtbot = program, program.window, keys, qtbot
        self.let_go: list[str] = []
        self.opened_again: list[str] = []
        self.resort = Counted(
            self.window, home, lambda: self.let_go.append("let go"), lambda: self.opened_again.append("again")
        )
        self.person = Person(self.window, keys, qtbot)
        self.window.go(NewPatient())
        self.person.settle()
        self.person.fill("First name", TYPED)

    @contextmanager
    def hears(self) -> Iterator[None]:
        """Nobody else catches what is raised inside; then until it is dealt with."""
        before = sys.excepthook
        sys.excepthook = lambda _kind, error, trace: self.resort.hear(error.with_traceback(trace))
        try:
            yield
            self.keys.wait(50)
        finally:
            sys.excepthook = before

    def pauses(self) -> None:
        """Stops typing for so long that every form is kept by itself."""
        for each in self.window.findChildren(Keeper):
            if each._later.isActive():
                QTimer.singleShot(0, each.keep)

    @property
    def shown(self) -> TroubleWindow:
        """The window that tells of it."""
        assert self.resort.shown is not None
        return self.resort.shown

    @property
    def line(self) -> str:
        """The line at the foot of the page."""
        (bar,) = self.window.findChildren(PassingBar)
        return bar.words

    def kept(self) -> str:
        """What the book holds of the form."""
        assert self.window.services is not None
        book = self.window.services.book
        return "".join(str(drafts.take_up(book, row.key)) for row in drafts.listed(book, "patient/"))

    @contextmanager
    def not_written(self) -> Iterator[None]:
        """The book's file refuses to be written, as a full disk does."""
        assert self.window.services is not None
        connection = self.window.services.book.connection
        connection.execute("pragma query_only = on")
        yield
        connection.execute("pragma query_only = off")


@pytest.fixture
def troubled(
    start: Callable[..., Program], home: Path, keys: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Troubled]:
    """The sample store. What is typed there is not kept before the test has come so far, however slow it is."""
    monkeypatch.setattr(keeper, "_AFTER_MS", _AN_HOUR_MS)
    monkeypatch.setattr(keeper, "AT_LATEST_MS", _AN_HOUR_MS)
    log.begin(home)
    made = Troubled(start(demo=True), home, keys, qtbot)
    yield made
    if made.resort.shown is not None:
        made.resort.shown.close()
    log.end()


def wrong(*_any: object) -> None:
    """A mistake in the program that quotes a patient."""
    raise ValueError(f"{NAME}, {TYPED}")


class Paints(QWidget):
    """A part that cannot be drawn."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Goes wrong each time."""
        wrong()


def wrong_soon() -> None:
    """In a slot."""
    QTimer.singleShot(0, wrong)


def test_in_a_slot_what_was_typed_is_kept_and_one_window_says_what_to_do(  # noqa: PLR0917 -- what a person has
    troubled: Troubled, home: Path, reached_by_tab: Any, unnamed: Any, clipped: Any, qtbot: QtBot
) -> None:
    assert TYPED not in troubled.kept()
    with troubled.hears():
        wrong_soon()
    assert TYPED in troubled.kept()
    assert "What you typed is kept." in troubled.shown.words
    assert "You can go on where you were." in troubled.shown.words
    assert "ValueError in an unknown place" in troubled.shown.words
    assert [button.text() for button in reached_by_tab()] == ["&Go on", "&Close and open again", "Copy for &support"]
    assert unnamed(troubled.shown) == clipped(troubled.shown) == []
    assert not troubled.shown.isModal()  # the store can be locked behind it
    troubled.keys.press("Alt+S")
    copied = QGuiApplication.clipboard().text()
    assert all(word in copied for word in ("Oxydesk 0", "ValueError in an unknown place", What.UNCAUGHT.value))
    noted = "".join(Log(home).newest(99))
    assert all(word in noted for word in (What.UNCAUGHT.value, "ValueError"))
    assert not any(word in copied + noted + troubled.shown.words for word in ("Marisol", "Trevi", TYPED))
    troubled.keys.press("Esc")
    assert troubled.resort.shown is None
    qtbot.waitUntil(lambda: stands_on() == "First name", timeout=30_000)
    assert (troubled.let_go, troubled.opened_again) == ([], [])


def test_sixty_a_second_are_two_windows_at_most(troubled: Troubled) -> None:
    part = Paints(troubled.window)
    part.resize(20, 20)
    part.show()
    with troubled.hears():
        for _ in range(60):
            part.update()
            troubled.keys.wait(5)
        assert troubled.resort.windows == 1
        troubled.keys.press("Return")
        for _ in range(3 * last_resort.AGAIN_AFTER):
            part.update()
            troubled.keys.wait(5)
        part.hide()
    assert troubled.resort.windows <= 2


def test_what_goes_on_is_told_a_second_time_with_the_advice_to_open_again(troubled: Troubled) -> None:
    with troubled.hears():
        wrong_soon()
    troubled.keys.press("Return")
    for _ in range(3 * last_resort.AGAIN_AFTER):
        with troubled.hears():
            wrong_soon()
    assert troubled.resort.windows == 2
    assert "Close Oxydesk and open it again." in troubled.shown.words
    troubled.keys.press("Return")
    assert troubled.opened_again == ["again"]


def test_work_off_the_windows_thread_ends_in_a_line_and_a_thread_is_heard(troubled: Troubled, home: Path) -> None:
    assert troubled.window.services is not None
    services = troubled.window.services
    with troubled.hears():
        services.work.run(wrong, wrong, services.complain)
        troubled.person.settle()
    assert "ValueError in " in troubled.line
    assert NAME not in troubled.line
    assert troubled.resort.shown is None
    assert What.WORK.value in "".join(Log(home).newest(9))
    thread = threading.Thread(target=lambda: troubled.resort.hear(KeyError(NAME)))
    thread.start()
    thread.join()
    assert troubled.resort.shown is None
    troubled.keys.wait(20)
    assert "KeyError" in troubled.shown.words


def test_a_page_that_cannot_keep_does_not_stop_the_others(troubled: Troubled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(troubled.window._pages.made["counter"]), "keep", wrong)
    with troubled.hears():
        wrong_soon()
    assert TYPED in troubled.kept()
    assert "What you typed could not be kept." in troubled.shown.words
    assert "What you typed is kept." not in troubled.shown.words
    called: list[str] = []

    def fails(*_any: object) -> None:
        called.append("again")
        raise KeyError

    monkeypatch.setattr(LastResort, "_show", fails)  # nor does a problem of the last resort itself call it again
    with troubled.hears():
        wrong_soon()
        troubled.keys.wait(100)
    assert len(called) == 1


def test_a_book_that_cannot_be_written_is_said_and_what_was_typed_stays(troubled: Troubled, answers: Any) -> None:
    with troubled.not_written():
        with troubled.hears():
            wrong_soon()
        assert "What you typed could not be kept. The book " in troubled.shown.words
        assert "free some space there or allow writing." in troubled.shown.words
        assert "It still stands in the window" in troubled.shown.words
        troubled.keys.press("Return")  # nothing has changed
        assert "could not be kept" in troubled.shown.words
        answers.sure = False
        troubled.window.close()
        assert not troubled.window.isHidden()
        assert "What you typed could not be kept." in answers.asked[0]
        assert TYPED not in troubled.kept()
    troubled.keys.press("Return")
    assert TYPED in troubled.kept()
    assert "What you typed is kept." in troubled.shown.words
    assert troubled.line == "What you typed is kept now."


def test_while_somebody_types_it_is_a_line_and_no_window(troubled: Troubled, answers: Any, qtbot: QtBot) -> None:
    troubled.resort._later.setInterval(100)
    with troubled.not_written(), troubled.hears():
        troubled.pauses()
        qtbot.waitUntil(lambda: "cannot be written" in troubled.line, timeout=30_000)
        assert "What you typed stays in this window until it can be kept." in troubled.line
    assert troubled.resort.shown is None
    qtbot.waitUntil(lambda: troubled.line == "What you typed is kept now.", timeout=30_000)
    assert TYPED in troubled.kept()
    troubled.person.fill("First name", "Renée")
    with troubled.not_written():
        troubled.window.close()  # that it may be lost is said, and it may
        assert troubled.window.isHidden()
    assert len(answers.asked) == 1


def test_where_the_program_cannot_go_on_the_book_is_closed_after_it_was_told(
    troubled: Troubled, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(TroubleWindow, "exec", lambda window: told.append(window.words))
    troubled.resort.end(ValueError(NAME))
    assert TYPED in troubled.kept()
    assert "Oxydesk has to close" in told[0]
    assert "It is there again when you open Oxydesk." in told[0]
    assert NAME not in told[0]
    assert troubled.let_go == ["let go"]
