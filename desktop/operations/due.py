"""What is to do for the store's rentals: today, this week, in 30 days; done, put off, and why it is there.

The list is read from what is stored. `bring_up_to_date` makes that true on a new day, and costs what has changed since,
not what there is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.book import file, rental_due
from db.book.rental_rows import DueRow, ListedDue
from desktop.core import csv_table
from desktop.core.rental_standing import DueWhat
from desktop.core.version import VERSION
from desktop.desk import Desk
from desktop.operations import rental_held, rental_looking
from desktop.operations.book import Book
from desktop.operations.rental_words import DueKind, rental_words

__all__ = ["DueKind"]

_AT_ONCE = 20  # rentals in one transaction: so long somebody else who writes waits at most
_HEADING = ("Day", "What", "Patient", "Phone", "Number", "Code", "Why")


class Span(StrEnum):
    """How far ahead."""

    TODAY = "today"  # what is overdue, too
    WEEK = "week"
    MONTH = "month"  # 30 days


_AHEAD = {Span.TODAY: timedelta(0), Span.WEEK: timedelta(days=7), Span.MONTH: timedelta(days=30)}


@dataclass(frozen=True, slots=True)
class Because:
    """Why something is due: the rule in plain words, its mark, and sources (ids of `resources/sources.toml`)."""

    words: str
    rule: str
    mark: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due up to the end of a span, the earliest first, then what has no day. `counts`: how many of each kind
    there are in all, those beyond the limit too; `up_to` is the last day of the span."""

    rows: tuple[ListedDue, ...]
    counts: Mapping[str, int]
    up_to: date

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


def kinds() -> tuple[DueKind, ...]:
    """Everything that can be due."""
    return tuple(rental_words().due.values())


def is_dated(what: str) -> bool:
    """Whether the day of such a thing is one by which something is to be done."""
    return rental_words().due[what].dated


def bring_up_to_date(book: Book, desk: Desk, go_on: Callable[[int, int], bool] = lambda _done, _all: True) -> int:
    """Looks again at the rentals that a new day, a change or new rules have moved; how many. For a worker.

    A few at a time: whoever writes meanwhile, as the window does what is typed, comes in between.

    `go_on` hears how many of how many are done; False stops, and the next call goes on from there.
    """
    every = rental_due.count_old(book.connection, desk.today, VERSION)
    done = 0
    while go_on(done, every) and (old := rental_due.old(book.connection, desk.today, VERSION, _AT_ONCE)):
        with file.transaction(book.connection):
            for number in old:
                rental_looking.look_leniently(book, desk, number)
        done += len(old)
    return done


def listed(book: Book, today: date, span: Span, whats: Sequence[str] = (), limit: int = 200) -> DueList:
    """What is to do up to the end of a span, of these kinds (none named: all).

    Months to bill may be many, and `rental_run` bills them in one go: a list may leave them out by naming the others.
    """
    up_to = today + _AHEAD[span]
    rows = rental_due.listed(book.connection, up_to, whats, limit, _undated())
    return DueList(tuple(rows), rental_due.counts(book.connection, up_to, whats), up_to)


def of_rental(book: Book, rental_id: int) -> tuple[ListedDue, ...]:
    """What is to do for one rental, put off or not, the earliest first, then what has no day."""
    return tuple(rental_due.of_rental(book.connection, rental_id, _undated()))


def done(book: Book, number: int) -> None:
    """Marks something as done; `undo_done` takes that back."""
    _set_done(book, number, done=True)


def undo_done(book: Book, number: int) -> None:
    """It is to do again."""
    _set_done(book, number, done=False)


def snooze(book: Book, number: int, until: date) -> None:
    """Puts it off: the list shows it again from that day on."""
    with file.transaction(book.connection) as connection:
        rental_due.put_off(connection, number, until)


def why(book: Book, desk: Desk, number: int) -> tuple[Because, ...]:
    """Why it is there: the rule that asks for it first, then what was noticed about it.

    BookProblem where it is not there any more.
    """
    row = rental_due.DUE.read(book.connection, number)
    seen = rental_looking.see(rental_held.read(book.connection, row.rental_id), desk, desk.today)
    findings = seen.timeline.findings if seen.timeline else ()
    unit = seen.held.unit(row.unit_id)
    about = {None, rental_held.named(unit)} if unit else {None}
    noticed = (finding for finding in findings if finding.equipment in about)
    return (
        _rule(desk, row),
        *(Because(each.words, each.rule, each.mark.value, each.sources) for each in noticed),
    )


def csv(found: DueList) -> bytes:
    """The list for a spreadsheet."""
    heading, *rows = rows_for_paper(found)
    return csv_table.write(heading, rows)


def rows_for_paper(found: DueList) -> tuple[tuple[str, ...], ...]:
    """The list as it is printed, a heading first."""
    named = {kind.key: kind.words for kind in kinds()}
    return (_HEADING, *(_row(each, named[each.due.what]) for each in found.rows))


def _row(each: ListedDue, what: str) -> tuple[str, ...]:
    day = f"{each.due.on:%m/%d/%Y}" if is_dated(each.due.what) else None
    cells = (day, what, each.patient_name, each.phone, each.number, each.code, each.due.words)
    return tuple(cell or "" for cell in cells)


def _undated() -> tuple[str, ...]:
    return tuple(kind.key for kind in kinds() if not kind.dated)


def _rule(desk: Desk, row: DueRow) -> Because:
    """The rule that asks for it: one of the cycle's, else the book's own."""
    own = rental_words().due[row.what]
    if row.what in list(DueWhat):
        rule = desk.rules.rental.due[DueWhat(row.what)]
        return Because(own.because, row.what, rule.mark, rule.sources)
    return Because(own.because, row.what, own.mark, own.sources)


def _set_done(book: Book, number: int, *, done: bool) -> None:
    with file.transaction(book.connection) as connection:
        rental_due.set_done(connection, number, book.now(), done=done)
