"""Rows of the book as cells and back, by the fields of their class."""

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from db.book.first_rows import NEW, Address, Reason
from db.driver import Connection, DatabaseError, whole
from db.problems import NotInBook, book_problem

R = TypeVar("R")

END = "\U0010ffff"  # after every letter that a beginning can go on with

_ADDRESS = tuple(field.name for field in dataclasses.fields(Address))
_FROM: dict[Any, Callable[[Any], Any]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Decimal: Decimal,
    bool: bool,
    tuple[str, ...]: lambda cell: tuple(json.loads(cell)),
    tuple[Reason, ...]: lambda cell: tuple(Reason(*reason) for reason in json.loads(cell)),
}


class Table(Generic[R]):
    """A table whose columns are the fields of a row class, an address being five of them.

    `keys` are columns that only searching needs; whoever saves gives their values.
    """

    def __init__(self, name: str, kind: type[R], noun: str) -> None:
        self.name = name
        self.noun = noun
        self._kind = kind
        hints = typing.get_type_hints(kind)
        self._fields = [(name, _bare(hints[name])) for name in (field.name for field in dataclasses.fields(kind))]  # type: ignore[arg-type]
        self.columns = [f'"{column}"' for name, hint in self._fields for column in _columns(name, hint)]
        self.select = f"select {', '.join(f'{self.name}.{column}' for column in self.columns)} from {name}"  # noqa: S608 -- own names

    def row(self, cells: Sequence[Any]) -> R:
        """The row of these cells."""
        left = iter(cells)
        values = []
        for _, hint in self._fields:
            if hint is Address:
                values.append(Address(*(next(left) for _ in _ADDRESS)))
                continue
            cell = next(left)
            made = _FROM.get(hint)
            values.append(made(cell) if made is not None and cell is not None else cell)
        return self._kind(*values)

    def find(self, connection: Connection, rest: str = "", values: Sequence[object] = ()) -> list[R]:
        """The rows that the rest of a question (from its `where` or `join` on) leaves."""
        return [self.row(cells) for cells in ask(connection, f"{self.select} {rest}", values)]

    def read(self, connection: Connection, number: int) -> R:
        """The row with this id, deleted ones too. NotInBook where there is none."""
        for row in self.find(connection, "where id = ?", [number]):
            return row
        raise NotInBook(self.noun, number)

    def save(self, connection: Connection, row: R, **keys: object) -> R:
        """Writes the row, with an id of its own if it is new; the row as it now stands. NotInBook where it is gone."""
        cells = dict(zip(self.columns, self._cells(row), strict=True))
        number = cells.pop('"id"')
        cells |= {f'"{name}"': cell(value) for name, value in keys.items()}
        if number == NEW:
            places = ", ".join("?" * len(cells))
            asked = f"insert into {self.name} ({', '.join(cells)}) values ({places}) returning id"  # noqa: S608
            ((number,),) = ask(connection, asked, list(cells.values()))
            return dataclasses.replace(row, id=number)  # type: ignore[type-var]
        given = ", ".join(f"{name} = ?" for name in cells)
        done = connection.execute(f"update {self.name} set {given} where id = ?", [*cells.values(), number])  # noqa: S608
        if done.rowcount != 1:
            raise NotInBook(self.noun, getattr(row, "id", NEW))
        return row

    def add(self, connection: Connection, row: R, **keys: object) -> None:
        """Writes a new row of a table whose class has no id."""
        cells = [*self._cells(row), *keys.values()]
        names = [*self.columns, *(f'"{name}"' for name in keys)]
        asked = f"insert into {self.name} ({', '.join(names)}) values ({', '.join('?' * len(cells))})"  # noqa: S608
        connection.execute(asked, cells)

    def replace(self, connection: Connection, number: int, row: R) -> None:
        """Writes the only row of a table whose class has no id; other columns of it stay."""
        cells = self._cells(row)
        given = ", ".join(f"{name} = excluded.{name}" for name in self.columns)
        places = ", ".join("?" * (len(cells) + 1))
        asked = f"insert into {self.name} (id, {', '.join(self.columns)}) values ({places})"  # noqa: S608 -- own names
        connection.execute(f"{asked} on conflict (id) do update set {given}", [number, *cells])

    def mark_deleted(self, connection: Connection, number: int, *, deleted: bool) -> None:
        """Takes a row out of every list, or puts it back. NotInBook where it is gone."""
        done = connection.execute(f"update {self.name} set deleted = ? where id = ?", [deleted, number])  # noqa: S608
        if done.rowcount != 1:
            raise NotInBook(self.noun, number)

    def _cells(self, row: R) -> list[object]:
        cells: list[object] = []
        for name, hint in self._fields:
            value = getattr(row, name)
            if hint is Address:
                cells += [getattr(value, part) for part in _ADDRESS]
            else:
                cells.append(cell(value))
        return cells


def ask(connection: Connection, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """The rows that answer a question. BookProblem where the file does not hold what it must."""
    try:
        found: list[tuple[Any, ...]] = connection.execute(question, [cell(value) for value in values]).fetchall()
    except DatabaseError as error:
        raise book_problem(error) from error
    return found


def cell(value: object) -> object:
    """A value as the book keeps it: days and moments in ISO's form, amounts as texts, lists as JSON."""
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        inside = [dataclasses.astuple(inner) if dataclasses.is_dataclass(inner) else inner for inner in value]  # type: ignore[arg-type]
        return whole(json.dumps(inside, ensure_ascii=False))
    return whole(value)


def _columns(name: str, hint: object) -> tuple[str, ...]:
    return _ADDRESS if hint is Address else (name,)


def _bare(hint: Any) -> Any:
    """The type without `| None`."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return hint
