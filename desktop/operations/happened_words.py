"""The words of what happened, from the shipped list: kinds to choose from, what was done to what, and each field.

Read without the border, for start-up time.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from db.book.audit_names import Names
from desktop import files

FILE = "book/happened.toml"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*")


@dataclass(frozen=True, slots=True)
class Kind:
    """What may be chosen: what was done, to what (empty: anything), and what of that is not meant."""

    id: str
    words: str
    whats: tuple[str, ...]
    nouns: tuple[str, ...]
    not_whats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a field is called; `refers`: it is the number of a row of that table; `values`: the words for the book's."""

    words: str
    refers: str | None = None
    flag: bool = False
    values: Mapping[str, str] = field(default_factory=dict)


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds, in their order."""
    return {
        kind["id"]: Kind(
            kind["id"], kind["words"], *(tuple(kind.get(of, ())) for of in ("whats", "nouns", "not_whats"))
        )
        for kind in _read()["kind"]
    }


@cache
def fields() -> Mapping[str, FieldWords]:
    """The words of each field."""
    return {name: FieldWords(**told) for name, told in _read()["field"].items()}


def did(what: str) -> str:
    """What was done."""
    words: str = _read()["did"].get(what, what)
    return words


def thing(noun: str) -> str:
    """What it was done to."""
    words: str = _read()["noun"].get(noun, noun)
    return words


def label(name: str) -> str:
    """What a field is called."""
    told = fields().get(name)
    return told.words if told is not None else name


def value(name: str, cell: Any, names: Names) -> str:
    """What a field holds, as a person says it; empty where it holds nothing."""
    told = fields().get(name)
    if cell is None or told is None:
        return "" if cell is None else str(cell)
    if told.flag:
        return "yes" if cell else "no"
    if told.refers is not None and isinstance(cell, int):
        return names.of(told.refers, cell) or f"number {cell}"
    return told.values.get(str(cell)) or _written(str(cell))


def _written(text: str) -> str:
    """Days, moments and lists as they are written for a person; all else as it is."""
    try:
        if _DAY.fullmatch(text):
            return f"{date.fromisoformat(text):%m/%d/%Y}"
        if _MOMENT.fullmatch(text):
            return f"{datetime.fromisoformat(text).astimezone():%m/%d/%Y %H:%M}"
        if text.startswith("["):
            return ", ".join(str(each) for each in json.loads(text))
    except (ValueError, TypeError):
        pass
    return text


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files.resource(FILE).decode("utf-8"))
