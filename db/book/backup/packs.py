"""The large contents of a book, once by content: papers and attachments lie here and not in every backup.

A pack is a database of SQLCipher under the book's own key, written once and never changed: one cipher for everything,
its pages authenticated, and nothing of a single paper (its size, its name, that two are alike) shows from outside.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from db import driver
from db.book.backup import place as layout
from db.book.backup.place import PART, Place
from db.book.backup.problems import BackupDamaged
from db.book.beside import flush_folder
from db.driver import Connection

LARGEST = 256 << 20  # bytes in one pack, so that a stick of any file system takes it
_PLAIN, _SQUEEZED = 0, 1
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Pack:
    """A file with large contents: its name, size and checksum."""

    name: str
    size: int
    sha256: str


def opened(path: Path, key: str, mode: str) -> Connection:
    """A connection to a file of the backup, as safe and silent as one to the book. DatabaseError."""
    connection = driver.connect(f"{path.absolute().as_uri()}?mode={mode}")
    try:
        for pragma in ("cipher_log_level = NONE", f"key = \"x'{key}'\"", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        if mode == "rwc":  # what is not whole is thrown away, so nothing has to be rolled back
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
        connection.execute("select count(*) from sqlite_master").fetchone()
    except driver.DatabaseError:
        connection.close()
        raise
    return connection


def write(place: Place, key: str, name: str, items: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, int]]:
    """Writes contents (digest and bytes) into packs named after a backup, as many as it takes; each is still a part.

    Yields each digest and the number of its pack, from 1. `finish` puts them into place. OSError, DatabaseError.
    """
    number, connection, held = 0, None, 0
    try:
        for digest, data in items:
            if connection is None or held + len(data) > LARGEST:
                if connection is not None:
                    _end(connection)
                number, held = number + 1, 0
                connection = _begin(place.packs / (_name(name, number) + PART), key)
            form, kept = _squeezed(data)
            connection.execute("insert into items values (?, ?, ?)", [digest, form, kept])
            held += len(kept)
            yield digest, number
        if connection is not None:
            _end(connection)
            connection = None
    finally:
        if connection is not None:
            connection.close()


def finish(place: Place, key: str, name: str, count: int) -> list[Pack]:
    """Reads the packs of a backup once more as they lie there, then gives them their names. BackupDamaged, OSError."""
    done = []
    for number in range(1, count + 1):
        path = place.packs / _name(name, number)
        part = path.with_name(path.name + PART)
        layout.flush(part)
        told = layout.measured(part)
        with Reader(part, key) as reader:
            reader.check()
        part.replace(path)
        done.append(Pack(path.name, told.size, told.sha256))
    flush_folder(place.packs)
    return done


class Reader:
    """A pack that is open for reading. BackupDamaged where it is not one under this key."""

    def __init__(self, path: Path, key: str) -> None:
        self._path = path
        try:
            self._connection = opened(path, key, "ro")
        except driver.DatabaseError as error:
            raise BackupDamaged(path, str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def content(self, digest: bytes) -> bytes:
        """A content by its digest, which it was held to. BackupDamaged."""
        try:
            row = self._connection.execute("select form, data from items where digest = ?", [digest]).fetchone()
        except driver.DatabaseError as error:
            raise BackupDamaged(self._path, str(error)) from error
        if row is None:
            raise BackupDamaged(self._path, "something that belongs to the backup is missing in it")
        return self._held_to(digest, *row)

    def check(self) -> int:
        """Reads everything; how many contents. BackupDamaged."""
        try:
            wrong = self._connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if wrong:
                raise BackupDamaged(self._path, f"{len(wrong)} of its pages were changed")
            count = 0
            for digest, form, data in self._connection.execute("select digest, form, data from items"):
                self._held_to(digest, form, data)
                count += 1
        except driver.DatabaseError as error:
            raise BackupDamaged(self._path, str(error)) from error
        return count

    def _held_to(self, digest: bytes, form: int, kept: bytes) -> bytes:
        try:
            data = _swollen(kept) if form == _SQUEEZED else kept
            alike = hashlib.sha256(data).digest() == digest
        except (zlib.error, TypeError) as error:
            raise BackupDamaged(self._path, str(error)) from error
        if not alike:
            raise BackupDamaged(self._path, "a content in it is not as it was written")
        return data


class Shelf:
    """All packs that a backup needs, each opened when something of it is asked for."""

    def __init__(self, place: Place, key: str, names: Mapping[int, str]) -> None:
        self._place, self._key, self._names = place, key, names
        self._open: dict[int, Reader] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for reader in self._open.values():
            reader.__exit__()

    def content(self, pack: int, digest: bytes) -> bytes:
        """A content. BackupDamaged."""
        if pack not in self._names:
            raise BackupDamaged(self._place.packs, "something that belongs to the backup is missing in it")
        if pack not in self._open:
            self._open[pack] = Reader(self._place.packs / self._names[pack], self._key)
        return self._open[pack].content(digest)


def _name(backup: str, number: int) -> str:
    return f"{backup}-{number}.db"


def _begin(path: Path, key: str) -> Connection:
    path.touch(mode=0o600)
    connection = opened(path, key, "rwc")
    connection.execute("begin")
    connection.execute("create table items (digest blob primary key, form integer, data blob)")
    return connection


def _end(connection: Connection) -> None:
    try:
        connection.execute("commit")
    finally:
        connection.close()


def _swollen(kept: bytes) -> bytes:
    """What was squeezed; never more than the largest pack, whatever a file says that was made to burst."""
    worker = zlib.decompressobj()
    data = worker.decompress(kept, LARGEST)
    if not worker.eof:
        raise zlib.error("it is cut off, or larger than anything that was put into it")
    return data


def _squeezed(data: bytes) -> tuple[int, bytes]:
    """Texts become a fifth of themselves; pictures and papers stay as they are."""
    small = zlib.compress(data, _LEVEL)
    return (_SQUEEZED, small) if len(small) < len(data) * 0.9 else (_PLAIN, data)
