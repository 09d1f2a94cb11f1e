"""Payments after the issue: taken, taken back, a receipt given for one. The paper that was issued never changes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.book import file, later_payments, papers
from db.book.rows import Document, LaterPayment, Payment
from db.problems import NotAllowed
from desktop.core import money
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.book import Book
from desktop.operations.documents import CREDIT, ISSUED, RECEIPT, SUPERBILL, Content, Whose

if TYPE_CHECKING:  # loaded with the paper's libraries, when a receipt is wanted
    from desktop.operations.issuing import Issued


def may_take(document: Document) -> bool:
    """Whether something is still owed for a paper: a superbill, or a receipt that stands for itself."""
    stands = document.kind == SUPERBILL or (document.kind == RECEIPT and document.of is None)
    return stands and document.state == ISSUED and document.balance > money.ZERO


def of(book: Book, number: int) -> tuple[LaterPayment, ...]:
    """What came for a document after its issue, the earliest first."""
    return tuple(later_payments.of(book.connection, number))


def take(book: Book, payment: Payment) -> LaterPayment:
    """Keeps a payment for an issued document. BookProblem where nothing is owed, or less than
    that, or where a corrected copy was begun."""
    with file.transaction(book.connection) as connection:
        document = documents.read(book, payment.document_id)
        if not may_take(document):
            raise NotAllowed(f"Nothing is owed for {document.number or 'this draft'}; no payment was kept")
        if documents.correction_of(book, document.id) is not None:
            raise NotAllowed(f"A corrected copy of {document.number} was begun; the payment belongs on that")
        if not money.ZERO < payment.amount <= document.balance:
            owed = money.printed(document.balance)
            raise NotAllowed(f"{owed} is owed for {document.number}; found {money.printed(payment.amount)}")
        kept = LaterPayment(
            document_id=document.id,
            on=payment.on,
            method=payment.method,
            amount=payment.amount,
            reference=payment.reference,
            taken_at=book.now(),
        )
        return later_payments.save(connection, kept, book.now())


def take_back(book: Book, payment: int, *, undo: bool = False) -> None:
    """Takes a payment that was a mistake out of the book, or puts it back. BookProblem where it has its receipt."""
    with file.transaction(book.connection) as connection:
        kept = later_payments.LATER.read(connection, payment)
        if kept.receipt_id is not None:
            number = documents.read(book, kept.receipt_id).number
            raise NotAllowed(f"Receipt {number} was given for this payment; it stays in the book")
        later_payments.save(connection, replace(kept, deleted=not undo), book.now())


def receipt(book: Book, desk: Desk, payment: int) -> "Issued":
    """Issues the receipt of a payment: what was sold, everything paid until then, and what is left.

    Given already: that receipt again. Where a finding stops it nothing was changed. BookProblem where the book cannot
    be written.
    """
    try:
        with file.transaction(book.connection):
            return _receipt(book, desk, later_payments.LATER.read(book.connection, payment))
    except _Stopped as stopped:
        return stopped.issued


def note_credits(book: Book, number: int) -> None:
    """A credit was issued: what a document's credits take off and do not pay back is owed no more. In the transaction
    of whoever asks."""
    issued = [each for each in documents.linked(book, number) if (each.kind, each.state) == (CREDIT, ISSUED)]
    off = sum((each.paid - each.total for each in issued), money.ZERO)
    papers.change(book.connection, replace(documents.read(book, number), credited=off), book.now())


def wire_with(book: Book, number: int, wire: Mapping[str, Any]) -> dict[str, Any]:
    """A document's request with everything that was paid for it until now."""
    return _with(wire, of(book, number))


def usual_method(book: Book, among: Mapping[str, str]) -> str:
    """How the store was paid last, if that is one of these; else the first of them."""
    last = later_payments.last_method(book.connection)
    return last if last is not None and last in among else next(iter(among))


class _Stopped(Exception):
    """Gives the number and the draft back: there is no receipt."""

    def __init__(self, issued: "Issued") -> None:
        super().__init__()
        self.issued = issued


def _receipt(book: Book, desk: Desk, payment: LaterPayment) -> "Issued":
    from desktop.operations import issuing  # noqa: PLC0415 -- start-up time: reportlab

    if payment.receipt_id is not None:
        return issuing.Issued(documents.read(book, payment.receipt_id))
    sold = documents.read(book, payment.document_id)
    content = documents.content(book, sold.id)
    until = tuple(each for each in of(book, sold.id) if each.id <= payment.id)
    wire = _with(content.wire, until) | {"number": None, "issued_on": None}
    whose = Whose(sold.patient_id, sold.coverage_id, sold.order_id)
    issued = issuing.issue(book, desk, documents.begin(book, RECEIPT, whose, Content(wire), of=sold.id).id)
    if not issued.done:
        raise _Stopped(issued)
    given = replace(payment, receipt_id=issued.document.id)
    later_payments.save(book.connection, given, book.now())
    return issued


def _with(wire: Mapping[str, Any], later: Iterable[LaterPayment]) -> dict[str, Any]:
    came = [_wired(each) for each in later]
    return dict(wire) | ({"payments": [*wire["payments"], *came]} if came else {})


def _wired(payment: LaterPayment) -> dict[str, Any]:
    return {
        "on": payment.on.isoformat() if payment.on else None,
        "method": payment.method,
        "amount": money.plain(payment.amount),
        "reference": payment.reference,
    }
