"""How often somebody has tried to sign in wrongly, and how long the next try has to wait. It lies beside the book, so
that starting the program again changes nothing, and a clock that was set back begins the wait anew.

It slows down whoever stands at the computer. Whoever has copied the files meets the cost of each guess instead.
"""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from db.book.beside import TRIES, replace
from db.problems import BookNotWritten

_LARGEST = 1_000
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Waits:
    """How many wrong tries cost nothing; what the next one waits, doubled with each after it up to a longest wait."""

    free: int
    first: timedelta
    longest: timedelta

    def after(self, wrong: int) -> timedelta:
        """What has to be waited after so many wrong tries."""
        doubled = wrong - self.free - 1
        if doubled < 0:
            return timedelta()
        return self.longest if doubled > 32 else min(self.first * 2**doubled, self.longest)


@dataclass(frozen=True, slots=True)
class _Tried:
    wrong: int
    at: datetime


def path(folder: Path) -> Path:
    """The file."""
    return folder / TRIES


def left(folder: Path, waits: Waits, now: datetime) -> timedelta:
    """How long the next try has to wait still."""
    tried = _read(folder, waits, now)
    if tried is None:
        return timedelta()
    if now < tried.at:  # the clock was set back: the wait begins now
        tried = _Tried(tried.wrong, now)
        _write(folder, tried)
    return max(tried.at + waits.after(tried.wrong) - now, timedelta())


def count(folder: Path, waits: Waits, now: datetime) -> None:
    """Counts a try before it is looked at, so that ending the program meanwhile spares nothing."""
    tried = _read(folder, waits, now)
    _write(folder, _Tried(min(tried.wrong + 1 if tried else 1, _MOST), now))


def forget(folder: Path) -> None:
    """The last try was right."""
    with contextlib.suppress(OSError):
        path(folder).unlink(missing_ok=True)


def _read(folder: Path, waits: Waits, now: datetime) -> _Tried | None:
    """What is kept; where it cannot be read, as if many wrong tries had been made just now."""
    try:
        with path(folder).open("rb") as file:
            raw = json.loads(file.read(_LARGEST))
        if type(raw["wrong"]) is int and 0 <= raw["wrong"] <= _MOST:
            at = datetime.fromisoformat(raw["at"])
            if at.tzinfo is not None:
                return _Tried(raw["wrong"], at)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    many = _Tried(next(wrong for wrong in range(_MOST) if waits.after(wrong) == waits.longest), now)
    _write(folder, many)
    return many


def _write(folder: Path, tried: _Tried) -> None:
    told = json.dumps({"wrong": tried.wrong, "at": tried.at.isoformat()})
    try:
        replace(path(folder), told.encode("ascii"))
    except OSError as error:
        raise BookNotWritten(path(folder), (error.strerror or "the disk refused").lower()) from error
