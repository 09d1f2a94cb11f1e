"""Superbills, receipts and credits in the book: begun, kept while they are composed, found, printed again.

What gives a document its number and its paper is in `issuing`, which loads the paper's libraries; this module is quick
to load. A document's content is two things: `wire`, the request that the headless door's `superbill` would take (as far
as it can be said yet), and `form`, whatever else the page that composes it wants to find again (half-typed fields,
what was chosen in the finder).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from db.book import file, papers
from db.book.rows import NEW, Document, IssuedLine, Payment
from db.problems import BookDamaged
from desktop.core.money import ZERO
from desktop.operations.book import Book

SUPERBILL, RECEIPT, CREDIT = "superbill", "receipt", "credit"
DRAFT, WAITING, ISSUED, VOIDED = "draft", "waiting", "issued", "voided"


@dataclass(frozen=True, slots=True)
class Content:
    """What a document holds while it is composed."""

    wire: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)


def begin(
    book: Book, kind: str = SUPERBILL, patient_id: int | None = None, content: Content | None = None, of: int | None = None
) -> Document:
    """A new draft. `of` is the superbill that a receipt stands in for."""
    with file.transaction(book.connection) as connection:
        document = Document(kind=kind, patient_id=patient_id, of=of)
        return papers.save(connection, *_described(document, content or Content()), book.now())


def keep(book: Book, number: int, content: Content, patient_id: int | None = None) -> Document:
    """Keeps what a draft (or a waiting document) holds now; it is on the disk when this returns.

    BookProblem where it was issued. `patient_id` None keeps whose it is.
    """


def content(book: Book, number: int) -> Content:
    """What a document holds; of an issued one, what it was issued from."""


def read(book: Book, number: int) -> Document:
    """The document with this id. BookProblem where there is none."""


def listed(
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


def pdf(book: Book, number: int) -> bytes:
    """The bytes of an issued document, the same for ever. BookProblem where it has none, or they are not the same."""


def lines(book: Book, number: int) -> list[IssuedLine]:
    """The lines of an issued document as they stood, with the words and the edition of that day."""


def payments(book: Book, number: int) -> list[Payment]:
    """The payments of an issued document."""


def drop(book: Book, number: int) -> None:
    """Takes a draft or a waiting document out of every list; `undo_drop` brings it back. BookProblem where issued."""


def undo_drop(book: Book, number: int) -> None:
    """Brings a dropped draft back."""


def last_wire(book: Book, patient_id: int) -> Mapping[str, Any]:
    """What the patient's last issued superbill was made from; empty where there is none."""
    return {}
