"""Half-typed forms: kept under a key as they are, there again after a crash, dropped when the form is done."""

import json
from collections.abc import Mapping
from typing import Any

from db.book import drafts, file
from db.book.rows import DraftRow
from desktop.operations.book import Book


def keep(book: Book, key: str, form: Mapping[str, Any]) -> None:
    """Keeps what a form holds (anything that JSON can say) under a key like `patient/new` or `patient/17`.

    It is on the disk when this returns.
    """
    with file.transaction(book.connection) as connection:
        drafts.keep(connection, key, json.dumps(form, ensure_ascii=False), book.now())


def take_up(book: Book, key: str) -> dict[str, Any] | None:
    """What was kept under a key; it stays there until it is dropped."""
    kept = drafts.read(book.connection, key)
    return None if kept is None else dict(json.loads(kept))


def listed(book: Book, beginning: str = "") -> list[DraftRow]:
    """The keys that begin so, the one typed at last first."""
    return drafts.listed(book.connection, beginning)


def drop(book: Book, key: str) -> None:
    """Forgets a form that is done or not wanted; nothing happens where there is none."""
    with file.transaction(book.connection) as connection:
        drafts.drop(connection, key)
