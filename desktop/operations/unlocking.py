"""The key of a store or of a backup for whoever has no window: by name and password, or by the recovery code.

Wrong tries at the store wait as they do in the window, and are counted with them.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.book import beside, failed, file, lock, recovery_code, slots, tries, users, vault
from db.book.audit_link import By
from db.book.backup import bringing_back
from db.book.backup.place import BackupSet
from db.book.first_rows import User
from db.book.recovery_code import Mistyped
from db.book.slots import Slots
from db.problems import BookDamaged
from desktop import files
from desktop.operations import audit, protection
from desktop.operations.book import Book
from desktop.operations.sign_in import MustWait, NotLetIn, mistyped

Now = Callable[[], datetime]

HEADLESS = "headless"


@dataclass(frozen=True, slots=True)
class Secret:
    """Who is there: a password, with its name unless there is one user only; or the recovery code."""

    name: str | None = None
    password: str | None = None
    code: str | None = None


@contextlib.contextmanager
def held(home: Path) -> Iterator[None]:
    """The lock of the store in a folder, and what was decided there done. BookBusy, BookNotWritten, FileProblem."""
    files.folder(home)
    taken = lock.take(home / file.NAME)
    try:
        file.finish_making(home)
        yield
    finally:
        taken.release()


def key_of_store(home: Path, secret: Secret, now: Now) -> str:
    """The key of the book in a folder, which is brought up to today's schema as it is on signing in.

    NotLetIn, MustWait, or BookProblem where there is no way in at all, or the book is of a later Oxydesk.
    """
    key = way_in(home, secret, now)[0]
    with contextlib.suppress(BookDamaged):  # for whoever asks to find
        file.bring_up(home, key)
    return key


def open_store(home: Path, secret: Secret, now: Now) -> Book:
    """The book in a folder, of this Oxydesk's schema; its audit is told who came, by this door. The lock is held."""
    key, user = way_in(home, secret, now)
    file.bring_up(home, key)
    with contextlib.closing(file.connect(home, key)) as connection:
        user = users.read(connection, user.id) if user is not None else None
    opened = book(home, now, key, user)
    with file.transaction(opened.connection):
        failed.tell(opened.connection, home)
        audit.note(opened, audit.SIGNED_IN, "user", user.id if user else 0)
    failed.forget(home)
    return opened


def book(home: Path, now: Now, key: str, user: User | None) -> Book:
    """The book as it lies there, for this door. The lock is held."""
    return Book(home, now, None, key, user, HEADLESS)


def who_opens(backup: BackupSet, secret: Secret, now: Now) -> By:
    """Who brings back a backup by this door: a user of its day, or nobody knows who with the recovery code."""
    name = None if secret.code is not None else _name(bringing_back.ways_in(backup), secret)
    return By(None, name, HEADLESS, now)


def way_in(home: Path, secret: Secret, now: Now) -> tuple[str, User | None]:
    """The key of the book, and whose password it is (None for the recovery code, and where the key lies beside the
    book). Problems as of `key_of_store`."""
    if not beside.has_slots(home):
        return file.key_beside(home), None
    left = tries.left(home, protection.waits(), now())
    if left and secret.password is not None:
        raise MustWait(left)
    if secret.password is not None:
        tries.count(home, protection.waits(), now())
    kept = slots.candidates(home)
    named = vault.user_named(kept, secret.name) if secret.name is not None else 0
    failed.keep(home, now(), named, "password" if secret.password is not None else "recovery code", HEADLESS)
    opened = _opened(kept, secret)
    failed.was_right(home)
    tries.forget(home)
    return opened.key, User(opened.slot.user, opened.slot.name) if opened.slot.user else None


def key_of_backup(backup: BackupSet, secret: Secret) -> str:
    """The key of a backup, by a password or the recovery code of its day. NotLetIn, BackupDamaged."""
    return _opened(bringing_back.ways_in(backup), secret).key


def _opened(candidates: list[Slots], secret: Secret) -> vault.Opened:
    if secret.code is not None:
        code = recovery_code.read(secret.code)
        if isinstance(code, Mistyped):
            raise NotLetIn(mistyped(code))
        opened = vault.open_by_code(candidates, code)
    else:
        opened = vault.open_by_password(candidates, _name(candidates, secret), secret.password or "")
    if opened is None:
        raise NotLetIn("Name, password or recovery code is not right; nothing was opened")
    return opened


def _name(candidates: list[Slots], secret: Secret) -> str:
    if secret.name is not None:
        return secret.name
    names = {slot.name for slots_of in candidates for slot in slots_of.users}
    if len(names) != 1:
        raise NotLetIn("There is more than one user; say with --user whose password it is")
    return names.pop()
