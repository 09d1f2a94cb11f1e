"""Backups in a second place: a stick, another folder."""

import shutil
from pathlib import Path

import pytest

from db.book.backup import making
from db.book.backup import place as layout
from db.book.backup.problems import (
    BackupNotThere,
    BackupNotWritten,
)
from tests.books.shop import Shop, pack_of, unheard


class TestSecondPlace:
    """A stick or another folder."""

    def test_the_second_place_has_all_that_it_needs(self, shop: Shop, tmp_path: Path) -> None:
        second = layout.of_book(tmp_path / "stick", shop.key)
        before = shop.rows()
        copied = making.mirror(shop.back_up(), shop.key, second, unheard)
        shutil.rmtree(shop.place.root)
        assert making.check(copied, shop.key, set(), unheard) == 5
        shop.bring_back(copied)
        assert shop.rows() == before

    def test_what_lies_there_already_is_not_copied_again(self, shop: Shop, tmp_path: Path) -> None:
        second = layout.of_book(tmp_path / "stick", shop.key)
        making.mirror(shop.back_up(1), shop.key, second, unheard)
        was = pack_of(second).stat().st_ino
        making.mirror(shop.back_up(2), shop.key, second, unheard)
        assert (len(layout.packs(second)), pack_of(second).stat().st_ino) == (1, was)
        assert len(layout.listed(second)) == 2

    def test_books_do_not_mix_on_one_stick(self, shop: Shop, tmp_path: Path) -> None:
        other = Shop(tmp_path / "other")
        for each in (shop, other):
            making.mirror(each.back_up(), each.key, layout.of_book(tmp_path / "stick", each.key), unheard)
        assert len(layout.find(tmp_path / "stick")) == 2
        assert len(layout.listed(layout.of_book(tmp_path / "stick", other.key))) == 1

    def test_a_stick_that_is_pulled_out_half_way_costs_a_sentence(self, shop: Shop, tmp_path: Path) -> None:
        backup, stick = shop.back_up(), tmp_path / "stick"
        with pytest.raises(BackupNotWritten, match="was it pulled out"):
            making.mirror(backup, shop.key, layout.of_book(stick, shop.key), lambda _done: shutil.rmtree(stick))
        assert making.check(backup, shop.key, set(), unheard) == 5

    def test_whatever_folder_of_it_is_named_the_backups_are_found(self, shop: Shop) -> None:
        backup = shop.back_up()
        for named in (shop.home, shop.home / layout.FOLDER, shop.place.root, shop.place.sets, backup.folder):
            assert [each.name for each in layout.find(named)] == [backup.name]
        with pytest.raises(BackupNotThere, match="There is no backup"):
            layout.find(shop.home / "nowhere" / "at" / "all")
