"""Settings, Everything out by keyboard: the password once more, where to, the folder shown; stopped, refused, staff."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.operations import takeout_rows
from desktop.program import Program
from desktop.ui.counter.page import CounterPage
from desktop.ui.settings.everything_out import EverythingOut
from desktop.ui.ways import OpenSettings
from tests.faults import small_store
from tests.faults.small_store import ANA, WORDS
from tests.ui.person import Person, stands_on
from tests.ui.watch import Watch

Start = Callable[..., Program]
PASSWORD = "Your password, once more"  # noqa: S105 -- a label


class Owner(Person):
    """Ana, who has signed in and stands before Settings, Everything out."""

    def until(self, so: Callable[[], bool]) -> None:
        """Waits for something that another thread does."""
        self._qtbot.waitUntil(so, timeout=20_000)

    def goes_there(self) -> EverythingOut:
        self.window.go(OpenSettings("out"))
        self.settle()
        (part,) = self.window.findChildren(EverythingOut)
        return part

    def presses(self, name: str) -> None:
        self.to(name)
        self.keys.press("Return")
        self.settle()

    def reads(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def ana(start: Start, keys: Any, qtbot: QtBot, home: Path, unblocked: Watch) -> Owner:
    """The owner before an open store."""
    with unblocked.aside():
        small_store.begin(home)
    owner = Owner(start().window, keys, qtbot)
    owner.fill("Name", ANA)
    owner.fill("Password", WORDS)
    keys.press("Return")
    qtbot.waitUntil(lambda: isinstance(owner.window.front, CounterPage), timeout=20_000)
    owner.settle()
    return owner


@pytest.fixture
def stick(home: Path, answers: Any) -> Path:
    """The folder that is chosen."""
    folder = home.parent / f"{home.name} stick"
    folder.mkdir()
    answers.folder = folder
    return folder


def test_everything_is_taken_out_by_keyboard_and_the_folder_is_shown(
    ana: Owner, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    ana.goes_there()
    assert "Nothing of it is encrypted" in ana.reads()
    assert "0 issued papers and 0 scans" in ana.reads()
    ana.presses("Choose a folder")
    assert f"A new folder is made in {stick}." in ana.reads()
    ana.fill(PASSWORD, WORDS)
    ana.keys.press("Return")
    ana.settle()
    (out,) = stick.iterdir()
    assert f"Everything is in {out}" in ana.reads()
    assert stands_on() == "Show the folder"
    ana.keys.press("Return")
    assert [Path(url.toLocalFile()) for url in shown] == [out]


def test_without_the_right_password_nothing_is_taken_out(ana: Owner, stick: Path) -> None:
    ana.goes_there()
    ana.presses("Take everything out")
    assert "Type your password first" in ana.reads()
    assert stands_on() == PASSWORD
    ana.fill(PASSWORD, "not this")
    ana.presses("Take everything out")
    assert "This is not your password" in ana.reads()
    assert list(stick.iterdir()) == []


def test_a_folder_that_comes_to_other_computers_is_asked_for_twice(ana: Owner, stick: Path, answers: Any) -> None:
    answers.folder = stick / "Dropbox"
    answers.folder.mkdir()
    answers.sure = False
    ana.goes_there()
    ana.presses("Choose a folder")
    ana.fill(PASSWORD, WORDS)
    ana.presses("Take everything out")
    assert "is copied to other computers" in answers.asked[-1]
    assert "is copied to other computers" in ana.reads()
    assert list(answers.folder.iterdir()) == []


def test_it_can_be_stopped_and_leaves_nothing(ana: Owner, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = ana.goes_there()
    monkeypatch.setattr(takeout_rows._Pace, "step", _until_stopped)
    ana.fill(PASSWORD, WORDS)
    ana.to("Take everything out")
    ana.keys.press("Return")
    ana.until(lambda: bool(list(stick.iterdir())))
    assert stands_on() == "Cancel"
    ana.keys.press("Return")
    ana.settle()
    assert "Stopped. Nothing was left in the folder." in ana.reads()
    assert list(stick.iterdir()) == []
    assert part.isVisible()


@pytest.mark.parametrize("ends", ["Ctrl+L", "the window"])
def test_locking_and_closing_stop_it(ana: Owner, stick: Path, monkeypatch: pytest.MonkeyPatch, ends: str) -> None:
    ana.goes_there()
    monkeypatch.setattr(takeout_rows._Pace, "step", _until_stopped)
    ana.fill(PASSWORD, WORDS)
    ana.keys.press("Return")
    ana.until(lambda: bool(list(stick.iterdir())))
    if ends == "the window":
        ana.window.close()
    else:
        ana.keys.press(ends)
    ana.until(lambda: not list(stick.iterdir()))


def test_the_part_is_readable_by_everybody(
    ana: Owner,
    stick: Path,
    unnamed: Callable[[QWidget], list[str]],
    unlabelled: Callable[[QWidget], list[str]],
    clipped: Callable[[QWidget], list[str]],
) -> None:
    part = ana.goes_there()
    ana.presses("Choose a folder")
    ana.fill(PASSWORD, WORDS)
    ana.presses("Take everything out")
    assert (unnamed(part), unlabelled(part), clipped(part)) == ([], [], [])


def _until_stopped(pace: takeout_rows._Pace, _rows: int = 1) -> None:
    """A step of a book so large that it never ends by itself."""
    import time  # noqa: PLC0415 -- only here

    while pace._going():
        time.sleep(0.01)
    raise takeout_rows.Stopped
