"""The store's door in the window, by keyboard: signed in, locked, taken over, recovered."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.operations import documents
from desktop.operations.sign_in import Door
from desktop.ui.counter.page import CounterPage
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.sign_in.recover import RecoverPage
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import NewSuperbill
from tests.ui.at_the_door import ANA, BO, CHEAP, OTHER, WORDS, Comes, Person, Start, held


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
    (draft,) = documents.listed(ana.book)
    ana.bot.waitUntil(lambda: ana.front._compose.draft == draft.id, timeout=20_000)
    assert "Marisol" in [line.text() for line in ana.front.findChildren(QLineEdit) if line.isVisible()]


def test_a_draft_that_was_open_is_open_again_after_unlocking(comes: Comes, own: str) -> None:
    ana = comes()
    ana.signs_in(WORDS, ANA)
    ana.sees(CounterPage)
    ana.program.window.go(NewSuperbill())
    ana.sees(SuperbillsPage)
    ana.types("Marisol Treviño")
    ana.bot.waitUntil(lambda: len(documents.listed(ana.book)) == 1, timeout=20_000)
    (draft,) = documents.listed(ana.book)
    ana.keys.press("Ctrl+L")
    ana.signs_in(WORDS)
    ana.sees(SuperbillsPage)
    assert ana.front._compose.draft == draft.id
    assert ana.front.front is ana.front._compose


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


def test_what_the_recovery_code_has_opened_does_not_stay_open(comes: Comes, own: str) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses("Password forgotten?")
    ana.sees(RecoverPage)
    ana.types(own)
    ana.hears("New password")
    ana.rests()
    ana.sees(SignInPage)


def test_escape_leads_back_from_the_recovery_code(comes: Comes, own: str) -> None:
    ana = comes()
    ana.sees(SignInPage)
    ana.presses("Password forgotten?")
    ana.sees(RecoverPage)
    ana.keys.press("Esc")
    ana.sees(SignInPage)


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
