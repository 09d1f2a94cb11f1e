"""The key of a store or of a backup for whoever has no window: by name and password, or by the recovery code.

Wrong tries at the store wait as they do in the window, and are counted with them.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.book import beside, file, lock, place, recovery_code, slots, tries, vault
from db.book.backup import bringing_back
from db.book.backup.place import BackupSet
from db.book.recovery_code import Mistyped
from db.book.slots import Slots
from db.book.vault import Opened
from db.problems import BookKeyProblem
from desktop import files
from desktop.operations import backup_places, protection
from desktop.operations.book_places import places
from desktop.operations.sign_in import MustWait, NotLetIn, mistyped

Now = Callable[[], datetime]


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
    user: int | None
    known: list[str] = field(repr=False)


def key_of_store(home: Path, secret: Secret, now: Now) -> str:
    """The key of the book in a folder. NotLetIn, MustWait, or BookProblem where there is no way in at all."""
    if not beside.has_slots(home):
        return file.key_beside(home)
    with _counted(home, secret, now):
        return _opened(slots.candidates(home), secret).key


def key_of_backup(backup: BackupSet, secret: Secret, home: Path, now: Now) -> Unlocked:
    """The key of a backup, by a password or the recovery code of its day, or of the store in a folder if that has had
    this key. Wrong tries wait, and are counted with the store's. NotLetIn, MustWait, BackupDamaged."""
    with _counted(home, secret, now):
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
def _counted(home: Path, secret: Secret, now: Now) -> Iterator[None]:
    """A try that is counted before it is looked at, if it is a password's."""
    if secret.password is not None:
        left = tries.left(home, protection.waits(), now())
        if left:
            raise MustWait(left)
        tries.count(home, protection.waits(), now())
    yield
    tries.forget(home)


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


def _user(opened: Opened) -> int | None:
    return opened.slot.user if opened.slot.kind == slots.USER else None


def _name(candidates: list[Slots], secret: Secret) -> str:
    if secret.name is not None:
        return secret.name
    names = {slot.name for slots_of in candidates for slot in slots_of.users}
    if len(names) != 1:
        raise NotLetIn("There is more than one user; say whose password it is (--user)")
    return names.pop()
