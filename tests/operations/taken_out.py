"""What was taken out, read again by the standard library's own readers, and held against the book's rows."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

from db.book import everything
from desktop.core import csv_exact
from desktop.operations import takeout
from desktop.operations.book import Book
from desktop.operations.takeout_description import Column, Table

SUMS = "SHA256SUMS.txt"


def take(book: Book, folder: Path) -> Path:
    """Takes everything out into a folder; where it lies."""
    taken = takeout.take_out(book, folder, lambda _words, _done: None, lambda: True)
    assert taken is not None
    return taken.folder


def held(book: Book, table: Table) -> list[dict[str, object]]:
    """The rows of a table as the book has them, those columns that are described."""
    form = next(form for form in everything.tables(book.connection) if form.name == table.name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in everything.rows(book.connection, form, names)]


def of_json(out: Path, table: Table) -> list[dict[str, object]]:
    """The rows of a table as JSON has them, by value of the book again: what is a file, by its bytes."""
    rows = json.loads((out / "json" / f"{table.name}.json").read_text("utf-8"))
    return [{column.name: _as_held(row[column.name], column, out) for column in table.columns} for row in rows]


def of_csv(out: Path, table: Table) -> list[dict[str, object]]:
    """The same of CSV, whose values are texts."""
    with (out / "csv" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    names = [column.name for column in table.columns]
    assert rows[0] == names
    return [dict(zip(names, map(csv_exact.text, row), strict=True)) for row in rows[1:]]


def as_csv(rows: list[dict[str, object]], table: Table) -> list[dict[str, object]]:
    """The book's rows as Python's reader of CSV gives texts: of what is not known and an empty text, both empty."""
    kinds = {column.name: column.kind.name for column in table.columns}
    return [{name: _text(value, kinds[name]) for name, value in row.items()} for row in rows]


def with_bytes(rows: list[dict[str, object]], table: Table, out: Path) -> list[dict[str, object]]:
    """CSV's rows with the bytes in place of the names of files, as texts."""
    contents = {column.name for column in table.contents}
    return [
        {
            name: str((out / str(value)).read_bytes()) if name in contents and value else value
            for name, value in row.items()
        }
        for row in rows
    ]


def sums(out: Path) -> dict[str, str]:
    """The checksums that were written, by the files' names."""
    lines = (out / SUMS).read_text("utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def measured(out: Path) -> dict[str, str]:
    """The checksums of the files that are there."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name != SUMS)
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _as_held(value: Any, column: Column, out: Path) -> object:
    if column.kind.name == "file" and value is not None:
        return (out / value).read_bytes()
    if isinstance(value, (list, dict)):
        return Structure(value)
    return int(value) if isinstance(value, bool) else value


class Structure:
    """Nested JSON, equal to the text that it was in the book."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and json.loads(other) == self._value

    def __hash__(self) -> int:
        return 0


def _text(value: object, kind: str) -> str:
    if value is None:
        return ""
    if kind == "yes" and value in (0, 1):
        return "true" if value else "false"
    return str(value)
