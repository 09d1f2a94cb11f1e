"""The users of the book and how it is locked."""

from dataclasses import replace
from datetime import datetime

from db.book import audit
from db.book.first_rows import Protection, User
from db.book.records import Table, ask
from db.driver import Connection

_ONLY = 1
_USERS = Table("users", User, "user")
_PROTECTION = Table("protection", Protection, "protection")


def listed(connection: Connection) -> list[User]:
    """Those who may sign in, in the order in which they came."""
    return _USERS.find(connection, "where deleted = 0 order by id")


def read(connection: Connection, number: int) -> User:
    """A user, one who was removed too. NotInBook."""
    return _USERS.read(connection, number)


def save(connection: Connection, user: User, what: str, at: datetime) -> User:
    """Keeps a user and notes what happened."""
    kept = _USERS.save(connection, user)
    audit.note(connection, at, what, "user", kept.id)
    return kept


def add(connection: Connection, user: User, at: datetime) -> None:
    """Writes a new user, whose id is chosen already: the slot bears it, too."""
    _USERS.add(connection, user)
    audit.note(connection, at, "added", "user", user.id)


def next_id(connection: Connection) -> int:
    """The id of the next user; those of removed users are not given again."""
    ((last,),) = ask(connection, "select coalesce(max(id), 0) from users")
    return int(last) + 1


def forget_all(connection: Connection) -> None:
    """Takes away what a first owner's half-made set-up has left."""
    connection.execute("delete from users")


def signed_in(connection: Connection, user: User, at: datetime) -> None:
    """Keeps when a user was last there."""
    save(connection, replace(user, last_sign_in=at), "signed in", at)


def protection(connection: Connection) -> Protection:
    """How the book is locked."""
    return next(iter(_PROTECTION.find(connection, "where id = ?", [_ONLY])), Protection())


def protect(connection: Connection, protection: Protection, what: str, at: datetime) -> None:
    """Keeps how the book is locked and notes what happened."""
    _PROTECTION.replace(connection, _ONLY, protection)
    audit.note(connection, at, what, "protection", _ONLY)
