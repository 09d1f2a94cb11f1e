"""What is paid after a document was issued, and how a store is mostly paid."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from db.book.papers import DOCUMENTS
from db.book.records import Table, ask
from db.book.rows import LaterPayment
from db.driver import Connection

LATER = Table("later_payments", LaterPayment, "payment")


def of(connection: Connection, document: int) -> list[LaterPayment]:
    """The later payments of a document, in the order in which they were taken."""
    return LATER.find(connection, "where document_id = ? and deleted = 0 order by id", [document])


def save(connection: Connection, payment: LaterPayment, at: datetime) -> LaterPayment:
    """Keeps a payment, and what its document has received since its issue; at that moment."""
    kept = LATER.save(connection, payment)
    document = DOCUMENTS.read(connection, payment.document_id)
    received = sum((each.amount for each in of(connection, document.id)), Decimal("0.00"))
    DOCUMENTS.save(connection, replace(document, paid_later=received, changed_at=at))
    return kept


def last_method(connection: Connection) -> str | None:
    """How the store was paid last; None before it was."""
    at_issue = ask(
        connection,
        "select issued_at, method from payments join papers using (document_id) "
        "where method is not null and amount not like '-%' order by payments.rowid desc limit 1",
    )
    later = ask(connection, "select taken_at, method from later_payments where deleted = 0 order by id desc limit 1")
    found = max((*at_issue, *later), default=None)
    return str(found[1]) if found is not None else None
