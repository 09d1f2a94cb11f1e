"""Which column of another program's table holds what, as it was chosen before."""

from db.book.records import ask
from db.driver import Connection


def keep(connection: Connection, noun: str, headings: str, mapping: str) -> None:
    """Keeps the mapping of a table with these headings in place of an earlier one."""
    connection.execute("insert or replace into mappings values (?, ?, ?)", [noun, headings, mapping])


def read(connection: Connection, noun: str, headings: str) -> str | None:
    """The mapping that was kept."""
    found = ask(connection, "select mapping from mappings where noun = ? and headings = ?", [noun, headings])
    return found[0][0] if found else None
