"""The audit and backups: what was rewritten wholly is noticed by them, and what was brought back is told."""

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.book import audit_check, audit_read, file
from db.book.audit_link import FIRST, By, Told, digest
from db.book.backup import bringing_back, making
from db.book.backup.place import BackupSet
from db.driver import Connection
from desktop.operations import verifying
from tests.faults import small_store

BO = By(2, "Bo", "headless", lambda: small_store.at(50))


@pytest.fixture
def key(tmp_path: Path) -> str:
    """A store with a paper; its key."""
    made = small_store.begin(tmp_path).key
    issue(tmp_path, made, 1)
    return made


def issue(home: Path, key: str, number: int) -> None:
    with opened(home, key) as book:
        small_store.issue(book, number)


@contextlib.contextmanager
def opened(home: Path, key: str) -> Iterator[Connection]:
    with contextlib.closing(file.connect(home, key)) as book:
        yield book


def back_up(home: Path, key: str, minute: int) -> BackupSet:
    return making.make(home, key, small_store.place(home, key), small_store.at(minute), unheard)


def unheard(_done: float) -> None:
    """Nobody has to hear how far it is."""


def found(home: Path, key: str) -> tuple[str, ...]:
    looked = verifying.verify(home, key, lambda _words, _done: None)
    return next(each.wrong for each in looked if each.what == "audit")


def write_anew(home: Path, key: str) -> None:
    """What somebody with the key can do: the whole chain once more, without its last entry but one."""
    with opened(home, key) as book:
        for (name,) in book.execute(
            "select name from sqlite_master where name like 'audit@_%@_no@_%' escape '@'"
        ).fetchall():
            book.execute(f'drop trigger "{name}"')
        rows = [row[: len(Told._fields)] for row in book.execute("select * from audit_chain order by id").fetchall()]
        book.execute("delete from audit_chain")
        previous = FIRST
        for number, row in enumerate([*rows[:-2], rows[-1]], start=1):
            told = Told(number, *row[1:])
            own = digest(told, previous)
            book.execute("insert into audit_chain values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [*told, previous, own])
            previous = own
        book.execute("update audit_head set count = ?, last = ?", [len(rows) - 1, previous])
        assert audit_check.broken(book, unheard) == (len(rows) - 1, None)


def test_a_chain_that_was_written_anew_is_noticed_by_a_backup(tmp_path: Path, key: str) -> None:
    backups = [back_up(tmp_path, key, minute) for minute in (1, 2)]
    issue(tmp_path, key, 3)
    assert found(tmp_path, key) == ()
    write_anew(tmp_path, key)
    assert found(tmp_path, key) == ()  # what came after the last backup no backup has seen
    for _again in range(2):
        write_anew(tmp_path, key)
    (wrong,) = found(tmp_path, key)
    assert "is not the one that is in the backup" in wrong
    assert [each.name for each in backups if each.name in wrong]


def test_a_book_that_was_brought_back_differs_from_later_backups_rightly(tmp_path: Path, key: str) -> None:
    first = back_up(tmp_path, key, 1)
    for number in (2, 3):
        issue(tmp_path, key, number)
    back_up(tmp_path, key, 2)
    bringing_back.bring_back(first, key, tmp_path, small_store.at(50), unheard, BO)
    for number in (4, 5, 6):
        issue(tmp_path, key, number)
    back_up(tmp_path, key, 60)
    assert found(tmp_path, key) == ()


def test_who_brought_back_which_backup_is_told_in_the_book_that_came(tmp_path: Path, key: str) -> None:
    backup = back_up(tmp_path, key, 1)
    bringing_back.bring_back(backup, key, tmp_path, small_store.at(50), unheard, BO)
    with opened(tmp_path, key) as book:
        (last,) = audit_read.page(book, audit_read.Asked(), 1)
    assert (last.what, last.noun, last.user_id, last.user_name, last.door) == (
        "restored",
        "backup",
        2,
        "Bo",
        "headless",
    )
    told = {each.name: each.after for each in last.fields}
    assert told == {"name": backup.name, "made_at": small_store.at(1).isoformat()}
    assert last.at == small_store.at(50)


def test_a_broken_chain_keeps_nobody_from_bringing_the_book_back(tmp_path: Path, key: str) -> None:
    with opened(tmp_path, key) as book:
        book.execute("drop trigger audit_chain_no_update")
        book.execute("update audit_chain set what = 'nothing' where id = 2")
    backup = back_up(tmp_path, key, 1)
    bringing_back.bring_back(backup, key, tmp_path, small_store.at(50) + timedelta(days=1), unheard)
    (wrong,) = found(tmp_path, key)
    assert wrong.startswith("entry 2 (")
