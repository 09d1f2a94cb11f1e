"""What the catalogue knows of a code, a place or a diagnosis; of a diagnosis, on a day.

Every function raises CatalogueDamaged where the file does not hold what it must.
"""

import json
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar

from db import driver
from db.connection import ask
from db.problems import CatalogueDamaged
from db.rows import CodeRow, DiagnosisRow, FieldRow, KnowledgeRow

P = ParamSpec("P")
T = TypeVar("T")


def _sound(question: Callable[P, T]) -> Callable[P, T]:
    """What is found but cannot be read is damage, too."""

    @wraps(question)
    def asked(*values: P.args, **named: P.kwargs) -> T:
        try:
            return question(*values, **named)
        except (ValueError, TypeError, AttributeError) as error:
            raise CatalogueDamaged("a row cannot be read") from error

    return asked


@_sound
def about(connection: driver.Connection) -> dict[str, str]:
    """What the catalogue says of itself: its edition, what it was made from."""
    return dict(ask(connection, "select name, value from about"))


@_sound
def code(connection: driver.Connection, code: str) -> CodeRow | None:
    """A HCPCS code or modifier as the newest complete release has it, else one that a later bare list names."""
    asked = "select code, kind, short, long, added, terminated from codes where code = ?"
    for found, kind, short, long, added, terminated in ask(connection, asked, [code]):
        return CodeRow(found, kind, short, long, _day(added), _day(terminated))
    return CodeRow(code, "code", None, None, None, None) if is_listed(connection, code) else None


def titles(connection: driver.Connection, part: str) -> list[str]:
    """The titles of the official files of a part, the oldest first."""
    return [row[0] for row in ask(connection, "select title from files where part = ? order by first_day", [part])]


def is_listed(connection: driver.Connection, code: str) -> bool:
    """Whether the later bare list names a code."""
    return bool(ask(connection, "select 1 from listed where code = ?", [code]))


@_sound
def record(connection: driver.Connection, code: str) -> dict[str, str]:
    """The filled cells of the official record by the headings of the official file; empty where there is none."""
    found = ask(connection, "select cells from records where code = ?", [code])
    return dict(json.loads(found[0][0])) if found else {}


@_sound
def fields(connection: driver.Connection) -> list[FieldRow]:
    """The fields of the official record in their order, with the meaning of every value that has one."""
    meanings: dict[str, dict[str, str]] = {}
    for name, value, words in ask(connection, "select field, value, words from meanings"):
        meanings.setdefault(name, {})[value] = words
    found = ask(connection, "select name, label, kind, headings, blank, blank_from, words from fields order by place")
    return [
        FieldRow(name, label, kind, tuple(json.loads(headings)), blank, blank_from, words, meanings.get(name, {}))
        for name, label, kind, headings, blank, blank_from, words in found
    ]


def place_of_service(connection: driver.Connection, place: str) -> str | None:
    """The name of a place of service."""
    return next(
        (row[0] for row in ask(connection, "select name from places_of_service where place = ?", [place])), None
    )


@_sound
def states(connection: driver.Connection, prefix: str) -> tuple[str, ...]:
    """The states in which ZIP codes begin with these three digits."""
    found = ask(connection, "select states from zip_prefixes where prefix = ?", [prefix])
    return tuple(found[0][0].split()) if found else ()


def has_diagnoses(connection: driver.Connection, on: date) -> bool:
    """Whether one of the diagnosis sets covers a day."""
    asked = "select 1 from diagnosis_sets where first_day <= ?1 and ?1 < until"
    return bool(ask(connection, asked, [on.isoformat()]))


def diagnosis(connection: driver.Connection, code: str, on: date) -> DiagnosisRow | None:
    """A diagnosis, without its dot, as the set of that day has it."""
    return next((row for row in diagnoses(connection, code) if row.first_day <= on < row.until), None)


@_sound
def diagnoses(connection: driver.Connection, code: str) -> list[DiagnosisRow]:
    """A diagnosis, without its dot, in all its wordings, the oldest first."""
    asked = "select code, first_day, until, billable, short, long from diagnoses where code = ? order by first_day"
    return [
        DiagnosisRow(found, date.fromisoformat(first_day), date.fromisoformat(until), bool(billable), short, long)
        for found, first_day, until, billable, short, long in ask(connection, asked, [code])
    ]


@_sound
def knowledge(connection: driver.Connection, code: str) -> list[KnowledgeRow]:
    """What a clerk must know about a code."""
    asked = "select heading, words, sources, mark from knowledge where code = ? order by place"
    return [
        KnowledgeRow(heading, words, tuple(json.loads(sources)), mark)
        for heading, words, sources, mark in ask(connection, asked, [code])
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
