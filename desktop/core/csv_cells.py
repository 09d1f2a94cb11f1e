"""How the cells of a table of patients, plans, doctors, products or rentals are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.core import entry, search_keys, typed_day
from desktop.core.wrong import Wrong

_YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
_SEXES = {"f": "F", "female": "F", "w": "F", "woman": "F", "m": "M", "male": "M", "man": "M", "x": "X", "other": "X"}
_PORTS = {"1": 1, "2": 2}
_GROUPS = {"1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3}
_AHEAD = timedelta(days=10 * 366)  # what is typed with two digits of a year lies ten years ahead at most


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a column can hold: its name in the book, its heading, how it is read, what it is also called."""

    name: str
    heading: str
    kind: str
    needed: bool
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a cell may name, folded, each with its value: plans of the book, items of the finder, kinds of payer.

    `rented` are the codes of equipment that is rented.
    """

    today: date
    plans: Mapping[str, int]
    items: Mapping[str, str]
    payers: Mapping[str, str]
    rented: frozenset[str] = frozenset()

    @property
    def item_names(self) -> list[str]:
        """The items' names, once each."""
        return list(dict.fromkeys(self.items.values()))

    @property
    def payer_names(self) -> list[str]:
        """The kinds of payer, once each."""
        return list(dict.fromkeys(self.payers.values()))


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that cannot be read: the heading of its column, what was found and what to do."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row by the fields of the book, None where a cell is blank; not to be used where there are errors."""

    line: int
    values: Mapping[str, Any]
    errors: tuple[CellError, ...]


Mapped = tuple[str | None, ...]


def guess(headings: Sequence[str], fields: Sequence[Field]) -> Mapped:
    """For each column the name of the field that it seems to hold, or None; no field twice."""
    known = {name: field.name for field in fields for name in (search_keys.name(field.heading), *field.also)}
    found: list[str | None] = []
    for heading in headings:
        name = known.get(search_keys.name(heading))
        found.append(name if name not in found else None)
    return tuple(found)


def rows(
    table: Sequence[tuple[int, tuple[str, ...]]], mapped: Mapped, fields: Sequence[Field], choices: Choices
) -> tuple[RowRead, ...]:
    """Every row read by the mapping of its columns."""
    by_name = {field.name: field for field in fields}
    columns = [(place, by_name[name]) for place, name in enumerate(mapped) if name is not None]
    absent = [field for field in fields if field.needed and field.name not in mapped]
    return tuple(_row(line, cells, columns, absent, choices) for line, cells in table)


def _row(
    line: int,
    cells: tuple[str, ...],
    columns: Sequence[tuple[int, Field]],
    absent: Sequence[Field],
    choices: Choices,
) -> RowRead:
    values: dict[str, Any] = {}
    errors = [CellError(field.heading, "no column holds it; say which one does") for field in absent]
    for place, field in columns:
        text = cells[place] if place < len(cells) else ""
        value = _READ[field.kind](text, choices) if text.strip() else None
        if isinstance(value, Wrong):
            errors.append(CellError(field.heading, value.words))
        elif value is None and field.needed:
            errors.append(CellError(field.heading, "is blank; fill it in"))
        else:
            values[field.name] = value
    return RowRead(line, values, tuple(errors))


def _one_of(text: str, known: Mapping[str, object], allowed: str) -> object:
    found = known.get(search_keys.name(text))
    return Wrong(f"found {text}; allowed is {allowed}") if found is None else found


def _plan(text: str, choices: Choices) -> object:
    found = choices.plans.get(search_keys.name(text))
    return Wrong(f"found {text}, which is no plan of the book; bring in the plans first") if found is None else found


def _count(text: str) -> object:
    found = text.strip()
    return int(found) if found.isdecimal() and len(found) < 4 else Wrong(f"found {text}; type a whole number like 14")


def _rented(text: str, choices: Choices) -> object:
    found = text.strip().upper()
    allowed = ", ".join(sorted(choices.rented))
    return found if found in choices.rented else Wrong(f"found {text}; allowed is {allowed}")


_READ: Mapping[str, Callable[[str, Choices], object]] = {
    "name": lambda text, _: entry.name(text),
    "text": lambda text, _: entry.line(text),
    "past_day": lambda text, choices: typed_day.past_day(text, choices.today),
    "phone": lambda text, _: entry.phone(text),
    "zip": lambda text, _: entry.zip_(text),
    "npi": lambda text, _: entry.npi(text),
    "money": lambda text, _: entry.money(text),
    "state": lambda text, _: entry.state(text),
    "sex": lambda text, _: _one_of(text, _SEXES, "F, M or X"),
    "yes": lambda text, _: _one_of(text, _YES, "yes or no"),
    "ports": lambda text, _: _one_of(text, _PORTS, "1 or 2"),
    "payer": lambda text, choices: _one_of(text, choices.payers, ", ".join(choices.payer_names)),
    "item": lambda text, choices: _one_of(text, choices.items, ", ".join(choices.item_names)),
    "plan": _plan,
    "day": lambda text, choices: typed_day.day(text, choices.today + _AHEAD),
    "count": lambda text, _: _count(text),
    "group": lambda text, _: _one_of(text, _GROUPS, "1, 2 or 3"),
    "rented": _rented,
}
