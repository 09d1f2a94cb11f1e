"""A backup brought back by somebody who cannot get in; the replaced books; the second place read through in pieces."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.book import file, slots, tries
from db.book.backup import packs
from db.book.first_rows import Store
from desktop.operations import backup_memory, backup_places, backups, replaced_books, restoring, store, verifying
from desktop.operations.book import Book
from desktop.operations.sign_in import Entered, MustWait, NotLetIn
from desktop.operations.unlocking import Secret, held
from tests.faults import small_store
from tests.operations.at_the_door import OTHER, WORDS, Clock, Knock

ANA = "Ana Ruiz"


def unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that is not in the store's own."""
    folder = tmp_path.with_name(f"{tmp_path.name} stick")
    folder.mkdir()
    return folder


@pytest.fixture
def book(knock: Knock, begun: Entered, stick: Path) -> Iterator[Book]:
    """The owner's book with a paper, and a backup of it in both places."""
    with knock().open(begun) as opened:
        small_store.issue(opened.connection, 1, size=20_000)
        backups.choose_second(opened, stick, unheard)
        yield opened


def harm(home: Path, what: str) -> None:
    """What may become of a book."""
    if what == "damaged":
        (home / "book.db").write_bytes(b"x" * 9_000)
    elif what == "cut off":
        (home / "book.db").write_bytes((home / "book.db").read_bytes()[:5_000])
    elif what == "without its keys":
        (home / slots.NAME).unlink()
        (home / slots.COPY).unlink()
    else:
        shutil.rmtree(home)
        home.mkdir()


@pytest.mark.parametrize("what", ["damaged", "cut off", "without its keys", "all gone"])
def test_whatever_has_become_of_the_book_a_backup_takes_its_place(
    book: Book, knock: Knock, stick: Path, clock: Clock, what: str
) -> None:
    home = book.folder
    book.close()
    knock().close()
    harm(home, what)
    listed = backups.inside(stick) if what == "all gone" else backups.reachable(home)
    chosen = restoring.look_from_outside(home, listed[0], Secret.typed(ANA, WORDS), clock)
    assert chosen.contents.papers == 1
    with held(home):
        away = restoring.bring_back(home, chosen, clock(), unheard)
    assert (away is None) == (what == "all gone")
    if what == "damaged":
        assert away
        assert (away / "book.db").read_bytes() == b"x" * 9_000
    with (door := knock()).open(door.sign_in(ANA, WORDS)) as opened:
        assert small_store.issued(opened.connection) == 1


def test_wrong_tries_at_a_backup_wait_with_those_at_the_door(
    book: Book, knock: Knock, begun: Entered, tmp_path: Path, clock: Clock
) -> None:
    backup = backups.listed(book)[0]
    for _ in range(4):
        with pytest.raises(NotLetIn):
            restoring.look_from_outside(tmp_path, backup, Secret(ANA, OTHER), clock)
    with pytest.raises(MustWait):
        restoring.look_from_outside(tmp_path, backup, Secret(ANA, WORDS), clock)
    with pytest.raises(MustWait):
        knock().sign_in(ANA, WORDS)
    assert restoring.look_from_outside(tmp_path, backup, Secret(code=begun.code), clock)
    assert not tries.path(tmp_path).exists()


class TestReplaced:
    """Books that were replaced are kept for a while, and never the only one."""

    def bring_back(self, book: Book, clock: Clock, times: int) -> None:
        chosen = restoring.look(book, backups.listed(book)[0], None, clock)
        book.close()
        for _ in range(times):
            clock.at += timedelta(days=10)
            restoring.bring_back(book.folder, chosen, clock(), unheard)

    def test_the_last_three_and_every_one_of_thirty_days_are_kept(self, book: Book, clock: Clock) -> None:
        self.bring_back(book, clock, 3)
        assert len(replaced_books.listed(book)) == 3
        clock.at += timedelta(days=365)
        replaced_books.prune(book.folder, clock())
        assert len(replaced_books.listed(book)) == 3
        self.again(book, clock, 4)
        ages = [(clock() - each.at).days for each in replaced_books.listed(book)]
        assert ages == [0, 10, 20, 30]
        clock.at += timedelta(days=1)
        replaced_books.prune(book.folder, clock())
        assert len(replaced_books.listed(book)) == 3

    def again(self, book: Book, clock: Clock, times: int) -> None:
        with Book(book.folder, clock, None, book.key, book.user) as opened:
            self.bring_back(opened, clock, times)

    def test_none_goes_while_the_book_itself_is_not_there(self, book: Book, clock: Clock) -> None:
        self.bring_back(book, clock, 4)
        (book.folder / file.NAME).unlink()
        replaced_books.prune(book.folder, clock() + timedelta(days=900))
        assert len(replaced_books.listed(book)) == 4

    def test_its_size_is_told_and_the_owner_takes_one_away(self, book: Book, clock: Clock) -> None:
        self.bring_back(book, clock, 2)
        first, second = replaced_books.listed(book)
        assert first.size > 20_000
        with book.another() as again:
            replaced_books.remove(again, first)
        assert replaced_books.listed(book) == [second]
        assert [path.name for path in (book.folder / "replaced").iterdir()] == [second.folder.name]


class TestSecondPlace:
    """The newest backup in the second place is read through once a week, in pieces."""

    @pytest.fixture
    def in_packs(self, book: Book, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Book:
        """Large contents in several packs."""
        clock.at += timedelta(minutes=1)  # so that it is known which backup is the newest
        monkeypatch.setattr(packs, "LARGEST", 30_000)
        for number in (2, 3, 4):
            small_store.issue(book.connection, number, size=20_000)
        backups.make(book, unheard)
        return book

    def test_it_is_read_a_pack_at_a_time_and_then_not_for_a_week(self, in_packs: Book, clock: Clock) -> None:
        slow = iter(range(0, 10_000, 60))
        pieces = 0
        while (found := verifying.verify_second(in_packs, lambda: float(next(slow)))) is None:
            pieces += 1
            assert len((backup_memory.read(in_packs.folder).second_packs or "").split()) == pieces
        assert pieces >= 3
        assert (found.what, found.wrong) == ("second", ())
        assert not verifying.second_due(in_packs)
        clock.at += timedelta(days=7)
        assert verifying.second_due(in_packs)

    def test_what_is_wrong_with_it_is_said(self, in_packs: Book) -> None:
        place = backup_places.second_place(in_packs)
        assert place
        pack = next(place.packs.iterdir())
        data = bytearray(pack.read_bytes())
        data[len(data) // 2] ^= 1
        pack.write_bytes(data)
        found = verifying.verify_second(in_packs)
        assert found
        assert "The newest backup in the second place is not whole" in found.words
        assert "Make a new backup now" in found.words
        assert not verifying.second_due(in_packs)
        assert "second" in [each.what for each in verifying.verify_now(in_packs, unheard) if each.wrong]

    def test_a_stick_that_is_out_is_nothing_wrong(self, in_packs: Book, stick: Path) -> None:
        assert verifying.second_due(in_packs)
        stick.rename(stick.with_name("in a drawer of " + stick.name))
        assert not verifying.second_due(in_packs)
        found = verifying.verify_now(in_packs, unheard)
        assert verifying.whole(found)
        assert "second" not in [each.what for each in found]


def test_the_second_place_that_is_remembered_is_looked_into_when_the_own_is_lost(book: Book, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "Oxydesk backups")
    assert len(backups.reachable(tmp_path)) == 1
    store.save(book, Store(legal_name="Gulf"))
    assert backups.changed(book)
