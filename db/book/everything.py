"""All that a book holds, as it stood at one moment: its tables, their columns, and their rows one after the other.

It walks the schema itself, so that a table which a later step adds is not forgotten.
"""

# ruff: noqa: S608 -- names of tables and columns are the book's own

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.book.file import NAME
from db.driver import Connection, DatabaseError
from db.problems import book_problem


@dataclass(frozen=True, slots=True)
class Points:
    """A column that names a row of a table by that table's column."""

    column: str
    table: str
    to: str


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table: its columns in their order, those that tell its rows apart, and where its columns point."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    points: tuple[Points, ...]


@dataclass(frozen=True, slots=True)
class PaperNamed:
    """By what an issued paper's file is named."""

    number: str | None
    issued_on: date | None
    voided: bool


@contextlib.contextmanager
def at_one_moment(connection: Connection, folder: Path) -> Iterator[Connection]:
    """The book as it is now, for as long as it is read; others go on writing meanwhile. BookProblem."""
    try:
        connection.execute("begin")
        connection.execute("select count(*) from sqlite_master").fetchone()  # from here on nothing moves
        yield connection
    except DatabaseError as error:
        raise book_problem(error, folder / NAME) from error
    finally:
        if connection.in_transaction:
            connection.execute("rollback")


def tables(connection: Connection) -> list[TableForm]:
    """All tables, by name."""
    asked = "select name from sqlite_master where type = 'table' and name not like 'sqlite@_%' escape '@' order by name"
    return [_table(connection, name) for (name,) in connection.execute(asked).fetchall()]


def count(connection: Connection, table: str) -> int:
    """How many rows a table has."""
    ((many,),) = connection.execute(f'select count(*) from "{table}"').fetchall()
    return int(many)


def rows(connection: Connection, table: TableForm, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """These columns of all rows, in the order of what tells them apart; one row at a time, however many there are."""
    named = ", ".join(f'"{column}"' for column in columns)
    order = ", ".join(f'"{column}"' for column in table.key) or "rowid"
    yield from connection.execute(f'select {named} from "{table.name}" order by {order}')


def size(connection: Connection, table: str, column: str) -> tuple[int, int]:
    """How many contents a column of bytes holds, and how large they are together."""
    large = f'length("{column}")'  # is told without reading the bytes themselves
    asked = f'select count({large}), coalesce(sum({large}), 0) from "{table}"'
    ((many, together),) = connection.execute(asked).fetchall()
    return int(many), int(together)


def whole_size(connection: Connection) -> int:
    """Bytes of all of the book, its indexes included."""
    ((pages,), (page,)) = (connection.execute(f"PRAGMA {asked}").fetchone() for asked in ("page_count", "page_size"))
    return int(pages) * int(page)


def content(connection: Connection, table: TableForm, column: str, key: Sequence[object]) -> bytes | None:
    """The bytes in a column of the row with this key."""
    where = " and ".join(f'"{name}" = ?' for name in table.key)
    ((data,),) = connection.execute(f'select "{column}" from "{table.name}" where {where}', list(key)).fetchall()
    return None if data is None else bytes(data)


def paper_named(connection: Connection, document_id: int) -> PaperNamed:
    """By what the file of an issued paper is named."""
    asked = "select number, issued_on, state from documents where id = ?"
    ((number, day, state),) = connection.execute(asked, [document_id]).fetchall()
    return PaperNamed(number, date.fromisoformat(day) if day else None, state == "voided")


def _table(connection: Connection, name: str) -> TableForm:
    columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    points = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
    key = sorted((place, column) for _, column, _, _, _, place in columns if place)
    return TableForm(
        name,
        tuple(column for _, column, *_ in columns),
        tuple(column for _, column in key),
        tuple(sorted((Points(each[3], each[2], each[4]) for each in points), key=lambda each: each.column)),
    )
