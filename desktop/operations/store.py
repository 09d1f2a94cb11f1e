"""The store itself: what it is called, its numbers, its logo."""

from db.book import file, stores
from db.book.first_rows import Store
from db.problems import NotAllowed
from desktop.operations import rights
from desktop.operations.book import Book


def read(book: Book) -> Store:
    """The store as it was set up; an empty one before that."""
    return stores.read(book.connection)


def is_set_up(book: Book) -> bool:
    """Whether the store has a name yet; if not, the first start asks for it."""
    return read(book).legal_name is not None


def save(book: Book, store: Store) -> Store:
    """Keeps what was entered. Whether an insurer needs more is the review's to say.

    BookProblem where two kinds of documents would be numbered alike, and for who may not change it.
    """
    rights.need(book, rights.STORE)
    prefixes = [store.superbill_prefix, store.receipt_prefix, store.credit_prefix]
    if not all(prefixes) or len(set(prefixes)) < len(prefixes):
        raise NotAllowed(
            f"The numbers begin with {', '.join(prefixes)}; superbills, receipts and credits each need a beginning of "
            "their own"
        )
    with file.transaction(book.connection) as connection:
        stores.save(connection, store)
    return store


def logo(book: Book) -> bytes | None:
    """The logo's file (PNG or JPEG), if there is one."""
    return stores.logo(book.connection)


def set_logo(book: Book, data: bytes | None) -> None:
    """Keeps the bytes of a logo's file, or forgets it."""
    rights.need(book, rights.STORE)
    with file.transaction(book.connection) as connection:
        stores.set_logo(connection, data)
