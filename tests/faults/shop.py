"""A store on the disk for trying faults: set up with an owner, opened as its owner opens it, and looked through.

What stands here holds for every book at every moment: it opens with the password, nothing in it is damaged, its numbers
have no gap and none is there twice, and every paper that was issued has all that belongs to it.
"""

import contextlib
import functools
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from db.book import integrity
from desktop import files
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.book import Book
from desktop.operations.documents import DRAFT, ISSUED, SUPERBILL, VOIDED, Content
from desktop.operations.sign_in import Door
from desktop.rulefiles.load import load
from tests.conftest import SmallCatalogue
from tests.faults import small_store
from tests.faults.small_store import ANA, BEGAN, CHEAP, WORDS
from tests.operations import rented

TODAY = date(2026, 3, 2)


def unheard(*_: object) -> None:
    """Nobody has to hear how far it is."""


def always(*_: object) -> bool:
    """Goes on."""
    return True


def now() -> datetime:
    """The clock stands, so that every run is the same."""
    return BEGAN


@functools.cache
def desk(today: date = TODAY) -> Desk:
    """The shipped rules and a small catalog."""
    return Desk(SmallCatalogue(), _rules(), lambda _: None, today)


@functools.cache
def _rules() -> Rulebook:
    return load(files.resources())


def bought() -> dict[str, Any]:
    """The request of a superbill that nobody sends back."""
    wire: dict[str, Any] = json.loads(files.resource("examples/bought-portable.json"))
    return wire


def unpaid() -> dict[str, Any]:
    """The same, and nothing is paid yet."""
    return bought() | {"payments": []}


def begin(home: Path) -> None:
    """A store with an owner, in an empty folder."""
    small_store.begin(home)
    with opened(home) as book:
        rented.open_store(book)


@contextlib.contextmanager
def opened(home: Path, at: datetime = BEGAN) -> Iterator[Book]:
    """The book, as its owner opens it: through the door, with the password."""
    door = Door(home, lambda: at, CHEAP)
    try:
        with door.open(door.sign_in(ANA, WORDS)) as book:
            yield book
    finally:
        door.close()


def draft(book: Book, wire: dict[str, Any] | None = None) -> int:
    """A superbill that waits to be issued; its id."""
    return documents.begin(book, SUPERBILL, content=Content(wire or bought())).id


@dataclass(frozen=True, slots=True)
class Seen:
    """What a book holds of papers, by their ids, the earliest first: issued or voided ones, and drafts."""

    numbers: tuple[str, ...]
    sums: tuple[str, ...]
    drafts: tuple[int, ...]


def look_through(book: Book) -> Seen:
    """All papers of a whole book. AssertionError where it is not whole."""
    wrong = [line for looked in integrity.check(book.connection, unheard) for line in looked.wrong]
    assert wrong == []
    issued = sorted(documents.listed(book, states=[ISSUED, VOIDED], limit=1000), key=lambda each: each.id)
    for each in issued:
        assert documents.pdf(book, each.id).startswith(b"%PDF-"), each.number
        wire = documents.content(book, each.id).wire
        assert wire["number"] == each.number
        if each.kind == SUPERBILL:
            assert len(documents.lines(book, each.id)) == len(wire["lines"]), each.number
            assert len(documents.payments(book, each.id)) == len(wire["payments"]), each.number
    _numbers_ascend(book, [str(each.number) for each in issued])
    left = documents.listed(book, states=[DRAFT], limit=1000)
    return Seen(
        tuple(str(each.number) for each in issued),
        tuple(str(each.sha256) for each in issued),
        tuple(sorted(each.id for each in left)),
    )


def _numbers_ascend(book: Book, numbers: list[str]) -> None:
    """In each row of numbers there is no gap, none twice, and the next is the one after the last."""
    asked = "select kind, year, last from series order by kind, year"
    rows: dict[str, list[int]] = {}
    for number in numbers:
        row, _, running = number.rpartition("-")
        rows.setdefault(row, []).append(int(running))
    for running_numbers in rows.values():
        assert sorted(running_numbers) == list(range(1, len(running_numbers) + 1)), numbers
    assert sorted(last for _, _, last in book.connection.execute(asked)) == sorted(len(row) for row in rows.values())


def copied(template: Path, live: Path) -> None:
    """Puts everything back as it was: a copy of a folder under another name."""
    shutil.rmtree(live, ignore_errors=True)
    shutil.copytree(template, live)


def on(day: date) -> Desk:
    """The desk on another day."""
    return replace(desk(), today=day)
