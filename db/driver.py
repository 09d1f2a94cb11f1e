"""The one SQLite of the program: SQLCipher's, under sqlite-utils too.

sqlite-utils takes `pysqlite3` for its driver where there is one. Here SQLCipher's module is put in that place before
sqlite-utils is first imported, so that both speak of the same errors. Nothing else may import either of them first.
"""

import sys
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from sqlite_utils import Database

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

Connection = Any  # sqlcipher3 comes without types; dbapi2.Connection is meant
DatabaseError: type[Exception] = dbapi2.DatabaseError


def connect(address: str) -> Connection:
    """A connection by its URI, in which every transaction is asked for by name."""
    return dbapi2.connect(address, uri=True, isolation_level=None)


def whole(value: object) -> object:
    """The value; a text with halves of characters, which no file can hold, has `?` in their place."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def with_sqlite_utils(connection: Connection) -> "Database":
    """The connection as sqlite-utils has it. Importing that takes a tenth of a second, so only who writes asks."""
    from sqlite_utils import Database  # noqa: PLC0415 -- start-up time

    return Database(connection)
