"""The only question to the clock."""

from datetime import date, datetime


def today() -> date:
    """The day on the store's calendar."""
    return now().date()


def now() -> datetime:
    """This moment, with the computer's own time zone."""
    return datetime.now().astimezone()
