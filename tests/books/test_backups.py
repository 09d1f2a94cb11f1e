"""Backups of a book: whole, once by content, kept as long as they should be; and the book brought back."""

import contextlib
from pathlib import Path

import pytest

from db.book import beside, file, vault
from db.book.backup import bringing_back, making
from db.book.backup import place as layout
from db.book.backup.place import Place
from db.book.backup.problems import (
    BackupProblem,
)
from db.book.version import VERSION
from db.driver import Connection
from tests.books.shop import Shop, pack_of, unheard
from tests.faults import small_store
from tests.faults.small_store import ANA, WORDS, at


class TestMade:
    """What a backup is."""

    def test_the_book_that_is_brought_back_is_the_one_that_was_backed_up(self, shop: Shop) -> None:
        before, backup = shop.rows(), shop.back_up()
        shop.issue(4)
        away = shop.bring_back(backup)
        assert shop.rows() == before
        with contextlib.closing(file.connect(away, shop.key)) as replaced:
            assert small_store.issued(replaced) == 4
        with shop.book() as book:
            assert book.execute("select what from audit order by id desc limit 1").fetchone() == ("restored",)

    def test_scans_lie_in_packs_and_come_back(self, shop: Shop) -> None:
        with shop.book() as book:
            small_store.attach(book, 1, size=2_000_000)
        backup = shop.back_up()
        before = shop.rows()
        assert backup.book.size < 1_000_000
        with shop.book() as book:
            book.execute("delete from attachments")
        shop.bring_back(backup)
        assert shop.rows() == before

    def test_it_opens_with_the_same_password_and_recovery_code_and_nothing_else(self, shop: Shop) -> None:
        ways = bringing_back.ways_in(shop.back_up())
        opened = vault.open_by_password(ways, ANA, WORDS), vault.open_by_code(ways, shop.code)
        assert [way.key for way in opened if way] == [shop.key] * 2
        assert vault.open_by_password(ways, ANA, "something else") is None

    def test_nothing_of_the_papers_lies_in_it_in_the_clear(self, shop: Shop) -> None:
        shop.back_up()
        said = (b"Gulf Breeze", b"SB-2", small_store.pdf(2)[:50], bytes.fromhex(shop.key), shop.key.encode())
        for path in shop.place.root.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                assert not [words for words in said if words in data], path
                assert path.name == "ABOUT.txt" or path.stat().st_mode & 0o077 == 0

    def test_what_is_in_it_is_told_before_it_is_used(self, shop: Shop) -> None:
        told = bringing_back.contents(shop.back_up(5), shop.key)
        assert (told.at, told.store, told.papers, told.last_number) == (at(5), "Gulf Breeze Oxygen", 3, "SB-3")
        assert (told.patients, told.half_made, told.users) == (0, 0, (ANA,))

    def test_contents_lie_in_packs_once(self, shop: Shop) -> None:
        first = shop.back_up(1)
        size = pack_of(shop.place).stat().st_size
        shop.back_up(2)
        assert len(layout.packs(shop.place)) == 1
        shop.issue(4)
        third = shop.back_up(3)
        assert len(layout.packs(shop.place)) == 2
        assert pack_of(shop.place).stat().st_size == size
        assert first.book.size < size * 20
        assert making.check(third, shop.key, set(), unheard) == 3 + 2 + 1  # papers; wire and form are alike in all

    def test_a_backup_after_another_one_was_brought_back_takes_nothing_from_the_lost_time(self, shop: Shop) -> None:
        early = shop.back_up(1)
        shop.issue(4, size=2_000)
        shop.back_up(2)
        shop.bring_back(early)
        shop.issue(4, size=2_500)  # the number is there again, with another paper
        before = shop.rows()
        last = shop.back_up(3)
        shop.bring_back(last)
        assert shop.rows() == before

    def test_a_pack_that_is_gone_is_written_again(self, shop: Shop) -> None:
        shop.back_up(1)
        pack_of(shop.place).unlink()
        assert making.check(shop.back_up(2), shop.key, set(), unheard) == 5

    def test_somebody_may_go_on_writing_meanwhile(self, shop: Shop) -> None:
        before = shop.rows()
        with shop.book() as book:
            book.execute("begin immediate")
            book.execute("update store set dba = 'not yet'")
            backup = shop.back_up()
            book.execute("rollback")
        shop.bring_back(backup)
        assert shop.rows() == before

    def test_a_store_without_a_password_is_not_backed_up(self, tmp_path: Path) -> None:
        file.make_ready(tmp_path).release()
        with pytest.raises(BackupProblem, match="without a password"):
            making.make(tmp_path, file.key_beside(tmp_path), Place(tmp_path / "b"), at(0), unheard)

    def test_a_years_growth_stays_within_its_room(self, shop: Shop) -> None:
        """In small: sets grow by rows, packs by contents, each of them once a place."""
        empty = shop.back_up(0)
        for number in range(4, 44):
            shop.issue(number, size=20_000)
        small = shop.back_up(1)
        held = sum(path.stat().st_size for path in shop.place.packs.iterdir())
        assert held < 40 * 20_000 * 1.25 + 60_000
        for minute in range(2, 12):
            again = shop.back_up(minute)
            assert again.book.size <= small.book.size * 1.05
        assert sum(path.stat().st_size for path in shop.place.packs.iterdir()) == held
        # A year of ten scanned letter pages of 200 KB and ten papers of 40 KB a day; two places, 23 backups in each.
        contents = 365 * (10 * 200_000 + 10 * 40_000) * held / (40 * 20_000 + 3 * 3_000)
        rows = 365 * 10 * (small.book.size - empty.book.size) / 40
        year = 2 * (contents + 23 * (rows + empty.book.size))
        assert year < 2.5 * 10**9


