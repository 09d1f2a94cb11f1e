"""Counting days and calendar months with nothing but the calendar."""

import calendar
import functools
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@functools.lru_cache(maxsize=100_000)
def months_after(day: date, months: int) -> date:
    """The same day so many calendar months later; the last of the month where that month is too short (point 1)."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_before(day: date) -> date:
    """Yesterday."""
    return day - ONE_DAY
