"""What has to be on the disk itself when a function returns, also where the power fails the moment after."""

import contextlib
import os
from pathlib import Path


def flush(path: Path) -> None:
    """Puts a file that something else has written on the disk. OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def destroy(path: Path) -> None:
    """Writes over a small file with a secret and takes it away. OSError."""
    if path.exists():
        with path.open("rb+") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def flush_folder(folder: Path) -> None:
    """Puts a renaming itself on the disk, where folders can be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
