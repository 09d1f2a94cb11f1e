"""Stores, backups and papers in folders of any name: blanks, letters of all the world, signs that mean something to
others, long ones. One that is too long costs a sentence before anything is begun."""

import shutil
from pathlib import Path

import pytest

from db.book.place import LONGEST
from db.problems import BookPlaceTooLong
from desktop import files
from desktop.operations import backups, documents, issuing
from desktop.operations.batch import BatchFolder
from tests.faults import shop
from tests.faults.damaged_store import HeadlessDoor

NAMES = {
    "blanks": "  My store  (new) ",
    "Spanish": "Ñandú Óxido",
    "Chinese": "氧气 商店",
    "Hebrew": "חמצן בית",
    "Arabic": "أكسجين",
    "letters of parts": "Zoe\u0308 Z\u030colc\u0301",
    "pictures": "🫁 oxygen 👩\u200d⚕️",
    "signs": "100% #1 & 'co'; a?b=c+d~",
    "quotes": 'a "quoted" `name`',
    "an option": "--replace",
    "long": "o" * 100 + "/" + "x" * 100,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in a plain folder."""
    home = tmp_path_factory.mktemp("whole") / "home"
    shop.begin(home)
    return home


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_store_lives_in_any_folder(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / name
    home, stick, saved = folder / "home", folder / "stick", folder / "papers"
    stick.mkdir(parents=True)
    shop.begin(home)
    with shop.opened(home) as book:
        document = issuing.issue(book, shop.desk(), shop.draft(book)).document
        assert backups.choose_second(book, stick, shop.unheard).in_second
        page = documents.pdf(book, document.id)
    files.folder(saved)
    files.save(saved / f"{name.rpartition('/')[2]}.pdf", page)
    batch = BatchFolder(saved / "batch")
    batch.save(batch.claim(document.number), page)
    assert {path.read_bytes() for path in saved.rglob("*.pdf")} == {page}
    assert len(list(saved.rglob("*.pdf"))) == 2
    door = HeadlessDoor(home, monkeypatch)
    assert door("backup", "--to", str(saved))[0] == 0
    assert door("verify")[1]["whole"]
    for source in (home, stick, saved):
        status, answer = door("restore", "--from", str(source), "--backup", "latest", "--replace")
        assert (status, answer["contents"]["papers"]) == (0, 1), source
        assert Path(answer["replaced"]).is_dir()
    with shop.opened(home) as book:
        assert shop.look_through(book).numbers == ("SB-2026-000001",)


@pytest.mark.parametrize("more", [1, 120, 2_000])
def test_a_path_that_is_too_long_is_refused_before_anything_is_begun(whole: Path, tmp_path: Path, more: int) -> None:
    """A folder may have a far longer path than SQLite takes."""
    home = _deep(tmp_path, LONGEST + more)
    with pytest.raises(BookPlaceTooLong, match="choose a folder with a shorter one"):
        shop.begin(home)
    assert not home.exists()
    shutil.copytree(whole, home)
    with pytest.raises(BookPlaceTooLong), shop.opened(home):
        pass


def test_the_longest_path_that_is_taken_has_room_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = _deep(tmp_path, LONGEST)
    shop.begin(home)
    door = HeadlessDoor(home, monkeypatch)
    assert door("backup")[0] == 0
    assert door("restore", "--backup", "latest", "--replace")[0] == 0
    assert door("verify")[0] == 0


def test_a_second_place_that_is_too_long_costs_a_sentence(tmp_path: Path) -> None:
    shop.begin(tmp_path / "home")
    stick = _deep(tmp_path, 480)
    stick.mkdir(parents=True)
    with shop.opened(tmp_path / "home") as book:
        made = backups.choose_second(book, stick, shop.unheard)
        assert made.second
        assert "could not be written" in made.second
        assert [each.name for each in backups.listed(book)] == [made.backup.name]


def _deep(folder: Path, length: int) -> Path:
    """A folder whose path has so many bytes."""
    while len(bytes(folder)) + 102 < length:
        folder /= "n" * 99
    return folder / ("n" * (length - len(bytes(folder)) - 1))
