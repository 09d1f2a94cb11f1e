"""The store's book: opened for this computer and this program alone, with a sentence where that cannot be.

A connection belongs to the thread that made it, so a worker asks for `another()` of its own and closes it.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from db.book import audit, file, lock, place
from db.book.audit_link import By
from db.book.first_rows import Happened
from db.driver import Connection
from db.problems import BookBusy, BookProblem
from desktop import clock, files
from desktop.operations.book_places import places

if TYPE_CHECKING:  # start-up time: the sample store has no users
    from db.book.user_rows import User

__all__ = ["Book", "BookBusy", "BookProblem", "happened", "is_taken", "is_there", "open_book"]

Now = Callable[[], datetime]


class Book:
    """An open book, for the thread that opened it. `now` says the moment that the audit notes.

    `key` and `user` are those of whoever has signed in; None where the key lies beside the book (the sample store).
    `door` names the way in where that is not the window.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- what an open book is, each once
        self,
        folder: Path,
        now: Now,
        held: lock.Lock | None,
        key: str | None = None,
        user: "User | None" = None,
        door: str | None = None,
    ) -> None:
        self.folder = folder
        self.now = now
        self.user = user
        self.key = key
        self._held = held
        self.door = door
        self.connection: Connection = file.connect(folder, key, self.by)

    @property
    def by(self) -> By:
        """Whose hand writes, for the audit."""
        user = self.user
        return By(user.id if user else None, user.name if user else None, self.door, self.now)

    def another(self) -> "Book":
        """The same book for another thread: to be asked for, used and closed there. Quick; the lock stays here."""
        return Book(self.folder, self.now, None, self.key, self.user, self.door)

    def close(self) -> None:
        """Lets go of the file; the one that was opened first lets go of the lock, too."""
        self.connection.close()
        if self._held is not None:
            self._held.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def is_there(home: Path) -> bool:
    """Whether a book lies in a folder; where not, the first start asks before `open_book` makes one."""
    return file.is_there(home)


def is_taken(home: Path) -> bool:
    """Whether another Oxydesk has the book of a folder at this moment."""
    try:
        lock.take(home / file.NAME).release()
    except BookBusy:
        return True
    except BookProblem:  # no such folder any more, or no right to write: opening it says so
        return False
    return False


def open_book(home: Path, now: Now = clock.now) -> Book:
    """The book of a folder without users; an empty one is made where there is none. A store's own is opened by its
    `sign_in.Door`. Nothing of sqlite-utils is loaded where a book is there.

    BookProblem, or FileProblem for the folder, with a sentence: another Oxydesk has it, it is damaged or too new, its
    key is gone, the folder is on a network or synced to one.
    """
    place.check(home, places())
    files.folder(home)
    held = file.make_ready(home)
    try:
        return Book(home, now, held)
    except BaseException:
        held.release()
        raise


def happened(book: Book, limit: int = 200) -> list[Happened]:
    """What happened to which document, patient, plan, …, the latest first; without names."""
    return audit.latest(book.connection, limit)
