"""Issuing: a document gets its number and its paper, once and for ever; corrected, given back, many in one go.

Loads the paper's libraries, so the window imports it late.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from db.book import file, papers
from db.book.rows import Document, IssuedLine, Payment, Store
from db.problems import NotAllowed
from desktop.border import NotRight
from desktop.core import money
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations import documents, store
from desktop.operations.book import Book, BookProblem
from desktop.operations.documents import CREDIT, ISSUED, RECEIPT, SUPERBILL, VOIDED, Content
from desktop.operations.document_pages import PAGES, Linked, Pages

_RUNNING_DIGITS = 6


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
    """Numbers, prints and stores a draft or waiting document, all in one transaction; on `desk.today`.

    Already issued: itself again, nothing is doubled. BookProblem where the book cannot be written or the document was
    voided. `pages` makes the page of each kind.
    """
    try:
        with file.transaction(book.connection):
            document = documents.read(book, number)
            if document.state == ISSUED:
                return Issued(document)
            return _issued(book, desk, documents.still_open(document), pages)
    except _Stopped as stopped:
        return Issued(documents.read(book, number), stopped.findings)
    except NotRight as problem:
        return Issued(documents.read(book, number), problem=f"{problem.path}: {problem.words}")


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
    """Voids an issued superbill or receipt, and opens a draft with everything in it that takes its place.

    Both know of each other. BookProblem where it is not issued, or was voided before.
    """
    with file.transaction(book.connection) as connection:
        old = _issued_only(documents.read(book, number))
        held = documents.content(book, number)
        fresh = Document(kind=old.kind, replaces=old.id, of=old.of, **_whose(old))
        copy = documents.store(book, fresh, Content(_unnumbered(held.wire), held.form))
        papers.change(connection, replace(old, state=VOIDED, replaced_by=copy.id), "voided", book.now())
        return copy


def credit(book: Book, number: int, places: Sequence[int] | None = None) -> Document:
    """A draft that gives back the lines at these places (counted from 0; None: all) of an issued document.

    It names the original; issue it like any other. Its request has the amounts as they were charged; its `total` is
    negative. BookProblem where the original is not issued, or a line was given back before.
    """
    with file.transaction(book.connection):
        original = _issued_only(documents.read(book, number))
        if original.kind == CREDIT:
            raise NotAllowed(f"{original.number} gives back already; a corrected copy takes its place")
        wire = documents.content(book, number).wire
        asked = list(range(len(wire["lines"]))) if places is None else list(places)
        _refuse_twice(book, original, asked)
        given_back = _unnumbered(wire) | {"lines": [wire["lines"][place] for place in asked], "payments": []}
        if len(asked) < len(wire["lines"]):
            given_back |= {"other_charges": [], "tax": "0.00"}
        fresh = Document(kind=CREDIT, of=original.id, **_whose(original))
        return documents.store(book, fresh, Content(given_back, {"places": asked}))


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
    connection, today = book.connection, desk.today
    running = papers.next_number(connection, document.kind, today.year)
    name = f"{_prefix(store.read(book), document.kind)}-{today.year}-{running:0{_RUNNING_DIGITS}}"
    wire = dict(documents.content(book, document.id).wire) | {"number": name, "issued_on": today.isoformat()}
    page = pages[document.kind](desk, wire, _linked(book, document))
    if page.pdf is None:
        raise _Stopped(page.findings)
    sha256 = hashlib.sha256(page.pdf).hexdigest()
    issued = replace(document, state=ISSUED, number=name, issued_on=today, sha256=sha256, reasons=(), ready=False)
    paper = papers.Paper(page.pdf, sha256, json.dumps(wire, ensure_ascii=False), desk.catalogue.edition)
    return Issued(
        papers.issue(
            connection,
            issued,
            paper,
            papers.Told(_lines(desk, document.id, wire), _payments(document, wire), documents.found_by(issued)),
            book.now(),
        ),
        page.findings,
    )


def _prefix(row: Store, kind: str) -> str:
    return {SUPERBILL: row.superbill_prefix, RECEIPT: row.receipt_prefix, CREDIT: row.credit_prefix}[kind]


def _linked(book: Book, document: Document) -> Linked:
    """The numbers of the documents that a page must name, and the store's logo."""

    def number(other: int | None) -> str | None:
        return documents.read(book, other).number if other is not None else None

    return Linked(number(document.replaces), number(document.of), store.logo(book))


def _lines(desk: Desk, number: int, wire: Mapping[str, Any]) -> list[IssuedLine]:
    """The coded lines with the official words of this day's edition."""
    edition = desk.catalogue.edition

    def issued(line: Mapping[str, Any]) -> IssuedLine:
        code = str(line.get("code") or "").strip().upper()
        known = desk.catalogue.code(code)
        words = known.long if known else None
        modifiers = tuple(modifier.strip().upper() for modifier in line.get("modifiers", ()))
        return IssuedLine(number, code, modifiers, words, line.get("units", 1), _amount(line.get("charge")), edition)

    return [issued(line) for line in wire.get("lines", ())]


def _payments(document: Document, wire: Mapping[str, Any]) -> Iterable[Payment]:
    sign = -1 if document.kind == CREDIT else 1
    for paid in wire.get("payments", ()):
        amount = sign * _amount(paid.get("amount"))
        yield Payment(document.id, documents.iso_day(paid.get("on")), paid.get("method"), amount, paid.get("reference"))


def _amount(text: str | None) -> Decimal:
    return money.parse(text) if text else money.ZERO


def _issued_only(document: Document) -> Document:
    if document.state == VOIDED:
        raise NotAllowed(f"{document.number} was voided; the document that took its place can be corrected")
    if document.state != ISSUED:
        raise NotAllowed("This document is not issued yet; change it as it is")
    return document


def _refuse_twice(book: Book, original: Document, places: Sequence[int]) -> None:
    """BookProblem where a line is given back by another credit, or is not there."""
    held = papers.giving_back(book.connection, original.id)
    taken = {place for form in held for place in json.loads(form).get("places", ())}
    last = len(documents.content(book, original.id).wire["lines"])
    for place in places:
        if not 0 <= place < last:
            raise NotAllowed(f"{original.number} has no line {place + 1} to give back")
        if place in taken:
            raise NotAllowed(f"Line {place + 1} of {original.number} is given back already; look at its credits")
    if not places:
        raise NotAllowed(f"Nothing of {original.number} was chosen to give back")


def _unnumbered(wire: Mapping[str, Any]) -> dict[str, Any]:
    return dict(wire) | {"number": None, "issued_on": None}


def _whose(document: Document) -> dict[str, int | None]:
    return {
        "patient_id": document.patient_id,
        "coverage_id": document.coverage_id,
        "order_id": document.order_id,
    }
