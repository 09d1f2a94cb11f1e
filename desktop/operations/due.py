"""What is to do for the store's rentals: today, this week, in 30 days; done, put off, and why it is there.

The list is read from what is stored. `bring_up_to_date` makes that true on a new day, and costs what has changed since,
not what there is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.book.rental_rows import ListedDue
from desktop.desk import Desk
from desktop.operations.book import Book


class Span(StrEnum):
    """How far ahead."""

    TODAY = "today"  # what is overdue, too
    WEEK = "week"
    MONTH = "month"  # 30 days


@dataclass(frozen=True, slots=True)
class DueKind:
    """What can be due: `key` stands in the book, `words` name it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Because:
    """Why something is due: the rule in plain words, its mark, and sources (ids of `resources/sources.toml`)."""

    words: str
    rule: str
    mark: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due up to the end of a span, the earliest first. `counts`: how many of each kind there are in all, those
    beyond the limit too; `up_to` is the last day of the span."""

    rows: tuple[ListedDue, ...]
    counts: Mapping[str, int]
    up_to: date

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


def kinds() -> tuple[DueKind, ...]:
    """Everything that can be due."""
    raise NotImplementedError


def bring_up_to_date(book: Book, desk: Desk, go_on: Callable[[int, int], bool] = lambda _done, _all: True) -> int:
    """Looks again at the rentals that a new day or a change has moved; how many. For a worker.

    `go_on` hears how many of how many are done; False stops, and the next call goes on from there.
    """
    raise NotImplementedError


def listed(
    book: Book, today: date, span: Span, *, whats: Sequence[str] = (), without: Sequence[str] = (), limit: int = 500
) -> DueList:
    """What is to do up to the end of a span, of these kinds (none named: all). Months to bill may be many: see
    `rental_run`; `without` leaves kinds out."""
    raise NotImplementedError


def of_rental(book: Book, rental_id: int) -> tuple[ListedDue, ...]:
    """What is to do for one rental, put off or not, the earliest first."""
    raise NotImplementedError


def done(book: Book, number: int) -> None:
    """Marks something as done; `undo_done` takes that back."""
    raise NotImplementedError


def undo_done(book: Book, number: int) -> None:
    """It is to do again."""
    raise NotImplementedError


def snooze(book: Book, number: int, until: date) -> None:
    """Puts it off: the list shows it again from that day on."""
    raise NotImplementedError


def why(book: Book, desk: Desk, number: int) -> tuple[Because, ...]:
    """Why it is there: the rule that asks for it first, then what was noticed about it."""
    raise NotImplementedError


def csv(found: DueList) -> bytes:
    """The list for a spreadsheet."""
    raise NotImplementedError


def rows_for_paper(found: DueList) -> tuple[tuple[str, ...], ...]:
    """The list as it is printed, a heading first: day, what, patient, phone, unit, words."""
    raise NotImplementedError
