"""The books that a backup has replaced, each in a folder of its own with its keys: which there are, and taken away."""

import contextlib
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db.book.replacing import REPLACED
from db.problems import BookNotWritten

_NAME = re.compile(r"(\d{8}T\d{6})Z-[0-9a-f]{4}")
_GONE = ".part"


@dataclass(frozen=True, slots=True)
class ReplacedBook:
    """A book that was replaced: when, where it lies, how many bytes it takes."""

    folder: Path
    at: datetime
    size: int


def listed(home: Path) -> list[ReplacedBook]:
    """Those beside the book of a folder, the latest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in (home / REPLACED).iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None and path.is_dir():
                at = datetime.strptime(named[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
                found.append(ReplacedBook(path, at, sum(each.stat().st_size for each in path.iterdir())))
    return sorted(found, key=lambda each: (each.at, each.folder.name), reverse=True)


def take_away(book: ReplacedBook) -> None:
    """Takes one away, wholly or (cut off) with what is left gone the next time. BookNotWritten."""
    try:
        for left in book.folder.parent.glob(f"*{_GONE}"):
            shutil.rmtree(left)
        gone = book.folder.with_name(book.folder.name + _GONE)
        book.folder.rename(gone)
        shutil.rmtree(gone)
    except OSError as error:
        raise BookNotWritten(book.folder, (error.strerror or "the disk refused").lower()) from error
