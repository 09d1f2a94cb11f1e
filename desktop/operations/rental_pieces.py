"""Which pieces of equipment a rental has out, from its history; and what becomes of those that come back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.book import patients, pieces, rental_events
from db.book.rental_rows import Piece, RentalEvent, RentalUnit
from db.problems import NotAllowed
from desktop.core.rental_history import What
from desktop.operations import rental_held
from desktop.operations.book import Book
from desktop.operations.rental_held import Held
from desktop.operations.rental_words import rental_words

WITH_PATIENT, IN_STOCK = "with_patient", "in_stock"
_MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class _Out:
    """What a unit has out (None: nothing), and the event by which what was out before came back."""

    piece_id: int | None
    came_back_by: RentalEvent | None


def place(book: Book, held: Held, today: date) -> None:
    """Notes in the register what a rental has out today. BookProblem where another patient has it."""
    problem = taken(book, held, today)
    if problem is not None:
        raise NotAllowed(problem)
    wanted = _out(held, today)
    now = {piece.id: piece for piece in pieces.of_units(book.connection, [unit.id for unit in held.units])}
    for piece in now.values():
        if piece.id not in wanted or wanted[piece.id] != piece.unit_id:
            _came_back(book, held, piece, today)
    for piece_id, unit_id in wanted.items():
        if piece_id not in now or now[piece_id].unit_id != unit_id:
            piece = pieces.PIECES.read(book.connection, piece_id)
            out = replace(
                piece, state=WITH_PATIENT, place=None, patient_id=held.rental.patient_id, unit_id=unit_id, deleted=False
            )
            pieces.change(book.connection, out)


def taken(book: Book, held: Held, today: date) -> str | None:
    """A sentence where another patient has what this rental has out."""
    own = {unit.id for unit in held.units}
    for piece_id in _out(held, today):
        piece = pieces.PIECES.read(book.connection, piece_id)
        if piece.unit_id is not None and piece.unit_id not in own and piece.patient_id is not None:
            who = patients.PATIENTS.read(book.connection, piece.patient_id).name
            return (
                f"Serial number {piece.serial} is with {who}; note there first that it came back, or type another "
                "serial number"
            )
    return None


def current(held: Held, unit: RentalUnit, today: date) -> int | None:
    """The piece that a unit has out, by its id."""
    return _of(held, unit, today).piece_id


def corrected(book: Book, unit: RentalUnit, piece: Piece, today: date) -> RentalUnit:
    """The unit, where this is the piece that it has out: it was noted wrongly, with the delivery or when it came in
    place of another. In the transaction of whoever asks."""
    held = rental_held.read(book.connection, unit.rental_id)
    out = _of(held, unit, today)
    if out.piece_id == piece.id:
        return unit
    if out.piece_id is None or out.piece_id == unit.piece_id:
        return replace(unit, piece_id=piece.id)
    event = next(each for each in reversed(held.concerning(unit)) if each.piece_id == out.piece_id)
    rental_events.save(book.connection, replace(event, piece_id=piece.id), book.now())
    return unit


def _out(held: Held, today: date) -> Mapping[int, int]:
    """The units by the pieces that they have out."""
    if held.rental.deleted:
        return {}
    found = ((_of(held, unit, today).piece_id, unit.id) for unit in held.units)
    return {piece_id: unit_id for piece_id, unit_id in found if piece_id is not None}


def _of(held: Held, unit: RentalUnit, today: date) -> _Out:
    piece_id, by = unit.piece_id, None
    for event in held.concerning(unit):
        if event.on is None or event.on > today:
            continue
        if event.what == What.ENDED:
            piece_id, by = None, event
        elif event.piece_id is not None and event.piece_id != piece_id:
            piece_id, by = event.piece_id, event
    return _Out(piece_id, by)


def _came_back(book: Book, held: Held, piece: Piece, today: date) -> None:
    unit = held.unit(piece.unit_id or 0)
    by = _of(held, unit, today).came_back_by if unit else None
    why = (by.why or _MODALITY) if by else None
    state = next((state.key for state in rental_words().states if why in state.after), IN_STOCK)
    back = replace(piece, state=state, patient_id=None, unit_id=None)
    pieces.change(book.connection, back)
