"""Search's own tables: found in the order in which they were written."""

from collections.abc import Iterator

import pytest

from db import driver
from db.catalogue import search
from db.problems import CatalogueDamaged
from db.rows import FoundRow

ENTRIES: list[search.Entry] = [
    ("code", "E1390", "Oxygen concentrator", "oxygen concentrator"),
    ("code", "E1392", "Portable oxygen concentrator, rental", "portable oxygen concentrator rental"),
    ("code", "A4295", None, ""),
    ("diagnosis", "J449", "COPD", "chronic obstructive pulmonary disease"),
    ("diagnosis", "J441", "COPD, worse", "chronic obstructive pulmonary disease with exacerbation"),
    ("modifier", "NU", "New equipment", "new equipment"),
]


@pytest.fixture
def opened() -> Iterator[driver.Connection]:
    """A catalogue of search's tables only."""
    connection = driver.connect("file:search?mode=memory")
    search.write(driver.with_sqlite_utils(connection), ENTRIES)
    yield connection
    connection.close()


def found(rows: list[FoundRow]) -> list[str]:
    """The codes of rows."""
    return [row.code for row in rows]


def test_entries_are_found_by_kind_and_code(opened: driver.Connection) -> None:
    assert search.named(opened, "code", ["E1392", "E9999"]) == [
        FoundRow("code", "E1392", "Portable oxygen concentrator, rental")
    ]
    assert search.named(opened, "modifier", ["E1392"]) == []
    assert search.named(opened, "code", ["A4295"])[0].description is None


def test_entries_are_found_by_the_beginning_of_their_code(opened: driver.Connection) -> None:
    assert found(search.beginning(opened, "code", "E13", 10)) == ["E1390", "E1392"]
    assert found(search.beginning(opened, "diagnosis", "J44", 10)) == ["J441", "J449"]
    assert found(search.beginning(opened, "diagnosis", "J44", 1)) == ["J441"]
    assert found(search.beginning(opened, "code", "J", 10)) == []


def test_entries_are_found_by_beginnings_of_all_words_in_the_order_written(opened: driver.Connection) -> None:
    assert found(search.holding(opened, [["oxyg"]], 10)) == ["E1390", "E1392"]
    assert found(search.holding(opened, [["oxygen"], ["port"]], 10)) == ["E1392"]
    assert found(search.holding(opened, [["portable", "chronic"]], 10)) == ["E1392", "J449", "J441"]
    assert found(search.holding(opened, [["oxygen"], ["chronic"]], 10)) == []
    assert found(search.holding(opened, [["chronic"]], 1)) == ["J449"]


def test_a_file_without_the_tables_is_damaged() -> None:
    connection = driver.connect("file:empty?mode=memory")
    with pytest.raises(CatalogueDamaged):
        search.named(connection, "code", ["E1390"])
    connection.close()
