"""Superbills, receipts and credits in the book: begun, kept while they are composed, found, printed again.

What gives a document its number and its paper is in `issuing`, which loads the paper's libraries; this module is quick
to load. A document's content is two things: `wire`, the request that the headless door's `superbill` would take (as far
as it can be said yet), and `form`, whatever else the page that composes it wants to find again (half-typed fields,
what was chosen in the finder).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from db.book import file, papers
from db.book.rows import Document, IssuedLine, Payment
from db.problems import BookDamaged, NotAllowed
from desktop.core import money, search_keys
from desktop.operations.book import Book

SUPERBILL, RECEIPT, CREDIT = "superbill", "receipt", "credit"
DRAFT, WAITING, ISSUED, VOIDED = "draft", "waiting", "issued", "voided"
_OPEN = (DRAFT, WAITING)


@dataclass(frozen=True, slots=True)
class Content:
    """What a document holds while it is composed."""

    wire: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Whose:
    """The rows of the book that a document is about."""

    patient_id: int | None = None
    coverage_id: int | None = None
    order_id: int | None = None


def begin(
    book: Book, kind: str = SUPERBILL, whose: Whose | None = None, content: Content | None = None, of: int | None = None
) -> Document:
    """A new draft. `of` is the superbill that a receipt stands in for."""
    whose = whose or Whose()
    fresh = Document(
        kind=kind, patient_id=whose.patient_id, coverage_id=whose.coverage_id, order_id=whose.order_id, of=of
    )
    with file.transaction(book.connection):
        return store(book, fresh, content or Content())


def keep(book: Book, number: int, content: Content, whose: Whose | None = None) -> Document:
    """Keeps what a draft (or a waiting document) holds now; it is on the disk when this returns.

    BookProblem where it was issued. `whose` None keeps whose it is.
    """
    with file.transaction(book.connection):
        document = still_open(read(book, number))
        if whose is not None:
            document = replace(
                document, patient_id=whose.patient_id, coverage_id=whose.coverage_id, order_id=whose.order_id
            )
        return store(book, document, content)


def whose(document: Document) -> Whose:
    """Whose a document is."""
    return Whose(document.patient_id, document.coverage_id, document.order_id)


def content(book: Book, number: int) -> Content:
    """What a document holds; of an issued one, what it was issued from. BookProblem where there is none."""
    wire, form = papers.content(book.connection, number)
    return Content(json.loads(wire), json.loads(form))


def read(book: Book, number: int) -> Document:
    """The document with this id. BookProblem where there is none."""
    return papers.DOCUMENTS.read(book.connection, number)


def listed(  # noqa: PLR0913 -- what may be asked of a list, all by name
    book: Book,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    patient_id: int | None = None,
    text: str = "",
    since: date | None = None,
    limit: int = 200,
) -> list[Document]:
    """Documents in these states and of these kinds (none named: all), the one changed last first.

    `text` is looked for in numbers and patients' names; `since` leaves those that were issued on that day or later.
    """
    asked = papers.Asked(states, kinds, patient_id, search_keys.sought(text), since)
    return papers.listed(book.connection, asked, limit)


def pdf(book: Book, number: int) -> bytes:
    """The bytes of an issued document, the same for ever. BookProblem where it has none, or they are not the same."""
    data, sha256 = papers.paper(book.connection, number)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise BookDamaged(book.folder / file.NAME, f"the page of document {number} is not the one that was issued")
    return data


def lines(book: Book, number: int) -> list[IssuedLine]:
    """The lines of an issued document as they stood, with the words and the edition of that day."""
    return papers.lines(book.connection, number)


def payments(book: Book, number: int) -> list[Payment]:
    """The payments of an issued document."""
    return papers.payments(book.connection, number)


def linked(book: Book, number: int) -> list[Document]:
    """The receipts, credits and corrected copies that belong to a document, the earliest first."""
    return papers.linked(book.connection, number)


def correction_of(book: Book, number: int) -> Document | None:
    """The corrected copy of a document that is begun and not issued yet."""
    return next((each for each in linked(book, number) if each.replaces == number and each.state in _OPEN), None)


def drop(book: Book, number: int) -> None:
    """Takes a draft or a waiting document out of every list; `undo_drop` brings it back. BookProblem where issued."""
    _set_dropped(book, number, deleted=True)


def undo_drop(book: Book, number: int) -> None:
    """Brings a dropped draft back."""
    _set_dropped(book, number, deleted=False)


def last_wire(book: Book, patient_id: int) -> Mapping[str, Any]:
    """What the patient's last issued superbill was made from; empty where there is none."""
    wire = papers.last_issued(book.connection, patient_id, SUPERBILL)
    return json.loads(wire) if wire else {}


def store(book: Book, document: Document, content: Content) -> Document:
    """Writes a document that is not issued with its content, in the transaction of whoever asks."""
    wire = content.wire
    described = replace(document, **_described(wire, document.kind))
    return papers.save(book.connection, described, held(described, content), book.now())


def held(document: Document, content: Content) -> papers.Held:
    """A document's content as the book keeps it; it is found by its number and the patient's name."""
    search = " ".join(search_keys.words(f"{document.number or ''} {document.patient_name or ''}"))
    return papers.Held(_json(content.wire), _json(content.form), search)


def still_open(document: Document) -> Document:
    """The document, if it may still be changed. BookProblem where it was issued."""
    if document.state not in _OPEN:
        raise NotAllowed(
            f"{document.number} was issued and stays as it is; a corrected copy takes its place, or a credit gives back"
        )
    return document


def _set_dropped(book: Book, number: int, *, deleted: bool) -> None:
    with file.transaction(book.connection) as connection:
        document = still_open(read(book, number))
        papers.change(connection, replace(document, deleted=deleted), book.now())


def _described(wire: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Whose a document is and what it comes to, as far as that is typed."""
    sale, charge, paid, sign = wire, "charge", "payments", 1
    if kind == CREDIT:
        sale, charge, paid, sign = wire.get("returned", {}), "amount", "refunds", -1
    charges = (*_amounts(sale, "lines", charge), *_amounts(sale, "other_charges", "amount"), sale.get("tax"))
    return {
        "patient_name": _patient_name(wire.get("original", wire)),
        "total": sign * _sum(charges) + money.ZERO,
        "paid": sign * _sum(_amounts(sale, paid, "amount")) + money.ZERO,
    }


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _patient_name(wire: Mapping[str, Any]) -> str | None:
    patient = wire.get("patient")
    if not isinstance(patient, Mapping):
        return None
    parts = [patient.get(part) for part in ("first", "middle", "last")]
    return " ".join(part for part in parts if isinstance(part, str) and part) or None


def _amounts(wire: Mapping[str, Any], entries: str, name: str) -> Iterable[object]:
    return (entry.get(name) for entry in wire.get(entries) or () if isinstance(entry, Mapping))


def _sum(amounts: Iterable[object]) -> Decimal:
    """What can be added of amounts that are still being typed."""
    total = money.ZERO
    for amount in amounts:
        try:
            total += money.parse(str(amount))
        except ValueError:
            continue
    return total
