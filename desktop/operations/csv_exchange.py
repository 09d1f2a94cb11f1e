"""Tables of other programs, in and out: patients, plans, doctors, products and running rentals as CSV.

In: `preview` guesses the table's form and which column holds what (or remembers it), and reads every row; `bring_in`
takes all rows or none. Out: `take_out`.
"""

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from db.book import file, mappings
from db.problems import NotAllowed
from desktop import files
from desktop.core import csv_table, search_keys
from desktop.core.csv_cells import Choices, Field, Mapped, RowRead, guess, rows
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import audit, csv_nouns, plans
from desktop.operations.book import Book

NOUNS = tuple(csv_nouns.NOUNS)
FIELDS = "book/csv.toml"
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Preview:
    """A table as it would be brought in. `mapped` has a field's name or None for each column; `there` are the lines of
    rows that the book (or an earlier row) has already, which are left out."""

    noun: str
    headings: tuple[str, ...]
    cells: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str
    encoding: str
    mapped: Mapped
    rows: tuple[RowRead, ...]
    there: frozenset[int]

    @property
    def wrong(self) -> tuple[RowRead, ...]:
        """The rows with errors."""
        return tuple(row for row in self.rows if row.errors)


@cache
def fields(noun: str) -> tuple[Field, ...]:
    """What a table of one of the NOUNS can hold, in the order of `take_out`."""
    read = tomllib.loads(files.resource(FIELDS).decode("utf-8"))
    return tuple(
        Field(field["field"], field["heading"], field["kind"], field.get("needed", False), tuple(field["also"]))
        for field in read[noun]
    )


def preview(book: Book, desk: Desk, noun: str, data: bytes, mapped: Mapped | None = None) -> Preview | Wrong:
    """The table of a CSV file's bytes. Wrong where it is none.

    `mapped` is what the person chose; without it, what was chosen for such headings before, else a guess.
    """
    table = csv_table.read(data, _most())
    if isinstance(table, Wrong):
        return table
    chosen = mapped or _remembered(book, noun, table.headings) or guess(table.headings, fields(noun))
    read = csv_nouns.NOUNS[noun].checked(book, desk, rows(table.rows, chosen, fields(noun), _choices(book, desk)))
    there = csv_nouns.NOUNS[noun].there(book, read)
    return Preview(noun, table.headings, table.rows, table.delimiter, table.encoding, chosen, read, there)


def bring_in(
    book: Book, shown: Preview, without: frozenset[int] = frozenset(), told: Callable[[float], object] = lambda _: None
) -> int:
    """Puts every row of a preview into the book, or none; how many. `without` are lines that the person leaves out.

    `told` hears how far it is (0 to 1). BookProblem where a row that is not left out has errors. What column holds what
    is remembered for next time.
    """
    taken = [row for row in shown.rows if row.line not in shown.there and row.line not in without]
    wrong = [row for row in taken if row.errors]
    if wrong:
        first = wrong[0]
        raise NotAllowed(
            f"{len(wrong)} rows cannot be brought in; in line {first.line}, {first.errors[0].heading}: "
            f"{first.errors[0].words}. Correct them, or leave them out. Nothing was brought in"
        )
    save = csv_nouns.NOUNS[shown.noun].save
    with file.transaction(book.connection) as connection:
        mappings.keep(connection, shown.noun, _key(shown.headings), json.dumps(shown.mapped))
        for place, row in enumerate(taken):
            save(book, row.values)
            told(place / len(taken))
        audit.note(book, audit.BROUGHT_IN, shown.noun, details={"rows": len(taken)})
    return len(taken)


def take_out(book: Book, noun: str) -> bytes:
    """All patients, plans, doctors, products or rentals as CSV for any spreadsheet; no cell of it becomes a formula."""
    columns = fields(noun)
    found = csv_nouns.NOUNS[noun].every(book, _ALL)
    audit.note(book, audit.EXPORTED, noun)
    return csv_table.write(
        [field.heading for field in columns],
        ([_written(values.get(field.name)) for field in columns] for values in found),
    )


def _written(value: object) -> str:
    writes: Mapping[type, Callable[[Any], str]] = {
        bool: lambda said: "yes" if said else "no",
        date: lambda day: f"{day:%m/%d/%Y}",
        Decimal: lambda amount: f"{amount:.2f}",
    }
    return "" if value is None else writes.get(type(value), str)(value)


def _remembered(book: Book, noun: str, headings: Sequence[str]) -> Mapped | None:
    kept = mappings.read(book.connection, noun, _key(headings))
    return tuple(json.loads(kept)) if kept else None


def _most() -> csv_table.Most:
    return csv_table.Most(*(files.limit(f"table.{of}") for of in ("lines", "columns", "letters")))


def _key(headings: Sequence[str]) -> str:
    return json.dumps([search_keys.name(heading) for heading in headings])


def _choices(book: Book, desk: Desk) -> Choices:
    items, payers = desk.rules.coding.items, desk.rules.coding.payers
    return Choices(
        today=desk.today,
        plans={search_keys.name(plan.name): plan.id for plan in plans.find(book, limit=_ALL)},
        items={search_keys.name(name): item.id for item in items.values() for name in (item.id, item.words)},
        payers={search_keys.name(name): rule.kind for rule in payers.values() for name in (rule.kind, rule.words)},
        rented=desk.rules.rental.codes,
    )
