"""A book of an earlier schema: copied first, then brought up, each step wholly or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import driver
from db.book import file, migrations, patients
from db.book.version import VERSION
from db.problems import BookDamaged, BookTooNew
from tests.books.kept_book import NAME, made, names


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The folder of a closed book with one patient."""
    made(tmp_path)
    return tmp_path


@pytest.fixture
def later(book: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An Oxydesk that knows one step more than the one that made the book."""
    assert (book / "book.db").exists()
    steps, known = list(migrations.STEPS), list(migrations.MIGRATIONS._migrations)

    @migrations.step
    def add_nickname(database: Database) -> None:
        database.table("patients").add_column("nickname", str)

    monkeypatch.setattr(file, "VERSION", VERSION + 1)
    yield
    migrations.STEPS[:] = steps
    migrations.MIGRATIONS._migrations[:] = known


def test_there_is_a_step_for_each_version() -> None:
    assert len(migrations.STEPS) == VERSION


@pytest.mark.usefixtures("later")
def test_a_copy_named_after_its_schema_is_made_first(book: Path) -> None:
    assert names(book) == [NAME]
    opened = file.connect(book)
    assert opened.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    assert opened.execute("select nickname from patients").fetchall() == [(None,)]
    opened.close()
    copy = book / f"book.schema-{VERSION}.db"
    shutil.copy(copy, book / "book.db")
    kept = file.connect(book)
    assert kept.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert [patient.last for patient in patients.PATIENTS.find(kept)] == [NAME]
    kept.close()
    assert NAME.encode() not in copy.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("later")
def test_an_earlier_copy_is_not_written_over(book: Path) -> None:
    (book / f"book.schema-{VERSION}.db").write_bytes(b"kept")
    names(book)
    assert (book / f"book.schema-{VERSION}.db").read_bytes() == b"kept"
    assert (book / f"book.schema-{VERSION}.2.db").stat().st_size > 4096


@pytest.mark.usefixtures("later")
def test_a_step_that_fails_leaves_the_book_as_it_was(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @migrations.step
    def fail(database: Database) -> None:
        database.execute("create table half (id)")
        database.execute("no such statement")

    monkeypatch.setattr(file, "VERSION", VERSION + 2)
    with pytest.raises(BookDamaged):
        file.make_ready(book)
    opened = file.connect(book)
    assert opened.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    assert opened.execute("select count(*) from sqlite_master where name = 'half'").fetchone() == (0,)
    opened.close()


def test_a_book_of_a_later_oxydesk_is_refused(book: Path) -> None:
    opened = file.connect(book)
    opened.execute(f"PRAGMA user_version = {VERSION + 1}")
    opened.close()
    with pytest.raises(BookTooNew, match="later Oxydesk"):
        file.make_ready(book)
    assert not list(book.glob("book.schema*"))


def test_the_driver_of_sqlite_utils_is_the_books_own(book: Path) -> None:
    opened = file.connect(book)
    assert driver.with_sqlite_utils(opened).table("patients").count == 1
    opened.close()
