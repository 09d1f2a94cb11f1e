"""The users of the book and how it is locked."""

from dataclasses import replace
from datetime import datetime

from db.book import audit
from db.book.records import Table, ask
from db.book.user_rows import Protection, User
from db.driver import Connection

_ONLY = 1
_USERS = Table("users", User, "user")
_PROTECTION = Table("protection", Protection, "protection")


def listed(connection: Connection) -> list[User]:
    """Those who may sign in, in the order in which they came."""
    return _USERS.find(connection, "where deleted = 0 order by id")


def everybody(connection: Connection) -> list[User]:
    """All who ever could, in the order in which they came."""
    return _USERS.find(connection, "order by id")


def read(connection: Connection, number: int) -> User:
    """A user, one who was removed too. NotInBook."""
    return _USERS.read(connection, number)


def save(connection: Connection, user: User) -> User:
    """Keeps a user."""
    return _USERS.save(connection, user)


def note(connection: Connection, user: User, what: str, at: datetime) -> None:
    """Tells the audit what happened to a user that stands in no row: a new password, say."""
    audit.note(connection, at, what, "user", user.id)


def add(connection: Connection, user: User) -> None:
    """Writes a new user, whose id is chosen already: the slot bears it, too."""
    _USERS.add(connection, user)


def next_id(connection: Connection) -> int:
    """The id of the next user; those of removed users are not given again."""
    ((last,),) = ask(connection, "select coalesce(max(id), 0) from users")
    return int(last) + 1


def forget_all(connection: Connection) -> None:
    """Takes away what a first owner's half-made set-up has left."""
    connection.execute("delete from users")


def signed_in(connection: Connection, user: User, at: datetime) -> None:
    """Keeps when a user was last there, and tells the audit."""
    save(connection, replace(user, last_sign_in=at))
    note(connection, user, "signed in", at)


def protection(connection: Connection) -> Protection:
    """How the book is locked."""
    return next(iter(_PROTECTION.find(connection, "where id = ?", [_ONLY])), Protection())


def protect(connection: Connection, protection: Protection) -> None:
    """Keeps how the book is locked."""
    _PROTECTION.replace(connection, _ONLY, protection)


def note_protection(connection: Connection, what: str, at: datetime) -> None:
    """Tells the audit what happened to the recovery code: of that itself nothing lies in the book."""
    audit.note(connection, at, what, "protection", _ONLY)
