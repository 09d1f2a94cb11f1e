"""A store's rentals: begun from a superbill line or by hand, shown with their months, listed, changed.

Where a rental stands is never typed: it follows from what was delivered and what happened since (`rental_events`), by
the rules of its plan, on `desk.today`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.book.rental_rows import ListedUnit, Piece, Rental, RentalEvent, RentalMonth, RentalPaper, RentalUnit
from db.book.rows import Coverage, Doctor, OrderRow, Patient, Plan
from desktop.core.rental_history import History
from desktop.core.rental_timeline import Timeline, UnitTimeline
from desktop.desk import Desk
from desktop.operations.book import Book

SORTS = ("name", "phase", "month", "next", "cap", "useful_life")


@dataclass(frozen=True, slots=True)
class UnitGoingOut:
    """A unit of a rental that begins, and the piece that is delivered: of the register (its id), or new to it."""

    unit: RentalUnit
    piece: Piece


@dataclass(frozen=True, slots=True)
class Beginning:
    """A rental as it is to begin. `billed` are documents that have its first months on them already."""

    rental: Rental
    units: tuple[UnitGoingOut, ...]
    billed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bought:
    """A unit's way to its purchase price: what was paid so far, what is left, and the month in which it is reached."""

    price: Decimal
    paid: Decimal
    left: Decimal
    months: int


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A unit with what is with the patient now, its months in one picture (None where the history contradicts itself),
    and, where its plan pays up to the price, how far that is."""

    unit: RentalUnit
    piece: Piece | None
    timeline: UnitTimeline | None
    bought: Bought | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A rental with everything that belongs to it. `problem` is a sentence where its history contradicts itself; then
    `timeline` is None. Events and papers in the order of their days; `months` are those that are settled.

    The ids of `timeline` (`Equipment.id`) are the units' ids as texts.
    """

    rental: Rental
    patient: Patient
    coverage: Coverage | None
    plan: Plan | None
    order: OrderRow | None
    doctor: Doctor | None
    units: tuple[ShownUnit, ...]
    events: tuple[RentalEvent, ...]
    papers: tuple[RentalPaper, ...]
    months: tuple[RentalMonth, ...]
    history: History
    timeline: Timeline | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rentals, and in which order (one of SORTS). What is empty or None asks nothing.

    `text`: a patient's name, the store's number or a serial number. `until`: something is to do up to that day.
    """

    text: str = ""
    phases: Sequence[str] = ()
    payer_kinds: Sequence[str] = ()
    until: date | None = None
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list, and how many rows there are in all."""

    rows: tuple[ListedUnit, ...]
    total: int


def from_line(book: Book, desk: Desk, document_id: int, place: int) -> Beginning:
    """A rental as a line with RR of an issued superbill begins it (and the other lines with RR that go with it).

    BookProblem where that line rents nothing, or its serial number is with another patient.
    """
    raise NotImplementedError


def by_hand(book: Book, desk: Desk, patient_id: int) -> Beginning:
    """A rental to fill in for a patient, with the plan and the order that were used last, and one unit."""
    raise NotImplementedError


def begin(book: Book, desk: Desk, beginning: Beginning) -> Rental:
    """Begins it; as it now stands, with an id. Also in the middle of its life (`months_paid_before`).

    BookProblem, a sentence: a unit says what cannot be, a serial number is with another patient. Nothing was begun then.
    """
    raise NotImplementedError


def add_unit(book: Book, desk: Desk, rental_id: int, going_out: UnitGoingOut) -> RentalUnit:
    """Adds the home or the portable unit to a rental that has none yet. BookProblem as of `begin`."""
    raise NotImplementedError


def save(book: Book, desk: Desk, rental: Rental) -> Rental:
    """Keeps what was changed of a rental: plan, order, terms, number, note. BookProblem where that cannot be."""
    raise NotImplementedError


def save_unit(book: Book, desk: Desk, unit: RentalUnit) -> RentalUnit:
    """Keeps what was changed of a unit. Months that were billed stay as they were. BookProblem where that cannot be."""
    raise NotImplementedError


def delete(book: Book, desk: Desk, number: int) -> None:
    """Takes a rental that was a mistake out of every list; `undo_delete` brings it back. What was issued stays."""
    raise NotImplementedError


def undo_delete(book: Book, desk: Desk, number: int) -> None:
    """Brings it back. BookProblem where its equipment is with another patient by now."""
    raise NotImplementedError


def read(book: Book, number: int) -> Rental:
    """The rental with this id, a deleted one too. BookProblem where there is none."""
    raise NotImplementedError


def show(book: Book, desk: Desk, number: int, on: date | None = None) -> Shown:
    """A rental with everything, as it stands on a day (None: today). BookProblem where there is none."""
    raise NotImplementedError


def of_patient(book: Book, desk: Desk, patient_id: int) -> tuple[Shown, ...]:
    """A patient's rentals, the latest first."""
    raise NotImplementedError


def listed(book: Book, asked: Asked) -> Page:
    """A page of the list, from what is stored: quick for thousands. `due.bring_up_to_date` comes first on a new day."""
    raise NotImplementedError


def becomes_the_patients(book: Book, desk: Desk, unit_id: int, on: date) -> None:
    """Ends a unit's rental because it belongs to the patient from that day; the register says so too."""
    raise NotImplementedError
