"""Backups of a book: whole, once by content, in two places; damaged, full, pulled out; and the book brought back."""

import contextlib
import errno
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.book import beside, file, replacing, vault
from db.book.backup import bringing_back, making
from db.book.backup import place as layout
from db.book.backup.place import BackupSet, Place
from db.book.backup.problems import (
    BackupDamaged,
    BackupNotThere,
    BackupNotWritten,
    BackupProblem,
    BackupTooNew,
    refused,
)
from db.book.version import VERSION
from db.driver import Connection
from tests.faults import small_store
from tests.faults.small_store import ANA, WORDS, at


def unheard(_done: float) -> None:
    """Nobody has to hear how far it is."""


class Shop:
    """A store with three papers."""

    def __init__(self, home: Path) -> None:
        self.home = home
        entered = small_store.begin(home)
        self.key, self.code = entered.key, entered.code or ""
        self.place = small_store.place(home, self.key)
        for number in (1, 2, 3):
            self.issue(number)

    @contextlib.contextmanager
    def book(self) -> Iterator[Connection]:
        with contextlib.closing(file.connect(self.home, self.key)) as opened:
            yield opened

    def issue(self, number: int, size: int = 3_000) -> None:
        with self.book() as book:
            small_store.issue(book, number, size)

    def back_up(self, minute: int = 0) -> BackupSet:
        return making.make(self.home, self.key, self.place, at(minute), unheard)

    def bring_back(self, backup: BackupSet) -> Path:
        return bringing_back.bring_back(backup, self.key, self.home, at(99), unheard)

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        with self.book() as book:
            return small_store.rows(book)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A store in a folder with a blank and letters of another keyboard."""
    return Shop(tmp_path / "Ñandú home")


def spoil(path: Path) -> None:
    """Changes one byte in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut_off(path: Path) -> None:
    """Takes away a file's end."""
    path.write_bytes(path.read_bytes()[:-100])


HARMS: tuple[Callable[[Path], object], ...] = (spoil, cut_off, lambda path: path.unlink())


def pack_of(place: Place) -> Path:
    return place.packs / layout.packs(place)[0]


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
