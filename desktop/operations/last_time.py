"""Whether the window ended as it should the last time. A power cut, a crash of a library or a killed program leaves its
mark behind; a crash leaves in it where it happened: files, lines and functions, and no value of any kind.
"""

import contextlib
import faulthandler
import os
import re
from pathlib import Path
from typing import TextIO

from db.book import lock
from desktop import log
from desktop.log import Entry, What
from desktop.operations.book import BookProblem

CRASH = "crash.txt"
_RUNNING = "running-*.txt"
_LARGEST = 200_000
_MOST = 12
_FRAME = re.compile(r'^ +File ".*?[/\\]((?:desktop|db)[/\\][^"]+)", line (\d+) in (\w+)', re.MULTILINE)


class LastTime:
    """Looks at the marks of windows that are no more, and leaves one until `end`. Where the disk refuses, none."""

    def __init__(self, home: Path) -> None:
        self._home, self._folder = home, home / log.FOLDER
        self._mark: TextIO | None = None
        self._lock: lock.Lock | None = None
        self._path = self._folder / _RUNNING.replace("*", str(os.getpid()))
        self.unexpected = self._looked_back()
        """Whether a window was not `end`ed."""
        with contextlib.suppress(OSError, BookProblem):
            self._leave_mark()

    def end(self) -> None:
        """The window was closed as it should."""
        if self._mark is not None:
            faulthandler.disable()
            self._mark.close()
            self._mark = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            _remove(self._path)

    def _looked_back(self) -> bool:
        """Each mark whose window does not hold it any more, taken away."""
        left = False
        for path in sorted(self._folder.glob(_RUNNING)):
            with contextlib.suppress(OSError, BookProblem):  # held by a window that is at work
                held = lock.take(path)
                crashed = path.stat().st_size > 0
                if crashed:
                    path.replace(self._folder / CRASH)
                held.release()
                _remove(path)
                log.note(Entry(What.DIED, count=len(frames(self._home)) if crashed else 0))
                left = True
        return left

    def _leave_mark(self) -> None:
        self._folder.mkdir(mode=log.OWNER_ENTERS, exist_ok=True)
        self._lock = lock.take(self._path)
        handle = os.open(self._path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, log.OWNER_ONLY)
        self._mark = os.fdopen(handle, "w", encoding="ascii", errors="replace")
        faulthandler.enable(self._mark)


def frames(home: Path) -> list[str]:
    """Where the last crash of a library happened, the innermost of our own lines first; without any other folder."""
    try:
        with (home / log.FOLDER / CRASH).open(encoding="utf-8", errors="replace") as file:
            found = _FRAME.findall(file.read(_LARGEST))
    except OSError:
        return []
    return [f"{path}:{line} {function}".replace("\\", "/") for path, line, function in found[:_MOST]]


def _remove(path: Path) -> None:
    for each in (path, lock.path(path)):
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)
