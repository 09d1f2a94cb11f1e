"""Whether a month of rent was billed already in some other way: as a month that is none any more, or by hand.

What was noted later may have moved a rental's months, and a superbill may have been made at the counter. Nobody can say
without a person whether such a month is to be billed; so it is set aside with the number of that paper.
"""

import json
from collections.abc import Iterator
from datetime import date

from db.book import papers, rental_months
from db.book.rental_rows import RentalMonth
from db.book.rows import Document
from desktop.core import money, search_keys
from desktop.core.rental_changes import said
from desktop.core.request import Transaction
from desktop.desk import Desk
from desktop.operations import documents, equipment_register, rental_held, rental_pieces
from desktop.operations.book import Book
from desktop.operations.documents import CREDIT, ISSUED
from desktop.operations.rental_looking import Open, Seen

_GO_ON = "give a credit for it, or mark this month as done."


def given_back(book: Book, document: Document) -> bool:
    """Whether all that a superbill comes to was credited."""
    returned = [each for each in documents.linked(book, document.id) if (each.kind, each.state) == (CREDIT, ISSUED)]
    return bool(returned) and document.total + sum((each.total for each in returned), money.ZERO) <= money.ZERO


def billed(book: Book, desk: Desk, seen: Seen, due: Open) -> Iterator[str]:
    """A sentence for each paper that has days of a month already."""
    unit = rental_held.named(due.unit)
    for month in _moved_away(seen, due):
        document = documents.read(book, month.document_id or 0)
        if not given_back(book, document):
            yield (
                f"{document.number or 'A draft'} has the {unit}'s month from {said(month.starts or due.month.starts)} "
                f"already, and the months were moved since; {_GO_ON}"
            )
    for document in _by_hand(book, desk, seen, due):
        if not given_back(book, document):
            yield f"{document.number} has {due.code} for days of this month already; {_GO_ON}"


def _moved_away(seen: Seen, due: Open) -> Iterator[RentalMonth]:
    """What was billed for the same days as a month that the rental does not have any more."""
    units = seen.timeline.units if seen.timeline else ()
    name = rental_held.named(due.unit)
    there = {
        (period.number, month.number)
        for unit in units
        if unit.equipment.id == name
        for period in unit.periods
        for month in period.months
    }
    for month in seen.held.months:
        own = month.unit_id == due.unit.id and month.document_id is not None
        if own and (month.period, month.month) not in there and _overlap(month, due):
            yield month


def _overlap(month: RentalMonth, due: Open) -> bool:
    return (month.starts or date.max) <= due.month.ends and due.month.starts <= (month.ends or date.min)


def _by_hand(book: Book, desk: Desk, seen: Seen, due: Open) -> Iterator[Document]:
    """Issued superbills of the patient that were not made for this rental and rent the same from a day of that month:
    made at the counter, or for a rental that was taken out and begun anew."""
    rental = seen.held.rental
    rented = desk.rules.coding.modifiers.transactions[Transaction.RENT].modifier
    piece_id = rental_pieces.current(seen.held, due.unit, due.month.starts)
    serial = equipment_register.read(book, piece_id).serial if piece_id is not None else None
    for document in rental_months.superbills_beside(book.connection, rental.patient_id, rental.id, due.code):
        wire, _ = papers.content(book.connection, document.id)
        for line in json.loads(wire)["lines"]:
            same = line["code"] == due.code and rented in line["modifiers"] and _alike(line["serial"], serial)
            if same and due.month.starts <= date.fromisoformat(line["from"]) <= due.month.ends:
                yield document
                break


def _alike(one: str | None, other: str | None) -> bool:
    return not one or not other or search_keys.name(one) == search_keys.name(other)
