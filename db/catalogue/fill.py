"""Fills an empty catalogue file from plain values, through sqlite-utils."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db import connection, driver
from db.catalogue import official, schema, search

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = Sequence[object]
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Content:
    """All that a catalogue holds. Rows are in the order of the columns of `schema.COLUMNS`; days are ISO texts."""

    about: Mapping[str, str]
    files: Sequence[Row]
    headings: Sequence[str]
    records: Sequence[official.Cells]
    codes: Sequence[official.CodeCells]
    listed: Sequence[str]
    fields: Sequence[tuple[int, str, str, str, Sequence[str], str, str | None, str | None]]
    meanings: Sequence[Row]
    places: Sequence[Row]
    zip_prefixes: Sequence[Row]
    diagnosis_sets: Sequence[Row]
    diagnoses: Sequence[Row]
    knowledge: Sequence[tuple[str, int, str, str, Sequence[str], str]]
    searched: Sequence[search.Entry]


class Step(NamedTuple):
    """A part of the filling: the words that the person who waits reads, its share of the time, and what it does."""

    words: str
    share: float
    write: Callable[["Database", Content], None]


def catalogue(path: Path, content: Content, say: Callable[[str, float], None]) -> None:
    """Fills the empty file at `path`. `say` hears what is being done and how much is done, from 0 to 1."""
    opened = connection.derived(path)
    try:
        _fill(driver.with_sqlite_utils(opened), content, say)
    finally:
        opened.close()


def _fill(database: "Database", content: Content, say: Callable[[str, float], None]) -> None:
    done = 0.0
    whole = sum(step.share for step in STEPS)
    with database.atomic():
        for step in STEPS:
            say(step.words, done / whole)
            step.write(database, content)
            done += step.share
    database.execute(f"PRAGMA user_version = {schema.VERSION}")


def _about(database: "Database", content: Content) -> None:
    _insert(database, schema.ABOUT, content.about.items())
    _insert(database, schema.FILES, content.files)


def _codes(database: "Database", content: Content) -> None:
    _insert(database, schema.CODES, content.codes)
    _insert(database, schema.LISTED, [(code,) for code in content.listed])
    _insert(database, schema.RECORDS, [_record(cells, content.headings) for cells in content.records])
    _insert(database, schema.FIELDS, [(*row[:4], json.dumps(row[4]), *row[5:]) for row in content.fields])
    _insert(database, schema.MEANINGS, content.meanings)


def _small_sets(database: "Database", content: Content) -> None:
    _insert(database, schema.PLACES, content.places)
    _insert(database, schema.ZIP_PREFIXES, content.zip_prefixes)
    _insert(database, schema.KNOWLEDGE, [(*row[:4], json.dumps(row[4]), row[5]) for row in content.knowledge])


def _diagnoses(database: "Database", content: Content) -> None:
    _insert(database, schema.DIAGNOSIS_SETS, content.diagnosis_sets)
    _insert(database, schema.DIAGNOSES, content.diagnoses)


def _searched(database: "Database", content: Content) -> None:
    search.write(database, content.searched)


def _record(cells: official.Cells, headings: Sequence[str]) -> tuple[str, str]:
    """A record as one text: most of its 48 cells are blank."""
    filled = {heading: cell for heading, cell in zip(headings, cells, strict=True) if cell is not None}
    return filled[official.CODE], json.dumps(filled)


def _insert(database: "Database", name: str, rows: Iterable[Row]) -> None:
    """Makes a table and puts rows into it, then its index."""
    columns = schema.COLUMNS[name]
    table = database.table(name).create(dict(columns), pk=schema.KEYS.get(name))
    # a first row of names: sqlite-utils takes rows as they are instead of a dictionary for each
    table.insert_all([list(columns), *rows], batch_size=_AT_ONCE)
    if name in schema.INDEXES:
        table.create_index(schema.INDEXES[name])


# Everything that goes into a catalogue, in order. A further part is one more step here.
STEPS: tuple[Step, ...] = (
    Step("Writing the HCPCS codes", 0.3, _codes),
    Step("Writing places of service, ZIP codes and what to know of each code", 0.05, _small_sets),
    Step("Writing the diagnoses", 0.6, _diagnoses),
    Step("Writing what search finds", 0.4, _searched),
    Step("Finishing", 0.05, _about),
)
