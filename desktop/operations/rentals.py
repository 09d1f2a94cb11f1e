"""A store's rentals: begun from a superbill line or by hand, shown with their months, listed, changed.

Where a rental stands is never typed: it follows from what was delivered and what happened since (`rental_events`), by
the rules of its plan, on `desk.today`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.book import file, pieces, rentals
from db.book import patients as patient_rows
from db.book.rental_rows import ListedUnit, Piece, Rental, RentalEvent, RentalMonth, RentalPaper, RentalUnit
from db.book.rows import Coverage, Doctor, OrderRow, Patient, Plan
from db.problems import NotAllowed
from desktop.core import search_keys
from desktop.core.rental_history import EndedWhy, What
from desktop.core.rental_timeline import Timeline, UnitTimeline
from desktop.desk import Desk
from desktop.operations import (
    doctors,
    equipment_register,
    patients,
    plans,
    rental_beginning,
    rental_events,
    rental_held,
    rental_looking,
    rental_pieces,
)
from desktop.operations.book import Book
from desktop.operations.rental_beginning import Beginning, UnitGoingOut, add_unit, begin, by_hand, from_line
from desktop.operations.rental_held import Held
from desktop.operations.rental_looking import Seen
from desktop.operations.rental_words import PhaseWords, rental_words

__all__ = ["Beginning", "PhaseWords", "UnitGoingOut", "add_unit", "begin", "by_hand", "from_line"]

SORTS = rentals.SORTS


@dataclass(frozen=True, slots=True)
class Bought:
    """A unit's way to its purchase price: what was paid so far, what is left, and with which month it is reached.

    `months` None: never, at this rent.
    """

    price: Decimal
    paid: Decimal
    left: Decimal
    months: int | None


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A unit with what is with the patient now, its months in one picture (None where the history contradicts itself),
    and, where its plan pays up to the price, how far that is. `name` is what the cycle's sentences call it, in
    `Due.equipment` and in the findings, too."""

    name: str
    unit: RentalUnit
    piece: Piece | None
    timeline: UnitTimeline | None
    bought: Bought | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A rental with everything that belongs to it. `problem` is a sentence where its history contradicts itself; then
    `timeline` is None. Events and papers in the order of their days; `months` are those that are settled. `plan` is as
    it is now, `rental` has its terms as they hold here; `order_ends` is the last day of the order that holds.
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
    order_ends: date | None
    timeline: Timeline | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rentals, and in which order (one of SORTS). What is empty or None asks nothing.

    `text`: how words of a patient's name, the store's number or a serial number begin. `until`: something is to do up
    to that day.
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


def phases() -> tuple[PhaseWords, ...]:
    """What the phases are called, in the order of a rental's life."""
    return rental_words().phases


def read(book: Book, number: int) -> Rental:
    """The rental with this id, a deleted one too. BookProblem where there is none."""
    return rentals.RENTALS.read(book.connection, number)


def show(book: Book, desk: Desk, number: int, on: date | None = None) -> Shown:
    """A rental with everything, as it stands on a day (None: today). BookProblem where there is none."""
    held = rental_held.read(book.connection, number)
    return _shown(book, rental_looking.see(held, desk, on or desk.today), desk, on or desk.today)


def of_patient(book: Book, desk: Desk, patient_id: int) -> tuple[Shown, ...]:
    """A patient's rentals, the latest first."""
    return tuple(show(book, desk, rental.id) for rental in rentals.of_patient(book.connection, patient_id))


def listed(book: Book, asked: Asked) -> Page:
    """A page of the list, from what is stored: quick for thousands. `due.bring_up_to_date` comes first on a new day."""
    wanted = rentals.Asked(
        search_keys.sought(asked.text),
        search_keys.name(asked.text),
        asked.phases,
        asked.payer_kinds,
        asked.until,
        asked.sort,
        asked.descending,
    )
    rows, total = rentals.listed(book.connection, wanted, asked.limit, asked.offset)
    return Page(tuple(rows), total)


