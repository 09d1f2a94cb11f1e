"""What happened to which document or patient, when. Without names: the ids say enough to whoever has the book."""

from datetime import datetime

from db.book.first_rows import Happened
from db.book.records import ask, cell
from db.driver import Connection


def note(connection: Connection, at: datetime, what: str, noun: str, number: int) -> None:
    """Writes one entry, in the transaction of what it tells."""
    values = [cell(at), what, noun, number]
    connection.execute("insert into audit (at, what, noun, noun_id) values (?, ?, ?, ?)", values)


def latest(connection: Connection, limit: int) -> list[Happened]:
    """The last entries, the latest first."""
    asked = "select at, what, noun, noun_id from audit order by id desc limit ?"
    return [Happened(datetime.fromisoformat(at), *rest) for at, *rest in ask(connection, asked, [limit])]


def first_of(connection: Connection, what: str) -> dict[int, datetime]:
    """When that happened for the first time to each document that it happened to, by its id."""
    asked = "select noun_id, min(at) from audit where what = ? group by noun_id"
    return {number: datetime.fromisoformat(at) for number, at in ask(connection, asked, [what])}
