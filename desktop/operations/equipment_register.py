"""The store's equipment by serial number: what it is, where it is, with whom. A serial is with one patient at most."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.book.rental_rows import Piece
from desktop.operations.book import Book


@dataclass(frozen=True, slots=True)
class State:
    """What can be said of a piece's place: `key` stands in the book, `words` on the screen."""

    key: str
    words: str
    help: str


@dataclass(frozen=True, slots=True)
class Held:
    """A piece and the name of the patient who has it, if one has."""

    piece: Piece
    patient_name: str | None


def states() -> tuple[State, ...]:
    """All states, in the order of a piece's life."""
    raise NotImplementedError


def find(book: Book, text: str = "", states: Sequence[str] = (), limit: int = 500, offset: int = 0) -> list[Held]:
    """Pieces whose serial number, maker, model or patient holds every word of the text, in these states (none: all)."""
    raise NotImplementedError


def by_serial(book: Book, serial: str) -> Held | None:
    """The piece with this serial number, however its letters, blanks and hyphens are typed."""
    raise NotImplementedError


def read(book: Book, number: int) -> Piece:
    """The piece with this id. BookProblem where there is none."""
    raise NotImplementedError


def save(book: Book, piece: Piece) -> Piece:
    """Keeps a piece: new, or with what was changed. With whom it is, only rentals say.

    BookProblem where its serial number is another's, or it is with a patient and the state says otherwise.
    """
    raise NotImplementedError


def delete(book: Book, number: int) -> None:
    """Takes a piece out of the register; `undo_delete` brings it back. BookProblem where a patient has it."""
    raise NotImplementedError


def undo_delete(book: Book, number: int) -> None:
    """Brings it back. BookProblem where its serial number is another's by now."""
    raise NotImplementedError
