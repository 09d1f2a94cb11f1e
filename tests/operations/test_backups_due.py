"""When a backup is due, when the second place is missed, and when all is read through again: by days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db.book.backup import place as layout
from db.book.first_rows import Store
from db.problems import NotAllowed
from desktop.operations import backup_memory, backups, store, verifying
from desktop.operations.book import Book
from desktop.operations.sign_in import Door
from tests.faults import small_store


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = small_store.BEGAN

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    """Nine in the morning."""
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Iterator[Book]:
    """The book of a store with an owner, who has signed in."""
    entered = small_store.begin(tmp_path / "home")
    door = Door(tmp_path / "home", clock, small_store.CHEAP)
    with door.open(entered) as opened:
        yield opened
    door.close()


def unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is."""


def kept(book: Book) -> list[datetime]:
    return [each.at for each in backups.listed(book)]


def test_one_is_due_a_day_after_the_last_if_anything_has_changed(book: Book, clock: Clock) -> None:
    assert backups.due(book)
    backups.make(book, unheard)
    clock.at += timedelta(hours=25)
    assert (backups.due(book), backups.changed(book)) == (False, False)
    store.save(book, Store(legal_name="Gulf"))
    assert (backups.due(book), backups.changed(book)) == (True, True)
    backups.make(book, unheard)
    store.save(book, Store(legal_name="Gulf Breeze"))
    assert (backups.due(book), backups.changed(book)) == (False, True)
    clock.at -= timedelta(days=300)  # set back
    assert backups.due(book)


def test_where_the_backups_are_gone_there_is_something_to_do(book: Book) -> None:
    made = backups.make(book, unheard).backup
    layout.remove(made.place.root)
    assert backups.changed(book)


def test_what_is_kept_goes_by_the_rule(book: Book, clock: Clock) -> None:
    for _ in range(17):
        clock.at += timedelta(days=1)
        backups.make(book, unheard)
    days = {at.date() for at in kept(book)}
    assert len(days) == 8  # seven days, and the Sunday before
    assert (clock.at - timedelta(days=6)).date() in days


def test_a_second_place_that_was_not_seen_for_a_week_is_called_to_mind(
    book: Book, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert backups.warning(book) is None
    assert backups.choose_second(book, stick, unheard).in_second
    stick.rename(tmp_path / "in a drawer")
    clock.at += timedelta(days=6, hours=23)
    made = backups.make(book, unheard)
    assert (made.in_second, backups.warning(book)) == (False, None)
    assert made.second
    assert "put the stick in" in made.second
    clock.at += timedelta(hours=1)
    assert "last seen 7 days ago" in (backups.warning(book) or "")
    (tmp_path / "in a drawer").rename(stick)
    assert backups.make(book, unheard).in_second
    assert backups.warning(book) is None
    backups.forget_second(book)
    assert backups.second(book) is None


def test_another_folder_where_the_stick_was_is_not_taken_for_it(book: Book, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second(book, stick, unheard)
    layout.remove(stick)
    stick.mkdir()  # the empty folder on which a stick is mounted
    assert backups.make(book, unheard).second
    assert list(stick.iterdir()) == []


def test_all_is_read_through_once_a_week(book: Book, clock: Clock) -> None:
    assert verifying.weekly(book)
    backups.make(book, unheard)
    assert verifying.whole(verifying.verify_now(book, unheard))
    clock.at += timedelta(days=6, hours=23)
    assert not verifying.weekly(book)
    clock.at += timedelta(hours=1)
    assert verifying.weekly(book)


def test_staff_may_back_up_but_neither_choose_the_place_nor_bring_back(book: Book, tmp_path: Path) -> None:
    assert book.user
    book.user = replace(book.user, role="staff")
    assert backups.make(book, unheard).backup
    with pytest.raises(NotAllowed, match="Only an owner may choose where backups go"):
        backups.choose_second(book, tmp_path, unheard)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{", '{"made": 7, "state": []}', '{"made": "yesterday"}', "[" * 9_000]
)
def test_what_is_remembered_may_be_anything(book: Book, text: str) -> None:
    (book.folder / "backups.json").write_text(text)
    assert backup_memory.read(book.folder).second is None
    assert backups.due(book)
    assert backups.make(book, unheard).backup
