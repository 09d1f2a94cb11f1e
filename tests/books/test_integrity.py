"""Whether a book is whole: each kind of damage is found and named, and the rest is still looked at."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.book import file, integrity
from db.driver import Connection
from desktop.operations import verifying
from tests.faults import small_store


@pytest.fixture
def key(tmp_path: Path) -> str:
    """A store with twenty papers; its key."""
    made = small_store.begin(tmp_path).key
    with contextlib.closing(file.connect(tmp_path, made)) as book:
        for number in range(1, 21):
            small_store.issue(book, number, size=9_000)
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return made


@contextlib.contextmanager
def opened(home: Path, key: str) -> Iterator[Connection]:
    """The book without its triggers: what somebody with the key could do."""
    with contextlib.closing(file.connect(home, key)) as book:
        for (name,) in book.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            book.execute(f'drop trigger "{name}"')
        book.execute("PRAGMA foreign_keys = OFF")
        yield book


def found(home: Path, key: str) -> dict[str, verifying.Found]:
    return {each.what: each for each in verifying.verify(home, key, lambda _words, _done: None)}


def test_a_whole_book_is_told_to_be_whole(tmp_path: Path, key: str) -> None:
    told = found(tmp_path, key)
    assert list(told) == ["pages", "structure", "belonging", "papers", "scans", "audit", "backups"]
    assert not [each for each in told.values() if each.wrong]
    assert told["papers"].words == "20 issued papers are, byte by byte, as they were issued."
    assert told["pages"].count > 20


def test_a_damaged_page_is_found_and_what_can_be_read_is_looked_at_still(tmp_path: Path, key: str) -> None:
    with (tmp_path / file.NAME).open("rb+") as data:
        data.seek(4096 * 60 + 100)
        data.write(b"damage")
    told = found(tmp_path, key)
    assert len(told["pages"].wrong) == 1
    assert told["pages"].words.startswith("Pages of the book are damaged")
    assert "bring back the latest backup" in told["pages"].words
    assert list(told) == ["pages", "structure", "belonging", "papers", "scans", "audit", "backups"]


def test_a_first_page_that_is_damaged_is_found_and_not_raised(tmp_path: Path, key: str) -> None:
    (tmp_path / file.NAME).write_bytes(b"x" * 8192)
    told = found(tmp_path, key)
    assert "cannot be read" in told["pages"].wrong[0]


@pytest.mark.parametrize(
    "change",
    [
        "update papers set pdf = x'00' where document_id = 7",
        "update papers set sha256 = '' where document_id = 7",
        "update papers set pdf = null where document_id = 7",
        "delete from papers where document_id = 7",
        "update documents set sha256 = 'ab' where id = 7",
    ],
)
def test_a_paper_that_is_not_as_it_was_issued_is_named(tmp_path: Path, key: str, change: str) -> None:
    with opened(tmp_path, key) as book:
        book.execute(change)
    told = found(tmp_path, key)
    assert told["papers"].wrong == ("SB-7",)
    assert "These papers are not as they were issued: SB-7." in told["papers"].words


def test_a_scan_that_is_not_as_it_was_attached_is_named(tmp_path: Path, key: str) -> None:
    with opened(tmp_path, key) as book:
        small_store.attach(book, 1)
        small_store.attach(book, 2)
        book.execute("update attachments set data = x'00' where id = 2")
    told = found(tmp_path, key)
    assert (told["scans"].count, told["scans"].wrong) == (2, ("2",))
    assert told["scans"].words.startswith("These scans are not as they were attached: number 2.")


def test_what_belongs_to_nothing_is_found(tmp_path: Path, key: str) -> None:
    with opened(tmp_path, key) as book:
        book.execute("insert into orders (id, patient_id, deleted) values (1, 99, 0)")
    assert found(tmp_path, key)["belonging"].wrong == ("orders, row 1",)


def test_somebody_writing_meanwhile_is_no_damage(tmp_path: Path, key: str) -> None:
    with (
        contextlib.closing(file.connect(tmp_path, key)) as writing,
        contextlib.closing(file.connect(tmp_path, key)) as book,
    ):
        small_store.issue(writing, 21)
        writing.execute("begin immediate")
        writing.execute("update store set dba = 'half'")
        assert not [each for each in integrity.check(book, lambda _done: None) if each.wrong]
        writing.execute("rollback")
