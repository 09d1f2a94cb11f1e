"""A value of the book as it is written when everything is taken out: exact, in CSV and in JSON. Bytes that stand in a
row, checksums all of them, are written in hexadecimal digits.

What is not of its column's kind is written as it is, so that nothing is lost.
"""

import json
import math
from collections.abc import Sequence

from desktop.operations.takeout_description import Column

_YES, _STRUCTURES = "yes", ("list", "object")
_SAID = {0: "false", 1: "true"}


def in_csv(value: object, column: Column) -> str | None:
    """The text of a cell; None where nothing is known."""
    if value is None or isinstance(value, str):
        return value
    if column.kind.name == _YES and isinstance(value, int):
        return _SAID.get(value, str(value))
    return value.hex() if isinstance(value, bytes) else repr(value)


def in_json(names: Sequence[str], values: Sequence[object], columns: Sequence[Column]) -> str:
    """A row as a JSON object in one line, its columns by `names` (JSON texts already)."""
    pairs = zip(names, values, columns, strict=True)
    return "{" + ", ".join(f"{name}: {_value(value, column)}" for name, value, column in pairs) + "}"


def name_in_json(text: str) -> str:
    """A name or text as JSON."""
    return json.dumps(text, ensure_ascii=False)


def _value(value: object, column: Column) -> str:
    if isinstance(value, str) and column.kind.name in _STRUCTURES and _is_structure(value):
        return " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
    if column.kind.name == _YES and isinstance(value, int):
        return _SAID.get(value, str(value))
    if isinstance(value, float) and not math.isfinite(value):
        return name_in_json(repr(value))
    if isinstance(value, bytes):
        return name_in_json(value.hex())
    return json.dumps(value, ensure_ascii=False)


def _is_structure(text: str) -> bool:
    """Whether a text is a list or an object of JSON by the letter, and so can stand as it is."""
    try:
        return isinstance(json.loads(text, parse_constant=_refused), (list, dict))
    except (ValueError, RecursionError):
        return False


def _refused(name: str) -> object:
    raise ValueError(name)
