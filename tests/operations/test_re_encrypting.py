"""The book encrypted anew: who was removed can read no later copy of it, everybody else goes on, and so do backups."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.book import file, integrity, slots, vault
from db.book.backup import place as layout
from db.problems import BookDamaged, BookNotWritten, NotAllowed
from desktop.operations import backup_memory, backup_places, backups, re_encrypting, restoring, store, users, verifying
from desktop.operations.book import Book, happened
from desktop.operations.sign_in import Door, Entered
from desktop.operations.unlocking import Secret
from tests.faults import small_store
from tests.operations.at_the_door import CHEAP, GULF, NOON, OTHER, WORDS, Clock, Knock, killed_later_and_later

_PAGE = 4096

BO = "Bo Lê"


def unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""


@pytest.fixture
def own(knock: Knock, begun: Entered, tmp_path: Path) -> str:
    """A store with an owner, one of the staff, and three papers; its key."""
    with knock().open(begun) as book:
        users.add(book, BO, "staff", OTHER, CHEAP)
        for number in (1, 2, 3):
            small_store.issue(book.connection, number)
            small_store.attach(book.connection, number)
    return begun.key


def rows(home: Path, key: str) -> dict[str, list[tuple[object, ...]]]:
    """All that the book of a folder holds, but for who was there when."""
    with contextlib.closing(file.connect(home, key)) as book:
        held = small_store.rows(book)
        assert [each for each in integrity.check(book, lambda _done: None) if each.wrong] == []
    del held["users"], held["protection"]
    return held


def stick_of(home: Path) -> Path:
    """A stick: a folder that is not in the store's own."""
    return home.with_name(f"{home.name} stick")


@contextlib.contextmanager
def signed_in(knock: Knock, name: str = "Ana Ruiz", password: str = WORDS) -> Iterator[Book]:
    """The book in somebody's hands."""
    door = knock()
    with door.open(door.sign_in(name, password)) as book:
        yield book


def test_whoever_was_removed_reads_no_later_copy_and_the_others_go_on(
    knock: Knock, begun: Entered, own: str, tmp_path: Path
) -> None:
    kept = tmp_path / "kept by Bo"
    kept.mkdir()
    for name in ("book.keys", "book.keys.copy"):
        shutil.copy(tmp_path / name, kept)
    before = rows(tmp_path, own)
    with signed_in(knock) as book:
        users.remove(book, 2)
    his = vault.open_by_password(slots.candidates(kept), BO, OTHER)
    assert his
    assert rows(tmp_path, his.key) == before  # removed, and still the key of the book
    re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
    with pytest.raises(BookDamaged):
        file.connect(tmp_path, his.key)
    assert vault.open_by_password(slots.candidates(tmp_path), BO, OTHER) is None
    with signed_in(knock) as book:
        key = backup_places.key_of(book)
        assert happened(book)[1].what == "encrypted anew"
    assert rows(tmp_path, key) == before
    assert knock().recover(begun.code or "").key == key
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith("restore")]
    for path in tmp_path.glob("book.*"):
        assert bytes.fromhex(own) not in path.read_bytes()


def test_whoever_did_not_sign_in_meanwhile_goes_on_after_several_times(knock: Knock, own: str, tmp_path: Path) -> None:
    key = own
    for _ in range(3):
        re_encrypting.re_encrypt(tmp_path, key, NOON, unheard)
        with signed_in(knock) as book:
            key = backup_places.key_of(book)
    for _ in range(2):
        with signed_in(knock, BO, OTHER) as book:
            assert (backup_places.key_of(book), store.read(book)) == (key, GULF)
    assert all(not slot.handed for slot in slots.candidates(tmp_path)[0].users)


def test_a_slot_that_the_book_knows_nothing_of_is_given_no_key(knock: Knock, own: str, tmp_path: Path) -> None:
    kept = slots.candidates(tmp_path)[0]
    with signed_in(knock) as book:
        users.remove(book, 2)
    slots.write(tmp_path, vault.with_password(kept, own, vault.Who(2, BO), OTHER, CHEAP))  # by one who has the old key
    re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
    assert [slot.name for slot in slots.candidates(tmp_path)[0].users] == ["Ana Ruiz"]


def test_keys_that_were_changed_from_outside_are_not_handed_on(own: str, tmp_path: Path) -> None:
    kept = slots.candidates(tmp_path)[0]
    slots.write(tmp_path, replace(kept, seal=bytes(32)))
    with pytest.raises(NotAllowed, match="changed by something else than Oxydesk"):
        re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
    assert rows(tmp_path, own)


def test_copies_from_before_migrations_get_the_new_key_too(knock: Knock, own: str, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "book.db", tmp_path / "book.schema-3.db")
    (tmp_path / "book.schema-2.db").write_bytes(b"damaged long ago" * 600)
    re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
    with signed_in(knock) as book:
        key = backup_places.key_of(book)
    (tmp_path / "apart").mkdir()
    shutil.copy(tmp_path / "book.schema-3.db", tmp_path / "apart" / "book.db")
    assert rows(tmp_path / "apart", key)
    assert (tmp_path / "book.schema-2.db").read_bytes().startswith(b"damaged")


def test_a_damaged_book_stays_as_it_is(own: str, tmp_path: Path) -> None:
    data = bytearray((tmp_path / "book.db").read_bytes())
    for page in range(_PAGE, len(data), _PAGE):  # one that only an index lies on would be made anew
        data[page + 100] ^= 1
    (tmp_path / "book.db").write_bytes(data)
    with pytest.raises(BookDamaged):
        re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
    assert (tmp_path / "book.db").read_bytes() == bytes(data)
    assert not (tmp_path / "restore.part").exists()


