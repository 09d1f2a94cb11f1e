"""The store's products."""

from db.book import file, listed
from db.book.rows import Product
from desktop.core import search_keys
from desktop.operations.book import Book

_MOST = 500


def read(book: Book, number: int) -> Product:
    """The product with this id, a deleted one too. BookProblem where there is none."""
    return listed.PRODUCTS.read(book.connection, number)


def find(book: Book, text: str = "", limit: int = _MOST) -> list[Product]:
    """Those that hold every word of what was typed, in the order of names; all of them for nothing typed."""
    return listed.find(book.connection, listed.PRODUCTS, search_keys.words(text), limit)


def save(book: Book, product: Product) -> Product:
    """Keeps the product; the row as it now stands, with an id."""
    with file.transaction(book.connection) as connection:
        return listed.save(connection, listed.PRODUCTS, product, found_by(product), book.now())


def delete(book: Book, number: int) -> None:
    """Takes the product out of every list; `undo_delete` brings it back. What was issued stays as it is."""
    _set_deleted(book, number, deleted=True)


def undo_delete(book: Book, number: int) -> None:
    """Brings a deleted product back."""
    _set_deleted(book, number, deleted=False)


def found_by(product: Product) -> str:
    """What the product is found by and ordered by."""
    return " ".join(search_keys.words(" ".join(filter(None, (product.maker, product.model, product.description, product.item)))))


def _set_deleted(book: Book, number: int, *, deleted: bool) -> None:
    with file.transaction(book.connection) as connection:
        listed.set_deleted(connection, listed.PRODUCTS, number, book.now(), deleted=deleted)
