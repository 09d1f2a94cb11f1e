"""The shipped catalogue, made once for all tests of a run; a desk, and an empty book."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.codes import Catalogue
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations.book import Book, open_book
from desktop.operations.catalogue import ShippedCatalogue, open_catalogue
from desktop.operations.sign_in import Door, Entered
from tests.operations.at_the_door import CHEAP, GULF, WORDS, Clock, Knock


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ShippedCatalogue]:
    """The catalogue of the real resources."""
    opened = open_catalogue(tmp_path_factory.mktemp("home"), lambda _words, _done: None)
    yield opened
    opened.close()


@pytest.fixture
def desk(rules: Rulebook, small_catalogue: Catalogue) -> Desk:
    """A desk on the day of the example."""
    return Desk(small_catalogue, rules, lambda _: None, date(2026, 3, 2))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """An empty book; its clock goes on by a second with each question."""
    seconds = itertools.count()
    began = datetime(2026, 3, 2, 9, tzinfo=UTC)
    with open_book(tmp_path / "home", lambda: began + timedelta(seconds=next(seconds))) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    """Noon."""
    return Clock()


@pytest.fixture
def knock(tmp_path: Path, clock: Clock) -> Iterator[Knock]:
    """Comes to the store's door, as often as a test likes; the one before is let go."""
    doors: list[Door] = []

    def stand() -> Door:
        for door in doors:
            door.close()
        doors.append(Door(tmp_path, clock, CHEAP))
        return doors[-1]

    yield stand
    for door in doors:
        door.close()


@pytest.fixture
def begun(knock: Knock) -> Entered:
    """A store with its first owner."""
    return knock().set_up(GULF, "Ana Ruiz", WORDS)
