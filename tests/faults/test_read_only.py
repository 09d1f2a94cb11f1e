"""A folder or a file that may only be read: a sentence, nothing changed, and all goes on once it may be written again.

Root may write everywhere, so what is tried here is done by a thread without root's rights.
"""

import ctypes
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from db.book import file
from desktop import files
from desktop.files import FileProblem
from desktop.operations import backups, issuing
from desktop.operations.backups import BackupProblem
from desktop.operations.batch import BatchFolder
from desktop.operations.book import BookProblem
from tests.faults import shop
from tests.faults.damaged_store import USES, HeadlessDoor, begin, unchanged, used

T = TypeVar("T")

_READ_FOLDER, _READ_FILE = 0o500, 0o400
_CAPABILITIES_3 = 0x20080522


def as_anybody(does: Callable[[], T]) -> T:
    """Does it in a thread that has only the rights of an owner of files."""
    done: list[T] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            if sys.platform == "linux" and os.geteuid() == 0:
                _let_go_of_all_rights()
            done.append(does())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return done[0]


def _let_go_of_all_rights() -> None:
    """Of this thread's: its capabilities, as Linux calls them."""
    header, rights = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0), (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None, use_errno=True).capset(header, rights) == 0, os.strerror(ctypes.get_errno())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that nothing has happened to."""
    home = tmp_path_factory.mktemp("whole") / "home"
    begin(home)
    return home


@pytest.fixture
def home(whole: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it; may be written again in the end."""
    copy = shutil.copytree(whole, tmp_path / "home")
    yield copy
    _may_be_written(copy)


def _may_be_written(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)


def _only_read(*paths: Path) -> None:
    for path in paths:
        path.chmod(_READ_FOLDER if path.is_dir() else _READ_FILE)


def test_what_is_tried_here_has_no_rights_of_roots(tmp_path: Path) -> None:
    tmp_path.chmod(_READ_FOLDER)
    with pytest.raises(PermissionError):
        as_anybody((tmp_path / "file").touch)
    tmp_path.chmod(0o700)
    (tmp_path / "file").touch()


@pytest.mark.parametrize("what", ["folder", "folder and files", "book", "lock"])
def test_a_store_that_may_only_be_read_says_so(home: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files_of_it = [path for path in home.iterdir() if path.is_file()]
    harmed = {
        "folder": [home],
        "folder and files": [*files_of_it, home],
        "book": [home / file.NAME],
        "lock": [home / "book.lock"],
    }
    _only_read(*harmed[what])
    door = HeadlessDoor(home, monkeypatch)
    with unchanged(home / file.NAME):
        problems = as_anybody(lambda: used(home))
        assert list(problems) == list(USES)
        assert all("cannot be written" in words and "allow writing" in words for words in problems.values()), problems
        assert "cannot be written" in as_anybody(lambda: door.sentence("backup"))
        if what != "book":  # which is put aside without being written
            words = as_anybody(lambda: door.sentence("restore", "--backup", "latest", "--replace"))
            assert "you may not write there" in words or "cannot be written" in words
    _may_be_written(home)
    assert used(home) == {}


def test_where_backups_may_not_be_written_the_day_goes_on(home: Path) -> None:
    (place,) = home.glob("Oxydesk backups/*")
    _only_read(place / "sets", place / "bytes", place)
    problems = as_anybody(lambda: used(home))
    assert list(problems) == ["backs up"]
    assert "you may not write there. The book is as it was" in problems["backs up"]
    _may_be_written(home)
    assert used(home) == {}


def test_a_second_place_that_may_only_be_read_costs_a_sentence(home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    _only_read(stick)

    def choose() -> backups.Made:
        with shop.opened(home) as book:
            return backups.choose_second(book, stick, shop.unheard)

    def back_up() -> backups.Made:
        with shop.opened(home) as book:
            assert issuing.issue(book, shop.desk(), shop.draft(book)).done
            return backups.make(book, shop.unheard)

    with pytest.raises(BackupProblem, match="you may not write there"):
        as_anybody(choose)
    _may_be_written(stick)
    assert choose().in_second
    _only_read(*[path for path in stick.rglob("*") if path.is_dir()])
    made = as_anybody(back_up)
    assert made.second
    assert "you may not write there" in made.second
    _may_be_written(stick)
    assert back_up().in_second


def test_a_paper_is_saved_where_one_may_write(tmp_path: Path) -> None:
    saved = tmp_path / "papers"
    saved.mkdir()
    files.save(saved / "one.pdf", b"%PDF-1")
    _only_read(saved)
    with pytest.raises(FileProblem, match="you may not write or read there"):
        as_anybody(lambda: files.save(saved / "one.pdf", b"%PDF-2"))
    batch = BatchFolder(saved / "batch")
    with pytest.raises(FileProblem, match="cannot be made: you may not write"):
        as_anybody(lambda: batch.save(batch.claim("SB-1"), b"%PDF-3"))
    assert (saved / "one.pdf").read_bytes() == b"%PDF-1"
    _may_be_written(saved)
    assert [path.name for path in saved.iterdir()] == ["one.pdf"]


def test_a_store_cannot_begin_where_nobody_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    _only_read(closed)
    for home in (closed, closed / "Oxydesk"):
        with pytest.raises((FileProblem, BookProblem), match=r"cannot be (made|written)"):
            as_anybody(lambda home=home: shop.begin(home))  # type: ignore[misc]
    _may_be_written(closed)
    assert list(closed.iterdir()) == []
