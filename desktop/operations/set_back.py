"""Whether this computer's clock was set back: a paper that is issued then bears a wrong day for ever."""

from datetime import datetime

from db.book import papers
from db.driver import Connection
from desktop.core.rental_changes import said


def words(connection: Connection, now: datetime) -> str | None:
    """A sentence (without its full stop) where something in the book is of a later day than today; else None."""
    latest = papers.listed(connection, papers.Asked(), 1)
    moment = latest[0].changed_at if latest else None
    if moment is None or moment.date() <= now.date():
        return None
    return (
        f"This computer's clock says {said(now.date())}, but work was done in this store on {said(moment.date())}. "
        "If the clock is wrong, set it right before anything is issued"
    )
