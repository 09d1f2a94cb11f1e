"""The credit of what a customer brings back, while it is being written: begun once, and looked at as it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from db.book.rows import Document
from desktop.border import NotRight
from desktop.core import money
from desktop.core.finding import Finding, forbidden
from desktop.desk import Desk
from desktop.operations import documents, issuing, receipt
from desktop.operations.book import Book
from desktop.operations.documents import CREDIT, DRAFT, Content

_TO_COME = "to come"


@dataclass(frozen=True, slots=True)
class Looked:
    """The credit as it stands: its page, what is to be said of it, and what it comes to. `problem`: a text that no
    request may hold, and then there is nothing else."""

    pdf: bytes | None = None
    findings: Sequence[Finding] = ()
    total: Decimal = money.ZERO
    problem: str = ""

    @property
    def may_be_issued(self) -> bool:
        """Whether nothing stops it."""
        return self.pdf is not None and not forbidden(tuple(self.findings))


def begin(book: Book, number: int) -> tuple[Document, Content]:
    """The half-made credit of an issued document with what it holds, or a new one in which nothing came back yet; that
    has no id, and nothing of it is in the book before something is typed.

    BookProblem where the original is not issued, or is a credit.
    """
    for linked in documents.linked(book, number):
        if (linked.kind, linked.state) == (CREDIT, DRAFT):
            return linked, documents.content(book, linked.id)
    return issuing.fresh_credit(book, number, [])


def looked_at(desk: Desk, wire: Mapping[str, Any]) -> Looked:
    """How a credit would look if it were issued today."""
    asked = dict(wire) | {"number": _TO_COME, "issued_on": desk.today.isoformat()}
    try:
        made = receipt.credit(desk, asked, draft=True)
    except NotRight as problem:
        return Looked(problem=str(problem))
    return Looked(made.pdf, made.answer.findings, money.parse(made.answer.total))
