"""What happened in the book, who did it and when: told, and the latest of it read again (all: `db.book.audit_read`).

What changes in tables is told by triggers (`db.book.audit_schema`); `note` tells what changes no row: who signed in,
whose page was opened, what was printed. The ids say enough to whoever has the book; names stand in the details.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from db.book.audit_link import moment
from db.book.first_rows import Happened
from db.book.records import ask
from db.driver import Connection

# Of what one tells without changing it: whose it is.
_WHOSE = {
    "patient": "select id from patients where id = ?",
    "rental": "select patient_id from rentals where id = ?",
    "rental paper": "select patient_id from rentals where id = (select rental_id from rental_papers where id = ?)",
    **dict.fromkeys(("superbill", "receipt", "credit"), "select patient_id from documents where id = ?"),
}


def note(  # noqa: PLR0913 -- what an entry is, each once
    connection: Connection,
    at: datetime,
    what: str,
    noun: str,
    number: int,
    *,
    patient_id: int | None = None,
    details: Mapping[str, object] | None = None,
) -> None:
    """Tells of something, in the transaction of whoever asks. `details` are fields and what they are now; whose it is
    the book finds out where `patient_id` is not given."""
    told = json.dumps([(name, None, value) for name, value in details.items()], ensure_ascii=False) if details else None
    if patient_id is None and noun in _WHOSE:
        patient_id = next(iter(connection.execute(_WHOSE[noun], [number]).fetchone() or ()), None)
    values = [moment(at), what, noun, number, patient_id, told]
    connection.execute(
        "insert into audit (at, what, noun, noun_id, patient_id, details) values (?, ?, ?, ?, ?, ?)", values
    )


def latest(connection: Connection, limit: int) -> list[Happened]:
    """The last entries, the latest first."""
    asked = "select at, what, noun, noun_id from audit order by id desc limit ?"
    return [_happened(row) for row in ask(connection, asked, [limit])]


def of(connection: Connection, noun: str, number: int, limit: int) -> list[Happened]:
    """What happened to one thing, the latest first."""
    asked = "select at, what, noun, noun_id from audit where noun = ? and noun_id = ? order by id desc limit ?"
    return [_happened(row) for row in ask(connection, asked, [noun, number, limit])]


def _happened(row: Sequence[Any]) -> Happened:
    at, *rest = row
    return Happened(datetime.fromisoformat(at) if at else None, *rest)
