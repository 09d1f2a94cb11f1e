"""Book and desk for a worker: opened in its thread, closed when it is done."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.desk import Desk
from desktop.operations import catalogue
from desktop.operations.book import Book


@contextmanager
def elsewhere(book: Book, desk: Desk) -> Iterator[tuple[Book, Desk]]:
    """The same book and desk, for the thread that asks."""
    with book.another() as own_book, catalogue.elsewhere(desk) as own_desk:
        yield own_book, own_desk