def test_a_disk_that_refuses_gets_a_sentence(own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_folder: Path, _slots: object) -> None:
        raise OSError(28, "No space left on device")

    before = rows(tmp_path, own)
    monkeypatch.setattr(slots, "write", full)
    with pytest.raises(BookNotWritten, match="no space left"):
        re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
    assert rows(tmp_path, own) == before
    assert not (tmp_path / "restore.part").exists()


def test_killed_at_any_step_there_is_one_book_with_its_own_keys(knock: Knock, own: str, tmp_path: Path) -> None:
    knock().close()
    before, old = rows(tmp_path, own), tmp_path / "old"
    old.mkdir()
    for path in tmp_path.glob("book.*"):
        shutil.copy(path, old)
    does = f"re_encrypting.re_encrypt(folder, {own!r}, datetime.now(UTC), lambda _words, _done: None)"
    ends: list[bool] = []
    for folder in killed_later_and_later(tmp_path / "new", does, old):
        door = Door(folder, cost=CHEAP)
        with door.open(door.sign_in("Ana Ruiz", WORDS)) as book:
            ends.append(book.key != own)
            assert small_store.issued(book.connection) == 3
        door.close()
        assert vault.open_by_password(slots.candidates(folder), BO, OTHER)
        if ends[-1]:
            assert rows(folder, book.key or "") == before
            assert not [path.name for path in folder.iterdir() if path.name.startswith("restore")]
    assert ends == sorted(ends)
    assert set(ends) == {False, True}


class TestBackups:
    """Those from before stay under the old key, and can be used by who may."""

    @pytest.fixture
    def after(self, knock: Knock, own: str, tmp_path: Path, clock: Clock) -> Iterator[Book]:
        """The owner's book, encrypted anew with one backup before it and one after, in both places."""
        stick = stick_of(tmp_path)
        stick.mkdir()
        with signed_in(knock) as book:
            backups.choose_second(book, stick, unheard)
        re_encrypting.re_encrypt(tmp_path, own, NOON, unheard)
        clock.at += timedelta(days=1)
        with signed_in(knock) as book:
            assert backups.changed(book)
            assert backups.make(book, unheard).in_second
            yield book

    def test_both_are_listed_and_whole(self, after: Book) -> None:
        assert backups.listed(after)[0].place == backup_places.own_place(after)
        assert len(backups.listed(after)) == 2
        assert all(restoring.is_own(after, each) for each in backups.listed(after))
        found = verifying.verify_now(after, unheard)
        assert verifying.whole(found)
        assert "Backups that can be read and are whole: 2." in [each.words for each in found]

    def test_one_from_before_is_brought_back_by_who_has_signed_in(
        self, after: Book, own: str, tmp_path: Path, clock: Clock
    ) -> None:
        chosen = restoring.look(after, backups.listed(after)[-1], None, clock)
        assert (chosen.key, chosen.contents.papers) == (own, 3)
        after.close()
        restoring.bring_back(tmp_path, chosen, clock(), unheard)
        assert rows(tmp_path, own)

    def test_one_from_before_opens_by_the_password_and_code_of_then_and_of_now(
        self, after: Book, begun: Entered, tmp_path: Path, clock: Clock
    ) -> None:
        before = backups.listed(after)[-1]
        users.change_password(after, WORDS, "another good phrase", CHEAP)
        code = users.new_recovery_code(after, CHEAP)
        ways = [
            Secret("Ana Ruiz", WORDS),
            Secret("Ana Ruiz", "another good phrase"),
            Secret(code=begun.code),
            Secret(code=code),
        ]
        for typed in ways:
            assert restoring.look_from_outside(tmp_path, before, typed, clock).key == begun.key

    def test_they_fade_by_the_same_rule_in_both_places_and_their_folder_with_the_last(
        self, after: Book, clock: Clock, tmp_path: Path
    ) -> None:
        places = [root / layout.FOLDER for root in (tmp_path, stick_of(tmp_path))]
        assert [len(list(place.iterdir())) for place in places] == [2, 2]
        clock.at += timedelta(days=400)
        for _ in range(12):  # the last of each of twelve months is kept, so the year has to be full
            clock.at += timedelta(days=31)
            backups.make(after, unheard)
        assert [len(list(place.iterdir())) for place in places] == [1, 1]
        assert backups.second(after)

    def test_a_stick_that_was_out_meanwhile_is_known_again(self, after: Book) -> None:
        new = backup_places.second_place(after)
        assert new
        layout.remove(new.root)  # as on a stick that was in a drawer when the book was encrypted anew
        assert backup_places.second_is_there(after)
        assert backups.make(after, unheard).in_second


def test_how_long_it_takes_is_told_before(own: str, tmp_path: Path) -> None:
    assert re_encrypting.seconds(tmp_path) == 1
    with (tmp_path / "book.schema-1.db").open("wb") as large:
        large.truncate(600_000_000)
    assert 20 < re_encrypting.seconds(tmp_path) < 120


def test_staff_may_not(knock: Knock, own: str) -> None:
    with (
        signed_in(knock, BO, OTHER) as book,
        pytest.raises(NotAllowed, match="Only an owner may encrypt the book"),
    ):
        re_encrypting.asked(book)
    with signed_in(knock) as book:
        assert re_encrypting.asked(book) == own
    assert backup_memory.read(book.folder).second is None
