"""Patients by keyboard: not made twice; half-made, deleted or thrown away, and there again."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.operations import drafts, patients
from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.bars import PassingBar
from desktop.ui.ways import NewPatient, OpenPatient
from tests.ui.patients_by_keyboard import line, marisol, named, save


@pytest.fixture
def book(window: MainWindow) -> Book:
    """The sample store's, without the form that somebody was called away from."""
    assert window.services is not None
    for row in drafts.listed(window.services.book, "patient/"):
        drafts.drop(window.services.book, row.key)
    return window.services.book


def test_nobody_is_made_twice_unless_it_is_said(window: MainWindow, book: Book, keys: Any) -> None:
    before = len(patients.find(book, "tre,mar", date(2026, 3, 2)))
    window.go(NewPatient("Trevino, Marisol"))
    line(window, "Birth date").setFocus()
    keys.type("081751")
    save(keys)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "This is the one: Marisol Treviño-O'Neill"
    assert "born on the same day" in focus.accessibleDescription()
    keys.press("Tab")
    keys.press("Space")
    assert len(patients.find(book, "tre,mar", date(2026, 3, 2))) == before + 1


def test_this_is_the_one_opens_the_patient_who_is_there(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Trevino, Marisol"))
    line(window, "Birth date").setFocus()
    keys.type("081751")
    save(keys)
    keys.press("Return")
    assert len(patients.find(book, "tre,mar", date(2026, 3, 2))) == 1
    assert named(window, QPushButton, "Change Marisol Treviño-O'Neill")
    assert drafts.listed(book, "patient/") == []


def test_doubles_are_shown_while_typing(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Somebody"))
    line(window, "Phone").setFocus()
    keys.type("3615550130")
    keys.press("Tab")
    assert named(window, QPushButton, "This is the one: Marisol Treviño-O'Neill")


def test_esc_keeps_what_was_typed_and_it_is_there_again(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Đặng, Mỹ"))
    keys.press("Esc")
    window.go(NewPatient())
    assert (line(window, "First name").text(), line(window, "Last name").text()) == ("Mỹ", "Đặng")


def test_two_new_patients_can_be_half_made(window: MainWindow, book: Book) -> None:
    for typed in ("Đặng, Mỹ", "Ødegård, Åse"):
        window.go(NewPatient(typed))
        assert window.page is not None
        window.page.keep()
    assert [row.key for row in drafts.listed(book, "patient/")] == ["patient/new1", "patient/new"]


def test_a_half_made_patient_is_there_after_a_crash(start: Any, keys: Any) -> None:
    program = start(demo=True)
    program.window.go(NewPatient("Đặng, Mỹ"))
    line(program.window, "Phone").setFocus()
    keys.type("36155")
    keys.wait(500)
    assert program.window.services is not None
    again = program.window.services.book.another()  # what a new process would read: nothing was closed or saved
    kept = drafts.take_up(again, "patient/new1")
    again.close()
    assert kept is not None
    assert (kept["first"], kept["last"], kept["phone"]) == ("Mỹ", "Đặng", "36155")


def test_the_sample_stores_half_made_patient_is_shown_first(window: MainWindow) -> None:
    window.go_to("patients")
    assert line(window, "First name").text() == "Guadalupe"


def test_what_was_thrown_away_can_be_brought_back(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Đặng, Mỹ"))
    throw = [each for each in window.findChildren(QPushButton) if each.text() == "Throw away" and each.isVisible()]
    throw[0].setFocus()
    keys.press("Space")
    assert drafts.listed(book, "patient/") == []
    keys.press("Alt+U")
    assert drafts.take_up(book, "patient/new") is not None


def test_a_deleted_patient_comes_back_with_undo(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(OpenPatient(marisol(book).id))
    named(window, QPushButton, "Delete Marisol Treviño-O'Neill").setFocus()
    keys.press("Space")
    assert patients.find(book, "tre,mar", date(2026, 3, 2)) == []
    bar = window.findChild(PassingBar)
    assert isinstance(bar, PassingBar)
    assert bar.words == "Deleted Marisol Treviño-O'Neill."
    keys.press("Alt+U")
    assert marisol(book).deleted is False
