"""What is to do for rentals as a page shows it: the list of a span, and how much each span has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.rental_standing import DueWhat
from desktop.desk import Desk
from desktop.operations import due
from desktop.operations.book import Book
from desktop.operations.due import DueList, Span

_MONTHS = (DueWhat.BILL_MONTH.value,)


@dataclass(frozen=True, slots=True)
class ToDo:
    """The list of a span; how many things each span has; and how many months are to be billed in it."""

    found: DueList
    totals: Mapping[Span, int]
    months: int


def but_months() -> tuple[str, ...]:
    """Everything that can be due but the months to bill: they are many, and go out together."""
    return tuple(kind.key for kind in due.kinds() if kind.key not in _MONTHS)


def read(book: Book, desk: Desk, span: Span, limit: int, *, whats: Sequence[str] = ()) -> ToDo:
    """What is to do, looked at anew where a day has gone by; for a worker."""
    due.bring_up_to_date(book, desk)
    found = due.listed(book, desk.today, span, whats, limit)
    totals = {each: due.listed(book, desk.today, each, whats, 0).total for each in Span}
    return ToDo(found, totals, due.listed(book, desk.today, span, _MONTHS, 0).total)
