"""The list of papers as the counter looks for them: by what they are, number, patient, or the day of their issue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from db.book.rows import Document
from desktop.core import typed_day
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import documents, waiting
from desktop.operations.book import Book, happened
from desktop.operations.documents import CREDIT, DRAFT, ISSUED, RECEIPT, SUPERBILL, VOIDED, WAITING

EVERYTHING = "everything"
DRAFTS, WAITS, SUPERBILLS, RECEIPTS, CREDITS, VOID = "drafts", "waiting", "superbills", "receipts", "credits", "voided"
_MOST_OF_A_DAY = 2000
_MOST_HAPPENED = 20_000
_WAITED = ("waits", "is ready")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the list: states and kinds; none named: all."""

    states: Sequence[str] = ()
    kinds: Sequence[str] = ()


PARTS = MappingProxyType(
    {
        EVERYTHING: Part(),
        DRAFTS: Part([DRAFT]),
        WAITS: Part([WAITING]),
        SUPERBILLS: Part([ISSUED], [SUPERBILL]),
        RECEIPTS: Part([ISSUED], [RECEIPT]),
        CREDITS: Part([ISSUED], [CREDIT]),
        VOID: Part([VOIDED]),
    }
)


def listed(book: Book, part: str, text: str, today: date, limit: int = 500) -> list[Document]:
    """The papers of a part in which the text is found; the one changed last first. A day finds what was issued then.

    What is digits alone may be a day or a part of a number, and finds both.
    """
    of = PARTS[part]
    found = documents.listed(book, states=of.states, kinds=of.kinds, text=text, limit=limit)
    day = typed_day.day(text, today)
    if day is None or isinstance(day, Wrong):
        return found
    since = documents.listed(book, states=of.states, kinds=of.kinds, since=day, limit=_MOST_OF_A_DAY)
    of_day = [document for document in since if document.issued_on == day]
    if not text.isdigit():
        return of_day
    return of_day + [document for document in found if document not in of_day]


def looked_again(book: Book, desk: Desk, text: str) -> list[Document]:
    """What waits, in the order of `waiting`, after everything that has come since was filled in."""
    ordered = waiting.look_again(book, desk)
    if not text:
        return ordered
    wanted = {document.id for document in listed(book, WAITS, text, desk.today)}
    return [document for document in ordered if document.id in wanted]


def waits_since(book: Book, number: int) -> datetime | None:
    """When a document was put on the waiting list (the last time that it was)."""
    since = None
    for event in happened(book, _MOST_HAPPENED):
        if event.id == number and event.noun in (SUPERBILL, RECEIPT, CREDIT):
            if event.what not in _WAITED:
                break
            since = event.at if event.what == _WAITED[0] else since
    return since
