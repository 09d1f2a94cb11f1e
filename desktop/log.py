"""What Oxydesk notes of its own health, so that support can help: a line for each thing that happened, in `log`.

No patient can come into it, and nothing that anybody typed: an entry has no field that takes words. What happened is
one of a fixed list; a kind of error is a class, a place a line of our own files, and the rest are small numbers.
Noting never fails and never waits: where the disk refuses, nothing is noted.
"""

import contextlib
import json
import os
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from desktop import clock, files
from desktop.core.version import VERSION
from desktop.problems import Place, kind_name, place_of

FILE = "book/log.toml"
FOLDER = "log"
_NAME = "oxydesk"
OWNER_ONLY, OWNER_ENTERS = 0o600, 0o700
_MOST = 1_000_000  # a number of more digits may be somebody's
_REMEMBERED = 1_000
_QT_CATEGORY = re.compile(r"(?:default|qt(?:\.[a-z]{1,20}){1,4})", re.ASCII)


class What(StrEnum):
    """All that can have happened."""

    STARTED = "started"
    READY = "ready"
    ENDED = "ended"
    DIED = "ended unexpectedly the time before"
    UNCAUGHT = "nobody caught an error"
    WORK = "work off the window's thread failed"
    DOOR = "a command failed"
    NOT_KEPT = "what was typed could not be kept"
    IGNORED = "Python could not raise an error"
    WARNED = "Python warned"
    QT_DEBUG = "Qt told for debugging"
    QT_INFO = "Qt told"
    QT_WARNING = "Qt warned"
    QT_CRITICAL = "Qt told of an error"
    QT_FATAL = "Qt ended the program"


@dataclass(frozen=True, slots=True)
class QtCategory:
    """The name under which Qt's own source files tell something, like `qt.qpa.fonts`; another is told as `other`."""

    name: str

    def __post_init__(self) -> None:
        """Keeps nothing that is not such a name."""
        if type(self.name) is not str or not _QT_CATEGORY.fullmatch(self.name):
            object.__setattr__(self, "name", "other")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. ValueError for any value that is not exactly of its kind: words have no place in it."""

    what: What
    kind: type[BaseException] | None = None
    place: Place | None = None
    category: QtCategory | None = None
    count: int | None = None
    seconds: float | None = None

    def __post_init__(self) -> None:
        """Held to at the moment of noting, too: a type that is only written down forbids nothing."""
        fits = (
            type(self.what) is What
            and (self.kind is None or (isinstance(self.kind, type) and issubclass(self.kind, BaseException)))
            and type(self.place) in (Place, type(None))
            and type(self.category) in (QtCategory, type(None))
            and (self.count is None or (type(self.count) is int and 0 <= self.count < _MOST))
            and (self.seconds is None or (type(self.seconds) is float and 0 <= self.seconds < _MOST))
        )
        if not fits:
            raise ValueError("this cannot stand in the log")

    @classmethod
    def of(cls, what: What, error: BaseException) -> "Entry":
        """Kind and place of an error, and nothing of its text."""
        return cls(what, kind=type(error), place=place_of(error))


@dataclass(frozen=True, slots=True)
class Rotation:
    """How large a file may be, and how many there are."""

    largest_bytes: int
    files: int


class Log:
    """The log of one data folder. It comes into being with the first entry."""

    def __init__(self, home: Path, rotation: Rotation | None = None) -> None:
        self.folder = home / FOLDER
        self._rotation = rotation
        self._times: dict[Entry, int] = {}

    def note(self, entry: Entry) -> None:
        """Notes it. What happens again and again is noted the second, fourth, eighth … time, with its count."""
        with contextlib.suppress(Exception):  # nothing may fail because of the log
            times = self._counted(entry)
            if times & (times - 1) == 0:
                self._append(_line(entry, times))

    def newest(self, most: int) -> list[str]:
        """The newest lines, the oldest of them first."""
        lines: list[str] = []
        for number in range(1, (self._rotation or rotation()).files + 1):
            with contextlib.suppress(OSError):
                read = self._path(number).read_text("ascii", "replace").splitlines()
                lines = read[-(most - len(lines)) :] + lines
            if len(lines) >= most:
                break
        return lines

    def _counted(self, entry: Entry) -> int:
        if entry.kind is None and entry.category is None:
            return 1
        if len(self._times) >= _REMEMBERED:
            self._times.clear()
        self._times[entry] = times = self._times.get(entry, 0) + 1
        return times

    def _append(self, line: bytes) -> None:
        """In one piece, so that two programs that note at once leave two whole lines."""
        self.folder.mkdir(mode=OWNER_ENTERS, exist_ok=True)
        rotation_ = self._rotation or rotation()
        with contextlib.suppress(FileNotFoundError):
            if self._path(1).stat().st_size + len(line) > rotation_.largest_bytes:
                self._rotate(rotation_.files)
        handle = os.open(self._path(1), os.O_APPEND | os.O_CREAT | os.O_WRONLY, OWNER_ONLY)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

    def _rotate(self, kept: int) -> None:
        for number in range(kept - 1, 0, -1):
            with contextlib.suppress(FileNotFoundError):
                self._path(number).replace(self._path(number + 1))

    def _path(self, number: int) -> Path:
        return self.folder / (f"{_NAME}.jsonl" if number == 1 else f"{_NAME}.{number}.jsonl")


_current: list[Log] = []


def begin(home: Path) -> None:
    """From now on it is noted in this data folder."""
    _current[:] = [Log(home)]


def end() -> None:
    """Nothing is noted any more."""
    _current.clear()


def note(entry: Entry) -> None:
    """Notes it where a log was begun, and nowhere else."""
    for log in _current:
        log.note(entry)


def note_error(what: What, error: BaseException) -> None:
    """Notes kind and place of an error."""
    with contextlib.suppress(Exception):  # nor because of an error that is itself not in order
        note(Entry.of(what, error))


def for_support() -> str:
    """The newest lines of the log, to be copied."""
    return "\n".join(line for log in _current for line in log.newest(_read()["support"]["lines"]))


def rotation() -> Rotation:
    """The shipped sizes."""
    return Rotation(**_read()["rotation"])


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files.resource(FILE).decode("utf-8"))


def _line(entry: Entry, times: int) -> bytes:
    told: dict[str, object] = {
        "at": clock.now().isoformat(timespec="seconds"),
        "version": VERSION,
        "what": entry.what.value,
        "kind": None if entry.kind is None else kind_name(entry.kind),
        "place": None if entry.place is None else f"{entry.place.module}:{entry.place.line}",
        "category": None if entry.category is None else entry.category.name,
        "count": times if times > 1 else entry.count,
        "seconds": None if entry.seconds is None else round(entry.seconds, 3),
    }
    return json.dumps({name: value for name, value in told.items() if value is not None}).encode("ascii") + b"\n"
