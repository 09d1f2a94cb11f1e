"""What was begun and is not done: drafts with what is left to fix, half-typed patients, what waits; what was issued.

`read` is quick and needs no rules; `left_to_fix` reviews every draft and is for a worker.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db.book import papers
from db.book.rows import Document
from desktop.core.finding import Finding, Mark, Severity
from desktop.desk import Desk
from desktop.operations import documents, drafts, parties, waiting
from desktop.operations.book import Book
from desktop.operations.documents import DRAFT, ISSUED, SUPERBILL, VOIDED

_MOST = 50
_PATIENT = "patient/"
_NEW = "new"
_NOT_READ = "request-not-right"


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """A patient's form that was left half-typed: the patient's id (None: a new one), the name so far, and when."""

    patient: int | None
    name: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Begun:
    """All of it: drafts and half-typed forms, the one changed last first; what waits, the ready first; what was issued
    today, and where that is nothing, what was issued last."""

    drafts: tuple[Document, ...] = ()
    half_typed: tuple[HalfTyped, ...] = ()
    waiting: tuple[Document, ...] = ()
    today: tuple[Document, ...] = ()
    before: tuple[Document, ...] = ()

    @property
    def finished(self) -> frozenset[tuple[int, str]]:
        """What has become a paper today or waits, each with what it is now: grows when somebody at the counter is
        done."""
        return frozenset((document.id, document.state) for document in (*self.today, *self.waiting))

    @property
    def ready(self) -> tuple[Document, ...]:
        """What waited and can be issued now."""
        return tuple(document for document in self.waiting if document.ready)


def read(book: Book, today: date) -> Begun:
    """The lists as the book has them."""
    issued = documents.listed(book, states=[ISSUED, VOIDED], since=today, limit=_MOST)
    return Begun(
        tuple(documents.listed(book, states=[DRAFT], limit=_MOST)),
        tuple(_half_typed(book)),
        tuple(waiting.listed(book)),
        tuple(issued),
        () if issued else tuple(documents.listed(book, states=[ISSUED, VOIDED], limit=_MOST)),
    )


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The lists after a look at what has come: what is left to fix in each draft, since when each document waits."""

    begun: Begun
    left: Mapping[int, tuple[Finding, ...]]
    since: Mapping[int, datetime]


def look(book: Book, desk: Desk, today: date) -> LookedAt:
    """All of it, looked at anew, from a worker: the book and the desk are those of the window's thread."""
    from desktop.operations.catalogue import elsewhere  # noqa: PLC0415 -- start-up time: msgspec

    with book.another() as own, elsewhere(desk) as own_desk:
        waiting.look_again(own, own_desk)
        return LookedAt(read(own, today), left_to_fix(own, own_desk), waiting_since(own))


def left_to_fix(book: Book, desk: Desk) -> Mapping[int, tuple[Finding, ...]]:
    """What stops or asks in each superbill that is a draft, by its id. Loads the paper's libraries."""
    found = documents.listed(book, states=[DRAFT], kinds=[SUPERBILL], limit=_MOST)
    return {document.id: _reviewed(book, desk, document) for document in found}


def waiting_since(book: Book) -> Mapping[int, datetime]:
    """When each document's waiting began: a later look changes a document, and not that day."""
    return papers.waiting_since(book.connection)


def _reviewed(book: Book, desk: Desk, document: Document) -> tuple[Finding, ...]:
    from desktop.operations.reviewing import NotRight, reviewed  # noqa: PLC0415 -- start-up time: msgspec, reportlab

    try:
        found = reviewed(desk, parties.with_store(book, documents.content(book, document.id).wire))
    except NotRight as problem:
        return (Finding(_NOT_READ, Severity.STOP, Mark.PUBLISHED, problem.words, (), field=problem.path),)
    return tuple(finding for finding in found if finding.severity is not Severity.NOTE)


def _half_typed(book: Book) -> list[HalfTyped]:
    found = []
    for row in drafts.listed(book, _PATIENT):
        whose = row.key.removeprefix(_PATIENT)
        if whose == _NEW or whose.isdigit():
            form = drafts.take_up(book, row.key) or {}
            name = " ".join(text for text in (form.get("first"), form.get("last")) if isinstance(text, str) and text)
            found.append(HalfTyped(None if whose == _NEW else int(whose), name, row.changed_at))
    return found
