"""Puts a book that was brought back from a backup, or encrypted anew, into the place of the one that is there.

The new one is made ready beside it in a folder of its own. From the moment that this folder has the name READY, the
change is decided; what is left to do is done by whoever opens the store next, however often that is cut off. The book
that was replaced is kept, but for one that was encrypted anew: that goes as soon as the new one was opened.
"""

import contextlib
import re
import shutil
from pathlib import Path

from db.on_disk import destroy, flush_folder
from db.problems import BookNotWritten

MAKING, READY, PLACING = "restore.part", "restore.ready", "restore.placing"
REPLACED = "replaced"
UNDER_OLD_KEY = "restore.old"
_INTO = "into.txt"
_LONGEST = 100
_FOLDER = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_KEY = "book.key"
_PARTS = (
    "book.db", "book.db-wal", "book.db-shm", "book.keys", "book.keys.copy", _KEY, "book.tries",
)  # fmt: skip


def decide(folder: Path, name: str | None) -> None:
    """The new book, whole in the folder MAKING, is to take the place; the old one goes to REPLACED under a name, or
    without one to UNDER_OLD_KEY."""
    making = folder / MAKING
    (making / _INTO).write_text(name or "", encoding="ascii")
    flush_folder(making)
    making.rename(folder / READY)
    flush_folder(folder)


def finish(folder: Path) -> None:
    """Does what is left to do. Whoever calls holds the book's lock. BookNotWritten."""
    try:
        if (folder / READY).is_dir():
            _put_away(folder)
        if (folder / PLACING).is_dir():
            _place(folder)
    except OSError as error:
        raise BookNotWritten(folder / "book.db", (error.strerror or "the disk refused").lower()) from error


def forget_old(folder: Path) -> None:
    """Takes away the book under its old key, now that the one under the new key was opened. OSError."""
    old = folder / UNDER_OLD_KEY
    if old.is_dir():
        destroy(old / _KEY)
        shutil.rmtree(old)
        flush_folder(folder)


def _put_away(folder: Path) -> None:
    ready = folder / READY
    name = _name(ready / _INTO)
    away = folder / REPLACED / name if name else folder / UNDER_OLD_KEY
    away.mkdir(parents=True, exist_ok=True)
    for part in _PARTS:
        with contextlib.suppress(FileNotFoundError):
            (folder / part).replace(away / part)
    for changed in (away, away.parent, folder):
        flush_folder(changed)
    ready.rename(folder / PLACING)
    flush_folder(folder)


def _name(note: Path) -> str:
    """Where the replaced book goes, as noted: nowhere to be kept, where nothing is; a name of its own for a note that
    was damaged, the same each time."""
    with note.open("rb") as file:
        data = file.read(_LONGEST + 1)
    text = data.decode("ascii", "replace")
    if not text or _FOLDER.fullmatch(text):
        return text
    from hashlib import sha256  # noqa: PLC0415 -- start-up time: a note is hardly ever damaged

    return f"replaced-{sha256(data).hexdigest()[:8]}"


def _place(folder: Path) -> None:
    """Whatever lies there comes into the folder: the book, its keys, copies of earlier schemas under the new key."""
    placing = folder / PLACING
    for path in sorted(placing.iterdir()):
        if path.name != _INTO:
            path.replace(folder / path.name)
    flush_folder(folder)
    shutil.rmtree(placing)
    flush_folder(folder)
