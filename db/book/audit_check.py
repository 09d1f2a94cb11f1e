"""Whether the audit's chain is whole, and which link is broken first.

Noticed is every entry that was changed, taken out (in the middle or at the end), put in, or put elsewhere, since each
holds the hash of the one before, and the number and hash of the last stand apart. Whoever has the book's key and
writes the whole chain anew from some entry on leaves one that is whole in itself: that is noticed by the backups, which
hold the chain as it stood when each was made, here and in the second place (`differs`). Where every backup was changed,
too, or is gone, nothing is left that could tell.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.book.audit_link import FIRST, Told, digest
from db.driver import Connection

Report = Callable[[float], None]

_EVERY = 1_000  # entries between two words on how far it is


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry as it stands apart from the chain: how many there are, and its hash."""

    count: int
    last: bytes


def is_there(connection: Connection) -> bool:
    """Whether the book has the chain; that of an earlier schema has none."""
    asked = "select 1 from sqlite_master where type = 'table' and name = 'audit_chain'"
    return connection.execute(asked).fetchone() is not None


def head(connection: Connection) -> Head | None:
    """The last entry, as it stands apart; None where somebody took that away."""
    row = connection.execute("select count, last from audit_head").fetchone()
    return None if row is None else Head(*row)


def broken(connection: Connection, report: Report) -> tuple[int, str | None]:
    """How many entries there are, and a sentence's end on the first link that is broken; None where all is whole.

    Chain and last entry are those of one moment, though somebody writes meanwhile.
    """
    if connection.in_transaction:
        return _broken(connection, report)
    connection.execute("begin")
    try:
        return _broken(connection, report)
    finally:
        connection.execute("rollback")


def _broken(connection: Connection, report: Report) -> tuple[int, str | None]:
    count, previous = 0, FIRST
    apart = head(connection)
    for told, before, own in _links(connection):
        wrong = _wrong(told, before, own, count + 1, previous)
        if wrong is not None:
            return count, wrong
        count, previous = count + 1, own
        if count % _EVERY == 0 and apart is not None:
            report(min(count / max(apart.count, 1), 1.0))
    return count, _wrong_end(apart, count, previous)


def differs(connection: Connection, before: Head, at: datetime) -> bool:
    """Whether the chain does not go on from where it stood in a backup that was made at that moment.

    It need not where a backup from before was brought back since.
    """
    if before.count == 0:
        return False
    row = connection.execute("select hash from audit_chain where id = ?", [before.count]).fetchone()
    if row is not None and row[0] == before.last:
        return False
    asked = "select at from audit where what = 'restored' and noun = 'backup' and id <= ?"
    brought_back = [moment for (moment,) in connection.execute(asked, [before.count]).fetchall() if moment]
    return not any(datetime.fromisoformat(moment) >= at for moment in brought_back)


def _links(connection: Connection) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    asked = f"select {', '.join(Told._fields)}, previous, hash from audit_chain order by id"  # noqa: S608 -- own names
    for *told, before, own in connection.execute(asked):
        yield tuple(told), before, own


def _wrong(told: tuple[Any, ...], before: Any, own: Any, number: int, previous: bytes) -> str | None:
    """What is wrong with a link that should have that number and follow that hash."""
    entry = Told(*told)
    if entry.id != number:
        gone = f"entry {number} is" if entry.id == number + 1 else f"entries {number} to {entry.id - 1} are"
        return f"{gone} gone from before {_named(entry)}"
    if _digest(entry, before) != own:
        return f"{_named(entry)} is not as it was written"
    if before != previous:
        return f"{_named(entry)} does not follow the entry before it: one was changed, put in or put elsewhere"
    return None


def _wrong_end(apart: Head | None, count: int, previous: bytes) -> str | None:
    if apart is None:
        return f"what tells which entry is the last one is gone; {count} entries are there"
    if apart.count > count:
        gone = f"entry {apart.count} is" if apart.count == count + 1 else f"entries {count + 1} to {apart.count} are"
        return f"{gone} gone from the end"
    if apart.count < count:
        return f"entry {apart.count + 1} and what follows were put in at the end"
    return None if apart.last == previous else f"entry {count} is not the one that was written last"


def _digest(entry: Told, before: object) -> bytes | None:
    try:
        return digest(entry, before) if isinstance(before, bytes) else None
    except (TypeError, ValueError):
        return None


def _named(entry: Told) -> str:
    """An entry so that a person finds it: its number, when, what, of what, by whom."""
    thing = f"{entry.noun} {entry.noun_id}" if entry.noun_id else entry.noun
    by = f" by {entry.user_name}" if entry.user_name else ""
    when = f", {str(entry.at)[:16].replace('T', ' ')} UTC" if entry.at else ""
    return f"entry {entry.id} ({thing}: {entry.what}{by}{when})"
