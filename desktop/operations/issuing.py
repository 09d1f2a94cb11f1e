"""Issuing: a document gets its number and its paper, once and for ever; corrected, given back, many in one go.

Loads the paper's libraries, so the window imports it late.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.book import file, papers
from db.book.rows import Document
from db.problems import NotAllowed
from desktop.border import NotRight
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations import documents, later_payments, parties, store
from desktop.operations.book import Book, BookProblem
from desktop.operations.document_pages import PAGES, Beside, Pages
from desktop.operations.documents import CREDIT, ISSUED, VOIDED, Content
from desktop.operations.numbers import number_of
from desktop.operations.told import told
from desktop.paper.logo import LogoProblem


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of issuing: the document as it now stands, and what an insurer would still say of it.

    Where a finding stops, the document is not issued. `problem` is a sentence where something else went wrong.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    problem: str | None = None

    @property
    def done(self) -> bool:
        """Whether the document was issued."""
        return self.document.state == ISSUED


class _Stopped(Exception):
    """Gives the number back: what was asked for may not be issued."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.findings = findings


def issue(book: Book, desk: Desk, number: int, pages: Pages = PAGES) -> Issued:
    """Numbers, prints and stores a draft or waiting document, all in one transaction; on `desk.today`, by the store as
    it is on that day.

    Already issued: itself again, nothing is doubled. BookProblem where the book cannot be written or the document was
    voided. `pages` makes the page of each kind.
    """
    try:
        with file.transaction(book.connection):
            document = documents.read(book, number)
            if document.state == ISSUED:
                return Issued(document)
            if document.deleted:
                raise NotAllowed("This draft was dropped; bring it back before it is issued")
            return _issued(book, desk, documents.still_open(document), pages)
    except _Stopped as stopped:
        return Issued(documents.read(book, number), stopped.findings)
    except (NotRight, LogoProblem) as problem:
        return Issued(documents.read(book, number), problem=str(problem))


def as_issued(book: Book, document: Document, held: Mapping[str, Any], number: str, on: date) -> dict[str, Any]:
    """The request that a draft is issued from: what it holds, with what only that moment knows. A credit tells of a
    store what the paper told that it gives back of."""
    wire = dict(held) | {"number": number, "issued_on": on.isoformat()}
    if document.kind == CREDIT:
        return wire | {"earlier": _earlier(book, document.of)}
    return parties.with_store(book, wire)


def issue_many(
    book: Book, desk: Desk, numbers: Sequence[int], go_on: Callable[[Issued], bool], pages: Pages = PAGES
) -> list[Issued]:
    """Issues documents one after the other, each for itself; one that fails does not stop the others.

    `go_on` hears of each; False stops before the next. What was issued stays so, whatever happens after; asked again
    with the same numbers, nothing is doubled.
    """
    done = []
    for number in numbers:
        done.append(_one_of_many(book, desk, number, pages))
        if not go_on(done[-1]):
            break
    return done


def corrected_copy(book: Book, number: int) -> Document:
    """A draft with everything in it that takes the place of an issued document, or the one that was begun before.

    The old one holds until the draft is issued; in that moment, in one transaction, it is voided and both know of each
    other. So nobody is ever without a paper that holds: not after a power cut, not when the draft is dropped.
    BookProblem where the document is not issued, or is voided.
    """
    with file.transaction(book.connection):
        old = _issued_only(documents.read(book, number))
        begun = documents.correction_of(book, number)
        if begun is not None:
            return begun
        held = documents.content(book, number)
        fresh = _beside(old, old.kind, replaces=old.id, of=old.of)
        wire = _unnumbered(later_payments.wire_with(book, number, held.wire))
        return documents.store(book, fresh, Content(wire, held.form))


def credit(book: Book, number: int, places: Sequence[int] | None = None, reason: str | None = None) -> Document:
    """A draft that gives back the lines at these places (counted from 0; None: everything) of an issued document.

    It names the original; `keep` changes what comes back, `issue` issues it like any other. BookProblem where the
    original is not issued, or is a credit.
    """
    with file.transaction(book.connection):
        return documents.store(book, *fresh_credit(book, number, places, reason))


