"""What happened to rentals, and how an event stood before it was changed."""

import json
from datetime import datetime

from db.book.records import Table, ask, cell
from db.book.rental_rows import EventBefore, RentalEvent
from db.driver import Connection

EVENTS = Table("rental_events", RentalEvent, "rental event")


def save(connection: Connection, event: RentalEvent, at: datetime) -> RentalEvent:
    """Keeps an event; what it was before is kept, too."""
    if event.id:
        _keep_before(connection, event.id, at)
    return EVENTS.save(connection, event)


def set_removed(connection: Connection, number: int, at: datetime, *, removed: bool) -> None:
    """Takes an event out of its rental's history, or puts it back."""
    _keep_before(connection, number, at)
    EVENTS.mark_deleted(connection, number, deleted=removed)


def of_rental(connection: Connection, rental_id: int) -> list[RentalEvent]:
    """A rental's events in the order of their days, those of a day as they were noted."""
    return EVENTS.find(connection, 'where rental_id = ? and deleted = 0 order by "on", id', [rental_id])


def before(connection: Connection, number: int) -> list[EventBefore]:
    """How an event stood before each change, the latest first."""
    asked = "select changed_at, event from rental_events_before where event_id = ? order by id desc"
    found = ask(connection, asked, [number])
    return [EventBefore(datetime.fromisoformat(at), EVENTS.row(json.loads(cells))) for at, cells in found]


def _keep_before(connection: Connection, number: int, at: datetime) -> None:
    for cells in ask(connection, f"{EVENTS.select} where id = ?", [number]):
        asked = "insert into rental_events_before (event_id, changed_at, event) values (?, ?, ?)"
        connection.execute(asked, [number, cell(at), json.dumps(list(cells), ensure_ascii=False)])
