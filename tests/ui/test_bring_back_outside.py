"""A backup brought back by somebody who cannot get in: to the locked store, to one that does not open, to none."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from db.book.first_rows import Store
from desktop.operations import backups, store
from desktop.operations.sign_in import Door
from desktop.ui.counter.page import CounterPage
from desktop.ui.first_start.page import FirstStartPage
from desktop.ui.sign_in.bring_back import BringBackPage
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.trouble import TroublePage
from tests.ui.at_the_door import ANA, BO, CHEAP, OTHER, WORDS, Comes, Person, held, named

_BRING = "Bring back a backup …"


@pytest.fixture
def backed_up(own: str, home: Path) -> str:
    """The store with a backup of a day on which it had another name; its recovery code."""
    door = Door(home, cost=CHEAP)
    with door.open(door.sign_in(ANA, WORDS)) as book:
        backups.make(book, lambda _words, _done: None)
        store.save(book, Store(legal_name="Another name"))
    door.close()
    return own


def looks(person: Person, name: str, secret: str) -> None:
    """Types who was there that day, and asks what is in the backup."""
    person.sees(BringBackPage)
    for label, text in (("Name of that day", name), ("Password of that day", secret)):
        line = named(person.front, QLineEdit, label)
        line.setFocus()
        line.selectAll()
        person.keys.type(text)
    person.presses("What is in it?")


def brings_back(person: Person) -> None:
    """And then that the store is as it was."""
    person.hears("Who could sign in: Ana Ruiz, Bo Lê")
    person.presses("Bring this one back")
    person.signs_in(WORDS, ANA)
    person.sees(CounterPage)
    assert store.read(person.book).legal_name == "Gulf Breeze Oxygen"


def test_from_the_locked_store_by_a_password(comes: Comes, backed_up: str, home: Path) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses(_BRING)
    looks(ana, ANA, "wrong")
    ana.hears("Name, password or recovery code is not right")
    looks(ana, BO, OTHER)
    ana.hears("Only an owner may bring back a backup")
    looks(ana, ANA, WORDS)
    brings_back(ana)
    assert len(list((home / "replaced").iterdir())) == 1


def test_escape_leads_back_to_the_locked_store(comes: Comes, own: str) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses(_BRING)
    ana.sees(BringBackPage)
    ana.keys.press("Esc")
    ana.sees(SignInPage)


@pytest.mark.parametrize("gone", ["book.keys", "book.db"])
def test_where_the_store_does_not_open_by_the_recovery_code(
    comes: Comes, backed_up: str, home: Path, gone: str
) -> None:
    for path in home.glob(f"{gone}*"):
        path.unlink()
    ana = comes()
    if gone == "book.keys":
        ana.sees(TroublePage)
    else:
        ana.signs_in(WORDS, ANA)
        ana.hears("is gone")
    ana.presses(_BRING)
    looks(ana, "", backed_up.lower())
    brings_back(ana)


def test_on_another_computer_from_the_first_start(comes: Comes, backed_up: str, home: Path, answers: Any) -> None:
    stick = home.with_name(f"{home.name} stick")
    shutil.move(home / "Oxydesk backups", stick)
    for path in home.glob("book.*"):
        path.unlink()
    ana = comes()
    ana.sees(FirstStartPage)
    ana.presses(_BRING)
    ana.sees(BringBackPage)
    answers.folder = stick
    ana.presses("Backups in another folder …")
    looks(ana, ANA, WORDS)
    brings_back(ana)
    assert not list((home / "replaced").iterdir())


def test_the_page_is_named_and_whole(comes: Comes, backed_up: str, unnamed: Any, unlabelled: Any, clipped: Any) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses(_BRING)
    looks(ana, ANA, WORDS)
    ana.hears("Who could sign in")
    held(ana, unnamed, unlabelled, clipped)
