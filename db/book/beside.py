"""The small files beside the book: what they are called, and how one is written whole or not at all."""

import contextlib
import os
from pathlib import Path

KEYS = "book.keys"
KEYS_COPY = "book.keys.copy"
TRIES = "book.tries"
FAILED = "book.failed"
OWNER_ONLY = 0o600
_PART = ".new"


def has_slots(folder: Path) -> bool:
    """Whether the book of a folder has slots: then its key lies nowhere in the clear."""
    return any((folder / name).exists() for name in (KEYS, KEYS_COPY))


def replace(path: Path, data: bytes) -> None:
    """Writes a file that only its owner reads, wholly or not at all, and puts it on the disk. OSError."""
    part = path.with_name(path.name + _PART)
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Puts a renaming itself on the disk, where folders can be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(folder: Path) -> None:
    """Takes slots and tries away, with the book that they belong to. OSError."""
    for name in (KEYS, KEYS_COPY, TRIES, FAILED):
        for path in (folder / name, folder / (name + _PART)):
            path.unlink(missing_ok=True)
