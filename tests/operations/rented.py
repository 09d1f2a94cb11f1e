"""A store with one plan and one patient, and rentals for it, as the tests of rentals begin them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from db.book.rental_rows import Piece, Rental, RentalEvent, RentalUnit
from db.book.rows import Address, Coverage, Doctor, OrderRow, Patient, Plan, Store
from desktop.desk import Desk
from desktop.operations import doctors, patients, plans, rental_events, rentals, store
from desktop.operations.book import Book
from desktop.operations.rentals import Beginning, UnitGoingOut

ADDRESS = Address("77 Ocean Dr", None, "Corpus Christi", "TX", "78404")
HOME = RentalUnit(role="stationary", code="E1390", first_service=date(2026, 1, 10), charge=Decimal("95.00"))
PORTABLE = RentalUnit(role="portable", code="E1392", first_service=date(2026, 1, 10), charge=Decimal("180.00"))


def open_store(book: Book) -> None:
    """A store that can issue superbills."""
    store.save(
        book,
        Store(
            legal_name="Gulf Breeze Oxygen",
            npi="1234567893",
            ein="91-1144442",
            phone="361-555-0142",
            address=ADDRESS,
            medicare_enrolled=True,
        ),
    )


def patient(book: Book, last: str = "Abernathy", plan: Plan | None = None, **said: Any) -> Rental:
    """A rental to begin, of a new patient with a plan (a commercial one), an order, all that a superbill needs."""
    who = patients.save(
        book,
        Patient(first="Ida", last=last, dob=date(1950, 5, 5), sex="F", phone="361-555-0130", address=ADDRESS, **said),
    )
    held = plans.save(book, plan or Plan(kind="commercial", name="Lone Star"))
    coverage = patients.save_coverage(book, Coverage(patient_id=who.id, plan_id=held.id, member_id="XJ1", group="7"))
    doctor = doctors.save(
        book, Doctor(first="Anand", last="Krish", credentials="MD", npi="1679576722", phone="361-555-0110")
    )
    order = patients.save_order(
        book,
        OrderRow(
            patient_id=who.id,
            doctor_id=doctor.id,
            order_date=date(2025, 12, 20),
            day_lpm=2,
            night_lpm=2,
            portable=True,
            diagnoses=("J44.9", "J96.11"),
        ),
    )
    return Rental(
        patient_id=who.id,
        coverage_id=coverage.id,
        order_id=order.id,
        payer_kind=held.kind,
        cap_months=held.cap_months,
        caps_at_price=held.caps_at_price,
        reset_gap_days=held.reset_gap_days,
        converts_to_ownership=held.converts_to_ownership,
        bills_from=date(2026, 1, 1),
    )


def going_out(unit: RentalUnit, serial: str | None = "EVF-1") -> UnitGoingOut:
    """A unit with a piece of that serial number."""
    return UnitGoingOut(unit, Piece(maker="Philips", model="EverFlo", serial=serial))


def begun(book: Book, desk: Desk, rental: Rental, *units: UnitGoingOut) -> Rental:
    """A rental with these units, or with a home unit."""
    return rentals.begin(book, desk, Beginning(rental, units or (going_out(HOME),)))


def happens(book: Book, desk: Desk, rental: Rental, kind: str, on: date, **said: Any) -> RentalEvent:
    """Notes that something happened, by the store's own word for it."""
    known = next(each for each in rental_events.kinds() if each.key == kind)
    serial = said.pop("serial", None)
    piece = Piece(maker="Philips", model="EverFlo", serial=serial) if serial else None
    event = RentalEvent(rental_id=rental.id, on=on, what=known.what, why=known.why, **said)
    return rental_events.record(book, desk, event, piece)


def on(desk: Desk, day: date) -> Desk:
    """The desk on another day."""
    return replace(desk, today=day)
