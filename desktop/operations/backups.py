"""Backups of the store's book: made on closing and once a day, kept in two places, and looked at before one is used.

All of it belongs into a worker but `warning`, `due` and `changed`.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from db.book.backup import making
from db.book.backup import place as layout
from db.book.backup.place import BackupSet, Place
from db.book.backup.problems import BackupNotThere, BackupNotWritten, BackupProblem
from db.problems import BookProblem, NotAllowed
from desktop.operations import audit as notes
from desktop.operations import backup_memory, replaced_books, rights
from desktop.operations.backup_memory import moment
from desktop.operations.backup_places import (
    Second,
    keep_rule,
    key_of,
    own_place,
    places_in,
    second,
    second_is_there,
    second_place,
)
from desktop.operations.backup_rules import backup_rules
from desktop.operations.book import Book

__all__ = ["BackupNotThere", "BackupProblem", "BackupSet", "Made", "Second", "make", "second"]

Report = Callable[[str, float], None]

_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made; `second`: that it lies in the second place, too, or a sentence why not."""

    backup: BackupSet
    in_second: bool = False
    second: str | None = None


def has_backups(book: Book) -> bool:
    """Whether the book can be backed up at all: one whose key lies beside it (the sample store) is not."""
    return book.user is not None and book.key is not None


def make(book: Book, report: Report) -> Made:
    """Makes a backup, in the second place too if that is there, and takes away those that are not kept any more.

    BackupProblem or BookProblem where that is not so; earlier backups stay. One at a time, whoever asks.
    """
    with _ONE_AT_A_TIME:
        return _make(book, report)


def _make(book: Book, report: Report) -> Made:
    home, key, now = book.folder, key_of(book), book.now()
    state = making.state(book.connection)
    backup = making.make(home, key, own_place(book), now, lambda done: report("Backing up the book", done))
    remembered = backup_memory.read(home)
    backup_memory.keep(home, replace(remembered, made=now.isoformat(), state=state))
    notes.note(book, notes.BACKED_UP, "backup", details={"name": backup.name})
    keep_rule(home, book, backup)
    replaced_books.prune(home, now)
    if remembered.second is None:
        return Made(backup)
    problem = copy_to_second(book, backup, report)
    return Made(backup, in_second=problem is None, second=problem)


def copy_to_second(book: Book, backup: BackupSet, report: Report) -> str | None:
    """Copies a backup to the second place; a sentence where that was not possible."""
    second, folder = second_place(book), Path(backup_memory.read(book.folder).second or "")
    if second is None or not second_is_there(book):
        return "The second place for backups is not there; put the stick in, or choose another folder"
    try:
        making.mirror(backup, key_of(book), second, lambda done: report("Copying to the second place", done))
        keep_rule(folder, book, backup)
    except BackupProblem as problem:
        return str(problem)
    remembered = backup_memory.read(book.folder)
    backup_memory.keep(book.folder, replace(remembered, second_seen=book.now().isoformat()))
    return None


def copy_into(book: Book, backup: BackupSet, folder: Path, report: Report) -> BackupSet:
    """Copies a backup to a folder that somebody names this once; all that lies there stays. BackupProblem."""
    place = layout.of_book(folder, key_of(book))
    if not folder.is_dir():
        raise BackupNotWritten(folder, "there is no such folder")
    return making.mirror(backup, key_of(book), place, lambda done: report("Copying the backup", done))


def choose_second(book: Book, folder: Path, report: Report) -> Made:
    """Makes a folder the second place, and a backup that lies in both. NotAllowed, BackupProblem."""
    rights.need(book, rights.BACKUP_PLACE)
    if _inside(folder, book.folder):
        raise NotAllowed(
            f"{folder} is in Oxydesk's own folder, and would be lost with it; choose a stick or another disk"
        )
    layout.make_ready(layout.of_book(folder, key_of(book)))
    now = book.now().isoformat()
    remembered = backup_memory.read(book.folder)
    backup_memory.keep(book.folder, replace(remembered, second=str(folder), second_since=now, second_seen=None))
    notes.note(book, notes.PLACE_CHOSEN, "backup", details={"folder": str(folder)})
    return make(book, report)


def forget_second(book: Book) -> None:
    """Uses no second place any more; what lies there stays. NotAllowed."""
    rights.need(book, rights.BACKUP_PLACE)
    remembered = backup_memory.read(book.folder)
    backup_memory.keep(book.folder, replace(remembered, second=None, second_since=None, second_seen=None))
    notes.note(book, notes.PLACE_CHOSEN, "backup", details={"folder": None})


def warning(book: Book) -> str | None:
    """A sentence where the second place was not seen for too long; None where all is well or none was chosen."""
    remembered = backup_memory.read(book.folder)
    if not has_backups(book) or remembered.second is None:
        return None
    last = moment(remembered.second_seen) or moment(remembered.second_since)
    if last is None:
        return f"There is no backup in {remembered.second} yet. Look at Settings, Backup"
    if book.now() - last < backup_rules().missed:
        return None
    days = (book.now() - last).days
    return (
        f"The second place for backups ({remembered.second}) was last seen {days} days ago. "
        "If this computer breaks, what was done since is lost: put the stick in, or look at Settings, Backup"
    )


def due(book: Book) -> bool:
    """Whether the last backup was made too long ago, and the book has changed since."""
    if not has_backups(book):
        return False
    made = moment(backup_memory.read(book.folder).made)
    late = made is None or not made <= book.now() < made + backup_rules().due
    return late and changed(book)


def changed(book: Book) -> bool:
    """Whether the book has changed since the last backup, or that lies there no more; or cannot tell, being damaged:
    then whoever makes a backup hears of it."""
    if not has_backups(book):
        return False
    remembered = backup_memory.read(book.folder)
    try:
        return remembered.state != making.state(book.connection) or not layout.listed(own_place(book))
    except BookProblem:
        return True


def listed(book: Book) -> list[BackupSet]:
    """The backups that can be reached now, of both places, the latest first; one that lies in both once."""
    chosen = backup_memory.read(book.folder).second
    found: dict[str, BackupSet] = {}
    for folder in (book.folder, *((Path(chosen),) if chosen else ())):
        for place, _key in places_in(folder, book):
            for backup in layout.listed(place):
                found.setdefault(backup.name, backup)
    return sorted(found.values(), key=lambda each: (each.at, each.name), reverse=True)


def inside(folder: Path) -> list[BackupSet]:
    """The backups in a folder that somebody names. BackupNotThere."""
    return layout.find(folder)


def reachable(home: Path) -> list[BackupSet]:
    """Whatever backups lie beside the book of a folder and in the second place, whichever key they are under."""
    found: dict[str, BackupSet] = {}
    for folder in (home, backup_memory.read(home).second):
        with contextlib.suppress(BackupNotThere):
            for backup in layout.find(Path(folder)) if folder else ():
                found.setdefault(backup.name, backup)
    return sorted(found.values(), key=lambda each: (each.at, each.name), reverse=True)


def named(folder: Path, name: str) -> BackupSet:
    """One of them by its name, or the `latest`. BackupNotThere."""
    for backup in inside(folder):
        if name in (backup.name, "latest"):
            return backup
    raise BackupNotThere(folder / name)


def size(place: Place) -> int:
    """Bytes that the backups of a place take."""
    return layout.size(place)


def _inside(folder: Path, home: Path) -> bool:
    asked, own = folder.resolve(), home.resolve()
    return asked == own or own in asked.parents
