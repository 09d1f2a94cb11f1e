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
