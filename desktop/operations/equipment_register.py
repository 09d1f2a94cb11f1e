"""The store's equipment by serial number: what it is, where it is, with whom. A serial is with one patient at most."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.book import file, patients, pieces
from db.book.rental_rows import Piece
from db.book.rows import NEW
from db.problems import NotAllowed
from desktop.core import search_keys
from desktop.operations.book import Book
from desktop.operations.rental_pieces import IN_STOCK, WITH_PATIENT
from desktop.operations.rental_words import State, rental_words

__all__ = ["State"]


@dataclass(frozen=True, slots=True)
class Held:
    """A piece and the name of the patient who has it, if one has."""

    piece: Piece
    patient_name: str | None


def states() -> tuple[State, ...]:
    """All states, in the order of a piece's life."""
    return rental_words().states


def find(book: Book, text: str = "", states: Sequence[str] = (), limit: int = 500, offset: int = 0) -> list[Held]:
    """Pieces whose serial number, maker, model or patient holds every word of the text, in these states (none: all)."""
    found = pieces.find(book.connection, search_keys.sought(text), states, limit, offset)
    return [Held(piece, name) for piece, name in found]


def by_serial(book: Book, serial: str) -> Held | None:
    """The piece with this serial number, however its letters, blanks and hyphens are typed."""
    piece = _with_serial(book, serial)
    return Held(piece, _whose(book, piece)) if piece else None


def read(book: Book, number: int) -> Piece:
    """The piece with this id. BookProblem where there is none."""
    return pieces.PIECES.read(book.connection, number)


def save(book: Book, piece: Piece) -> Piece:
    """Keeps a piece: new, or with what was changed. With whom it is, only rentals say.

    BookProblem where its serial number is another's, or it is with a patient and the state says otherwise.
    """
    with file.transaction(book.connection):
        before = read(book, piece.id) if piece.id != NEW else Piece()
        _alone(book, piece)
        if before.unit_id is not None and piece.state != before.state:
            who = _whose(book, before)
            raise NotAllowed(f"Serial number {before.serial} is rented by {who}; note at the rental that it came back")
        if before.unit_id is None and piece.state == WITH_PATIENT and piece.patient_id is None:
            raise NotAllowed("Say with which patient it is, or choose another place")
        return _keep(book, replace(piece, unit_id=before.unit_id))


def delete(book: Book, number: int) -> None:
    """Takes a piece out of the register; `undo_delete` brings it back. BookProblem where a patient rents it."""
    with file.transaction(book.connection) as connection:
        piece = read(book, number)
        if piece.unit_id is not None:
            raise NotAllowed(
                f"Serial number {piece.serial} is rented by {_whose(book, piece)}; it stays in the register"
            )
        pieces.set_deleted(connection, number, deleted=True)


def undo_delete(book: Book, number: int) -> None:
    """Brings it back. BookProblem where its serial number is another's by now."""
    with file.transaction(book.connection) as connection:
        _alone(book, read(book, number))
        pieces.set_deleted(connection, number, deleted=False)


def known(book: Book, piece: Piece) -> Piece:
    """The piece of the register that is meant: the one with this serial number, else the one with this id, whose serial
    number was another; a new one where it knows none. In the transaction of whoever asks."""
    there = _with_serial(book, piece.serial) or (read(book, piece.id) if piece.id != NEW else None)
    if there is None:
        return _keep(book, replace(piece, id=NEW, state=IN_STOCK, patient_id=None, unit_id=None))
    told = replace(
        there,
        product_id=piece.product_id or there.product_id,
        maker=piece.maker or there.maker,
        model=piece.model or there.model,
        serial=piece.serial if _other(piece, there) else there.serial,
    )
    return there if told == there else _keep(book, told)


def _keep(book: Book, piece: Piece) -> Piece:
    search = " ".join(search_keys.words(" ".join(filter(None, (piece.maker, piece.model, piece.serial)))))
    return pieces.save(book.connection, piece, search_keys.name(piece.serial), search)


def _other(piece: Piece, there: Piece) -> bool:
    """Whether a piece has another serial number than the register says, and not merely one typed otherwise."""
    return bool(piece.serial) and search_keys.name(piece.serial) != search_keys.name(there.serial)


def _with_serial(book: Book, serial: str | None) -> Piece | None:
    key = search_keys.name(serial)
    return pieces.by_serial(book.connection, key) if key else None


def _alone(book: Book, piece: Piece) -> None:
    """NotAllowed where another piece has the serial number."""
    other = _with_serial(book, piece.serial)
    if other is not None and other.id != piece.id:
        with_whom = _whose(book, other)
        where = f"is with {with_whom}" if with_whom else "is in the register already"
        raise NotAllowed(
            f"Serial number {other.serial} ({other.name}) {where}; where two makers use one number, write the maker "
            "before it"
        )


def _whose(book: Book, piece: Piece) -> str | None:
    return patients.PATIENTS.read(book.connection, piece.patient_id).name if piece.patient_id is not None else None
