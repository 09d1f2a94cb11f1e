"""About this Oxydesk: whose work is in it and under which license, where the store's files lie, and what a support call
needs to know, in which no name and nothing of a patient can stand.
"""

import contextlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.book import counts, file
from db.book.backup.place import FOLDER
from db.book.version import VERSION as SCHEMA
from desktop import files, log
from desktop.core.codes import Catalogue
from desktop.core.version import VERSION
from desktop.operations import backup_memory
from desktop.operations.book import Book
from desktop.operations.catalogue import FILE as CATALOGUE

_PARTS = "licenses/parts.toml"
_TEXTS = "licenses/texts"
_OWN_LICENSE = "Apache-2.0"
_MEGABYTE = 1_000_000

Told = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program that somebody else made, or Oxydesk itself."""

    name: str
    version: str
    license: str
    file: str


def parts() -> tuple[Part, ...]:
    """All parts of the program; Oxydesk alone where the list does not come with it."""
    with contextlib.suppress(OSError):
        read = tomllib.loads(files.resource(_PARTS).decode("utf-8"))["part"]
        return tuple(Part(each["name"], each["version"], each["license"], each["file"]) for each in read)
    return (Part("Oxydesk", VERSION, _OWN_LICENSE, ""),)


def license_text(part: Part) -> str:
    """The text of its license; empty where it does not come with the program."""
    with contextlib.suppress(OSError):
        return files.resource(f"{_TEXTS}/{part.file}").decode("utf-8")
    return ""


def backups_folder(home: Path) -> Path:
    """Where the backups of this computer lie."""
    return home / FOLDER


def for_support(home: Path, screen: Told, catalogue: Catalogue | None, book: Book | None) -> str:
    """What a support call needs, a line each: versions, sizes, counts, days, and the newest lines of the log.

    `screen` is what the window knows: system, Qt, scale. Without a book what can be told while it is locked. No folder
    is named: it may be called after somebody.
    """
    told = [("Oxydesk", VERSION), *screen]
    if catalogue is not None:
        told.append(("Codes", f"{catalogue.edition}, since {catalogue.as_of.isoformat()}"))
    told += [*_sizes(home), *_days(home)]
    if book is not None:
        told += _inside(book)
    lines = [f"{what}: {value}" for what, value in told]
    noted = log.for_support()
    return "\n".join([*lines, *(["", noted] if noted else [])]) + "\n"


def _sizes(home: Path) -> list[tuple[str, str]]:
    found = []
    for what, path in (("Size of the book", home / file.NAME), ("Size of the catalog", home / CATALOGUE)):
        with contextlib.suppress(OSError):
            found.append((what, f"about {max(1, round(path.stat().st_size / _MEGABYTE))} MB"))
    return found


def _days(home: Path) -> list[tuple[str, str]]:
    kept = backup_memory.read(home)
    days = {"Last backup": kept.made, "Last look whether all is whole": kept.verified}
    moments = {what: backup_memory.moment(text) for what, text in days.items()}
    return [(what, at.date().isoformat() if at is not None else "none") for what, at in moments.items()]


def _inside(book: Book) -> list[tuple[str, str]]:
    rows = ", ".join(f"{name} {_rounded(count)}" for name, count in counts.rows(book.connection).items())
    return [("Schema", f"{counts.schema(book.connection)} (this Oxydesk: {SCHEMA})"), ("Rows", rows)]


def _rounded(count: int) -> str:
    """To one digit: enough to see how large a store is."""
    digits = len(str(count)) - 1
    return str(count) if count < 10 else f"~{round(count, -digits)}"
