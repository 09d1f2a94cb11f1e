"""Settings, Users by keyboard."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel

from db.book import audit_read
from desktop.operations import users
from desktop.ui.counter.page import CounterPage
from desktop.ui.settings.page import SettingsPage
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.ways import OpenSettings
from tests.ui.at_the_door import ANA, BO, OTHER, WORDS, Comes


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
    answers.not_sure = "Encrypt the book anew"
    ana.presses("Remove this user")
    ana.hears("Removed Cy Young.")
    assert "Cy Young can no longer sign in" in answers.asked[-2]
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
    assert ("saved", "recovery sheet") in {
        (each.what, each.noun) for each in audit_read.page(part._book.connection, audit_read.Asked(), 50)
    }
    part._sheet._typed.setFocus()
    ana.types(part._sheet._code)
    ana.hears("somebody has it")
    ana.keys.press("Ctrl+L")
    ana.signs_in("another good phrase")
    ana.sees(type(ana.front))
    assert [user.name for user in users.listed(ana.book)] == [ANA, BO]


def test_staff_see_neither_the_stores_settings_nor_other_users(comes: Comes, own: str) -> None:
    bo = comes()
    bo.signs_in(OTHER, BO)
    bo.sees(CounterPage)
    bo.program.window.go(OpenSettings("users"))
    labels = {label.text() for label in bo.front.findChildren(QLabel) if label.isVisibleTo(bo.front)}
    assert "My password" in labels
    assert {"Who you are", "Who may sign in", "New user", "Recovery sheet"}.isdisjoint(labels)


def test_when_a_user_was_removed_the_book_is_encrypted_anew(comes: Comes, own: str, answers: Any, home: Path) -> None:
    ana = comes()
    ana.signs_in(WORDS, ANA)
    ana.sees(CounterPage)
    before = ana.book.key
    ana.program.window.go(OpenSettings("users"))
    ana.sees(SettingsPage)
    ana.front._users._table.selectRow(1)
    ana.presses("Remove this user")
    ana.bot.waitUntil(lambda: isinstance(ana.front, SignInPage), timeout=20_000)
    assert f"{BO} may have kept a copy of the store's files" in answers.asked[-1]
    assert "about 1 second" in answers.asked[-1]
    ana.hears("The book is encrypted anew. Sign in as before.")
    ana.signs_in(WORDS)
    ana.sees(CounterPage)
    assert ana.book.key != before
    assert [user.name for user in users.listed(ana.book)] == [ANA]
    assert not list(home.glob("restore.*"))
    ana.program.window.go(OpenSettings("users"))
    ana.sees(SettingsPage)  # the store is not closed while anything is under way
    ana.presses("Encrypt it anew")
    ana.bot.waitUntil(lambda: isinstance(ana.front, SignInPage), timeout=20_000)
    ana.signs_in(WORDS)
    ana.sees(CounterPage)
