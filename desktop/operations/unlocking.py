"""The key of a store or of a backup for whoever has no window: by name and password, or by the recovery code.

Wrong tries at the store wait as they do in the window, and are counted with them.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.book import beside, failed, file, lock, place, recovery_code, slots, tries, users, vault
from db.book.backup import bringing_back
from db.book.backup.place import BackupSet
from db.book.recovery_code import Mistyped
from db.book.slots import Slots
from db.book.user_rows import User
from db.book.vault import Opened
from db.problems import BookDamaged, BookKeyProblem
from desktop import files
from desktop.operations import audit, backup_places, protection
from desktop.operations.book import Book
from desktop.operations.book_places import places
from desktop.operations.sign_in import MustWait, NotLetIn, mistyped

Now = Callable[[], datetime]

HEADLESS = "headless"


@dataclass(frozen=True, slots=True)
class Secret:
    """Who is there: a password, with its name unless there is one user only; or the recovery code."""

    name: str | None = None
    password: str | None = None
    code: str | None = None

    @classmethod
    def typed(cls, name: str, text: str) -> "Secret":
        """What somebody typed into the one line for both: a recovery code if it is one."""
        if isinstance(recovery_code.read(text), str):
            return cls(code=text)
        return cls(name or None, text)


@contextlib.contextmanager
def held(home: Path) -> Iterator[None]:
    """The lock of the store in a folder, and what was decided there done. BookBusy, BookNotWritten, FileProblem."""
    place.check(home, places())
    files.folder(home)
    taken = lock.take(home / file.NAME)
    try:
        file.finish_making(home)
        yield
    finally:
        taken.release()


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A key, and whose password has opened it (no user where it was the recovery code); all keys that it leads to."""

    key: str = field(repr=False)
    user: User | None
    known: list[str] = field(repr=False)


def to_look_through(home: Path, secret: Secret, now: Now) -> tuple[str, User | None]:
    """As `way_in`, to a book that is looked through: first it is brought up to this Oxydesk's schema, unless it is too
    damaged for that. BookTooNew, too."""
    key, user = way_in(home, secret, now)
    with contextlib.suppress(BookDamaged):  # that is what is to be found
        file.bring_up(home, key)
    return key, user


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


def way_in(home: Path, secret: Secret, now: Now) -> tuple[str, User | None]:
    """The key of the book, and whose password it is (None for the recovery code, and where the key lies beside the
    book). NotLetIn, MustWait, or BookProblem where there is none at all."""
    if not beside.has_slots(home):
        return file.key_beside(home), None
    with _counted(home, secret, now, HEADLESS):
        opened = _opened(slots.candidates(home), secret)
    return opened.key, _user(opened)


def key_of_backup(backup: BackupSet, secret: Secret, home: Path, now: Now, door: str | None = None) -> Unlocked:
    """The key of a backup, by a password or the recovery code of its day, or of the store in a folder if that has had
    this key. Wrong tries wait, and are counted with the store's. `door` is another one than the window. NotLetIn,
    MustWait, BackupDamaged."""
    with _counted(home, secret, now, door):
        try:
            opened = _opened(bringing_back.ways_in(backup), secret)
        except NotLetIn:
            later = _by_the_store(backup, secret, home)
            if later is None:
                raise
            return later
    return Unlocked(opened.key, _user(opened), _known(opened))


def _by_the_store(backup: BackupSet, secret: Secret, home: Path) -> Unlocked | None:
    with contextlib.suppress(BookKeyProblem, NotLetIn):
        opened = _opened(slots.candidates(home), secret)
        known = _known(opened)
        key = backup_places.key_for(backup, known)
        return None if key is None else Unlocked(key, _user(opened), known)
    return None


@contextlib.contextmanager
def _counted(home: Path, secret: Secret, now: Now, door: str | None) -> Iterator[None]:
    """A try that is kept for the audit before it is looked at, and counted if it is a password's."""
    if secret.password is not None:
        left = tries.left(home, protection.waits(), now())
        if left:
            raise MustWait(left)
        tries.count(home, protection.waits(), now())
    way = "password" if secret.password is not None else "recovery code"
    failed.keep(home, now(), _named(home, secret), way, door)
    yield
    failed.was_right(home)
    tries.forget(home)


def _named(home: Path, secret: Secret) -> int:
    """Which user of the store is named; 0: nobody."""
    if secret.name is not None:
        with contextlib.suppress(BookKeyProblem):
            return vault.user_named(slots.candidates(home), secret.name)
    return 0


def _opened(candidates: list[Slots], secret: Secret) -> Opened:
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


def _known(opened: Opened) -> list[str]:
    return [opened.key, *vault.earlier(opened.slots, opened.key)]


def _user(opened: Opened) -> User | None:
    return User(opened.slot.user, opened.slot.name) if opened.slot.kind == slots.USER else None


def _name(candidates: list[Slots], secret: Secret) -> str:
    if secret.name is not None:
        return secret.name
    names = {slot.name for slots_of in candidates for slot in slots_of.users}
    if len(names) != 1:
        raise NotLetIn("There is more than one user; say whose password it is (--user)")
    return names.pop()
