"""The store's book for whoever takes everything out without a window: opened, and known what they may do."""

from pathlib import Path

from db.book import users
from db.book.user_rows import User
from desktop.operations import unlocking
from desktop.operations.book import Book
from desktop.operations.sign_in import NotLetIn
from desktop.operations.unlocking import Now, Secret


def opened(home: Path, secret: Secret, now: Now) -> Book:
    """The book of the store in a folder, for whoever the secret is of; its lock is held.

    The recovery code is an owner's. NotLetIn, MustWait, BookProblem.
    """
    book = unlocking.open_store(home, secret, now)
    try:
        book.user = book.user and _known(book, book.user.id)
    except BaseException:
        book.close()
        raise
    return book


def _known(book: Book, number: int) -> User:
    """The user with the role of now. NotLetIn where somebody has removed them."""
    user = users.read(book.connection, number)
    if user.deleted:
        raise NotLetIn("Name, password or recovery code is not right; nothing was opened")
    return user
