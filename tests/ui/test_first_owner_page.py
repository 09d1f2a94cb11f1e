"""A store's first owner in the window, by keyboard: password and recovery sheet, for a new store and an old one."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from db.book import file
from db.book.rows import Store
from desktop.operations import store, users
from desktop.operations.book import open_book
from desktop.ui.counter.page import CounterPage
from desktop.ui.first_start.page import FirstStartPage
from desktop.ui.settings.page import SettingsPage
from desktop.ui.sign_in.code import CodePage
from desktop.ui.sign_in.owner import OwnerPage
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.ways import OpenSettings
from tests.ui.at_the_door import ANA, WORDS, Comes, Person, held, named


def shown_code(person: Person) -> str:
    """The code that stands on the page."""
    return "-".join(
        sign
        for label in person.front.findChildren(QLabel)
        if label.property("kind") == "code"
        for sign in label.text().split()
    )


def test_a_store_is_set_up_by_keyboard_with_a_password_and_its_sheet(comes: Comes, home: Path) -> None:
    ana = comes()
    ana.sees(FirstStartPage)
    ana.types("Gulf Breeze Oxygen")
    ana.presses("Set up my store")
    ana.sees(OwnerPage)
    ana.keys.press("Esc")
    ana.sees(FirstStartPage)
    assert named(ana.front, QLineEdit, "Name of the store").text() == "Gulf Breeze Oxygen"
    ana.presses("Set up my store")
    ana.sees(OwnerPage)
    ana.types(ANA, "short")
    assert isinstance(ana.front, OwnerPage)
    ana.types("short")
    ana.hears("It has 5 letters; at least 15 are needed.")
    ana.keys.press("Ctrl+A")
    ana.types(WORDS, "something else, then")
    ana.hears("The two are not the same")
    ana.keys.press("Ctrl+A")
    ana.types(WORDS)
    ana.sees(CodePage)
    code = shown_code(ana)
    ana.types("abc")
    ana.hears("8 groups of five signs; 3 signs were typed")
    ana.keys.press("Ctrl+A")
    ana.types(code.lower().replace("-", " "))
    ana.sees(CounterPage)
    assert users.recovery_is_kept(ana.book)
    assert store.read(ana.book).legal_name == "Gulf Breeze Oxygen"
    assert not (home / file.KEY).exists()


def test_the_sheet_can_be_put_off_and_is_called_to_mind(comes: Comes) -> None:
    ana = comes()
    ana.sees(FirstStartPage)
    ana.types("Gulf Breeze Oxygen")
    ana.presses("Set up my store")
    ana.sees(OwnerPage)
    ana.types(ANA, WORDS, WORDS)
    ana.sees(CodePage)
    ana.presses("Later")
    ana.sees(CounterPage)
    ana.hears("Nobody has shown yet that the recovery sheet was kept")


def test_a_store_from_before_passwords_asks_its_owner_for_one(comes: Comes, home: Path) -> None:
    with open_book(home) as book:
        store.save(book, Store(legal_name="Gulf Breeze Oxygen"))
    ana = comes()
    ana.sees(OwnerPage)
    ana.hears("What is in it stays as it is")
    ana.types(ANA, WORDS, WORDS)
    ana.sees(CodePage)
    assert not (home / file.KEY).exists()
    ana.presses("Later")
    ana.sees(CounterPage)
    assert store.read(ana.book).legal_name == "Gulf Breeze Oxygen"


def test_every_page_of_the_first_start_is_named_and_whole(
    comes: Comes, unnamed: Any, unlabelled: Any, clipped: Any
) -> None:
    ana = comes()
    ana.sees(FirstStartPage)
    ana.types("Gulf Breeze Oxygen")
    ana.presses("Set up my store")
    ana.sees(OwnerPage)
    held(ana, unnamed, unlabelled, clipped)
    ana.types(ANA, WORDS, WORDS)
    ana.sees(CodePage)
    held(ana, unnamed, unlabelled, clipped)
    ana.presses("Later")
    ana.sees(CounterPage)
    ana.program.window.go(OpenSettings("users"))
    ana.sees(SettingsPage)
    held(ana, unnamed, unlabelled, clipped)


@pytest.mark.parametrize("how", ["rest", "Ctrl+L"])
def test_the_code_does_not_stay_on_the_screen_and_is_there_again(comes: Comes, how: str) -> None:
    ana = comes()
    ana.sees(FirstStartPage)
    ana.types("Gulf Breeze Oxygen")
    ana.presses("Set up my store")
    ana.sees(OwnerPage)
    ana.types(ANA, WORDS, WORDS)
    ana.sees(CodePage)
    code = shown_code(ana)
    if how == "rest":
        ana.rests()
    else:
        ana.keys.press("Ctrl+L")
    ana.sees(SignInPage)
    assert code[:5] not in ana.reads()
    ana.signs_in("something else, then")
    ana.hears("Name or password is not right")
    ana.signs_in(WORDS)
    ana.sees(CodePage)
    assert shown_code(ana) == code
    ana.types(code)
    ana.sees(CounterPage)
    assert users.recovery_is_kept(ana.book)
