"""What waits for something that is missing (a doctor's NPI, a member ID), each with its reasons, until it is ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.book.rows import Document
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations.book import Book


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that waits. `ready` when what was missing has come and it can be issued."""

    document: Document
    ready: bool


def put(book: Book, number: int, findings: Sequence[Finding]) -> Document:
    """Puts a draft on the list; the reasons are the findings that stop."""


def listed(book: Book) -> list[Waiting]:
    """The list, what is ready first, then the longest waiting."""


def look_again(book: Book, desk: Desk) -> list[Waiting]:
    """Fills what has come since into every waiting document (the patient's, the plan's, the doctor's and the store's
    rows as they now stand) and reviews it again; the list as `listed` gives it."""
