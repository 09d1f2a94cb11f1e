"""Puts a book that was brought back from a backup into the place of the one that is there, which is kept.

The new one is made ready beside it in a folder of its own. From the moment that this folder has the name READY, the
change is decided; what is left to do is done by whoever opens the store next, however often that is cut off.
"""

import contextlib
import hashlib
import re
import shutil
from pathlib import Path

from db.book.beside import flush_folder
from db.problems import BookNotWritten

MAKING, READY, PLACING = "restore.part", "restore.ready", "restore.placing"
REPLACED = "replaced"
_INTO = "into.txt"
_LONGEST = 100
_FOLDER = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_PARTS = (
    "book.db", "book.db-wal", "book.db-shm", "book.keys", "book.keys.copy", "book.key", "book.tries",
)  # fmt: skip


def decide(folder: Path, name: str) -> None:
    """The new book, whole in the folder MAKING, is to take the place; the old one goes to REPLACED under a name."""
    making = folder / MAKING
    (making / _INTO).write_text(name, encoding="ascii")
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


def _put_away(folder: Path) -> None:
    ready = folder / READY
    away = folder / REPLACED / _name(ready / _INTO)
    away.mkdir(parents=True, exist_ok=True)
    for name in _PARTS:
        with contextlib.suppress(FileNotFoundError):
            (folder / name).replace(away / name)
    for changed in (away, away.parent, folder):
        flush_folder(changed)
    ready.rename(folder / PLACING)
    flush_folder(folder)


def _name(note: Path) -> str:
    """Where the replaced book goes, as noted; a name of its own for a note that was damaged, the same each time."""
    with note.open("rb") as file:
        data = file.read(_LONGEST + 1)
    text = data.decode("ascii", "replace")
    return text if _FOLDER.fullmatch(text) else f"replaced-{hashlib.sha256(data).hexdigest()[:8]}"


def _place(folder: Path) -> None:
    placing = folder / PLACING
    for name in _PARTS:
        with contextlib.suppress(FileNotFoundError):
            (placing / name).replace(folder / name)
    flush_folder(folder)
    shutil.rmtree(placing)
    flush_folder(folder)
