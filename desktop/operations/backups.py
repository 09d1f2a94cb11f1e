"""Backups of the store's book: made on closing and once a day, kept in two places, and looked at before one is used.

All of it belongs into a worker but `warning`, `due` and `changed`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from db.book.audit_link import NOBODY, By
from db.book.backup import bringing_back, making
from db.book.backup import place as layout
from db.book.backup.bringing_back import Contents
from db.book.backup.place import BackupSet, Place
from db.book.backup.problems import BackupNotThere, BackupNotWritten, BackupProblem
from db.problems import BookProblem, NotAllowed
from desktop.core import retention
from desktop.operations import audit as notes
from desktop.operations import backup_memory, rights
from desktop.operations.backup_memory import moment
from desktop.operations.backup_rules import backup_rules
from desktop.operations.book import Book

__all__ = ["BackupNotThere", "BackupProblem", "BackupSet", "Contents", "Made", "make"]

Report = Callable[[str, float], None]

_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made; `second`: that it lies in the second place, too, or a sentence why not."""

    backup: BackupSet
    in_second: bool = False
    second: str | None = None


@dataclass(frozen=True, slots=True)
class Second:
    """The second place: the folder that was chosen, whether it can be reached now, when it was last."""

    folder: Path
    there: bool
    seen: datetime | None
    same_disk: bool


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
    home, key, now = book.folder, _key(book), book.now()
    state = making.state(book.connection)
    backup = making.make(home, key, own_place(book), now, lambda done: report("Backing up the book", done))
    remembered = backup_memory.read(home)
    backup_memory.keep(home, replace(remembered, made=now.isoformat(), state=state))
    notes.note(book, notes.BACKED_UP, "backup", details={"name": backup.name})
    _keep_rule(own_place(book), key, backup)
    if remembered.second is None:
        return Made(backup)
    problem = copy_to_second(book, backup, report)
    return Made(backup, in_second=problem is None, second=problem)


def copy_to_second(book: Book, backup: BackupSet, report: Report) -> str | None:
    """Copies a backup to the second place; a sentence where that was not possible."""
    second = second_place(book)
    if second is None or not second.is_there:
        return "The second place for backups is not there; put the stick in, or choose another folder"
    try:
        making.mirror(backup, _key(book), second, lambda done: report("Copying to the second place", done))
        _keep_rule(second, _key(book), backup)
    except BackupProblem as problem:
        return str(problem)
    remembered = backup_memory.read(book.folder)
    backup_memory.keep(book.folder, replace(remembered, second_seen=book.now().isoformat()))
    return None


def copy_into(book: Book, backup: BackupSet, folder: Path, report: Report) -> BackupSet:
    """Copies a backup to a folder that somebody names this once; all that lies there stays. BackupProblem."""
    place = layout.of_book(folder, _key(book))
    if not folder.is_dir():
        raise BackupNotWritten(folder, "there is no such folder")
    return making.mirror(backup, _key(book), place, lambda done: report("Copying the backup", done))


def own_place(book: Book) -> Place:
    """Where this computer keeps the backups, beside the book."""
    return layout.of_book(book.folder, _key(book))


def second_place(book: Book) -> Place | None:
    """The second place, if one was chosen."""
    chosen = backup_memory.read(book.folder).second
    return layout.of_book(Path(chosen), _key(book)) if chosen else None


def second(book: Book) -> Second | None:
    """What is known of the second place."""
    remembered, place = backup_memory.read(book.folder), second_place(book)
    if place is None or remembered.second is None:
        return None
    seen = moment(remembered.second_seen)
    return Second(Path(remembered.second), place.is_there, seen, _same_disk(book.folder, place.root))


def choose_second(book: Book, folder: Path, report: Report) -> Made:
    """Makes a folder the second place, and a backup that lies in both. NotAllowed, BackupProblem."""
    _owners_only(book, "choose where backups go")
    if _inside(folder, book.folder):
        raise NotAllowed(
            f"{folder} is in Oxydesk's own folder, and would be lost with it; choose a stick or another disk"
        )
    layout.make_ready(layout.of_book(folder, _key(book)))
    now = book.now().isoformat()
    remembered = backup_memory.read(book.folder)
    backup_memory.keep(book.folder, replace(remembered, second=str(folder), second_since=now, second_seen=None))
    notes.note(book, notes.PLACE_CHOSEN, "backup", details={"folder": str(folder)})
    return make(book, report)


def forget_second(book: Book) -> None:
    """Uses no second place any more; what lies there stays. NotAllowed."""
    _owners_only(book, "choose where backups go")
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
    places = [own_place(book), second_place(book)]
    found: dict[str, BackupSet] = {}
    for place in places:
        for backup in layout.listed(place) if place is not None else ():
            found.setdefault(backup.name, backup)
    return sorted(found.values(), key=lambda each: (each.at, each.name), reverse=True)


def inside(folder: Path) -> list[BackupSet]:
    """The backups in a folder that somebody names. BackupNotThere."""
    return layout.find(folder)


def named(folder: Path, name: str) -> BackupSet:
    """One of them by its name, or the `latest`. BackupNotThere."""
    for backup in inside(folder):
        if name in (backup.name, "latest"):
            return backup
    raise BackupNotThere(folder / name)


def contents(backup: BackupSet, key: str) -> Contents:
    """What is in a backup. BackupProblem."""
    return bringing_back.contents(backup, key)


def is_own(backup: BackupSet, key: str) -> bool:
    """Whether a backup lies among those of the book with this key."""
    return backup.place.root.name == layout.of_book(Path(), key).root.name


def may_restore(book: Book) -> bool:
    """Whether whoever has signed in may bring back a backup."""
    return book.user is None or book.user.role == rights.OWNER


def restore(  # noqa: PLR0913, PLR0917 -- what a restoring is of, each once
    home: Path, key: str, backup: BackupSet, now: datetime, report: Report, by: By = NOBODY
) -> Path:
    """Brings back the book of a backup; where the one that it replaced lies now. The book is closed and its lock held.

    `by` is whoever does it, for the audit of the book that is brought back. BackupProblem or BookProblem, and then
    nothing was changed.
    """
    away = bringing_back.bring_back(backup, key, home, now, lambda done: report("Bringing back the book", done), by)
    remembered = backup_memory.read(home)
    backup_memory.keep(home, replace(remembered, state=None))
    return away


def size(place: Place) -> int:
    """Bytes that the backups of a place take."""
    return layout.size(place)


def _keep_rule(place: Place, key: str, made: BackupSet) -> None:
    days = [(each.at.astimezone().date(), each.name) for each in layout.listed(place)]
    making.keep_only(place, key, retention.kept(days, backup_rules().keep) | {made.name})


def _key(book: Book) -> str:
    if book.key is None:
        raise BackupProblem(
            "There is no backup of a store without a password: nobody could open it. Open Oxydesk and choose one"
        )
    return book.key


def _owners_only(book: Book, what: str) -> None:
    if not may_restore(book):
        raise NotAllowed(f"Only an owner may {what}; ask one to sign in. Nothing was changed")


def _inside(folder: Path, home: Path) -> bool:
    asked, own = folder.resolve(), home.resolve()
    return asked == own or own in asked.parents


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
