"""A store with three papers, for the tests of its backups."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from db.book import file
from db.book.backup import bringing_back, making
from db.book.backup import place as layout
from db.book.backup.place import BackupSet, Place
from db.driver import Connection
from tests.faults import small_store
from tests.faults.small_store import at


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
        away = bringing_back.bring_back(backup, self.key, self.home, at(99), unheard)
        assert away
        return away

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        with self.book() as book:
            return small_store.rows(book)


def pack_of(place: Place) -> Path:
    return place.packs / layout.packs(place)[0]
