"""The key of a store or of a backup for whoever has no window: by name and password, or by the recovery code.

Wrong tries at the store wait as they do in the window, and are counted with them.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.book import beside, file, lock, recovery_code, slots, tries, vault
from db.book.backup import bringing_back
from db.book.backup.place import BackupSet
from db.book.recovery_code import Mistyped
from db.book.slots import Slots
from db.problems import BookDamaged
from desktop import files
from desktop.operations import protection
from desktop.operations.sign_in import MustWait, NotLetIn, mistyped

Now = Callable[[], datetime]


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
    key = _key_of_store(home, secret, now)
    with contextlib.suppress(BookDamaged):  # for whoever asks to find
        file.bring_up(home, key)
    return key


def _key_of_store(home: Path, secret: Secret, now: Now) -> str:
    if not beside.has_slots(home):
        return file.key_beside(home)
    left = tries.left(home, protection.waits(), now())
    if left and secret.password is not None:
        raise MustWait(left)
    if secret.password is not None:
        tries.count(home, protection.waits(), now())
    key = _key(slots.candidates(home), secret)
    tries.forget(home)
    return key


def key_of_backup(backup: BackupSet, secret: Secret) -> str:
    """The key of a backup, by a password or the recovery code of its day. NotLetIn, BackupDamaged."""
    return _key(bringing_back.ways_in(backup), secret)


def _key(candidates: list[Slots], secret: Secret) -> str:
    if secret.code is not None:
        code = recovery_code.read(secret.code)
        if isinstance(code, Mistyped):
            raise NotLetIn(mistyped(code))
        opened = vault.open_by_code(candidates, code)
    else:
        opened = vault.open_by_password(candidates, _name(candidates, secret), secret.password or "")
    if opened is None:
        raise NotLetIn("Name, password or recovery code is not right; nothing was opened")
    return opened.key


def _name(candidates: list[Slots], secret: Secret) -> str:
    if secret.name is not None:
        return secret.name
    names = {slot.name for slots_of in candidates for slot in slots_of.users}
    if len(names) != 1:
        raise NotLetIn("There is more than one user; say with --user whose password it is")
    return names.pop()
