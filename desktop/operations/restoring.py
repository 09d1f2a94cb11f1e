"""A backup that is to be brought back: opened by whoever may, looked into, then put into the place of the book.

`Chosen` can only be come by with the right to bring back a backup, so whoever has one may.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from db.book.audit_link import By
from db.book.backup import bringing_back
from db.book.backup.bringing_back import Contents
from db.book.backup.place import BackupSet
from desktop.files import FileProblem
from desktop.operations import backup_memory, backup_places, replaced_books, rights, unlocking
from desktop.operations.book import Book
from desktop.operations.unlocking import Now, Secret

Report = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A backup that was opened, what is in it, and who brings it back, for the audit."""

    backup: BackupSet
    key: str = field(repr=False)
    contents: Contents
    by: By


def is_own(book: Book, backup: BackupSet) -> bool:
    """Whether one of the book's keys opens a backup."""
    return backup_places.key_for(backup, backup_places.keys(book.folder, backup_places.key_of(book))) is not None


def look(book: Book, backup: BackupSet, typed: Secret | None, now: Now) -> Chosen:
    """A backup for whoever has signed in: by the book's own keys, else by what was typed.

    NotAllowed, NotLetIn, MustWait, BackupProblem.
    """
    rights.need(book, rights.RESTORE)
    own = backup_places.key_of(book)
    key = backup_places.key_for(backup, backup_places.keys(book.folder, own))
    if key is None:
        return look_from_outside(book.folder, backup, typed or Secret(), now)
    return Chosen(backup, key, bringing_back.contents(backup, key), book.by)


def look_from_outside(home: Path, backup: BackupSet, typed: Secret, now: Now, door: str | None = None) -> Chosen:
    """A backup for somebody before the closed store: by a password or the recovery code of its day, or of today.

    `door` is another one than the window. NotAllowed where the password is that of somebody who may not bring one back;
    NotLetIn, MustWait, BackupProblem.
    """
    opened = unlocking.key_of_backup(backup, typed, home, now, door)
    by = By(door=door, now=now)
    if opened.user is not None:
        role = bringing_back.role_of(backup, opened.key, opened.user.id)
        rights.role_needs(role, rights.RESTORE)
        by = By(opened.user.id, opened.user.name, door, now)
    return Chosen(backup, opened.key, bringing_back.contents(backup, opened.key), by)


def bring_back(home: Path, chosen: Chosen, now: datetime, report: Report) -> Path | None:
    """Brings back the book of a backup; where the one that it replaced lies now, if there was any.

    The book is closed and its lock held.

    BackupProblem or BookProblem, and then nothing was changed.
    """
    away = bringing_back.bring_back(
        chosen.backup, chosen.key, home, now, lambda done: report("Bringing back the book", done), chosen.by
    )
    with contextlib.suppress(FileProblem):  # the book is brought back; on a full disk the rest waits
        replaced_books.prune(home, now)
        remembered = backup_memory.read(home)
        backup_memory.keep(home, replace(remembered, state=None))
    return away
