"""A book that is damaged or cut off: a sentence wherever that is met; it is found, and the backup brings it back.

SQLCipher seals every page, so nothing of a damaged one is ever taken for true.
"""

import contextlib
import shutil
from pathlib import Path

import pytest

from db.book import file, integrity
from db.problems import BookProblem
from desktop.operations import verifying
from tests.faults import shop, small_store
from tests.faults.damaged_store import (
    PAGE,
    PAPERS,
    USES,
    HeadlessDoor,
    as_if_killed,
    begin,
    cut,
    flip,
    unchanged,
    used,
)

_IN_THE_WAL = 3
_FRAME = PAGE + 24
_SHARES = (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store that nothing has happened to, and its key."""
    home = tmp_path_factory.mktemp("whole") / "home"
    return home, begin(home)


@pytest.fixture
def home(whole: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of it, to be harmed."""
    return shutil.copytree(whole[0], tmp_path / "home")


@pytest.fixture
def key(whole: tuple[Path, str]) -> str:
    """The key of the book."""
    return whole[1]


def found(home: Path, key: str) -> list[str]:
    """What is found to be wrong with the book."""
    looked = verifying.verify(home, key, shop.unheard)
    return [each.what for each in looked if each.wrong and each.what != "backups"]


@pytest.mark.parametrize("share", [*_SHARES, None])
def test_a_damaged_page_gets_a_sentence_is_found_and_brought_back(
    home: Path, key: str, share: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (home / file.NAME).stat().st_size
    if share is None:  # the last page without its last byte
        cut(home / file.NAME, size - 1)
    else:
        flip(home / file.NAME, round(share * (size // PAGE - 1)) * PAGE + 1_700)
    assert all("cannot be read" in words for words in used(home).values())
    assert "pages" in found(home, key)
    door = HeadlessDoor(home, monkeypatch)
    status, answer = door("verify")
    assert (status, answer["whole"]) == (2, False)
    assert door("restore", "--backup", "latest", "--replace")[0] == 0
    assert found(home, key) == []
    with shop.opened(home) as book:
        assert len(shop.look_through(book).numbers) >= PAPERS


@pytest.mark.parametrize("at", [0, 15, 16, 24, 60, 99, 100])
def test_a_damaged_beginning_keeps_the_store_closed(home: Path, at: int) -> None:
    flip(home / file.NAME, at)
    with unchanged(home / file.NAME):
        assert list(used(home)) == list(USES)


@pytest.mark.parametrize("length", [0, 1, 99, 100, PAGE - 1, PAGE, PAGE * 3 + 17, PAGE * 20, -PAGE])
def test_a_book_that_is_cut_off_is_not_written_on(
    home: Path, key: str, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (home / file.NAME).stat().st_size
    cut(home / file.NAME, length if length >= 0 else size + length)
    with unchanged(home / file.NAME):
        assert list(used(home)) == list(USES)
    assert found(home, key)
    door = HeadlessDoor(home, monkeypatch)
    assert door("verify")[0] == 2
    assert "Nothing was changed" in door.sentence("backup")
    assert door("restore", "--backup", "latest", "--replace")[0] == 0
    assert found(home, key) == []


@pytest.mark.parametrize(
    "harm", ["whole", "first frame", "middle", "last frame", "header", "mid-frame", "half", "none"]
)
def test_of_a_damaged_wal_the_rest_is_left_out_and_the_book_is_whole(
    home: Path, key: str, tmp_path: Path, harm: str
) -> None:
    """What was told to be kept and lies in a damaged WAL is lost with it; no part of it is taken for true."""
    killed = as_if_killed(home, key, _IN_THE_WAL, tmp_path / "killed")
    wal = killed / "book.db-wal"
    size = wal.stat().st_size
    harms = {
        "first frame": lambda: flip(wal, 32 + 24 + 500),
        "middle": lambda: flip(wal, size // 2),
        "last frame": lambda: flip(wal, size - 500),
        "header": lambda: flip(wal, 4),
        "mid-frame": lambda: cut(wal, size - _FRAME - 100),
        "half": lambda: cut(wal, size // 2),
        "none": lambda: cut(wal, 0),
    }
    if harm != "whole":
        harms[harm]()
    with contextlib.closing(file.connect(killed, key)) as book:
        assert [looked for looked in integrity.check(book, shop.unheard) if looked.wrong] == []
        papers = small_store.issued(book)
    assert PAPERS <= papers <= PAPERS + _IN_THE_WAL
    assert (papers == PAPERS + _IN_THE_WAL) == (harm == "whole")
    assert used(killed) == {}


def test_a_damaged_backup_is_not_brought_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (backup,) = home.glob("Oxydesk backups/*/sets/*/book.db")
    flip(backup, backup.stat().st_size // 2)
    door = HeadlessDoor(home, monkeypatch)
    with unchanged(home / file.NAME):
        assert "is damaged" in door.sentence("restore", "--backup", "latest", "--replace")
    assert door("verify")[0] == 2
    assert door("backup")[0] == 0


def test_what_is_damaged_is_a_problem_of_ours(home: Path, key: str) -> None:
    cut(home / file.NAME, PAGE * 5)
    with pytest.raises(BookProblem, match="cannot be read"):
        file.connect(home, key)
