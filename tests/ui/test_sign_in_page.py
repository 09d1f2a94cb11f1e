"""The store's door in the window, by keyboard: set up, signed in, locked, taken over, recovered, converted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.book import file
from db.book.rows import Store
from db.book.slots import Cost
from desktop.operations import documents, store, users
from desktop.operations.book import Book, open_book
from desktop.operations.sign_in import Door
from desktop.program import Program
from desktop.ui.counter.page import CounterPage
from desktop.ui.first_start.page import FirstStartPage
from desktop.ui.settings.page import SettingsPage
from desktop.ui.sign_in.code import CodePage
from desktop.ui.sign_in.owner import OwnerPage
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.sign_in.recover import RecoverPage
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import NewSuperbill, OpenSettings

CHEAP = Cost(8, 1, 1)
SMALLEST, SMALLEST_AT_200 = QSize(1024, 700), QSize(512, 350)
WORDS = "green truck, nine pelicans"
OTHER = "a wholly other phrase 7"
ANA, BO = "Ana Ruiz", "Bo Lê"

Start = Callable[..., Program]


class Person:
    """Somebody at the keyboard of a program."""

    def __init__(self, program: Program, keys: Any, bot: QtBot) -> None:
        self.program, self.keys, self._bot = program, keys, bot

    @property
    def front(self) -> Any:
        """What stands in the window."""
        return self.program.window.front

    @property
    def book(self) -> Book:
        """The open book."""
        services = self.program.window.services
        assert services is not None
        return services.book

    def sees(self, kind: type) -> None:
        """Waits until a page of that kind stands in the window, and nothing is under way."""
        self._bot.waitUntil(lambda: isinstance(self.front, kind), timeout=20_000)
        self._bot.waitUntil(lambda: self.program.window.whole, timeout=20_000)

    def hears(self, words: str) -> None:
        """Waits until these words can be read somewhere in the window."""

        def said() -> bool:
            labels = self.program.window.findChildren(QLabel)
            return any(label.isVisible() and words in label.text().replace("&", "") for label in labels)

        self._bot.waitUntil(said, timeout=20_000)

    def types(self, *lines: str) -> None:
        """Types each and presses Enter."""
        for line in lines:
            self.keys.type(line)
            self.keys.press("Return")

    def signs_in(self, password: str, name: str = "") -> None:
        """At the sign-in page, where the last name stands already."""
        self.sees(SignInPage)
        if name:
            line = named(self.front, QLineEdit, "Name")
            line.setFocus()
            line.selectAll()
            self.types(name)
        self.types(password)

    def presses(self, words: str) -> None:
        """A button that can be seen."""
        press(self.front, words)


def named(front: Any, kind: type, name: str) -> Any:
    """The visible control that a screen reader calls so."""
    return next(each for each in front.findChildren(kind) if each.accessibleName() == name and each.isVisible())


def press(front: Any, words: str) -> None:
    buttons = front.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "") == words and each.isVisible()).click()


@pytest.fixture
def comes(start: Start, keys: Any, qtbot: QtBot) -> Callable[[], Person]:
    """Somebody starts Oxydesk on the folder."""
    return lambda: Person(start(), keys, qtbot)


Comes = Callable[[], Person]


@pytest.fixture
def own(home: Path) -> str:
    """A store with an owner, Ana Ruiz, and one of the staff, Bo Lê; its recovery code."""
    door = Door(home, cost=CHEAP)
    entered = door.set_up(Store(legal_name="Gulf Breeze Oxygen"), ANA, WORDS)
    with door.open(entered) as book:
        users.prove_recovery(book, entered.code or "")
        users.add(book, BO, "staff", OTHER, CHEAP)
    door.close()
    return entered.code or ""


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
    code = "-".join(
        sign
        for label in ana.front.findChildren(QLabel)
        if label.property("kind") == "code"
        for sign in label.text().split()
    )
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


def test_whoever_comes_back_types_the_password_only(comes: Comes, own: str, unblocked: Any) -> None:
    ana = comes()
    ana.signs_in(WORDS, ANA)
    ana.sees(CounterPage)
    with unblocked.aside():  # the end of a program
        ana.program.window.close()
        ana.program.close()
    again = comes()
    again.signs_in(WORDS)
    again.sees(CounterPage)
    again.hears("Ana Ruiz  ·  last here")


def test_a_wrong_password_gets_a_sentence_and_then_a_wait(comes: Comes, own: str) -> None:
    ana = comes()
    ana.signs_in("wrong", ANA)
    ana.hears("Name or password is not right")
    for _ in range(3):
        ana.program.window.workers.wait()
        ana.sees(SignInPage)
        ana.types("wrong again")
    ana.hears("Too many wrong tries. Wait")
    assert not next(each for each in ana.front.findChildren(QPushButton) if each.text() == "Open").isEnabled()
    ana.hears("Nothing that was typed is lost")


def test_locked_in_the_middle_another_user_takes_over_and_nothing_is_lost(comes: Comes, own: str) -> None:
    ana = comes()
    ana.signs_in(WORDS, ANA)
    ana.sees(CounterPage)
    ana.program.window.go(NewSuperbill())
    ana.sees(SuperbillsPage)
    ana.keys.type("Marisol")
    ana.keys.press("Ctrl+L")
    ana.sees(SignInPage)
    assert ana.program.window.services is None
    ana.signs_in(OTHER, BO)
    ana.sees(SuperbillsPage)
    assert ana.book.user is not None
    assert ana.book.user.name == BO


def test_a_draft_that_was_open_is_open_again_after_unlocking(comes: Comes, own: str) -> None:
    ana = comes()
    ana.signs_in(WORDS, ANA)
    ana.sees(CounterPage)
    ana.program.window.go(NewSuperbill())
    ana.sees(SuperbillsPage)
    ana.types("Marisol Treviño")
    ana.keys.wait(600)
    (draft,) = documents.listed(ana.book)
    ana.keys.press("Ctrl+L")
    ana.signs_in(WORDS)
    ana.sees(SuperbillsPage)
    assert ana.front._compose.draft == draft.id
    assert ana.front.front is ana.front._compose


def test_staff_see_neither_the_stores_settings_nor_other_users(comes: Comes, own: str) -> None:
    bo = comes()
    bo.signs_in(OTHER, BO)
    bo.sees(CounterPage)
    bo.program.window.go(OpenSettings("users"))
    labels = {label.text() for label in bo.front.findChildren(QLabel) if label.isVisibleTo(bo.front)}
    assert "My password" in labels
    assert {"Who you are", "Who may sign in", "New user", "Recovery sheet"}.isdisjoint(labels)


def test_a_forgotten_password_is_made_anew_with_the_recovery_code(comes: Comes, own: str) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses("Password forgotten?")
    ana.sees(RecoverPage)
    ana.types(own[:-1] + ("A" if own[-1] != "A" else "B"))
    ana.hears("Look at group 8 once more")
    ana.keys.press("Ctrl+A")
    ana.types(own.replace("-", ""))
    ana.hears("New password")
    ana.sees(RecoverPage)
    ana.types("another good phrase", "another good phrase")
    ana.sees(CounterPage)
    ana.keys.press("Ctrl+L")
    ana.signs_in("another good phrase")
    ana.sees(CounterPage)


def test_escape_leads_back_from_the_recovery_code(comes: Comes, own: str) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses("Password forgotten?")
    ana.sees(RecoverPage)
    ana.keys.press("Esc")
    ana.sees(SignInPage)


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


def test_the_sample_store_asks_nobody_and_is_not_locked(start: Start, keys: Any, qtbot: QtBot) -> None:
    someone = Person(start(demo=True), keys, qtbot)
    someone.sees(CounterPage)
    keys.press("Ctrl+L")
    someone.sees(CounterPage)
    assert someone.book.user is None


def test_a_second_oxydesk_is_told_that_the_store_is_open(comes: Comes, own: str, home: Path) -> None:
    door = Door(home, cost=CHEAP)
    ana = comes()
    ana.hears("is open in another Oxydesk")
    door.close()
    ana.presses("Try again")
    ana.sees(SignInPage)


def test_users_are_added_changed_and_removed_in_the_settings(comes: Comes, own: str, answers: Any, home: Path) -> None:
    ana = comes()
    ana.signs_in(WORDS, ANA)
    ana.sees(CounterPage)
    ana.program.window.go(OpenSettings("users"))
    part = ana.front._users
    part._name.setFocus()
    ana.types("Cy Young")
    part._added._new.first.setFocus()
    ana.types("fifteen letters", "fifteen letters")
    ana.hears("Added Cy Young.")
    assert [user.name for user in users.listed(ana.book)] == [ANA, BO, "Cy Young"]
    part._table.selectRow(2)
    ana.presses("Make them an owner")
    ana.hears("Cy Young: Owner.")
    ana.presses("Remove this user")
    ana.hears("Removed Cy Young.")
    assert "Cy Young can no longer sign in" in answers.asked[-1]
    part._old.setFocus()
    ana.types(WORDS)
    part._own._new.first.setFocus()
    ana.types("another good phrase", "another good phrase")
    ana.hears("Your password is changed.")
    ana.presses("Make a new recovery sheet")
    ana.hears("Type the code from the sheet")
    answers.file = home / "sheet.pdf"
    ana.presses("Save it as PDF …")
    ana.hears("Saved sheet.pdf")
    assert (home / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    part._sheet._typed.setFocus()
    ana.types(part._sheet._code)
    ana.hears("somebody has it")
    ana.keys.press("Ctrl+L")
    ana.signs_in("another good phrase")
    ana.sees(type(ana.front))
    assert [user.name for user in users.listed(ana.book)] == [ANA, BO]


def held(person: Person, unnamed: Any, unlabelled: Any, clipped: Any) -> None:
    """The page at the front is whole and named in both of the smallest sizes."""
    for size in (SMALLEST, SMALLEST_AT_200):
        person.program.window.resize(size)
        person.keys.wait(20)
        front = person.front
        assert (unnamed(front), unlabelled(front), clipped(front)) == ([], [], [])


def test_every_page_at_the_door_is_named_and_whole(
    comes: Comes, own: str, unnamed: Any, unlabelled: Any, clipped: Any
) -> None:
    ana = comes()
    ana.sees(SignInPage)
    held(ana, unnamed, unlabelled, clipped)
    ana.presses("Password forgotten?")
    ana.sees(RecoverPage)
    held(ana, unnamed, unlabelled, clipped)
    ana.types(own)
    ana.hears("New password")
    held(ana, unnamed, unlabelled, clipped)


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
