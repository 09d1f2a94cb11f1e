"""Backups into two places, and bringing one back, cut off: every backup that is listed is whole, and the book is one of
two, with the other one kept."""

import contextlib
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from db.book import file, replacing, slots
from db.book.backup import bringing_back, lifted, making
from db.book.backup import place as layout
from db.book.backup.place import Place
from desktop.operations import backups, issuing, unlocking
from desktop.operations.book import Book
from tests.faults import shop, small_store
from tests.faults.moments import Say
from tests.faults.steps import TROUBLE

_BEFORE, _MORE = 2, 2


class BackingUp:
    """Something is changed and backed up, here and in a second place; what is not kept any more is taken away."""

    name = "backup"

    def begin(self, home: Path) -> None:
        (home / "Ñandú stick").mkdir(parents=True)
        shop.begin(home / "store")
        with shop.opened(home / "store") as book:
            self._key = book.key or ""
            backups.choose_second(book, home / "Ñandú stick", shop.unheard)
            for day in range(_BEFORE):
                _back_up_on(book, day, _another_paper(book))

    def work(self, home: Path, say: Say) -> None:
        with shop.opened(home / "store") as book:
            for _ in range(_MORE):
                papers = _another_paper(book)
                made = _back_up_on(book, _BEFORE, papers)  # the last one of a day is kept
                say(f"{made.backup.name} {papers}" if made.in_second else f"{TROUBLE}{made.second}")

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        told = {name: int(papers) for name, papers in (line.split() for line in said)}
        with shop.opened(home / "store") as book:
            assert small_store.issued(book.connection) >= max(told.values(), default=0)
            shop.look_through(book)
        for place in self._places(home):
            listed = layout.listed(place)
            read: set[str] = set()
            assert all(making.check(each, self._key, read, shop.unheard) >= 0 for each in listed)
            held = {each.name: bringing_back.contents(each, self._key).papers for each in listed}
            assert max(held.values()) >= max(told.values(), default=_BEFORE)
            assert all(held[name] == papers for name, papers in told.items() if name in held)
            days = {(each.at - shop.now()).days for each in listed}
            assert days >= set(range(_BEFORE + bool(told)))

    def end(self, home: Path) -> object:
        days = []
        for place in self._places(home):
            listed = layout.listed(place)
            needed: set[str] = set()
            for each in listed:
                with making.opened(each, self._key) as held:
                    needed |= {pack.name for pack in lifted.needed(held, each)}
            assert set(layout.packs(place)) == needed
            assert not list(place.root.rglob("*.part"))
            days.append([(each.at - shop.now()).days for each in listed])
        return days

    def _places(self, home: Path) -> tuple[Place, Place]:
        return layout.of_book(home / "store", self._key), layout.of_book(home / "Ñandú stick", self._key)


class BringingBack:
    """One backup after the other takes the place of the book. What was there before is kept beside it."""

    name = "restore"

    def begin(self, home: Path) -> None:
        shop.begin(home)
        with shop.opened(home) as book:
            self._key = book.key or ""
            for day in range(2):
                _back_up_on(book, day, _another_paper(book))
            _another_paper(book)

    def work(self, home: Path, say: Say) -> None:
        for backup in reversed(layout.listed(layout.of_book(home, self._key))):
            with unlocking.held(home):
                backups.restore(home, self._key, backup, shop.now(), shop.unheard)
            say(str(bringing_back.contents(backup, self._key).papers))

    def look(self, home: Path, said: Sequence[str], _kills: int) -> None:
        with shop.opened(home) as book:
            papers = small_store.issued(book.connection)
            shop.look_through(book)
        assert papers in ((3, 1, 2) if not said else (1, 2))
        assert papers == 3 or 3 in self._replaced(home)
        assert not any((home / name).exists() for name in (replacing.READY, replacing.PLACING))

    def end(self, home: Path) -> object:
        assert not (home / replacing.MAKING).exists()
        assert 3 in self._replaced(home)
        with shop.opened(home) as book:
            return shop.look_through(book)

    def _replaced(self, home: Path) -> set[int]:
        """How many papers there are in each book that was replaced, all of which open."""
        counts = set()
        for folder in (home / replacing.REPLACED).glob("*"):
            aside = home.with_name("replaced")
            shop.copied(folder, aside)
            assert slots.candidates(aside)
            with contextlib.closing(file.connect(aside, self._key)) as book:
                counts.add(small_store.issued(book))
            shutil.rmtree(aside)
        return counts


def _another_paper(book: Book) -> int:
    """Issues one; how many there are now."""
    assert issuing.issue(book, shop.desk(), shop.draft(book)).done
    return small_store.issued(book.connection)


def _back_up_on(book: Book, day: int, minute: int) -> backups.Made:
    """A backup on a later day."""

    def then() -> datetime:
        return shop.now() + timedelta(days=day, minutes=minute)

    with Book(book.folder, then, None, book.key, book.user) as later:
        return backups.make(later, shop.unheard)
