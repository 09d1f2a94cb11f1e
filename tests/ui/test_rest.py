"""The window locks itself after rest and after sleep, never while somebody types, prints, or something is under way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.sign_in.rest import Rest

MINUTES = 10


@dataclass
class Time:
    """Time that goes by as a test says."""

    seconds: float = 0.0
    at: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 12, tzinfo=UTC))
    busy: bool = False

    def go(self, seconds: float) -> None:
        """The computer is awake meanwhile, and the watch looks every five seconds at most."""
        self.seconds += seconds
        self.at += timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        """The lid is closed: the clock on the wall goes on."""
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a line to type in."""
    shown = QWidget()
    QVBoxLayout(shown).addWidget(QLineEdit())
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def time() -> Time:
    """Noon."""
    return Time()


@pytest.fixture
def rest(window: QWidget, time: Time) -> Iterator[Rest]:
    """A watch of ten minutes."""
    watching = Rest(window, lambda: MINUTES, lambda: time.busy, lambda: time.seconds, lambda: time.at)
    yield watching
    watching.end()


@pytest.fixture
def locked(rest: Rest) -> list[bool]:
    """What it has said."""
    said: list[bool] = []
    rest.over.connect(lambda: said.append(True))
    return said


def look(rest: Rest, time: Time, seconds: float) -> None:
    """So long, in steps as the watch looks."""
    for _ in range(round(seconds / 5)):
        time.go(5)
        rest.look()


def test_it_locks_when_the_minutes_are_over_and_once(rest: Rest, time: Time, locked: list[bool]) -> None:
    look(rest, time, MINUTES * 60 - 5)
    assert locked == []
    look(rest, time, 5)
    assert locked == [True]


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_touch_begins_the_rest_anew(rest: Rest, time: Time, locked: list[bool], window: QWidget, touch: str) -> None:
    look(rest, time, MINUTES * 60 - 5)
    handle = window.windowHandle()
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    else:
        QTest.mouseMove(handle)
    look(rest, time, MINUTES * 60)
    assert locked == []
    look(rest, time, 5)
    assert locked == [True]


def test_an_open_dialog_keeps_it_from_locking(
    rest: Rest, time: Time, locked: list[bool], window: QWidget, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    look(rest, time, MINUTES * 120)
    time.sleep(3600)
    rest.look()
    assert locked == []
    dialog.close()
    rest.look()
    assert locked == [True]


def test_what_is_under_way_ends_first(rest: Rest, time: Time, locked: list[bool]) -> None:
    time.busy = True
    look(rest, time, MINUTES * 120)
    assert locked == []
    time.busy = False
    rest.look()
    assert locked == [True]


def test_it_locks_when_the_computer_was_asleep(rest: Rest, time: Time, locked: list[bool]) -> None:
    look(rest, time, 10)
    time.sleep(59)
    rest.look()
    assert locked == []
    time.sleep(61)
    rest.look()
    assert locked == [True]


def test_a_clock_that_is_set_back_locks_nothing(rest: Rest, time: Time, locked: list[bool]) -> None:
    time.sleep(-86_400)
    look(rest, time, 30)
    assert locked == []
