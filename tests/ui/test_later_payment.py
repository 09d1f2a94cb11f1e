"""A payment after the issue, by keyboard: taken, seen in the list, its receipt in one key; nothing typed is lost."""

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from db.book.rows import Document
from desktop.operations import documents, later_payments
from desktop.operations.documents import RECEIPT, SUPERBILL
from desktop.ui.superbills import words
from desktop.ui.ways import NewSuperbill, OpenDocument
from tests.ui.scene import Scene


@pytest.fixture
def owed(at: Scene) -> Document:
    """A superbill of the sample store for which something is owed, opened."""
    found = [paper for paper in at.papers(states=["issued"], kinds=[SUPERBILL]) if later_payments.may_take(paper)]
    at.window.go(OpenDocument(found[0].id))
    at.settle()
    return found[0]


def focus() -> Any:
    return QApplication.focusWidget()


def test_a_payment_is_taken_by_keyboard_and_the_balance_follows(at: Scene, owed: Document) -> None:
    at.keys.press("F8")
    assert focus() is at.page.document.payment.amount.edit
    assert focus().text() == words.amount(owed.balance)
    at.keys.type("10")
    at.keys.press("Return", 4)  # a scanner's: from field to field, never taken
    assert later_payments.of(at.book, owed.id) == ()
    at.keys.press("Ctrl+Return")
    at.settle()
    now = documents.read(at.book, owed.id)
    assert (now.paid_later, now.balance) == (Decimal("10.00"), owed.balance - 10)
    assert words.balance_word(now) == words.amount(owed.balance - 10)
    assert documents.pdf(at.book, owed.id) == at.page.document.opened.pdf  # type: ignore[union-attr]
    at.keys.press("Alt+U")
    at.settle()
    assert documents.read(at.book, owed.id).balance == owed.balance


def test_the_receipt_is_one_key_away(at: Scene, owed: Document) -> None:
    at.keys.press("F8")
    at.keys.press("Ctrl+Return")
    at.settle()
    assert focus().text() == "Receipt for it"
    at.keys.press("Return")
    at.settle()
    opened = at.page.document.opened
    assert opened is not None
    assert (opened.document.kind, opened.document.of) == (RECEIPT, owed.id)
    assert opened.document.balance == 0
    assert words.balance_word(documents.read(at.book, owed.id)) == "paid"
    at.keys.press("F8")
    assert at.page.document.payment.isHidden()


def test_what_is_wrong_is_said_and_half_a_payment_is_there_again(at: Scene, owed: Document) -> None:
    at.keys.press("F8")
    at.keys.type("99999")
    at.keys.press("Ctrl+Return")
    assert "is owed" in at.page.document.payment.amount.problem
    assert later_payments.of(at.book, owed.id) == ()
    at.keys.press("Esc")
    assert at.page.document.payment.isHidden()
    at.keys.press("F8")
    assert focus().text() == "99999"


def test_the_next_superbill_begins_with_the_method_that_was_used_last(at: Scene, owed: Document) -> None:
    at.keys.press("F8")
    at.page.document.payment.method.put("check")
    at.keys.press("Ctrl+Return")
    at.settle()
    at.window.go(NewSuperbill())
    at.settle()
    assert at.button("Paid in full").text() == "Paid in full: Check (F8)"


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(512, 350)])
def test_the_fields_are_named_and_nothing_is_cut_off(
    at: Scene, owed: Document, size: QSize, clipped: Any, unnamed: Any
) -> None:
    at.window.resize(size)
    at.keys.press("F8")
    at.keys.press("Ctrl+Return")
    at.settle()
    assert clipped(at.window) == []
    at.window.go(OpenDocument(owed.id))
    at.settle()
    assert unnamed(at.window) == []
