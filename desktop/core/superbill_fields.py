"""Every field of a superbill by its path, as a request writes it: `patient.dob`, `lines[0].from`."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from desktop.core.superbill import Superbill

_PLACE = re.compile(r"\[([0-9]+)\]")


def fields(superbill: Superbill) -> Iterator[tuple[str, object]]:
    """Paths and values in the order of the document. What is not there is None, an empty text, or an empty tuple."""
    yield from _inside(superbill, "")


def kind(path: str) -> str:
    """The path with its places left out: `lines[].from` for the first line's and for every other's."""
    return _PLACE.sub("[]", path)


def places(path: str) -> tuple[int, ...]:
    """The places in a path, counted from 1 as people do."""
    return tuple(int(found) + 1 for found in _PLACE.findall(path))


def _inside(value: Any, path: str) -> Iterator[tuple[str, object]]:
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            name = field.name.removesuffix("_")
            yield from _inside(getattr(value, field.name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple) and value:
        for number, inner in enumerate(value):
            yield from _inside(inner, f"{path}[{number}]")
    else:
        yield path, value
