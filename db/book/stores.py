"""The one row of the store."""

from db.book.first_rows import Store
from db.book.records import Table, ask
from db.driver import Connection

_ONLY = 1
_STORE = Table("store", Store, "store")


def read(connection: Connection) -> Store:
    """The store; an empty one where nothing was kept yet."""
    return next(iter(_STORE.find(connection, "where id = ?", [_ONLY])), Store())


def save(connection: Connection, store: Store) -> None:
    """Keeps the store."""
    _STORE.replace(connection, _ONLY, store)


def logo(connection: Connection) -> bytes | None:
    """The bytes of the logo."""
    found = ask(connection, "select logo from store where id = ?", [_ONLY])
    return found[0][0] if found else None


def set_logo(connection: Connection, data: bytes | None) -> None:
    """Keeps or forgets the logo."""
    if not ask(connection, "select 1 from store"):
        _STORE.replace(connection, _ONLY, Store())
    connection.execute("update store set logo = ? where id = ?", [data, _ONLY])
