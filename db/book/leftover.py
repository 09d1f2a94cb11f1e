"""What lies beside a book and is another one's: a WAL that came with a copy of another book, or stayed when the book
was exchanged by hand. Whoever opened the book for writing would have SQLite put it into the book, page over page."""

import contextlib
from pathlib import Path

from db import driver
from db.problems import BookDamaged, BookMixed

_OF_A_FILE = "not a database"  # what SQLCipher says of a page that this key has not sealed


def refuse(book: Path, key: str) -> None:
    """BookMixed where the WAL beside a book is another book's, BookDamaged where the book is no more readable itself.

    Quick, and nothing is written. What else keeps the book from opening is told when it is opened.
    """
    wal = book.with_name(f"{book.name}-wal")
    if not wal.exists() or wal.stat().st_size == 0 or _problem(book, key, "mode=ro") is None:
        return
    problem = _problem(book, key, "mode=ro&immutable=1")  # as if there was no WAL
    raise BookMixed(book, wal) if problem is None else BookDamaged(book, problem)


def _problem(book: Path, key: str, how: str) -> str | None:
    """What SQLCipher says of a book that is opened for reading only; None where it can be read, or is refused by the
    disk."""
    with contextlib.closing(driver.connect(f"{book.absolute().as_uri()}?{how}")) as connection:
        try:
            for pragma in ("cipher_log_level = NONE", f"key = \"x'{key}'\"", "user_version"):
                connection.execute(f"PRAGMA {pragma}").fetchone()
        except driver.DatabaseError as error:
            return str(error) if _OF_A_FILE in str(error) else None
    return None
