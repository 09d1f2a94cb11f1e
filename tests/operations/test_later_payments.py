"""What is paid after the issue: kept beside the paper, which stays as it is; with a receipt for it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from db.book import file, later_payments
from db.book.rows import Document, Payment
from desktop.core.finding import Severity
from desktop.desk import Desk
from desktop.operations import copies, documents, issuing
from desktop.operations import later_payments as paying
from desktop.operations.book import Book, BookProblem, happened
from desktop.operations.documents import RECEIPT, Content
from tests.paper.reading import text_of

DAY = date(2026, 3, 9)
METHODS = {"card": "Card", "check": "Check"}
TOTAL, PAID = Decimal("2520.00"), Decimal("1000.00")


@pytest.fixture
def owed(book: Book, desk: Desk, bought: dict[str, Any]) -> Document:
    """A superbill of which a thousand is paid."""
    wire = bought | {"payments": [bought["payments"][0] | {"amount": "1000.00"}]}
    return issuing.issue(book, desk, documents.begin(book, content=Content(wire)).id).document


def pay(book: Book, document: Document, amount: str = "500.00", method: str = "check", about: str = "1204") -> int:
    """A later payment's id."""
    return paying.take(book, Payment(document.id, DAY, method, Decimal(amount), about)).id


def test_a_later_payment_lowers_the_balance_and_leaves_the_paper_alone(book: Book, owed: Document) -> None:
    page, wire = documents.pdf(book, owed.id), documents.content(book, owed.id)
    assert (owed.total, owed.paid, owed.balance) == (TOTAL, PAID, Decimal("1520.00"))
    pay(book, owed)
    now = documents.read(book, owed.id)
    assert (now.paid, now.paid_later, now.balance) == (PAID, Decimal("500.00"), Decimal("1020.00"))
    assert documents.pdf(book, owed.id) == page
    assert documents.content(book, owed.id) == wire
    (kept,) = paying.of(book, owed.id)
    assert (kept.on, kept.method, kept.amount, kept.reference) == (DAY, "check", Decimal("500.00"), "1204")
    assert ("paid", "payment") in [(entry.what, entry.noun) for entry in happened(book, 2)]


@pytest.mark.parametrize("amount", ["0.00", "-5.00", "1520.01"])
def test_nothing_more_than_what_is_owed_is_taken(book: Book, owed: Document, amount: str) -> None:
    with pytest.raises(BookProblem, match=r"1,520\.00 is owed for SB-2026-000001"):
        pay(book, owed, amount)
    assert paying.of(book, owed.id) == ()


def test_the_last_cent_ends_it(book: Book, owed: Document) -> None:
    assert paying.may_take(owed)
    pay(book, owed, "1520.00")
    assert not paying.may_take(documents.read(book, owed.id))
    with pytest.raises(BookProblem, match="Nothing is owed for SB-2026-000001"):
        pay(book, owed, "0.01")


def test_a_draft_takes_no_payment_nor_what_is_being_corrected(book: Book, owed: Document) -> None:
    assert not paying.may_take(documents.begin(book))
    issuing.corrected_copy(book, owed.id)
    with pytest.raises(BookProblem, match="A corrected copy of SB-2026-000001 was begun"):
        pay(book, owed)


def test_a_mistake_is_taken_back_and_comes_back(book: Book, owed: Document) -> None:
    payment = pay(book, owed)
    paying.take_back(book, payment)
    assert documents.read(book, owed.id).paid_later == Decimal("0.00")
    assert paying.of(book, owed.id) == ()
    paying.take_back(book, payment, undo=True)
    assert documents.read(book, owed.id).paid_later == Decimal("500.00")


def test_its_receipt_says_all_that_was_paid_until_then_and_is_given_once(
    book: Book, desk: Desk, owed: Document
) -> None:
    first = pay(book, owed)
    pay(book, owed, "20.00", "cash")
    given = paying.receipt(book, desk, first)
    assert given.done
    assert (given.document.kind, given.document.of, given.document.number) == (RECEIPT, owed.id, "RC-2026-000001")
    said = text_of(documents.pdf(book, given.document.id))
    assert "1,000.00" in said
    assert "check · 1204" in said
    assert "1,020.00" in said
    assert "20.00 cash" not in said
    assert paying.receipt(book, desk, first).document.id == given.document.id
    assert not paying.may_take(given.document)
    with pytest.raises(BookProblem, match="Receipt RC-2026-000001 was given for this payment"):
        paying.take_back(book, first)
    with pytest.raises(BookProblem, match="never changed"), file.transaction(book.connection) as held:
        held.execute("update later_payments set amount = '1.00' where id = ?", [first])


def test_a_receipt_that_is_stopped_uses_up_no_number(book: Book, desk: Desk, owed: Document) -> None:
    unprintable = pay(book, owed, about="\u6771")
    stopped = paying.receipt(book, desk, unprintable)
    assert not stopped.done
    assert any(finding.severity is Severity.STOP for finding in stopped.findings)
    assert documents.listed(book, kinds=[RECEIPT]) == []
    paying.take_back(book, unprintable)
    assert paying.receipt(book, desk, pay(book, owed)).document.number == "RC-2026-000001"


def test_what_takes_its_place_and_what_gives_it_back_know_of_every_payment(book: Book, owed: Document) -> None:
    pay(book, owed)
    credit = documents.content(book, issuing.credit(book, owed.id).id).wire
    assert [payment["amount"] for payment in credit["original"]["payments"]] == ["1000.00", "500.00"]
    copy = documents.content(book, issuing.corrected_copy(book, owed.id).id).wire
    assert copy["payments"][1] == {"on": "2026-03-09", "method": "check", "amount": "500.00", "reference": "1204"}


def test_what_a_credit_takes_off_and_does_not_pay_back_is_owed_no_more(book: Book, desk: Desk, owed: Document) -> None:
    credit = issuing.credit(book, owed.id, [0], "did not fit")
    assert documents.read(book, owed.id).balance == Decimal("1520.00")  # a draft takes nothing off
    assert issuing.issue(book, desk, credit.id).done
    now = documents.read(book, owed.id)
    assert (now.credited, now.balance) == (Decimal("2495.00"), Decimal("-975.00"))
    assert not paying.may_take(now)
    copy = issuing.corrected_copy(book, credit.id)
    assert issuing.issue(book, desk, copy.id).done
    assert documents.read(book, owed.id).credited == Decimal("2495.00")


def test_the_next_payment_is_offered_as_the_last_one_was_made(book: Book, owed: Document) -> None:
    assert paying.usual_method(book, METHODS) == "card"
    pay(book, owed)
    assert paying.usual_method(book, METHODS) == "check"
    pay(book, owed, "1.00", "seashells")
    assert paying.usual_method(book, METHODS) == "card"
    assert later_payments.last_method(book.connection) == "seashells"


def test_an_opened_paper_tells_what_came_later(book: Book, desk: Desk, owed: Document) -> None:
    pay(book, owed)
    opened = copies.opened(book, desk, owed.id)
    assert [payment.amount for payment in opened.later] == [Decimal("500.00")]