def save(book: Book, desk: Desk, rental: Rental) -> Rental:
    """Keeps what was changed of a rental: plan, order, terms, number, note. BookProblem where that cannot be."""
    with file.transaction(book.connection) as connection:
        kept = rentals.save(connection, rental, search_keys.name(rental.number))
        rental_beginning.look(book, desk, kept.id)
        return kept


def save_unit(book: Book, desk: Desk, unit: RentalUnit, piece: Piece | None = None) -> RentalUnit:
    """Keeps what was changed of a unit, and of the piece that is out now (None: nothing), its serial number, too.

    Months that were billed stay as they were. BookProblem where that cannot be.
    """
    with file.transaction(book.connection) as connection:
        if unit.first_service is None:
            raise NotAllowed("The day on which the equipment came is not filled in; a rental is counted from it")
        unit = rental_pieces.corrected(book, unit, equipment_register.known(book, piece), desk.today) if piece else unit
        kept = rentals.save_unit(connection, unit)
        rental_beginning.look(book, desk, kept.rental_id)
        return kept


def delete(book: Book, desk: Desk, number: int) -> None:
    """Takes a rental that was a mistake out of every list; `undo_delete` brings it back. What was issued stays."""
    _set_deleted(book, desk, number, deleted=True)


def undo_delete(book: Book, desk: Desk, number: int) -> None:
    """Brings it back. BookProblem where its equipment is with another patient by now."""
    _set_deleted(book, desk, number, deleted=False)


def becomes_the_patients(book: Book, desk: Desk, unit_id: int, on: date) -> None:
    """Ends a unit's rental because it belongs to the patient from that day; the register says so too."""
    unit = rentals.UNITS.read(book.connection, unit_id)
    event = RentalEvent(
        rental_id=unit.rental_id,
        unit_id=unit.id,
        on=on,
        what=What.ENDED.value,
        why=EndedWhy.TRANSFERRED.value,
        words="It became the patient's own.",
    )
    rental_events.record(book, desk, event)


def _set_deleted(book: Book, desk: Desk, number: int, *, deleted: bool) -> None:
    with file.transaction(book.connection) as connection:
        rentals.set_deleted(connection, number, deleted=deleted)
        rental_looking.look(book, desk, number)


def _shown(book: Book, seen: Seen, desk: Desk, on: date) -> Shown:
    held, rental, connection = seen.held, seen.held.rental, book.connection
    coverage = patient_rows.COVERAGES.read(connection, rental.coverage_id) if rental.coverage_id else None
    order = patient_rows.ORDERS.read(connection, rental.order_id) if rental.order_id else None
    return Shown(
        rental=rental,
        patient=patients.read(book, rental.patient_id),
        coverage=coverage,
        plan=plans.read(book, coverage.plan_id) if coverage else None,
        order=order,
        doctor=doctors.read(book, order.doctor_id) if order and order.doctor_id else None,
        units=tuple(_unit(book, seen, unit, desk, on) for unit in held.units),
        events=held.events,
        papers=held.papers,
        months=held.months,
        order_ends=rental_held.order_ends(held, on),
        timeline=seen.timeline,
        problem=seen.problem,
    )


def _unit(book: Book, seen: Seen, unit: RentalUnit, desk: Desk, on: date) -> ShownUnit:
    name = rental_held.named(unit)
    timelines = seen.timeline.units if seen.timeline else ()
    timeline = next((each for each in timelines if each.equipment.id == name), None)
    piece_id = rental_pieces.current(seen.held, unit, on)
    piece = pieces.PIECES.read(book.connection, piece_id) if piece_id is not None else None
    return ShownUnit(name, unit, piece, timeline, _bought(seen.held, unit, timeline, desk))


def _bought(held: Held, unit: RentalUnit, timeline: UnitTimeline | None, desk: Desk) -> Bought | None:
    """Asked of every rental with a price whose plan pays up to it, or makes it the patient's own."""
    rental = held.rental
    wanted = rental_held.pays_to_price(rental, desk.rules.rental) or rental.converts_to_ownership
    paying = rental_held.paying(held, unit) if wanted else None
    if paying is None or timeline is None:
        return None
    paid = paying.paid(timeline.standing.months_paid)
    return Bought(paying.price, paid, paying.price - paid, paying.months)
