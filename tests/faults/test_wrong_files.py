"""Files that do not belong to the book: another one's keys or WAL, damaged keys, a book or keys of a later Oxydesk.

Each costs a sentence, and the book is as it was, byte for byte.
"""

import contextlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.book import file
from db.book.version import VERSION
from db.problems import BookMixed, BookTooNew
from tests.faults import shop, small_store
from tests.faults.damaged_store import PAPERS, USES, HeadlessDoor, as_if_killed, begin, cut, flip, unchanged, used

_KEYS = ("book.keys", "book.keys.copy")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Path, str], tuple[Path, str]]:
    """Two stores, of which each has a password of the same words, and their keys."""
    homes = tmp_path_factory.mktemp("one") / "home", tmp_path_factory.mktemp("other") / "home"
    return (homes[0], begin(homes[0])), (homes[1], begin(homes[1]))


@pytest.fixture
def home(stores: tuple[tuple[Path, str], ...], tmp_path: Path) -> Path:
    """A copy of the first one."""
    return shutil.copytree(stores[0][0], tmp_path / "home")


@pytest.fixture
def other(stores: tuple[tuple[Path, str], ...], tmp_path: Path) -> Path:
    """The other one, as it lies there when it was killed."""
    return as_if_killed(*stores[1], 2, tmp_path / "other")


@pytest.mark.parametrize("names", [("book.db-wal",), ("book.db-wal", "book.db-shm")])
def test_another_books_wal_does_not_come_into_the_book(
    home: Path, other: Path, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in names:
        shutil.copyfile(other / name, home / name)
    with unchanged(home / file.NAME):
        problems = used(home)
        assert list(problems) == list(USES)
        assert all("of another book; move that file" in words for words in problems.values())
        door = HeadlessDoor(home, monkeypatch)
        assert "of another book" in door.sentence("backup")
        assert door("verify")[0] == 2
    (home / "book.db-wal").unlink()
    assert used(home) == {}
    with shop.opened(home) as book:
        assert len(shop.look_through(book).numbers) >= PAPERS


def test_another_books_shm_is_made_anew(home: Path, other: Path) -> None:
    shutil.copyfile(other / "book.db-shm", home / "book.db-shm")
    assert used(home) == {}


def test_a_wal_of_its_own_comes_into_the_book(stores: tuple[tuple[Path, str], ...], tmp_path: Path) -> None:
    home, key = stores[0]
    killed = as_if_killed(home, key, 2, tmp_path / "killed")
    with contextlib.closing(file.connect(killed, key)) as book:
        assert small_store.issued(book) == PAPERS + 2


def test_with_another_key_a_wal_of_its_own_stays(other: Path) -> None:
    with (
        unchanged(other / file.NAME),
        unchanged(other / "book.db-wal"),
        pytest.raises(Exception, match="cannot be read"),
    ):
        file.connect(other, "00" * 32)


def test_another_stores_keys_open_nothing(home: Path, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _KEYS:
        shutil.copyfile(other / name, home / name)
    with unchanged(home / file.NAME):
        problems = used(home)
        assert list(problems) == list(USES)
        assert all("the key beside it belongs to another book" in words for words in problems.values())
        assert "belongs to another book" in HeadlessDoor(home, monkeypatch).sentence("backup")


HARMS: dict[str, Callable[[Path], object]] = {
    "changed": lambda path: flip(path, path.stat().st_size // 2),
    "cut off": lambda path: cut(path, path.stat().st_size // 2),
    "empty": lambda path: cut(path, 0),
    "gone": Path.unlink,
    "of other bytes": lambda path: path.write_bytes(bytes(range(256)) * 4),
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("name", _KEYS)
def test_harmed_keys_are_mended_by_the_other_file(home: Path, name: str, harm: str) -> None:
    HARMS[harm](home / name)
    assert used(home) == {}
    assert (home / _KEYS[0]).read_bytes() == (home / _KEYS[1]).read_bytes()


@pytest.mark.parametrize("harm", HARMS)
def test_where_both_are_harmed_the_backup_brings_book_and_keys_back(
    home: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in _KEYS:
        HARMS[harm](home / name)
    door = HeadlessDoor(home, monkeypatch)
    with unchanged(home / file.NAME):
        assert list(used(home)) == list(USES)
        door.sentence("verify")
    (home / "book.tries").unlink(missing_ok=True)  # what was changed opens nothing, as if the password was wrong
    assert door("restore", "--backup", "latest", "--replace")[0] == 0
    assert used(home) == {}


def test_a_book_of_a_later_oxydesk_is_left_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _of_a_later_oxydesk(home)
    with unchanged(home / file.NAME):
        problems = used(home)
        assert list(problems) == list(USES)
        assert all("later Oxydesk than this one" in words for words in problems.values())
        door = HeadlessDoor(home, monkeypatch)
        for command in ("backup", "verify"):
            assert "later Oxydesk than this one" in door.sentence(command)


def test_keys_of_a_later_oxydesk_are_left_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = home / _KEYS[0]
    keys.write_text(re.sub(r'"version": \d+', '"version": 99', keys.read_text()))
    with unchanged(keys), unchanged(home / file.NAME):
        assert all("written by a later Oxydesk" in words for words in used(home).values())
        assert "written by a later Oxydesk" in HeadlessDoor(home, monkeypatch).sentence("verify")


def test_what_is_wrong_has_a_kind_of_its_own(stores: tuple[tuple[Path, str], ...], home: Path, other: Path) -> None:
    key = stores[0][1]
    _of_a_later_oxydesk(home)
    with pytest.raises(BookTooNew):
        file.bring_up(home, key)
    shutil.copyfile(other / "book.db-wal", home / "book.db-wal")
    with pytest.raises(BookMixed):
        file.connect(home, key)


def _of_a_later_oxydesk(home: Path) -> None:
    with shop.opened(home) as book:
        book.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
