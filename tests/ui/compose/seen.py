"""What can be seen of a superbill that is made on the screen, and what came of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from db.book.rows import Document
from desktop.core.finding import Finding, Severity
from desktop.operations import documents
from desktop.ui.superbills.compose.view import ComposeView

Open = Callable[..., ComposeView]


def field(view: QWidget, name: str) -> QLineEdit:
    """The line of that name that can be seen."""
    found = [line for line in view.findChildren(QLineEdit) if line.accessibleName() == name and line.isVisible()]
    assert len(found) == 1, [line.accessibleName() for line in view.findChildren(QLineEdit) if line.isVisible()]
    return found[0]


def button(view: QWidget, words: str) -> QPushButton:
    """The button with these words that can be seen."""
    return next(each for each in view.findChildren(QPushButton) if words in each.text() and each.isVisible())


def focus_name() -> str:
    """What a screen reader calls the place where one types."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def stops(view: ComposeView) -> list[Finding]:
    """What has to be fixed, as the rows say it."""
    return [finding for finding in view.findings.shown if finding.severity is Severity.STOP]


def last_issued(book: Any) -> Document:
    """The document that was issued last."""
    return documents.listed(book, states=["issued"])[0]
