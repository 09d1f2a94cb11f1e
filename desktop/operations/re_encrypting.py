"""The book encrypted anew: when somebody left who could open it, or may have a copy of its files and a way in.

Removing a user takes their way into the book away. Who kept a copy of its keys from before, and their password, has the
book's own key all the same, and could read any later copy of the book: until it has another key.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db.book import file, rekeying, slots, users, vault
from db.book.audit_link import NOBODY, By
from db.problems import NotAllowed
from desktop.operations import backup_memory, backup_places, protection, rights
from desktop.operations.book import Book

Report = Callable[[str, float], None]


def may(book: Book) -> bool:
    """Whether whoever has signed in may do that, and the book has a key that is nobody's but its users'."""
    return book.key is not None and book.user is not None and rights.may(book, rights.RE_ENCRYPT)


def seconds(home: Path) -> int:
    """About how long it takes; 1 at least."""
    size = sum(path.stat().st_size for path in (home / file.NAME, *home.glob(file.COPIES)) if path.is_file())
    return max(1, round(size / protection.bytes_a_second()))


def asked(book: Book) -> str:
    """The key of the book that whoever has signed in wants to have encrypted anew. NotAllowed."""
    rights.need(book, rights.RE_ENCRYPT)
    return backup_places.key_of(book)


def re_encrypt(home: Path, key: str, now: datetime, report: Report, by: By = NOBODY) -> None:
    """Gives the book of a folder another key; whoever may sign in goes on as before. It is closed and its lock held.

    Cut off at any moment there is the book under the old key with its ways in, or under the new one with its own.
    Backups from before stay as they are: passwords of their day open them, and those of now. BookProblem: nothing was
    changed.
    """
    new = vault.new_key()
    ways = vault.handed_on(_ways(home, key), key, new)
    making = rekeying.make(home, key, new, ways, lambda done: report("Encrypting the book anew", done))
    try:
        with file.changing(making, new, by) as connection:
            users.note_protection(connection, "encrypted anew", now)
        rekeying.take_over(home)
    except BaseException:
        rekeying.drop(home)
        raise
    remembered = backup_memory.read(home)
    backup_memory.keep(home, replace(remembered, state=None, made=None))


def _ways(home: Path, key: str) -> slots.Slots:
    """Those whom the book knows; a slot that somebody else has put there is given no key."""
    whole = next((each for each in slots.candidates(home) if vault.fits(key, each)), None)
    if whole is None:
        raise NotAllowed(
            "The store's keys (book.keys) were changed by something else than Oxydesk. Give each user a new password "
            "first (Settings, Users). Nothing was changed"
        )
    with file.changing(home, key) as connection:
        known = {user.id for user in users.listed(connection)}
    left = tuple(slot for slot in whole.slots if slot.kind != slots.USER or slot.user in known)
    return replace(whole, slots=left)