class TestKept:
    """Those that are not kept are taken away, and their packs only when nobody needs them."""

    def test_packs_go_with_the_last_backup_that_needs_them(self, shop: Shop) -> None:
        first = shop.back_up(1)
        shop.issue(4)
        second = shop.back_up(2)
        making.keep_only(shop.place, shop.key, {second.name})
        assert [each.name for each in layout.listed(shop.place)] == [second.name]
        assert len(layout.packs(shop.place)) == 2
        assert not first.folder.exists()
        assert making.check(second, shop.key, set(), unheard) == 6
        making.keep_only(shop.place, shop.key, set())
        assert (layout.listed(shop.place), layout.packs(shop.place)) == ([], [])

    @pytest.mark.parametrize("name", ["book.db", "set.json"])
    def test_beside_a_damaged_backup_no_pack_goes(self, shop: Shop, name: str) -> None:
        damaged = shop.back_up(1)
        (damaged.folder / name).write_bytes(b"nothing")
        (shop.place.packs / "20200101T000000Z-0000-1.db").write_bytes(b"perhaps it is needed")
        making.keep_only(shop.place, shop.key, {damaged.name})
        assert len(layout.packs(shop.place)) == 2

    def test_what_was_left_half_written_is_taken_away_by_the_next(self, shop: Shop) -> None:
        layout.make_ready(shop.place)
        (shop.place.sets / "20260101T000000Z-0000.part").mkdir()
        (shop.place.packs / "20260101T000000Z-0000-1.db.part").write_bytes(b"half")
        shop.back_up()
        assert not list(shop.place.root.rglob("*.part"))


def before_the_last_step(book: Connection) -> None:
    """Takes away what the last step of the schema has made."""
    for (name,) in book.execute(
        "select name from sqlite_master where type = 'trigger' and name like 'audit%'"
    ).fetchall():
        book.execute(f'drop trigger "{name}"')
    for sql in ("drop view audit", "drop table audit_chain", "drop table audit_head"):
        book.execute(sql)
    book.execute("create table audit (id integer primary key, noun_id integer, at text, what text, noun text)")
    book.execute("delete from _sqlite_migrations where name = 'audit_chain'")


def test_an_older_books_backup_comes_back_as_a_book_of_today(shop: Shop) -> None:
    with shop.book() as book:
        book.execute(f"PRAGMA user_version = {VERSION - 1}")
        before_the_last_step(book)
    backup = shop.back_up()
    assert backup.schema == VERSION - 1
    shop.bring_back(backup)
    with shop.book() as book:
        assert book.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert beside.has_slots(shop.home)
