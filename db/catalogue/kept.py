"""Keeps the catalogue's file: whole or not there.

It is made beside its place and renamed when it is on the disk, so that a power cut leaves none or a whole one. Beside
it lies its sum (SHA-256, size, time of change): while size and time are as they were the file is trusted, else it is
read through and compared.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from db.driver import DatabaseError
from db.on_disk import flush, flush_folder
from db.problems import CatalogueNotMade

_PART = ".part"
_ABANDONED = 3600.0  # seconds; making takes a few, so whoever began this part is gone


def is_whole(path: Path) -> bool:
    """Whether the file is there, byte for byte as it was made."""
    try:
        sha256, size, changed = _sum(path).read_text(encoding="ascii").split()
        found = path.stat()
        if found.st_size != int(size):
            return False
        if found.st_mtime_ns == int(changed):
            return True
        if _sha256(path) != sha256:
            return False
    except (OSError, ValueError):
        return False
    with contextlib.suppress(OSError):  # a folder that cannot be written: it is read through again next time
        _write_sum(path, sha256, found)
    return True


def make(path: Path, fill: Callable[[Path], None]) -> None:
    """Makes the file: `fill` gets an empty one beside it. CatalogueNotMade where the disk refuses."""
    try:
        part = _part(path)
        try:
            _clear_abandoned(path, part)
            fill(part)
            flush(part)
            sha256, made = _sha256(part), part.stat()
            part.replace(path)
            _write_sum(path, sha256, made)
        finally:
            part.unlink(missing_ok=True)
        flush_folder(path.parent)
    except OSError as error:
        raise CatalogueNotMade(path, (error.strerror or "the disk refused").lower()) from error
    except DatabaseError as error:
        raise CatalogueNotMade(path, str(error)) from error


def _sum(path: Path) -> Path:
    return path.with_suffix(".sum")


def _part(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_PART, dir=path.parent)
    os.close(handle)
    return Path(name)


def _clear_abandoned(path: Path, own: Path) -> None:
    """Removes what makers left that were killed long ago. The own part, just made, says what time it is there."""
    now = own.stat().st_mtime
    for part in path.parent.glob(f".{path.name}.*{_PART}"):
        with contextlib.suppress(OSError):
            if now - part.stat().st_mtime > _ABANDONED:
                part.unlink()


def _write_sum(path: Path, sha256: str, found: os.stat_result) -> None:
    part = _part(path)
    try:
        part.write_text(f"{sha256} {found.st_size} {found.st_mtime_ns}\n", encoding="ascii")
        part.replace(_sum(path))
    finally:
        part.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
