"""The entries of the audit, read again: by whom, of whom, what and when."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.book.audit_link import moment
from db.book.records import ask
from db.driver import Connection

_COLUMNS = "id, at, user_id, user_name, door, what, noun, noun_id, patient_id, details"


@dataclass(frozen=True, slots=True)
class Field:
    """A field before and after."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the audit. `at` and the user are None where nobody has told them; `door` is None for the window."""

    id: int
    at: datetime | None
    user_id: int | None
    user_name: str | None
    door: str | None
    what: str
    noun: str
    noun_id: int | None
    patient_id: int | None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries; what is None or empty asks nothing. `whats` and `nouns` are meant, `not_whats` are not.

    `since` and `before` are moments, the second one not meant any more; `text` is looked for in what fields hold and
    in the names of users, in any case.
    """

    user_id: int | None = None
    patient_id: int | None = None
    whats: Sequence[str] = ()
    nouns: Sequence[str] = ()
    not_whats: Sequence[str] = ()
    since: datetime | None = None
    before: datetime | None = None
    text: str = ""


def page(connection: Connection, asked: Asked, limit: int, below: int | None = None) -> list[Entry]:
    """The entries that are asked for, the latest first; of these, those below a number."""
    held, values = _held(asked)
    if below is not None:
        held.append("id < ?")
        values.append(below)
    where = f"where {' and '.join(held)}" if held else ""
    question = f"select {_COLUMNS} from audit {where} order by id desc limit ?"  # noqa: S608 -- own names
    return [_entry(row) for row in ask(connection, question, [*values, limit])]


def _held(asked: Asked) -> tuple[list[str], list[object]]:
    """What is asked of each entry, and the values for that."""
    held, values = list[str](), list[object]()
    sides: tuple[tuple[str, object], ...] = (
        ("user_id = ?", asked.user_id),
        ("patient_id = ?", asked.patient_id),
        ("at >= ?", asked.since and moment(asked.since)),
        ("at < ?", asked.before and moment(asked.before)),
        ("audit_holds(?, details, user_name)", asked.text.casefold() or None),
    )
    for question, value in sides:
        if value is not None:
            held.append(question)
            values.append(value)
    for column, names in (("what in", asked.whats), ("noun in", asked.nouns), ("what not in", asked.not_whats)):
        if names:
            held.append(f"{column} ({', '.join('?' * len(names))})")
            values += names
    return held, values


def _entry(row: Sequence[Any]) -> Entry:
    number, at, *told, details = row
    user_id, user_name, door, what, noun, noun_id, patient_id = told
    fields = tuple(Field(*field) for field in json.loads(details)) if details else ()
    moment_of = datetime.fromisoformat(at) if at else None
    return Entry(number, moment_of, user_id, user_name, door, what, noun, noun_id, patient_id, fields)