def fresh_credit(
    book: Book, number: int, places: Sequence[int] | None = None, reason: str | None = None
) -> tuple[Document, Content]:
    """The same, and nothing of it is in the book yet."""
    original = _issued_only(documents.read(book, number))
    if original.kind == CREDIT:
        raise NotAllowed(f"{original.number} is a credit itself; a corrected copy takes its place")
    sold = later_payments.wire_with(book, number, documents.content(book, number).wire)
    wire = {
        "issued_on": None,
        "language": sold["language"],
        "number": None,
        "reason": reason,
        "original": sold,
        "returned": _returned(sold, places),
        "earlier": _earlier(book, number),
    }
    return _beside(original, CREDIT, replaces=None, of=number), Content(wire)


def _returned(sold: Mapping[str, Any], places: Sequence[int] | None) -> dict[str, Any]:
    """Whole lines as they were charged; with everything also what has no code, and the tax."""
    lines = sold["lines"]
    chosen = range(len(lines)) if places is None else [place for place in places if 0 <= place < len(lines)]
    everything = places is None
    charges = sold.get("other_charges", []) if everything else []
    return {
        "lines": [{"line": at, "units": lines[at]["units"], "amount": lines[at]["charge"]} for at in chosen],
        "other_charges": [{"charge": at, "amount": charge["amount"]} for at, charge in enumerate(charges)],
        "tax": sold.get("tax") if everything else None,
        "refunds": [],
    }


def _earlier(book: Book, number: int | None) -> list[dict[str, Any]]:
    """What was given back of a document before."""
    wires = papers.given_back(book.connection, number) if number is not None else []
    return [json.loads(wire)["returned"] for wire in wires]


def _one_of_many(book: Book, desk: Desk, number: int, pages: Pages) -> Issued:
    try:
        return issue(book, desk, number, pages)
    except BookProblem as problem:
        return Issued(_as_it_is(book, number), problem=str(problem))
    except Exception as error:  # one page that cannot be drawn must not stop the others
        return Issued(_as_it_is(book, number), problem=f"The page could not be made ({type(error).__name__})")


def _as_it_is(book: Book, number: int) -> Document:
    try:
        return documents.read(book, number)
    except BookProblem:
        return Document(id=number)


def _issued(book: Book, desk: Desk, document: Document, pages: Pages) -> Issued:
    _void_replaced(book, document)
    today = desk.today
    name = _next_number(book, document.kind, today.year)
    held = documents.content(book, document.id)
    wire = as_issued(book, document, held.wire, name, today)
    page = pages[document.kind](desk, wire, _what_goes_beside(book, document))
    if page.pdf is None:
        raise _Stopped(page.findings)
    paper = papers.Paper(page.pdf, hashlib.sha256(page.pdf).hexdigest(), desk.catalogue.edition, book.now())
    numbered = replace(document, state=ISSUED, number=name, issued_on=today, total=page.total, paid=page.paid)
    issued = replace(numbered, sha256=paper.sha256, reasons=(), ready=False)
    kept = documents.held(issued, Content(wire, held.form))
    done = papers.issue(book.connection, issued, kept, paper, told(document, wire, desk.catalogue))
    if document.kind == CREDIT and document.of is not None:
        later_payments.note_credits(book, document.of)
    return Issued(done, page.findings)


def _void_replaced(book: Book, document: Document) -> None:
    """A corrected copy goes out: the one that it takes the place of holds no more."""
    if document.replaces is None:
        return
    old = documents.read(book, document.replaces)
    if old.state == VOIDED:
        raise NotAllowed(f"{old.number} was voided before; correct the document that took its place")
    voided = replace(old, state=VOIDED, replaced_by=document.id)
    papers.change(book.connection, voided, book.now())


def _next_number(book: Book, kind: str, year: int) -> str:
    return number_of(store.read(book), kind, year, papers.next_number(book.connection, kind, year))


def _what_goes_beside(book: Book, document: Document) -> Beside:
    replaced = documents.read(book, document.replaces).number if document.replaces is not None else None
    return Beside(replaced, store.logo(book))


def _issued_only(document: Document) -> Document:
    if document.state == VOIDED:
        raise NotAllowed(f"{document.number} was voided; the document that took its place can be corrected")
    if document.state != ISSUED:
        raise NotAllowed("This document is not issued yet; change it as it is")
    return document


def _unnumbered(wire: Mapping[str, Any]) -> dict[str, Any]:
    return dict(wire) | {"number": None, "issued_on": None}


def _beside(document: Document, kind: str, *, replaces: int | None, of: int | None) -> Document:
    """A new document about the same patient, plan and order."""
    return Document(
        kind=kind,
        patient_id=document.patient_id,
        coverage_id=document.coverage_id,
        order_id=document.order_id,
        replaces=replaces,
        of=of,
    )
