"""How a folder of backups is laid out, and what can be told of it without a password.

    sets/20260510T171209Z-4f2a/     one backup: the book without its large contents, its slots, and this about them
        book.db  book.keys  set.json
    bytes/20260510T171209Z-4f2a-1.db    large contents (papers, attachments), once for all sets
    ABOUT.txt                       what this is, for whoever finds the folder

A file under its own name is whole and is never changed again; what is being written ends in `.part`, and whoever writes
next takes it away. So a copy of the folder is a backup, too, and pulling out a stick costs the newest set at most.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.book.backup.problems import BackupDamaged, BackupNotThere, BackupTooNew, refused
from db.book.beside import flush_folder

FOLDER = "Oxydesk backups"
BOOK = "book.db"
KEYS = "book.keys"
PART = ".part"
VERSION = 1
_TOLD_IN = "set.json"
_ABOUT = "ABOUT.txt"
_LARGEST_TOLD = 10_000  # bytes
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{4}")
_PACK = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{4}-\d{1,6}\.db")
_BLOCK = 1 << 20
_OWNER_ONLY = 0o600
_WORDS = """These are backups that Oxydesk made.
They can be read only with a password or the recovery code of the store.

To bring one back: open Oxydesk, Settings, Backup, or run `oxydesk restore` and name this folder.
Keep the folder as it is; a copy of the whole folder is a backup, too.
"""


@dataclass(frozen=True, slots=True)
class FileTold:
    """How large a file is, and its checksum."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BackupSet:
    """A backup by what can be told of it without a password."""

    place: "Place"
    name: str
    at: datetime
    schema: int
    book: FileTold
    keys: FileTold

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.place.sets / self.name


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with the backups of one book."""

    root: Path

    @property
    def sets(self) -> Path:
        """One folder a backup."""
        return self.root / "sets"

    @property
    def packs(self) -> Path:
        """The large contents."""
        return self.root / "bytes"

    @property
    def is_there(self) -> bool:
        """Whether it was made ready and can be reached now (a stick may be out)."""
        return (self.root / _ABOUT).is_file()


def of_book(folder: Path, key: str) -> Place:
    """The place in a folder for the backups of the book with this key; books do not mix, and it tells nothing."""
    mark = hashlib.blake2b(bytes.fromhex(key), digest_size=8, person=b"oxydesk backups").hexdigest()
    return Place(folder / FOLDER / mark)


def make_ready(place: Place) -> None:
    """Makes the folders, and takes away what was left half-written. BackupNotWritten."""
    try:
        for folder in (place.sets, place.packs):
            folder.mkdir(parents=True, exist_ok=True)
            for path in folder.iterdir():
                if path.name.endswith(PART):
                    remove(path)
        if not place.is_there:
            part = place.root / (_ABOUT + PART)
            part.write_text(_WORDS, encoding="utf-8")
            part.replace(place.root / _ABOUT)
            flush_folder(place.root)
    except OSError as error:
        raise refused(place.root, error) from error


def remove(path: Path) -> None:
    """Takes away a file or a folder with all in it. OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def new_name(at: datetime) -> str:
    """The name of a backup that is made at this moment."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(2).hex()}"


def listed(place: Place) -> list[BackupSet]:
    """The backups of a place, the latest first; what is not one is left out."""
    found = []
    with contextlib.suppress(OSError):
        for path in place.sets.iterdir():
            if _NAME.fullmatch(path.name):
                with contextlib.suppress(BackupDamaged, BackupTooNew):
                    found.append(read(place, path.name))
    return sorted(found, key=lambda each: (each.at, each.name), reverse=True)


def packs(place: Place) -> list[str]:
    """The names of the files with large contents."""
    try:
        return sorted(path.name for path in place.packs.iterdir() if _PACK.fullmatch(path.name))
    except OSError:
        return []


def is_pack(name: object) -> bool:
    """Whether a file with large contents may be called so."""
    return isinstance(name, str) and _PACK.fullmatch(name) is not None


def find(folder: Path) -> list[BackupSet]:
    """The backups that a person means by a folder: it, one above or below it. BackupNotThere where there are none."""
    inside = (folder, folder / FOLDER, *folder.parents[:2])
    tried = [*inside, *_below(folder), *_below(folder / FOLDER)]
    found = {each.folder.resolve(): each for root in tried for each in listed(Place(root))}
    if not found:
        raise BackupNotThere(folder)
    return sorted(found.values(), key=lambda each: (each.at, each.name), reverse=True)


def read(place: Place, name: str) -> BackupSet:
    """What is told of a backup. BackupDamaged, BackupTooNew."""
    path = place.sets / name / _TOLD_IN
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_TOLD + 1)
        raw = json.loads(data[:_LARGEST_TOLD])
        if type(raw["version"]) is int and raw["version"] > VERSION:
            raise BackupTooNew(path.parent)
        return _told(place, name, raw)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupDamaged(path.parent, "what is told of it cannot be read") from error


def write_told(folder: Path, at: datetime, schema: int) -> None:
    """Writes what is told of the backup in a folder. OSError."""
    told = {
        "oxydesk": "backup",
        "version": VERSION,
        "at": at.isoformat(),
        "schema": schema,
        "book": asdict(measured(folder / BOOK)),
        "keys": asdict(measured(folder / KEYS)),
    }
    write(folder / _TOLD_IN, (json.dumps(told, indent=1) + "\n").encode("ascii"))


def unharmed(backup: BackupSet) -> None:
    """BackupDamaged where the files of a backup are not as they were written."""
    for name, told in ((BOOK, backup.book), (KEYS, backup.keys)):
        try:
            if measured(backup.folder / name) != told:
                raise BackupDamaged(backup.folder, f"{name} is not as it was written")
        except OSError as error:
            raise BackupDamaged(backup.folder, f"{name} cannot be read") from error


def measured(path: Path) -> FileTold:
    """Size and checksum of a file as it lies there. OSError."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return FileTold(size, digest.hexdigest())


def write(path: Path, data: bytes) -> None:
    """A new file that only its owner reads, on the disk when it returns. OSError."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def copy(source: Path, target: Path) -> None:
    """A copy under another name, on the disk when it returns. OSError."""
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY)
    with os.fdopen(handle, "wb") as written, source.open("rb") as file:
        while block := file.read(_BLOCK):
            written.write(block)
        written.flush()
        os.fsync(written.fileno())


def flush(path: Path) -> None:
    """Puts a file that something else has written on the disk. OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def size(place: Place) -> int:
    """Bytes of all files of a place."""
    return sum(path.stat().st_size for path in place.root.rglob("*") if path.is_file())


def _below(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(path for path in folder.iterdir() if path.is_dir())


def _told(place: Place, name: str, raw: dict[str, Any]) -> BackupSet:
    at = datetime.fromisoformat(raw["at"])
    if raw["oxydesk"] != "backup" or at.tzinfo is None or type(raw["schema"]) is not int:
        raise ValueError(name)
    return BackupSet(place, name, at, raw["schema"], _file_told(raw["book"]), _file_told(raw["keys"]))


def _file_told(raw: dict[str, object]) -> FileTold:
    size, digest = raw["size"], raw["sha256"]
    if not isinstance(size, int) or not isinstance(digest, str):
        raise TypeError
    return FileTold(size, digest)
