"""Settings, Backup by keyboard: one more now, a second place, looking whether all is whole, bringing one back; and the
backup before the window closes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from db.book.first_rows import Store
from desktop.operations import backups, store
from desktop.program import Program
from desktop.ui.counter.page import CounterPage
from desktop.ui.settings.backup import BackupPart
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.waiting_page import WaitingPage
from tests.faults import small_store
from tests.faults.small_store import ANA, WORDS
from tests.ui.person import Person, stands_on

Start = Callable[..., Program]


class Owner(Person):
    """Ana, who has signed in and stands before Settings, Backup."""

    def __init__(self, program: Program, keys: Any, qtbot: QtBot) -> None:
        super().__init__(program.window, keys, qtbot)
        self.program, self.bot = program, qtbot

    def signs_in(self) -> None:
        self.bot.waitUntil(lambda: isinstance(self.window.front, SignInPage), timeout=20_000)
        name = next(line for line in self.window.findChildren(QLineEdit) if line.accessibleName() == "Name")
        if not name.text():
            self.fill("Name", ANA)
        self.fill("Password", WORDS)
        self.keys.press("Return")
        self.bot.waitUntil(lambda: isinstance(self.window.front, CounterPage), timeout=20_000)
        self.settle()

    def goes_to_backup(self) -> BackupPart:
        self.keys.press("Alt+7")
        self.bot.waitUntil(lambda: bool(self.window.findChildren(BackupPart)), timeout=20_000)
        self.settle()
        bar = self.window.findChildren(QTabBar)[-1]
        bar.setFocus()
        for _ in range(bar.count()):
            if bar.tabText(bar.currentIndex()) == "Backup":
                break
            self.keys.press("Right")
        (part,) = self.window.findChildren(BackupPart)
        return part

    def presses(self, name: str) -> None:
        self.to(name)
        self.keys.press("Return")
        self.settle()

    def reads(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def key(home: Path) -> str:
    """A store with an owner; its key."""
    return small_store.begin(home).key


@pytest.fixture
def ana(start: Start, keys: Any, qtbot: QtBot, key: str) -> Owner:
    """The owner before an open store."""
    owner = Owner(start(), keys, qtbot)
    owner.signs_in()
    return owner


def test_a_backup_is_made_copied_looked_at_and_brought_back_by_keyboard(ana: Owner, answers: Any, home: Path) -> None:
    ana.goes_to_backup()
    assert "There is no backup yet." in ana.reads()
    ana.presses("Back up now")
    assert "Kept: 1." in ana.reads()
    answers.folder = home.parent / f"{home.name} stick"
    answers.folder.mkdir()
    ana.presses("Choose a stick or folder")
    assert "last backup there" in ana.reads()
    assert "on the same disk as the book" in ana.reads()
    ana.presses("Look now")
    assert "Backups that can be read and are whole: 1." in ana.reads()
    store.save(ana.book, Store(legal_name="Another name"))
    ana.presses("What is in it?")
    assert "Gulf Breeze Oxygen" in ana.reads()
    ana.to("Bring this one back")
    ana.keys.press("Return")
    assert "is no longer in the book" in answers.asked[-1]
    ana.signs_in()
    assert store.read(ana.book).legal_name == "Gulf Breeze Oxygen"
    assert len(list((home / "replaced").iterdir())) == 1


def test_a_stick_inside_the_own_folder_is_refused(ana: Owner, answers: Any, home: Path) -> None:
    ana.goes_to_backup()
    answers.folder = home / "inside"
    answers.folder.mkdir()
    ana.presses("Choose a stick or folder")
    assert "is in Oxydesk's own folder" in ana.reads()
    assert backups.second(ana.book) is None


def test_a_damaged_backup_is_told_of_and_nothing_is_replaced(ana: Owner) -> None:
    ana.goes_to_backup()
    ana.presses("Back up now")
    book = backups.listed(ana.book)[0].folder / "book.db"
    book.write_bytes(b"x" * 9_000)
    ana.presses("What is in it?")
    assert "is damaged" in ana.reads()
    ana.presses("Look now")
    assert "Not all backups are whole" in ana.reads()


def test_the_window_closes_after_its_backup(ana: Owner) -> None:
    store.save(ana.book, Store(legal_name="Gulf Breeze Oxygen", dba="Gulf"))
    window, book = ana.window, ana.book
    window.close()
    assert isinstance(window.front, WaitingPage)
    ana.bot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert len(backups.listed(book)) == 1
    assert not backups.changed(book)


def test_where_no_backup_can_be_made_the_window_says_so_and_can_be_closed(ana: Owner, home: Path) -> None:
    book = ana.book
    (home / "Oxydesk backups").write_text("no folder")
    ana.window.close()
    ana.bot.waitUntil(lambda: "could not be written" in ana.reads(), timeout=20_000)
    assert stands_on() == "Try again"
    (home / "Oxydesk backups").unlink()
    ana.keys.press("Return")
    ana.bot.waitUntil(lambda: not ana.window.isVisible(), timeout=20_000)
    assert len(backups.listed(book)) == 1


def test_locking_backs_up_behind_the_closed_door(ana: Owner, home: Path, key: str) -> None:
    ana.keys.press("Ctrl+L")
    ana.settle()
    assert len(list(small_store.place(home, key).sets.iterdir())) == 1


def test_the_part_can_be_read_and_reached(
    ana: Owner,
    unnamed: Callable[[QWidget], list[str]],
    unlabelled: Callable[[QWidget], list[str]],
    clipped: Callable[[QWidget], list[str]],
) -> None:
    part = ana.goes_to_backup()
    ana.presses("Back up now")
    assert (unnamed(part), unlabelled(part), clipped(part)) == ([], [], [])
