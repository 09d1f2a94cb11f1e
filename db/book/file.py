"""The file of the book: made once, opened with its key, migrated, and never replaced by an empty one.

The key is handed in by whoever has opened a slot (`db.book.vault`). Only the sample store's lies beside its book, and
that of a store from before there were slots.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from db import driver
from db.book import beside, leftover, lock, replacing
from db.book.audit_link import NOBODY, By, write_by
from db.book.beside import flush_folder
from db.book.turns import Turns
from db.book.version import VERSION
from db.driver import Connection
from db.problems import (
    BookDamaged,
    BookInUse,
    BookKeyProblem,
    BookLocked,
    BookNotWritten,
    BookTooNew,
    BookWithoutFile,
    book_problem,
)

NAME = "book.db"
KEY = "book.key"
_NEW = ".new"
_LEAST = 512  # bytes of the smallest page that there is
_KEY_DIGITS = 64
_OWNER_ONLY = 0o600
_WAIT_MS = 5000
TURNS = Turns()  # of this process: it has one book, and a sample's beside it at most
# recursive_triggers: what replaces a row has to pass the triggers that forbid to delete it.
# FULL and fullfsync: what was told to be kept is on the disk, also where the power fails the moment after.
_PRAGMAS = (
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "synchronous = FULL",
    "fullfsync = ON",
    f"busy_timeout = {_WAIT_MS}",
)


def is_there(folder: Path) -> bool:
    """Whether a book, or what is left of one, lies in a folder: then no new one may be begun."""
    return any((folder / name).exists() for name in (NAME, KEY)) or beside.has_slots(folder)


def make_ready(folder: Path) -> lock.Lock:
    """The book of a folder without slots, for this process alone: made if there is none, ready to `connect`.

    Each BookProblem says what is wrong; then nothing was changed.
    """
    held = lock.take(folder / NAME)
    try:
        finish_making(folder)
        if not is_there(folder):
            make(folder, _new_key(), lambda key: write_key(folder, key))
        bring_up(folder)
    except BaseException:
        held.release()
        raise
    return held


def bring_up(folder: Path, key: str | None = None) -> None:
    """Opens the book once and makes it one of the current schema; whoever calls holds its lock."""
    opened = connect(folder, key)
    try:
        _bring_up(opened, folder / NAME)
    finally:
        opened.close()


def connect(folder: Path, key: str | None = None, by: By = NOBODY) -> Connection:
    """A connection to the book of a folder, for the thread that asks. Without a key it must lie beside the book.

    `by` is whose hand writes, for the audit. BookProblem where it cannot be opened.
    """
    path = folder / NAME
    key = key or key_beside(folder)
    if not path.exists():
        raise BookWithoutFile(path)
    if path.stat().st_size < _LEAST:  # SQLite would begin a new book in it
        raise BookDamaged(path, "there is nothing in it")
    return _opened(path, key, by)


def move(made: Path, folder: Path) -> None:
    """Puts a whole folder with a closed book into its place. BookNotWritten where the disk refuses."""
    try:
        made.rename(folder)
        flush_folder(folder.parent)
    except OSError as error:
        raise BookNotWritten(folder / NAME, (error.strerror or "the disk refused").lower()) from error


def remove(folder: Path) -> None:
    """Takes away a book that nobody wants, with its key. BookBusy where an Oxydesk has it open."""
    if not folder.exists():
        return
    lock.take(folder / NAME).release()
    try:
        _remove(folder / NAME)
        _remove(folder / (NAME + _NEW))
        beside.remove(folder)
        for path in (folder / KEY, folder / (KEY + _NEW), lock.path(folder / NAME)):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise BookNotWritten(folder / NAME, (error.strerror or "the disk refused").lower()) from error


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All changes inside or none. BookProblem where the disk or another change forbids it.

    Inside another transaction it is a part of that one. Threads take turns: the one that asked first writes first.
    """
    if connection.in_transaction:
        yield connection
        return
    with TURNS.turn(_WAIT_MS / 1000) as mine:
        if not mine:
            raise BookInUse
        try:
            connection.execute("begin immediate")
            try:
                yield connection
                connection.execute("commit")
            finally:
                if connection.in_transaction:
                    connection.execute("rollback")
        except driver.DatabaseError as error:
            raise book_problem(error) from error


