"""A superbill while it is composed: begun, filled from the book, kept, looked at.

Quick enough for every key, once `warm` has loaded the paper's libraries in a worker.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from db.book.rows import Document
from desktop.core import money, pointers, request_fields
from desktop.core.finding import Finding, Mark, Severity
from desktop.desk import Desk
from desktop.operations import documents, parties, patients, store, waiting
from desktop.operations.book import Book, BookProblem
from desktop.operations.counter import Counter
from desktop.operations.documents import Content, Whose

__all__ = ["BookProblem", "Content", "Opened", "Whose"]

_PERCENT = Decimal(100)
_OF_A_PATIENT = ("language", "patient", "payer", "prescriber", "order", "diagnoses")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that is composed: what it holds and whose it is. `document` is None before the first word is kept;
    `corrects` is the number of the issued one whose place it takes."""

    document: Document | None
    content: Content
    whose: Whose
    corrects: str | None = None


def begin(book: Book, patient_id: int | None = None) -> Opened:
    """An empty superbill, or a returning patient's with what was used last; nothing is in the book yet."""
    if patient_id is None:
        return Opened(None, Content(parties.wire(book, Whose())), Whose())
    wire, whose = for_patient(book, parties.wire(book, Whose()), patient_id)
    return Opened(None, Content(wire), whose)


def open_draft(book: Book, desk: Desk, number: int) -> Opened:
    """A half-made superbill as it was left, with the store as it is now; into one that waited, what has come since is
    filled. BookProblem where it was issued."""
    document = documents.still_open(documents.read(book, number))
    if document.state == documents.WAITING and document.kind == documents.SUPERBILL:
        waiting.look_at(book, desk, document)
        document = documents.read(book, number)
    content = documents.content(book, number)
    wire = parties.with_store(book, parties.wire(book, Whose()) | dict(content.wire))
    corrects = documents.read(book, document.replaces).number if document.replaces is not None else None
    return Opened(document, Content(wire, content.form), documents.whose(document), corrects)


def supplier(book: Book) -> dict[str, Any]:
    """The store as it is now, as a request names it."""
    return parties.supplier(store.read(book))


def for_patient(book: Book, wire: Mapping[str, Any], patient_id: int) -> tuple[dict[str, Any], Whose]:
    """The request with the patient, and with plan, order, doctor and diagnoses as they were last; lines and money stay
    as they are, but that a line for all diagnoses is for all of these."""
    last = patients.returning(book, patient_id)
    coverage = last.coverage.id if last.coverage else None
    order = last.order.id if last.order else None
    whose = Whose(patient_id, coverage, order)
    known = parties.wire(book, whose)
    known["diagnoses"] = list(last.diagnoses)
    return _of_another(wire, known), whose


def for_new_patient(
    book: Book, wire: Mapping[str, Any], whose: Whose, names: Mapping[str, str | None]
) -> dict[str, Any]:
    """The request with somebody who is not in the book yet, by the paths of the name's parts. Of a patient who was
    chosen before nothing stays; a plan or doctor that was typed before anybody was chosen does."""
    if whose.patient_id is None:
        return request_fields.written(wire, names.items())
    empty = parties.wire(book, Whose())
    return request_fields.written(_of_another(wire, empty), names.items())


def keep(book: Book, number: int | None, content: Content, whose: Whose) -> Document:
    """Keeps what is typed, as a new draft where there is none yet; on the disk when this returns."""
    if number is None:
        return documents.begin(book, documents.SUPERBILL, whose, content)
    return documents.keep(book, number, content, whose)


def drop(book: Book, number: int) -> None:
    """Takes a draft out of every list; `undo_drop` brings it back. BookProblem where it was issued."""
    documents.drop(book, number)


def undo_drop(book: Book, number: int) -> None:
    """Brings a dropped draft back."""
    documents.undo_drop(book, number)


def tax(book: Book, before_tax: Decimal) -> str:
    """The tax at the store's rate, in cents as a till rounds them; 0.00 where no rate was set."""
    rate = store.read(book).tax_rate or Decimal(0)
    return money.plain(max((before_tax * rate / _PERCENT).quantize(money.CENT, ROUND_HALF_UP), money.ZERO))


def findings(desk: Desk, kind: str, wire: Mapping[str, Any], wrong: Mapping[str, str]) -> tuple[Finding, ...]:
    """What an insurer would send back of a superbill; what a receipt cannot do without.

    `wrong` are sentences on texts that were not understood, by their fields' paths; they stop, and nothing else is said
    of these fields.
    """
    from desktop.operations import reviewing  # noqa: PLC0415 -- start-up time: reportlab

    reviewed = reviewing.receipt_reviewed if kind == documents.RECEIPT else reviewing.reviewed
    try:
        found = reviewed(desk, wire)
    except reviewing.NotRight as problem:
        found = (_not_understood(problem.path, f"{problem.words}."),)
    told = (_not_understood(path, words) for path, words in wrong.items())
    return (*told, *(finding for finding in found if finding.field not in wrong))


def warm(desk: Desk) -> None:
    """Loads what the first finding and the first page need; for a worker, as it takes a moment."""
    from desktop.operations import receipt, superbill  # noqa: F401, PLC0415 -- start-up time: reportlab
    from desktop.operations.paper_look import paper_look, paper_words  # noqa: PLC0415 -- start-up time: reportlab

    paper_look()
    paper_words()
    if isinstance(desk.noc, Counter):
        _ = desk.noc.lexicon


def _of_another(wire: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """The request with all that is of a patient in place of what it had."""
    lines = pointers.followed(wire["lines"], wire["diagnoses"], known["diagnoses"])
    return dict(wire) | {name: known[name] for name in _OF_A_PATIENT} | {"lines": lines}


def _not_understood(path: str, words: str) -> Finding:
    return Finding("not-understood", Severity.STOP, Mark.DERIVED, words, (), field=path)
