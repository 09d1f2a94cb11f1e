"""A value that holds from a day on, with whoever says so."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from desktop.core.finding import Mark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class From(Generic[T]):
    """A value in force from `day` until the next one's day."""

    day: date
    value: T
    mark: Mark
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """Values in force one after the other. Their days rise strictly; a rule file where they do not is refused."""

    values: tuple[From[T], ...]

    def on(self, day: date) -> From[T] | None:
        """The value in force on a day: the last one whose day is not after it; none before the first."""
        place = bisect_right(self.values, day, key=lambda held: held.day)
        return self.values[place - 1] if place else None
