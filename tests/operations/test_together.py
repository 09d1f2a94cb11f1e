"""Several papers in one go, and the power goes: nothing is doubled, nothing is lost, no number has a gap."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop import files
from desktop.desk import Desk
from desktop.operations import documents, store, together
from desktop.operations.book import Book, open_book
from desktop.operations.catalogue import ShippedCatalogue
from desktop.operations.documents import DRAFT, ISSUED, RECEIPT, SUPERBILL, Content
from desktop.operations.together import Outcome
from desktop.rulefiles.load import load
from tests.operations.rented import open_store

DAY = date(2026, 3, 2)
MANY = 40

ISSUES = """
import sys
from datetime import date
from pathlib import Path
from desktop import files
from desktop.desk import Desk
from desktop.operations import together
from desktop.operations.book import open_book
from desktop.operations.catalogue import open_catalogue
from desktop.rulefiles.load import load

folder, shelf, numbers = Path(sys.argv[1]), Path(sys.argv[2]), [int(number) for number in sys.argv[3:]]
catalogue = open_catalogue(shelf, lambda _words, _done: None)
desk = Desk(catalogue, load(files.resources()), lambda _description: None, date(2026, 3, 2))
with open_book(folder) as book:
    def tell(done):
        print(done, flush=True)
        return True
    together.issued(book, desk, numbers, tell)
"""


@pytest.fixture
def desk(catalogue: ShippedCatalogue) -> Desk:
    """The desk of that day."""
    return Desk(catalogue, load(files.resources()), lambda _description: None, DAY)


@pytest.fixture
def wire() -> dict[str, Any]:
    """A superbill that can be issued."""
    example = files.resources() / "examples" / "bought-portable.json"
    return dict(json.loads(example.read_bytes())) | {"number": None, "issued_on": None}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """An own book."""
    with open_book(tmp_path / "store", lambda: datetime(2026, 3, 2, 12, tzinfo=UTC)) as opened:
        open_store(opened)
        yield opened


def test_looking_changes_nothing(book: Book, desk: Desk, wire: dict[str, Any]) -> None:
    ready = documents.begin(book, content=Content(wire))
    odd = documents.begin(book, content=Content({"patient": 7}))
    looked = together.looked_at(book, desk, [ready.id, odd.id], lambda _done: True)
    assert [one.outcome for one in looked] == [Outcome.READY, Outcome.STOPPED]
    assert looked[1].why
    assert [documents.read(book, number).state for number in (ready.id, odd.id)] == [DRAFT, DRAFT]


def test_each_names_the_store_as_it_is_now(book: Book, desk: Desk, wire: dict[str, Any]) -> None:
    moved = replace(store.read(book), phone="361-555-0199")
    held = wire | {"supplier": wire["supplier"] | {"npi": None}}
    numbers = [documents.begin(book, kind, content=Content(held)).id for kind in (SUPERBILL, RECEIPT)]
    store.save(book, moved)
    assert {one.outcome for one in together.looked_at(book, desk, numbers, lambda _done: True)} == {Outcome.READY}
    assert {one.outcome for one in together.issued(book, desk, numbers, lambda _done: True)} == {Outcome.DONE}
    for number in numbers:
        named = documents.content(book, number).wire["supplier"]
        assert (named["npi"], named["phone"]) == ("1234567893", "361-555-0199")


def test_stopped_between_two_the_rest_is_not_reached(book: Book, desk: Desk, wire: dict[str, Any]) -> None:
    numbers = [documents.begin(book, content=Content(wire)).id for _ in range(3)]
    came = together.issued(book, desk, numbers, lambda done: done < 1)
    assert [one.outcome for one in came] == [Outcome.DONE, Outcome.NOT_REACHED, Outcome.NOT_REACHED]
    assert [documents.read(book, number).state for number in numbers] == [ISSUED, DRAFT, DRAFT]


@pytest.mark.parametrize("after", [1, 7])
def test_a_killed_batch_doubles_and_loses_nothing(tmp_path: Path, desk: Desk, wire: dict[str, Any], after: int) -> None:
    folder = tmp_path / "store"
    with open_book(folder) as book:
        open_store(book)
        numbers = [documents.begin(book, content=Content(wire)).id for _ in range(MANY)]
    arguments = [sys.executable, "-c", ISSUES, str(folder), str(tmp_path / "shelf"), *map(str, numbers)]
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(arguments, cwd=root, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        while running.stdout.readline().strip() != str(after):
            assert running.poll() is None
        os.kill(running.pid, signal.SIGKILL)
    with open_book(folder) as book:
        before = {number: documents.pdf(book, number) for number in numbers if _issued(book, number)}
        assert after <= len(before) < MANY
        came = together.issued(book, desk, numbers, lambda _done: True)
        assert {one.outcome for one in came} == {Outcome.DONE}
        named = sorted(documents.read(book, number).number or "" for number in numbers)
        assert named == [f"SB-2026-{running:06}" for running in range(1, MANY + 1)]
        assert {number: documents.pdf(book, number) for number in before} == before
        assert len(documents.listed(book, states=[ISSUED])) == MANY


def _issued(book: Book, number: int) -> bool:
    return documents.read(book, number).state == ISSUED
