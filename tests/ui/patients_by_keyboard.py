"""The page of patients, as its tests find their way on it."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from db.book.rows import Patient
from desktop.operations import patients
from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.table import Table


def save(keys: Any) -> None:
    """Ctrl+S."""
    keys.press("Ctrl+S")


def named(window: MainWindow, kind: type[QWidget], name: str) -> Any:
    """The visible control of the page that a screen reader calls so."""
    assert window.front is not None
    found = [each for each in window.front.findChildren(kind) if each.accessibleName() == name and each.isVisible()]
    assert found, f"no {kind.__name__} is called {name}"
    return found[0]


def line(window: MainWindow, name: str) -> QLineEdit:
    return named(window, QLineEdit, name)  # type: ignore[no-any-return]


def names(window: MainWindow) -> list[str]:
    table: Table[Patient] = named(window, QWidget, "Patients found")
    return [row.name for row in table.rows.rows]


def marisol(book: Book) -> Patient:
    return patients.find(book, "tre,mar", date(2026, 3, 2))[0]
