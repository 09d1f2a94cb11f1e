"""Telling the audit what changes no row of the book: whose page was opened, what was printed, saved, taken away.

What is made, changed and deleted the book tells by itself.
"""

from collections.abc import Mapping

from db.book import audit, file
from desktop.operations.book import Book

OPENED, PRINTED, SAVED, EXPORTED, TAKEN_OUT = "opened", "printed", "saved", "exported", "taken out"
BACKED_UP, RESTORED, VERIFIED, PLACE_CHOSEN = "backed up", "restored", "verified", "place chosen"
SIGNED_IN, SIGNED_OUT, LOCKED = "signed in", "signed out", "locked"


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

    `details` are fields and their values, `patient_id` whose it is. It is on the disk when this returns. BookProblem.
    """
    with file.transaction(book.connection) as connection:
        audit.note(connection, book.now(), what, noun, number, patient_id=patient_id, details=details)
