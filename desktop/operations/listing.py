"""What is done alike with the short lists of a store: its plans, its doctors, its products."""

from collections.abc import Callable
from typing import Generic

from db.book import file, listed
from db.book.listed import L
from db.book.records import Table
from desktop.core import search_keys
from desktop.operations.book import Book

_MOST = 500


class Listing(Generic[L]):
    """One of the lists; `found_by` are the texts that a row is found by and ordered by."""

    def __init__(self, table: Table[L], found_by: Callable[[L], tuple[str | None, ...]]) -> None:
        self._table = table
        self._found_by = found_by

    def read(self, book: Book, number: int) -> L:
        """The row with this id, a deleted one too. BookProblem where there is none."""
        return self._table.read(book.connection, number)

    def find(self, book: Book, text: str = "", limit: int = _MOST) -> list[L]:
        """Those that hold every word of what was typed, in the order of names; all of them for nothing typed."""
        return listed.find(book.connection, self._table, search_keys.sought(text), limit)

    def save(self, book: Book, row: L) -> L:
        """Keeps a row; as it now stands, with an id."""
        found_by = " ".join(search_keys.words(" ".join(filter(None, self._found_by(row)))))
        with file.transaction(book.connection) as connection:
            return listed.save(connection, self._table, row, found_by)

    def delete(self, book: Book, number: int) -> None:
        """Takes a row out of every list; `undo_delete` brings it back. What was issued stays as it is."""
        self._set_deleted(book, number, deleted=True)

    def undo_delete(self, book: Book, number: int) -> None:
        """Brings a deleted row back."""
        self._set_deleted(book, number, deleted=False)

    def _set_deleted(self, book: Book, number: int, *, deleted: bool) -> None:
        with file.transaction(book.connection) as connection:
            listed.set_deleted(connection, self._table, number, deleted=deleted)
