"""The store's book for whoever takes everything out without a window: opened, and known who that is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.book import beside, file, slots, users, vault
from db.book.first_rows import User
from db.driver import Connection
from desktop.operations import unlocking
from desktop.operations.book import Book
from desktop.operations.sign_in import NotLetIn
from desktop.operations.unlocking import Secret

Now = Callable[[], datetime]


def opened(home: Path, secret: Secret, now: Now) -> Book:
    """The book of the store in a folder, of the newest schema, for whoever the secret is of; its lock is held.

    The recovery code is an owner's. NotLetIn, MustWait, BookProblem.
    """
    key = unlocking.key_of_store(home, secret, now)
    own = key if beside.has_slots(home) else None
    file.bring_up(home, own)
    book = Book(home, now, None, own)
    try:
        if own is not None and secret.code is None:
            book.user = _user(book.connection, home, secret.name)
    except BaseException:
        book.close()
        raise
    return book


def _user(connection: Connection, home: Path, name: str | None) -> User:
    """The user of that name, whose password was right; of the only one where no name was given."""
    known = slots.candidates(home)[0].users
    asked = vault.folded(name) if name is not None else vault.folded(known[0].name)
    user = users.read(connection, next(slot.user for slot in known if vault.folded(slot.name) == asked))
    if user.deleted:
        raise NotLetIn("Name, password or recovery code is not right; nothing was opened")
    return user
