"""Every table of the book as CSV and as JSON, a row at a time, and each paper and scan as a file of its own."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime

from db.book import everything
from db.book.everything import TableForm
from db.driver import Connection
from desktop.core import csv_exact, takeout_names
from desktop.operations import takeout_words
from desktop.operations.takeout_description import Column, Description, Table, description
from desktop.operations.takeout_folder import Unfinished
from desktop.operations.takeout_values import in_csv, in_json, name_in_json
from desktop.operations.takeout_words import CsvFile

Report = Callable[[str, float], None]
Going = Callable[[], bool]

_EVERY = 50  # rows between two words on how far it is
_LOGO = "logo"
_JPEG = b"\xff\xd8\xff"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Stopped(Exception):
    """Whoever asked does not want it any more."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was written: rows of all tables, files, bytes."""

    rows: int
    files: int
    size: int


def write_all(  # noqa: PLR0913, PLR0917 -- whence, whither, and what is said of it
    connection: Connection, folder: Unfinished, store: str, at: datetime, report: Report, going: Going
) -> Counts:
    """Fills the folder. Stopped where `going` says no; OSError, DatabaseError."""
    told = description()
    forms = {form.name: form for form in everything.tables(connection)}
    many = {table.name: everything.count(connection, table.name) for table in told.tables}
    pace = _Pace(report, going, sum(many.values()))
    written = {}
    for table in told.tables:
        pace.words = table.title
        written[table.name] = _Writing(connection, folder, table, forms[table.name], told).all(pace)
    rows = {name: each.rows for name, each in written.items()}
    readme = takeout_words.readme(told, forms, store, at, rows)
    folder.write(takeout_words.README, _BYTE_ORDER_MARK + readme.replace("\n", "\r\n").encode())
    folder.write(takeout_words.PACKAGE, takeout_words.package(told, forms, store, at, written).encode())
    pace.words = ""
    pace.step(0)
    return Counts(sum(rows.values()), folder.files, folder.size)


class _Pace:
    """Tells how far it is, and hears whether it shall go on."""

    def __init__(self, report: Report, going: Going, many: int) -> None:
        self.words = ""
        self._report, self._going = report, going
        self._many = max(many, 1)
        self._done = 0

    def step(self, rows: int = 1) -> None:
        """So many rows more. Stopped."""
        self._done += rows
        if not self._going():
            raise Stopped
        if self._done % _EVERY == 0:
            self._report(self.words, self._done / self._many)


class _Writing:
    """One table on its way into the folder."""

    def __init__(
        self, connection: Connection, folder: Unfinished, table: Table, form: TableForm, told: Description
    ) -> None:
        self._connection, self._folder = connection, folder
        self._table, self._form, self._told = table, form, told

    def all(self, pace: _Pace) -> CsvFile:
        """All rows, and the files of those that have one."""
        table, columns = self._table, self._table.columns
        name, names = f"csv/{table.name}.csv", [name_in_json(column.name) for column in columns]
        rows = 0
        with ExitStack() as both:
            csv = both.enter_context(self._folder.file(name))
            json = both.enter_context(self._folder.file(f"json/{table.name}.json"))
            csv.write(_BYTE_ORDER_MARK + csv_exact.line([column.name for column in columns]).encode())
            json.write(b"[")
            for cells in everything.rows(self._connection, self._form, [column.name for column in table.cells]):
                values = self._with_files(dict(zip((column.name for column in table.cells), cells, strict=True)))
                csv.write(csv_exact.line(list(map(in_csv, values, columns))).encode())
                json.write((",\n" if rows else "\n").encode() + in_json(names, values, columns).encode())
                rows += 1
                pace.step()
            json.write(b"\n]\n")
        return CsvFile(name, rows, csv.size, csv.sha256)

    def _with_files(self, held: Mapping[str, object]) -> list[object]:
        """The row's values in the order of the description; where there are bytes, the name of their file."""
        files = {column.name: self._content(column, held) for column in self._table.contents}
        return [{**held, **files}[column.name] for column in self._table.columns]

    def _content(self, column: Column, held: Mapping[str, object]) -> str | None:
        key = [held[name] for name in self._form.key]
        data = everything.content(self._connection, self._form, column.name, key)
        if data is None:
            return None
        name = self._file_name(held, data)
        self._folder.write(name, data)
        return name

    def _file_name(self, held: Mapping[str, object], data: bytes) -> str:
        number = int(str(held[self._form.key[0]]))
        if self._table.name == "papers":
            named = everything.paper_named(self._connection, number)
            year = named.issued_on.year if named.issued_on else None
            return takeout_names.paper(named.number, number, year, voided=named.voided)
        if self._table.name == "attachments":
            return takeout_names.scan(number, self._told.endings.get(str(held["kind"]), ""))
        return f"{_LOGO}.jpg" if data.startswith(_JPEG) else f"{_LOGO}.png"
