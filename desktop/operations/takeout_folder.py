"""The folder that everything is taken out into: written under a name that says it is not finished, and given its own
name only when all of it is on the disk. What is stopped or refused half-way leaves nothing behind."""

import contextlib
import errno
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from db.book.backup.place import flush
from db.book.backup.problems import reason
from db.book.beside import flush_folder
from db.problems import BookProblem

CHECKSUMS = "SHA256SUMS.txt"
_NAME = "Oxydesk data"
_UNFINISHED = " (not finished)"
_LEFT = re.compile(rf"{_NAME} \d{{4}}-\d\d-\d\d(?: \(\d+\))?{re.escape(_UNFINISHED)}")
_OWNER_ONLY, _FOLDER_OWNER_ONLY = 0o600, 0o700
_BUFFER = 1 << 18


class NotTakenOut(BookProblem):
    """The place refuses; the text is a sentence for a person."""

    def __init__(self, where: Path, why: str, left: Path | None = None) -> None:
        rest = f". What was written so far lies in {left}; delete it" if left else ". Nothing was left there"
        super().__init__(f"Not everything could be written to {where}: {why}{rest}. The book is as it was")


class Written:
    """A file being written: its checksum and size so far."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """The checksum of what was written."""
        return self._digest.hexdigest()

    def write(self, data: bytes) -> None:
        """Goes on with these bytes. OSError."""
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)


class Unfinished:
    """A folder that is being filled; `finish` gives it its name. OSError from everything but `dropped`."""

    def __init__(self, where: Path, day: date) -> None:
        self._name = _free(where, day)
        self._where = where
        self.path = where / (self._name + _UNFINISHED)
        self.path.mkdir(mode=_FOLDER_OWNER_ONLY)
        try:
            self._sums = _opened(self.path / CHECKSUMS)
        except OSError:
            self.path.rmdir()
            raise
        self.files = 0
        self.size = 0

    @contextlib.contextmanager
    def file(self, name: str) -> Iterator[Written]:
        """A new file by its name in the folder, with slashes."""
        path = self.path / name
        path.parent.mkdir(mode=_FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
        with _opened(path) as opened:
            written = Written(opened)
            yield written
        self._sums.write(f"{written.sha256}  {name}\n".encode())
        self.files += 1
        self.size += written.size

    def write(self, name: str, data: bytes) -> None:
        """A new file with these bytes."""
        with self.file(name) as written:
            written.write(data)

    def finish(self) -> Path:
        """Puts all of it on the disk, then gives the folder its name: where it lies."""
        self._sums.close()
        for folder, _, names in os.walk(self.path):
            for name in names:
                flush(Path(folder) / name)
            flush_folder(Path(folder))
        finished = self._where / self._name
        if os.path.lexists(finished):
            raise FileExistsError(errno.EEXIST, "something of that name has come there meanwhile")
        self.path.rename(finished)
        flush_folder(self._where)
        return finished

    def dropped(self) -> bool:
        """Takes away what was written; whether nothing of it is left."""
        with contextlib.suppress(OSError):
            self._sums.close()
        shutil.rmtree(self.path, ignore_errors=True)
        return not os.path.lexists(self.path)


def refused(where: Path, error: OSError, left: Path | None) -> NotTakenOut:
    """What the system says, as a sentence."""
    return NotTakenOut(where, reason(error), left)


def forget_unfinished(where: Path) -> None:
    """Takes away what a power cut or a pulled stick has left half-written there. OSError."""
    for path in where.iterdir():
        if _LEFT.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)


def _free(where: Path, day: date) -> str:
    """A name that nothing there has."""
    names = (f"{_NAME} {day.isoformat()}{again}" for again in ("", *(f" ({number})" for number in range(2, 1000))))
    return next(name for name in names if not os.path.lexists(where / name))


def _opened(path: Path) -> BinaryIO:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), _OWNER_ONLY)
    return os.fdopen(handle, "wb", buffering=_BUFFER)
