"""Which backups are kept: the last one of each of the latest days, weeks and months that have one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days, weeks (from Monday on) and months keep their last backup."""

    days: int
    weeks: int
    months: int


def kept(made: Iterable[tuple[date, str]], rule: Retention) -> frozenset[str]:
    """The names of the backups that are kept, of day and name of all, the latest first.

    A day without a backup uses up no place: whoever opens the store again after a year finds all that was kept.
    """
    latest_first = list(made)
    periods: tuple[tuple[int, Callable[[date], object]], ...] = (
        (rule.days, lambda day: day),
        (rule.weeks, lambda day: day.isocalendar()[:2]),
        (rule.months, lambda day: (day.year, day.month)),
    )
    return frozenset(name for count, period in periods for name in _last_of_each(latest_first, count, period))


def _last_of_each(latest_first: list[tuple[date, str]], count: int, period: Callable[[date], object]) -> list[str]:
    found: dict[object, str] = {}
    for day, name in latest_first:
        found.setdefault(period(day), name)
    return list(found.values())[:count]
