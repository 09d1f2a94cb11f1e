"""Several papers in one go: looked at first, then issued one after the other, and their pages handed on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from db.book.rows import Document
from desktop.border import NotRight
from desktop.core.finding import Finding, Severity
from desktop.desk import Desk
from desktop.operations import audit, copies, documents, issuing
from desktop.operations.batch import apart
from desktop.operations.book import Book
from desktop.operations.document_pages import PAGES, Beside
from desktop.operations.documents import ISSUED, VOIDED

_TO_COME = "to come"


class Outcome(StrEnum):
    """What there is to say of one of the papers."""

    READY = "ready"
    DONE = "done"  # issued now, or before
    STOPPED = "stopped"  # something must be fixed first
    NOT_REACHED = "not reached"  # cancelled before its turn


@dataclass(frozen=True, slots=True)
class One:
    """One of the papers, and why it is as it is."""

    document: Document
    outcome: Outcome
    why: str = ""


def looked_at(book: Book, desk: Desk, numbers: Sequence[int], go_on: Callable[[int], bool]) -> list[One]:
    """What would become of each if it were issued now; nothing is changed. `go_on` hears how many were looked at."""
    found = []
    for place, number in enumerate(numbers):
        if not go_on(place):
            break
        found.append(_looked_at(book, desk, documents.read(book, number)))
    return found


def issued(book: Book, desk: Desk, numbers: Sequence[int], go_on: Callable[[int], bool]) -> list[One]:
    """Issues each for itself; one that fails does not stop the others. Asked again, nothing is doubled."""
    done: list[One] = []

    def heard(one: issuing.Issued) -> bool:
        done.append(_came_of(one))
        return go_on(len(done))

    if numbers and go_on(0):
        issuing.issue_many(book, desk, numbers, heard)
    rest = (documents.read(book, number) for number in numbers[len(done) :])
    return done + [One(document, Outcome.NOT_REACHED) for document in rest]


def saved(book: Book, numbers: Sequence[int], folder: Path, go_on: Callable[[int], bool]) -> int:
    """Saves each issued paper in a folder under its sensible name; how many. FileProblem as of `copies.save`."""
    done: list[audit.Thing] = []
    taken: set[str] = set()
    try:
        for place, number in enumerate(numbers):
            if not go_on(place):
                break
            copies.save(book, number, folder / apart(copies.name(book, number), taken))
            done.append((documents.read(book, number).kind, number))
    finally:
        audit.note_each(book, audit.SAVED, done, {"folder": str(folder)})
    return len(done)


def _looked_at(book: Book, desk: Desk, document: Document) -> One:
    if document.state == ISSUED:
        return One(document, Outcome.DONE)
    if document.state == VOIDED:
        return One(document, Outcome.STOPPED, f"{document.number} was voided")
    held = documents.content(book, document.id).wire
    wire = issuing.as_issued(book, document, held, _TO_COME, desk.today)
    try:
        page = PAGES[document.kind](desk, wire, Beside())
    except NotRight as problem:
        return One(document, Outcome.STOPPED, str(problem))
    except Exception as error:  # one that cannot be drawn must not keep the others from being looked at
        return One(document, Outcome.STOPPED, f"The page could not be made ({type(error).__name__})")
    return One(document, Outcome.READY if page.pdf else Outcome.STOPPED, _stops(page.findings))


def _came_of(one: issuing.Issued) -> One:
    if one.done:
        return One(one.document, Outcome.DONE)
    return One(one.document, Outcome.STOPPED, one.problem or _stops(one.findings))


def _stops(findings: Sequence[Finding]) -> str:
    return " ".join(finding.words for finding in findings if finding.severity is Severity.STOP)
