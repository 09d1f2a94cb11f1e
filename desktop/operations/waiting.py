"""What waits for something that is missing (a doctor's NPI, a member ID), each with its reasons, until it is ready."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.book import file, papers, patients
from db.book.rows import Document, Reason
from desktop.core import pointers
from desktop.core.finding import Finding, Severity
from desktop.desk import Desk
from desktop.operations import documents, parties
from desktop.operations.book import Book
from desktop.operations.documents import SUPERBILL, WAITING, Content, Whose

_MOST = 1000
_NO_PLAN = "none"


def put(book: Book, number: int, findings: Sequence[Finding]) -> Document:
    """Puts a draft on the list; its reasons are the findings that stop. BookProblem where it was issued."""
    with file.transaction(book.connection) as connection:
        document = documents.still_open(documents.read(book, number))
        waits = replace(document, state=WAITING, reasons=reasons(findings), ready=not reasons(findings))
        return papers.change(connection, waits, book.now())


def listed(book: Book) -> list[Document]:
    """The list, what is `ready` first, then the longest waiting."""
    found = documents.listed(book, states=[WAITING], limit=_MOST)
    found.reverse()
    return sorted(found, key=lambda document: not document.ready)


def look_again(book: Book, desk: Desk) -> list[Document]:
    """The list, after what has come since was filled into every waiting superbill and it was reviewed again. Where one
    waits, that loads the paper's libraries (the review asks which letters can be printed)."""
    found = documents.listed(book, states=[WAITING], kinds=[SUPERBILL], limit=_MOST)
    if found:
        from desktop.operations import reviewing  # noqa: F401, PLC0415 -- before the book is locked for writing
    for document in found:
        look_at(book, desk, document)
    return listed(book)


def look_at(book: Book, desk: Desk, document: Document) -> None:
    """The same for one that waits.

    What has come: the store as it now is; the patient's, plan's, doctor's and order's rows as they now stand, wherever
    the document has nothing or something that stops; a line that was for all diagnoses is for all that have come.
    """
    with file.transaction(book.connection) as connection:
        held = documents.content(book, document.id)
        stopping = frozenset(reason.field for reason in document.reasons if reason.field)
        whose = _whose(book, document)
        wire = _filled(parties.with_store(book, held.wire), parties.wire(book, whose), stopping)
        left = _stops(desk, wire)
        if wire != held.wire:
            has_come = replace(document, coverage_id=whose.coverage_id, order_id=whose.order_id)
            documents.store(book, has_come, Content(wire, held.form))
        if left != document.reasons or document.ready != (not left):
            now = replace(documents.read(book, document.id), reasons=left, ready=not left)
            papers.change(connection, now, book.now())


def _filled(held: Mapping[str, Any], known: Mapping[str, Any], stopping: frozenset[str]) -> dict[str, Any]:
    wire = parties.filled(dict(held) | {"payer": {}} if _names_no_plan(held) else held, known, stopping)
    if wire["diagnoses"] != held.get("diagnoses", []):
        wire["lines"] = pointers.followed(wire["lines"], held.get("diagnoses", []), wire["diagnoses"])
    return wire


def _names_no_plan(held: Mapping[str, Any]) -> bool:
    """Whether nobody but the patient pays, so far: a plan that has come is filled in whole then."""
    payer = held.get("payer") or {}
    return payer.get("kind") == _NO_PLAN and not payer.get("name")


def _whose(book: Book, document: Document) -> Whose:
    """Whose it is; a membership or an order that the patient has got since is the document's, where it had none."""
    if document.patient_id is None or None not in (document.coverage_id, document.order_id):
        return Whose(document.patient_id, document.coverage_id, document.order_id)
    coverages, orders = patients.belonging(book.connection, document.patient_id)
    return Whose(
        document.patient_id,
        document.coverage_id or (coverages[0].id if coverages else None),
        document.order_id or (orders[0].id if orders else None),
    )


def reasons(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """What forbids a document, each with its field and sentence."""
    return tuple(Reason(finding.field, finding.words) for finding in findings if finding.severity is Severity.STOP)


def _stops(desk: Desk, wire: dict[str, object]) -> tuple[Reason, ...]:
    from desktop.operations.reviewing import NotRight, reviewed  # noqa: PLC0415 -- start-up time: msgspec, reportlab

    try:
        return reasons(reviewed(desk, wire))
    except NotRight as problem:
        return (Reason(problem.path, problem.words),)
