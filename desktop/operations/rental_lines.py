"""What an issued superbill has to do with rentals: the line that rents equipment, and the rental that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.book import rental_months
from db.book.rows import Document, IssuedLine
from desktop.core.request import Transaction
from desktop.desk import Desk
from desktop.operations.book import Book
from desktop.operations.documents import ISSUED, SUPERBILL


@dataclass(frozen=True, slots=True)
class Rents:
    """The first line that rents equipment, counted from 0; and the rental that has its month, None before it begins."""

    line: int
    rental: int | None


def of_document(book: Book, desk: Desk, document: Document, lines: Sequence[IssuedLine]) -> Rents | None:
    """What a document rents; None where that is nothing, or nobody of the book."""
    if document.kind != SUPERBILL or document.state != ISSUED or document.patient_id is None:
        return None
    renting = desk.rules.coding.modifiers.transactions[Transaction.RENT].modifier
    equipment = desk.rules.rental.codes
    rented = (place for place, line in enumerate(lines) if renting in line.modifiers and line.code in equipment)
    first = next(rented, None)
    if first is None:
        return None
    months = rental_months.of_document(book.connection, document.id)
    return Rents(first, months[0].rental_id if months else None)
