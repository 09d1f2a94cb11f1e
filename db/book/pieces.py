"""The store's equipment by serial number: each in one row, with one patient at most."""

from collections.abc import Sequence

from db.book.records import Table, ask
from db.book.rental_rows import Piece
from db.driver import Connection

PIECES = Table("pieces", Piece, "piece of equipment")


def save(connection: Connection, piece: Piece, serial_key: str, search: str) -> Piece:
    """Keeps a piece; `serial_key` is its serial number folded, `search` what it is found by."""
    return PIECES.save(connection, piece, serial_key=serial_key, search=search)


def change(connection: Connection, piece: Piece) -> Piece:
    """Keeps where a piece is and with whom; what it is stays."""
    return PIECES.save(connection, piece)


def set_deleted(connection: Connection, number: int, *, deleted: bool) -> None:
    """Takes a piece out of the register, or puts it back."""
    PIECES.mark_deleted(connection, number, deleted=deleted)


def by_serial(connection: Connection, serial_key: str) -> Piece | None:
    """The piece with this serial number."""
    return next(iter(PIECES.find(connection, "where serial_key = ? and deleted = 0", [serial_key])), None)


def of_units(connection: Connection, unit_ids: Sequence[int]) -> list[Piece]:
    """What is with a patient as one of these units."""
    places = ", ".join("?" * len(unit_ids))
    return PIECES.find(connection, f"where unit_id in ({places}) order by id", list(unit_ids))


def find(
    connection: Connection, parts: Sequence[str], states: Sequence[str], limit: int, offset: int
) -> list[tuple[Piece, str | None]]:
    """Pieces whose words or patient's name hold all parts, in these states (none: all), with the patient's name."""
    held = ["pieces.deleted = 0"]
    values: list[object] = []
    if states:
        held.append(f"pieces.state in ({', '.join('?' * len(states))})")
        values += list(states)
    for part in parts:
        held.append("(pieces.search like ? or patients.last_key like ? or patients.first_key like ?)")
        values += [f"%{part}%"] * 3
    columns = PIECES.select.partition(" from ")[0]
    question = (
        f"{columns}, patients.first, patients.last from pieces left join patients on patients.id = pieces.patient_id "
        f"where {' and '.join(held)} order by pieces.search, pieces.id limit ? offset ?"
    )
    own = len(PIECES.columns)
    return [
        (PIECES.row(cells[:own]), " ".join(part for part in cells[own:] if part) or None)
        for cells in ask(connection, question, [*values, limit, offset])
    ]
