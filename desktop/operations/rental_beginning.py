"""How a rental begins: from a superbill line with RR, by hand, in the middle of its life."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from db.book import file, rental_months, rental_papers, rentals
from db.book import patients as patient_rows
from db.book.rental_rows import Piece, Rental, RentalPaper, RentalUnit
from db.book.rows import NEW, Plan
from db.problems import NotAllowed
from desktop.core import money, months, search_keys
from desktop.core.rental_history import Role
from desktop.core.request import Transaction
from desktop.desk import Desk
from desktop.operations import documents, equipment_register, patients, plans, rental_looking
from desktop.operations.book import Book
from desktop.operations.documents import ISSUED
from desktop.operations.rental_looking import Seen
from desktop.operations.rental_papers import MISSING
from desktop.operations.rental_words import rental_words


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


def from_line(book: Book, desk: Desk, document_id: int, place: int) -> Beginning:
    """A rental as a line with RR of an issued superbill begins it (and the other lines with RR that go with it).

    BookProblem where that line rents nothing.
    """
    document = documents.read(book, document_id)
    lines = documents.content(book, document_id).wire["lines"]
    rented = [line for line in lines if _rents(desk, line)]
    if document.state != ISSUED or document.patient_id is None or lines[place] not in rented:
        raise NotAllowed("A rental begins from a line with RR of a superbill that was issued to a patient of the book")
    plan = _plan(book, document.coverage_id)
    rental = _of_plan(
        Rental(patient_id=document.patient_id, coverage_id=document.coverage_id, order_id=document.order_id), plan
    )
    chosen = {role(desk, line["code"]): line for line in reversed(rented)} | {
        role(desk, lines[place]["code"]): lines[place]
    }
    units = tuple(_of_line(role, chosen[role]) for role in Role if role in chosen)
    first = min(date.fromisoformat(line["from"]) for line in chosen.values())
    return Beginning(replace(rental, bills_from=first), units, (document_id,))


def by_hand(book: Book, desk: Desk, patient_id: int) -> Beginning:
    """A rental to fill in for a patient, with the plan and the order that were used last, and one unit."""
    rental = replace(of_patient(book, patient_id), bills_from=desk.today)
    unit = RentalUnit(first_service=desk.today)
    return Beginning(rental, (UnitGoingOut(unit, Piece()),))


def of_patient(book: Book, patient_id: int) -> Rental:
    """A rental of a patient with the plan and the order that were used last."""
    last = patients.returning(book, patient_id)
    rental = Rental(
        patient_id=patient_id,
        coverage_id=last.coverage.id if last.coverage else None,
        order_id=last.order.id if last.order else None,
    )
    return _of_plan(rental, last.plan)


def begin(book: Book, desk: Desk, beginning: Beginning) -> Rental:
    """Begins it; as it now stands, with an id. Also in the middle of its life (`months_paid_before`).

    BookProblem, a sentence: a unit says what cannot be, a serial number is with another patient. Then nothing begins.
    """
    with file.transaction(book.connection) as connection:
        asked = replace(beginning.rental, id=NEW, bills_from=beginning.rental.bills_from or desk.today)
        rental = rentals.save(connection, asked, search_keys.name(asked.number))
        for going_out in beginning.units:
            deliver(book, rental.id, going_out)
        ask_for_papers(book, rental)
        seen = look(book, desk, rental.id)
        for document_id in beginning.billed:
            _settle(book, desk, seen, document_id)
        look(book, desk, rental.id)
        return rental


def add_unit(book: Book, desk: Desk, rental_id: int, going_out: UnitGoingOut) -> RentalUnit:
    """Adds the home or the portable unit to a rental that has none yet. BookProblem as of `begin`."""
    with file.transaction(book.connection):
        unit = deliver(book, rental_id, going_out)
        look(book, desk, rental_id)
        return unit


def look(book: Book, desk: Desk, number: int) -> Seen:
    """Looks at a rental that was changed. NotAllowed where its history contradicts itself."""
    seen = rental_looking.look(book, desk, number)
    if seen.problem is not None:
        raise NotAllowed(f"{seen.problem}. Nothing was changed")
    return seen


def deliver(book: Book, rental_id: int, going_out: UnitGoingOut) -> RentalUnit:
    """Keeps a unit and what is delivered; NotAllowed where the rental has one of its kind, or the day is not known."""
    unit = going_out.unit
    if unit.first_service is None:
        raise NotAllowed("The day on which the equipment came is not filled in; a rental is counted from it")
    if any(each.role == unit.role for each in rentals.units(book.connection, rental_id)):
        raise NotAllowed(
            "A rental has one home unit and one portable unit at most; begin another rental for a second one"
        )
    piece = equipment_register.known(book, going_out.piece)
    return rentals.save_unit(book.connection, replace(unit, id=NEW, rental_id=rental_id, piece_id=piece.id))


def _of_plan(rental: Rental, plan: Plan | None) -> Rental:
    """With what the plan pays; without one the patient pays."""
    if plan is None:
        return rental
    return replace(
        rental,
        payer_kind=plan.kind,
        cap_months=plan.cap_months,
        caps_at_price=plan.caps_at_price,
        reset_gap_days=plan.reset_gap_days,
        converts_to_ownership=plan.converts_to_ownership,
        by_superbill=plan.kind not in rental_words().billed_by_the_store,
    )


def _plan(book: Book, coverage_id: int | None) -> Plan | None:
    if coverage_id is None:
        return None
    return plans.read(book, patient_rows.COVERAGES.read(book.connection, coverage_id).plan_id)


def _rents(desk: Desk, line: Mapping[str, Any]) -> bool:
    renting = desk.rules.coding.modifiers.transactions[Transaction.RENT].modifier
    return renting in line["modifiers"] and line["code"] in desk.rules.rental.codes


def role(desk: Desk, code: str) -> Role:
    """Whether a code is of a home unit or of a portable one."""
    return Role.PORTABLE if desk.rules.coding.within("portable", code) else Role.STATIONARY


def _of_line(role: Role, line: Mapping[str, Any]) -> UnitGoingOut:
    """A unit of which a line rents the month that it says (the first, where it says none)."""
    before = (line["rental_month"] or 1) - 1
    unit = RentalUnit(
        role=role.value,
        code=line["code"],
        first_service=months.add(date.fromisoformat(line["from"]), -before),
        charge=money.parse(line["charge"]),
        purchase_price=money.parse(line["purchase_price"]) if line.get("purchase_price") else None,
    )
    return UnitGoingOut(unit, Piece(maker=line["maker"], model=line["model"], serial=line["serial"]))


def ask_for_papers(book: Book, rental: Rental) -> None:
    """Notes the papers that every rental of its kind of payer needs as missing, in the transaction of whoever asks."""
    for kind in rental_words().papers:
        if rental.payer_kind in kind.needed:
            paper = RentalPaper(rental_id=rental.id, kind=kind.key, state=MISSING)
            rental_papers.save(book.connection, paper)


def _settle(book: Book, desk: Desk, seen: Seen, document_id: int) -> None:
    """Notes the months that a document has on it: those that begin on the first day of one of its lines."""
    lines = documents.content(book, document_id).wire["lines"]
    for due in rental_looking.months_due(seen, desk.today):
        charge = _charged(lines, due.code, due.month.starts)
        if charge is not None:
            rental_months.settle(book.connection, due.settled(charge, document_id, None, book.now()))


def _charged(lines: Sequence[Mapping[str, Any]], code: str, day: date) -> Decimal | None:
    here = (line for line in lines if line["code"] == code and line["from"] == day.isoformat())
    return next((money.parse(line["charge"]) for line in here), None)
