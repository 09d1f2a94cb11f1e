"""Issuing: a document gets its number and its paper, once and for ever; corrected, given back, many in one go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from db.book.rows import Document
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations.book import Book


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
        return self.document.state == "issued"


def issue(book: Book, desk: Desk, number: int) -> Issued:
    """Numbers, prints and stores a draft or waiting document, all in one transaction; on `desk.today`.

    Already issued: itself again, nothing is doubled. BookProblem where the book cannot be written.
    """


def issue_many(book: Book, desk: Desk, numbers: Sequence[int], go_on: Callable[[Issued], bool]) -> list[Issued]:
    """Issues documents one after the other, each for itself; one that fails does not stop the others.

    `go_on` hears of each; False stops before the next. What was issued stays so, whatever happens after.
    """


def corrected_copy(book: Book, number: int) -> Document:
    """Voids an issued superbill or receipt, and opens a draft with everything in it that takes its place.

    Both know of each other. BookProblem where it is not issued, or was voided before.
    """


def credit(book: Book, desk: Desk, number: int, places: Sequence[int] | None = None) -> Document:
    """A draft that gives back the lines at these places (counted from 0; None: all) of an issued document.

    It names the original; issue it like any other.
    """
