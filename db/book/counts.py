"""How much there is in a book: rows of each table, told to support. Nothing of what stands in them."""

from db.driver import Connection

_TABLES = "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and sql like 'create table%'"
_SEARCHED = "_fts"


def rows(connection: Connection) -> dict[str, int]:
    """The number of rows of each table that has any; the tables' names are the schema's own."""
    names = [name for (name,) in connection.execute(_TABLES).fetchall() if _SEARCHED not in name]
    counted = {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name in sorted(names)}  # noqa: S608 -- names of the schema
    return {name: count for name, count in counted.items() if count}


def schema(connection: Connection) -> int:
    """The version of its schema."""
    (found,) = connection.execute("pragma user_version").fetchone()
    return int(found)
