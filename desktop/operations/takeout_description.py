"""What every table and column of the book is, in plain words; read without the border, as all of `book/` is."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from db.book.everything import TableForm
from desktop import files

FILE = "book/description.toml"
BYTES = "file"  # the kind of a column whose bytes lie in a file of their own


@dataclass(frozen=True, slots=True)
class Kind:
    """How values of a kind are written: its type in Table Schema, and that in words."""

    name: str
    type: str
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, what it holds, in what unit; `to` is the table and column that it points to."""

    name: str
    kind: Kind
    words: str
    unit: str | None = None
    to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is taken out, with its columns in the order in which they are written."""

    name: str
    title: str
    words: str
    columns: tuple[Column, ...]

    @property
    def cells(self) -> tuple[Column, ...]:
        """The columns whose values stand in the book's own rows: all but those of bytes."""
        return tuple(column for column in self.columns if column.kind.name != BYTES)

    @property
    def contents(self) -> tuple[Column, ...]:
        """The columns of bytes, each of which gets a file a row."""
        return tuple(column for column in self.columns if column.kind.name == BYTES)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not taken out, and why: whole tables, columns (`table.column`), or something beside the book (`what`)."""

    why: str
    what: str | None = None
    table: str | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """All of it: the kinds, the tables in the order of README.txt, what is left out, how types of scans end."""

    kinds: Mapping[str, Kind]
    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...]
    endings: Mapping[str, str]


@cache
def description() -> Description:
    """The shipped description."""
    read = tomllib.loads(files.resource(FILE).decode("utf-8"))
    kinds = {name: Kind(name, told["type"], told["words"]) for name, told in read["kinds"].items()}
    tables = tuple(
        Table(told["name"], told["title"], told["words"], tuple(_columns(told["columns"], kinds)))
        for told in read["table"]
    )
    left_out = tuple(
        LeftOut(told["why"], told.get("what"), told.get("table"), tuple(told.get("columns", ())))
        for told in read["left_out"]
    )
    return Description(kinds, tables, left_out, read["endings"])


def not_said(told: Description, forms: Iterable[TableForm]) -> list[str]:
    """Tables and columns of the book that are neither described nor left out, and those that are both or are not there
    at all. None, where description and book fit."""
    held = {(form.name, column) for form in forms for column in form.columns}
    described = [(table.name, column.name) for table in told.tables for column in table.columns]
    named = [tuple(column.split(".", 1)) for each in told.left_out for column in each.columns]
    whole = {each.table for each in told.left_out if each.table}
    out = [*named, *((table, column) for table, column in held if table in whole)]
    wrong = held.symmetric_difference({*described, *out}) | set(described).intersection(out)
    return sorted(f"{table}.{column}" for table, column in wrong)


def _columns(read: Mapping[str, Mapping[str, str]], kinds: Mapping[str, Kind]) -> Iterable[Column]:
    for name, told in read.items():
        table, _, column = told.get("to", "").partition(".")
        to = (table, column) if table else None
        yield Column(name, kinds[told["kind"]], told["words"], told.get("unit"), to)
