"""One Oxydesk at a time: a lock on a file beside the book, which the system lets go when the process ends."""

import os
import sys
from pathlib import Path

from db.problems import BookBusy, BookNotWritten

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held until it is released, or until the process ends, however that ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Lets another Oxydesk open the book."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def path(book: Path) -> Path:
    """The file that is locked."""
    return book.with_suffix(".lock")


def take(book: Path) -> Lock:
    """The lock of a book. BookBusy where another Oxydesk holds it."""
    try:
        handle = os.open(path(book), os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise BookNotWritten(book, (error.strerror or "the disk refused").lower()) from error
    try:
        _hold(handle)
    except OSError as error:
        os.close(handle)
        raise BookBusy(book) from error
    return Lock(handle)
