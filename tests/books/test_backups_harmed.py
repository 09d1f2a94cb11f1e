"""Backups that are refused by the disk, damaged or not ours: a sentence, and everything as it was."""

import errno
import resource
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.book import replacing
from db.book.backup import bringing_back, making
from db.book.backup import place as layout
from db.book.backup.place import Place
from db.book.backup.problems import (
    BackupDamaged,
    BackupNotWritten,
    BackupTooNew,
    refused,
)
from db.book.version import VERSION
from tests.books.shop import Shop, pack_of, unheard
from tests.faults.small_store import at


def spoil(path: Path) -> None:
    """Changes one byte in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut_off(path: Path) -> None:
    """Takes away a file's end."""
    path.write_bytes(path.read_bytes()[:-100])


HARMS: tuple[Callable[[Path], object], ...] = (spoil, cut_off, lambda path: path.unlink())


class TestRefused:
    """A place that does not take it: a sentence, and everything as it was."""

    def test_a_full_disk(self, shop: Shop) -> None:
        backup, before = shop.back_up(1), shop.rows()
        shop.issue(4, size=400_000)
        after = shop.rows()
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, hard))
        try:
            with pytest.raises(BackupNotWritten, match="could not be written"):
                shop.back_up(2)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert shop.rows() == after
        assert [each.name for each in layout.listed(shop.place)] == [backup.name]
        assert not list(shop.place.root.rglob("*.part"))
        shop.bring_back(backup)
        assert shop.rows() == before

    def test_a_full_disk_while_bringing_back(self, shop: Shop) -> None:
        shop.issue(4, size=400_000)
        backup, before = shop.back_up(1), shop.rows()
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        try:
            with pytest.raises(BackupNotWritten):
                shop.bring_back(backup)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert shop.rows() == before
        assert not (shop.home / replacing.MAKING).exists()

    def test_a_place_that_is_no_folder(self, shop: Shop, tmp_path: Path) -> None:
        (tmp_path / "plain").write_text("a file")
        with pytest.raises(BackupNotWritten, match="is not a folder"):
            making.make(shop.home, shop.key, Place(tmp_path / "plain" / "backups"), at(0), unheard)

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            (errno.ENOSPC, "it is full"),
            (errno.EROFS, "it can only be read"),
            (errno.EACCES, "you may not write there"),
            (errno.EIO, "was it pulled out"),
            (errno.EBUSY, "busy"),
        ],
    )
    def test_each_refusal_has_its_words(self, number: int, said: str, tmp_path: Path) -> None:
        assert said in str(refused(tmp_path, OSError(number, "Device or resource BUSY")))


class TestDamaged:
    """A backup that is not as it was written is not used."""

    @pytest.mark.parametrize("name", ["book.db", "book.keys"])
    def test_a_changed_or_cut_off_file(self, shop: Shop, name: str) -> None:
        for number, harm in enumerate(HARMS):
            backup, before = shop.back_up(number), shop.rows()
            harm(backup.folder / name)
            with pytest.raises(BackupDamaged, match="Nothing was changed"):
                making.check(backup, shop.key, set(), unheard)
            with pytest.raises(BackupDamaged):
                shop.bring_back(backup)
            assert shop.rows() == before

    def test_a_changed_or_missing_pack(self, shop: Shop) -> None:
        for number, harm in enumerate(HARMS):
            shutil.rmtree(shop.place.root, ignore_errors=True)
            backup, before = shop.back_up(number), shop.rows()
            harm(pack_of(shop.place))
            with pytest.raises(BackupDamaged):
                making.check(backup, shop.key, set(), unheard)
            with pytest.raises(BackupDamaged):
                shop.bring_back(backup)
            assert shop.rows() == before

    @pytest.mark.parametrize(
        "told",
        [
            b"",
            b"{}",
            b"[]",
            b"null",
            b'{"version": "x"}',
            b"[" * 9_000,
            b"\xff\xfe",
            b'{"version": 1, "at": "2026-01-01"}',
        ],
    )
    def test_what_is_told_of_it_may_be_anything(self, shop: Shop, told: bytes) -> None:
        backup = shop.back_up()
        (backup.folder / "set.json").write_bytes(told)
        assert layout.listed(shop.place) == []
        with pytest.raises(BackupDamaged, match="cannot be read"):
            layout.read(shop.place, backup.name)

    def test_another_key_opens_nothing(self, shop: Shop) -> None:
        backup = shop.back_up()
        with pytest.raises(BackupDamaged):
            bringing_back.contents(backup, "00" * 32)
        with pytest.raises(BackupDamaged):
            bringing_back.bring_back(backup, "00" * 32, shop.home, at(0), unheard)

    def test_one_of_a_later_oxydesk_is_refused(self, shop: Shop) -> None:
        with shop.book() as book:
            book.execute(f"PRAGMA user_version = {VERSION + 1}")
        backup = shop.back_up()
        with pytest.raises(BackupTooNew, match="later Oxydesk"):
            shop.bring_back(backup)
        told = backup.folder / "set.json"
        told.write_text(told.read_text().replace('"version": 1', '"version": 2'))
        with pytest.raises(BackupTooNew):
            layout.read(shop.place, backup.name)