def state(connection: Connection) -> int:
    """A number that is another one as soon as another connection has changed the book."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def _opened(path: Path, key: str, by: By = NOBODY) -> Connection:
    leftover.refuse(path, key)
    connection = _connected(path)
    try:
        for pragma in ("cipher_log_level = NONE", f"key = \"x'{key}'\"", *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA journal_mode = WAL")
        write_by(connection, by)
    except driver.DatabaseError as error:
        connection.close()
        raise book_problem(error, path) from error
    return connection


def _connected(path: Path) -> Connection:
    try:
        return driver.connect(f"{path.absolute().as_uri()}?mode=rw")
    except driver.DatabaseError as error:
        raise book_problem(error, path) from error


def key_beside(folder: Path) -> str:
    """The key that lies beside a book. BookLocked where it is in slots instead, BookKeyProblem where it is gone."""
    path = folder / KEY
    if beside.has_slots(folder):
        raise BookLocked(folder / NAME)
    try:
        key = path.read_text(encoding="ascii").strip()
        with contextlib.suppress(OSError):  # a system without owners
            path.chmod(_OWNER_ONLY)
    except FileNotFoundError as error:
        raise BookKeyProblem(path, "is gone") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BookKeyProblem(path, "cannot be read") from error
    if len(key) != _KEY_DIGITS or set(key) - set("0123456789abcdef"):
        raise BookKeyProblem(path, "is not a key")
    return key


def make(
    folder: Path,
    key: str,
    put_away: Callable[[str], object],
    fill: Callable[[Connection], object] | None = None,
    by: By = NOBODY,
) -> None:
    """A new book beside its place, whole and filled; then its key is put away, then the book comes into its place.

    What a power cut leaves is finished by `finish_making`, or, as long as no key is put away, begun anew.
    """
    part = folder / (NAME + _NEW)
    try:
        _remove(part)
        part.touch(mode=_OWNER_ONLY)
        opened = _opened(part, key, by)
        try:
            _migrate(opened)
            if fill is not None:
                with transaction(opened):
                    fill(opened)
            opened.execute("PRAGMA journal_mode = DELETE")
        finally:
            opened.close()
        put_away(key)
        finish_making(folder)
    except OSError as error:
        raise BookNotWritten(folder / NAME, (error.strerror or "the disk refused").lower()) from error
    except driver.DatabaseError as error:
        raise book_problem(error, folder / NAME) from error


def finish_making(folder: Path) -> None:
    """Puts a whole new book, or one that was brought back from a backup, into its place, where that was left to do."""
    replacing.finish(folder)
    part = folder / (NAME + _NEW)
    if part.exists() and is_there(folder) and not (folder / NAME).exists():
        part.replace(folder / NAME)
        flush_folder(folder)


def write_key(folder: Path, key: str) -> None:
    """Puts the key beside the book, whole or not at all, readable by its owner only. OSError."""
    beside.replace(folder / KEY, (key + "\n").encode("ascii"))


def destroy_key(folder: Path) -> None:
    """Writes over the key beside a book and takes it away, once slots have shown that they open it. OSError."""
    for name in (KEY, KEY + _NEW):
        path = folder / name
        if path.exists():
            with path.open("rb+") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
    flush_folder(folder)


def _new_key() -> str:
    import secrets  # noqa: PLC0415 -- start-up time: once in a book's life

    return secrets.token_hex(_KEY_DIGITS // 2)


def _bring_up(connection: Connection, path: Path) -> None:
    """Migrates a book of an earlier schema, after a copy of it is on the disk."""
    try:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if schema > VERSION:
            raise BookTooNew(path)
        if schema < VERSION:
            _back_up(connection, path, schema)
            _migrate(connection)
    except OSError as error:
        raise BookNotWritten(path, (error.strerror or "the disk refused").lower()) from error
    except driver.DatabaseError as error:
        raise book_problem(error, path) from error


def _migrate(connection: Connection) -> None:
    from db.book import migrations  # noqa: PLC0415 -- start-up time: sqlite-utils

    migrations.apply(driver.with_sqlite_utils(connection))


def _back_up(connection: Connection, path: Path, schema: int) -> Path:
    """A copy of the book beside it, named after the schema that it holds; an earlier copy is never written over."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copies = (path.with_name(f"book.schema-{schema}{again}.db") for again in ("", *(f".{n}" for n in range(2, 1000))))
    copy = next(free for free in copies if not free.exists())
    part = copy.with_name(copy.name + _NEW)
    part.touch(mode=_OWNER_ONLY)
    shutil.copyfile(path, part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(copy)
    flush_folder(path.parent)
    return copy


def _remove(path: Path) -> None:
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        name.unlink(missing_ok=True)
