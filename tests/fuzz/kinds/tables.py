"""Tables of other programs: looked at, brought in as far as they are right, and taken out again."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from db.book.rows import Plan
from desktop.core.csv_table import CsvTable, Most, read, write
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import csv_exchange, plans
from desktop.operations.book import Book, open_book
from tests.faults import small_store
from tests.fuzz.kinds import door
from tests.fuzz.target import Attempt, Form, Target

_SAMPLES = {
    "patients": (
        "Patient Last;FNAME;D.O.B.;Home Phone;Insurance;Policy #;Zip Code;Gender;Our own\r\n"
        "Treviño-O'Neill;Marisol;8/17/51;(361) 555-0177;Lone Star Health Plan;XJH884;78404;female;x\r\n"
        "Bùi;Nguyệt;11031949;;;;;F;y\r\n"
    ),
    "plans": "Name,Kind,Address,City,State,ZIP,Phone\r\nLone Star Health Plan,private,PO Box 1,Waco,TX,76701,\r\n",
    "doctors": "Last name,First name,NPI,Phone\r\nOkafor,Ada,1679576722,361-555-0142\r\n",
    "products": 'Item,Maker,Model,Price\r\nconcentrator,Example Works,C-5,"2,495.00"\r\n',
    "rentals": (
        "Last name,First name,Birth date,Code,First day,Serial number,Charge\r\n"
        "Ruiz,Ana,08/17/1951,E1390,05/01/2025,SN-1,150.00\r\n"
    ),
}


def targets() -> list[Target]:
    """One a noun, and the table alone."""
    whole = Target("csv", Form.CSV, lambda: [text.encode() for text in _SAMPLES.values()], lambda _room: _reading())
    nouns = csv_exchange.NOUNS
    return [
        *(Target(f"csv-{noun}", Form.CSV, partial(_samples, noun), partial(_bringing, noun)) for noun in nouns),
        whole,
    ]


def _samples(noun: str) -> list[bytes]:
    headings = [field.heading for field in csv_exchange.fields(noun)]
    return [_SAMPLES[noun].encode("utf-8-sig"), write(headings, [["1" for _ in headings]] * 3)]


@contextlib.contextmanager
def _bringing(noun: str, room: Path) -> Iterator[Attempt]:
    """A book with one patient and one plan; whatever is brought in is taken back."""
    desk = door.desk(room)
    with open_book(room / "home", lambda: small_store.BEGAN) as book:
        plans.save(book, Plan(name="Lone Star Health Plan"))
        csv_exchange.bring_in(book, _shown(book, desk, "patients", b"Last,First,DOB\nRuiz,Ana,08/17/1951\n"))

        def attempt(data: bytes) -> None:
            book.connection.execute("begin")
            try:
                shown = csv_exchange.preview(book, desk, noun, data)
                if not isinstance(shown, Wrong):
                    csv_exchange.bring_in(book, shown, frozenset(row.line for row in shown.wrong))
                    csv_exchange.take_out(book, noun)
            finally:
                book.connection.execute("rollback")

        yield attempt


def _shown(book: Book, desk: Desk, noun: str, data: bytes) -> csv_exchange.Preview:
    shown = csv_exchange.preview(book, desk, noun, data)
    assert not isinstance(shown, Wrong), shown
    return shown


@contextlib.contextmanager
def _reading() -> Iterator[Attempt]:
    """Out and in again, a table is the same."""
    most = Most(10_000, 300, 2_000)

    def attempt(data: bytes) -> None:
        table = read(data, most)
        if isinstance(table, Wrong):
            return
        wide = max(len(cells) for cells in (table.headings, *(cells for _, cells in table.rows)))
        table = replace(
            table,
            headings=_padded(table.headings, wide),
            rows=tuple((line, _padded(cells, wide)) for line, cells in table.rows),
        )
        again = read(write(table.headings, [cells for _, cells in table.rows]), most)
        assert isinstance(again, CsvTable)
        assert again.headings == table.headings, "headings"
        assert [cells for _, cells in again.rows] == [cells for _, cells in table.rows], "rows"

    yield attempt


def _padded(cells: tuple[str, ...], wide: int) -> tuple[str, ...]:
    return (*cells, *("" for _ in range(wide - len(cells))))
