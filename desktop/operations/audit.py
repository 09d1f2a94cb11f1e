"""Telling the audit what changes no row of the book: whose page was opened, what was printed, saved, taken away.

What is made, changed and deleted the book tells by itself.
"""

import contextlib
from collections.abc import Mapping, Sequence

from db.book import audit, file
from db.problems import BookProblem
from desktop.operations.book import Book

OPENED, PRINTED, SAVED, EXPORTED, TAKEN_OUT = "opened", "printed", "saved", "exported", "taken out"
BROUGHT_IN, BACKED_UP, VERIFIED, PLACE_CHOSEN = "brought in", "backed up", "verified", "place chosen"
SIGNED_IN, SIGNED_OUT, LOCKED = "signed in", "signed out", "locked"

DUE_LIST, RENTAL_PAPER, RECOVERY_SHEET, REPLACED_BOOK = "due list", "rental paper", "recovery sheet", "replaced book"

Thing = tuple[str, int]
"""What something is done to: its noun and its number."""


def note(  # noqa: PLR0913 -- what an entry is, each once
    book: Book,
    what: str,
    noun: str,
    number: int = 0,
    *,
    patient_id: int | None = None,
    details: Mapping[str, object] | None = None,
) -> None:
    """Tells that whoever has signed in did something: `what` (one of the words above) to which `noun` and its number.

    `details` are fields and their values, `patient_id` whose it is (of patients, papers and rentals the book knows).
    It is on the disk when this returns. BookProblem.
    """
    with file.transaction(book.connection) as connection:
        audit.note(connection, book.now(), what, noun, number, patient_id=patient_id, details=details)


def note_each(book: Book, what: str, things: Sequence[Thing], details: Mapping[str, object] | None = None) -> None:
    """Tells the same of several things, at once."""
    if things:
        with file.transaction(book.connection):
            for noun, number in things:
                note(book, what, noun, number, details=details)


def leave(book: Book, what: str) -> None:
    """Tells that whoever has signed in is gone. A disk that refuses keeps nobody from going."""
    if book.user is not None:
        with contextlib.suppress(BookProblem):
            note(book, what, "user", book.user.id)
