"""Calendar months counted from a day, as rents are: always from the same day, never one month from the next.

The 31st of January and one month is the last of February; and two months is the 31st of March again.
"""

from calendar import monthrange
from datetime import date, timedelta

_DAY = timedelta(days=1)
_YEAR = 12
_SHORTEST = 28  # days that every month has


def add(day: date, months: int) -> date:
    """The day so many calendar months on, at the end of a month that is too short."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = day.year + years
    return date(year, month + 1, day.day if day.day <= _SHORTEST else min(day.day, monthrange(year, month + 1)[1]))


def elapsed(anchor: date, day: date) -> int:
    """How many whole months from the anchor are over on a day: the most that can be added without passing it."""
    months = (day.year - anchor.year) * _YEAR + day.month - anchor.month
    return months if add(anchor, months) <= day else months - 1


def before(day: date) -> date:
    """The day before."""
    return day - _DAY


def after(day: date) -> date:
    """The day after."""
    return day + _DAY
