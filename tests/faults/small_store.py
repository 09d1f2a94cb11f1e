"""A small store with a password, and papers that are issued straight into its book: for trying faults quickly."""

import hashlib
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.book import file
from db.book.backup.place import Place, of_book
from db.book.first_rows import Store
from db.book.slots import Cost
from db.driver import Connection
from desktop.operations.sign_in import Door, Entered

ANA, WORDS = "Ana Ruiz", "green truck, nine pelicans"
CHEAP = Cost(8, 1, 1)
BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)


def begin(home: Path) -> Entered:
    """A store with one owner; what has let her in, with her recovery code."""
    door = Door(home, lambda: BEGAN, CHEAP)
    try:
        return door.set_up(Store(legal_name="Gulf Breeze Oxygen"), ANA, WORDS)
    finally:
        door.close()


def place(home: Path, key: str) -> Place:
    """Where this store's backups lie."""
    return of_book(home, key)


def at(number: int) -> datetime:
    """A moment, one minute later with each number."""
    return BEGAN + timedelta(minutes=number)


def pdf(number: int, size: int = 3_000) -> bytes:
    """Bytes that stand for a paper: always the same for a number, and not to be squeezed."""
    return random.Random(number).randbytes(size)  # noqa: S311 -- the same each time


def issue(book: Connection, number: int, size: int = 3_000) -> None:
    """Issues a paper of that number, in one transaction, as the book keeps one."""
    data = pdf(number, size)
    digest = hashlib.sha256(data).hexdigest()
    values = [number, f"SB-{number}", digest, BEGAN.isoformat(), BEGAN.date().isoformat()]
    with file.transaction(book):
        book.execute(
            "insert into documents (id, kind, state, number, sha256, changed_at, issued_on, ready, deleted, search, "
            "total, paid, reasons) values (?, 'superbill', 'draft', ?, ?, ?, ?, 0, 0, '', '1.00', '1.00', '[]')",
            values,
        )
        book.execute("insert into contents values (?, ?, ?)", [number, '{"wire": "ü"}' * 80, '{"form": 1}' * 60])
        book.execute(
            "insert into papers (document_id, pdf, sha256, edition, issued_at) values (?, ?, ?, 'test', ?)",
            [number, data, digest, BEGAN.isoformat()],
        )
        book.execute(
            "insert into audit (at, what, noun, noun_id) values (?, 'issued', 'superbill', ?)",
            [at(number).isoformat(), number],
        )
        book.execute("update documents set state = 'issued' where id = ?", [number])


def attach(book: Connection, number: int, size: int = 3_000) -> None:
    """Keeps a scan of that number."""
    data = pdf(number, size)
    values = [number, hashlib.sha256(data).hexdigest(), "application/pdf", len(data), data]
    book.execute("insert into attachments (id, sha256, kind, size, data) values (?, ?, ?, ?, ?)", values)


def issued(book: Connection) -> int:
    """How many papers there are."""
    return int(book.execute("select count(*) from papers").fetchone()[0])


def rows(book: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a book holds, but for its audit; and how it is made."""
    tables = [name for (name,) in book.execute("select name from sqlite_master where type = 'table'").fetchall()]
    held = {name: sorted(book.execute(f'select * from "{name}"').fetchall(), key=repr) for name in tables}  # noqa: S608
    for own in ("audit", "audit_chain", "audit_head"):
        held.pop(own, None)
    held["made"] = list(book.execute("select type, name, sql from sqlite_master order by type, name").fetchall())
    held["version"] = list(book.execute("PRAGMA user_version").fetchall())
    return held
