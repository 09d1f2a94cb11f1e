"""Half-typed forms by their key."""

from datetime import datetime

from db.book.records import ask, cell
from db.book.rows import DraftRow
from db.driver import Connection


def keep(connection: Connection, key: str, form: str, at: datetime) -> None:
    """Keeps a form's JSON in place of an earlier one."""
    connection.execute("insert or replace into drafts (key, form, changed_at) values (?, ?, ?)", [key, form, cell(at)])


def read(connection: Connection, key: str) -> str | None:
    """A form's JSON."""
    found = ask(connection, "select form from drafts where key = ?", [key])
    return found[0][0] if found else None


def listed(connection: Connection, beginning: str) -> list[DraftRow]:
    """The keys that begin so, the latest first."""
    asked = "select key, changed_at from drafts where substr(key, 1, ?) = ? order by changed_at desc, key"
    found = ask(connection, asked, [len(beginning), beginning])
    return [DraftRow(key, datetime.fromisoformat(at)) for key, at in found]


def drop(connection: Connection, key: str) -> None:
    """Forgets a form."""
    connection.execute("delete from drafts where key = ?", [key])
