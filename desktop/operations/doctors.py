"""The store's doctors."""

from db.book import file, listed
from db.book.rows import Doctor
from desktop.core import search_keys
from desktop.operations.book import Book

_MOST = 500


def read(book: Book, number: int) -> Doctor:
    """The doctor with this id, a deleted one too. BookProblem where there is none."""
    return listed.DOCTORS.read(book.connection, number)


def find(book: Book, text: str = "", limit: int = _MOST) -> list[Doctor]:
    """Those that hold every word of what was typed, in the order of names; all of them for nothing typed."""
    return listed.find(book.connection, listed.DOCTORS, search_keys.words(text), limit)


def save(book: Book, doctor: Doctor) -> Doctor:
    """Keeps the doctor; the row as it now stands, with an id."""
    with file.transaction(book.connection) as connection:
        return listed.save(connection, listed.DOCTORS, doctor, found_by(doctor), book.now())


def delete(book: Book, number: int) -> None:
    """Takes the doctor out of every list; `undo_delete` brings it back. What was issued stays as it is."""
    _set_deleted(book, number, deleted=True)


def undo_delete(book: Book, number: int) -> None:
    """Brings a deleted doctor back."""
    _set_deleted(book, number, deleted=False)


def found_by(doctor: Doctor) -> str:
    """What the doctor is found by and ordered by."""
    return " ".join(search_keys.words(" ".join(filter(None, (doctor.last, doctor.first, doctor.npi)))))


def _set_deleted(book: Book, number: int, *, deleted: bool) -> None:
    with file.transaction(book.connection) as connection:
        listed.set_deleted(connection, listed.DOCTORS, number, book.now(), deleted=deleted)
