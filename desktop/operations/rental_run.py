"""This month's rentals: all months that patients pay themselves become superbills in one go, up to a day.

Each superbill and the months on it are kept in one transaction: what a power cut leaves is whole, and asked again
nothing is doubled. What is doubtful is set aside with its reason. For a worker; loads the paper's libraries.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.book.rental_rows import RentalMonth
from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations.book import Book


@dataclass(frozen=True, slots=True)
class MonthDue:
    """A month of a unit that is not settled yet."""

    unit_id: int
    role: str
    code: str
    period: int
    month: int
    starts: date
    ends: date
    charge: Decimal | None
    last: bool  # with it the plan's cap is reached


@dataclass(frozen=True, slots=True)
class Bill:
    """What becomes one superbill: the months of a patient's rental that begin on one day.

    `key` names it in `run`; `aside` is the reason why it cannot be issued by itself; `codes` are its lines' codes with
    their modifiers; `pays_by` how the patient mostly pays.
    """

    key: str
    rental_id: int
    patient_id: int
    patient_name: str
    number: str | None
    plan: str | None
    on: date
    months: tuple[MonthDue, ...]
    codes: tuple[str, ...]
    total: Decimal
    pays_by: str | None
    aside: str | None


@dataclass(frozen=True, slots=True)
class Paid:
    """How a superbill of the run was paid, whole and today."""

    method: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one bill: its superbill, or the reason why it was set aside."""

    bill: Bill
    document: Document | None
    aside: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run. `total` is the issued superbills', `paid` what was paid on them; `left` were not reached."""

    issued: int
    aside: tuple[Came, ...]
    left: int
    total: Decimal
    paid: Decimal


def looked_at(book: Book, desk: Desk, up_to: date, go_on: Callable[[int, int], bool]) -> list[Bill]:
    """What would become superbills, each checked as an insurer would; nothing is changed. `go_on` hears how far it is
    and may stop it."""
    raise NotImplementedError


def run(  # noqa: PLR0913 -- what is asked of a run, each once
    book: Book,
    desk: Desk,
    up_to: date,
    go_on: Callable[[int, int], bool],
    *,
    only: Iterable[str] | None = None,
    paid: Mapping[str, Paid] | None = None,
    heard: Callable[[Came], object] = lambda _: None,
) -> Result:
    """Issues all that can be issued (`only` some, by their keys); `heard` is told of each.

    `paid`: how bills were paid, by their keys. None: each as its rental mostly is. False of `go_on` stops before the
    next; what was issued stays.
    """
    raise NotImplementedError


def as_draft(book: Book, desk: Desk, bill: Bill) -> Document:
    """A draft of a bill that was set aside, with all that is known, to be finished by hand; its months are then no
    longer due. Dropped, they are due again."""
    raise NotImplementedError


def settle(book: Book, desk: Desk, bill: Bill, why: str) -> tuple[RentalMonth, ...]:
    """Says of its months that nothing is to be billed here: the store bills the plan, or does without."""
    raise NotImplementedError


def undo_settle(book: Book, desk: Desk, months: Iterable[RentalMonth]) -> None:
    """Makes such months due again. BookProblem where a document has them."""
    raise NotImplementedError
