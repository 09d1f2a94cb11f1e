"""What was typed of people and plans on a superbill, put into the book, so that it is there the next time."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from db.book import file, patients
from db.book.rows import NEW, Address, Coverage, Doctor, OrderRow, Patient, Plan
from desktop.operations import doctors, plans
from desktop.operations import patients as people
from desktop.operations.book import Book
from desktop.operations.documents import Whose

_NO_PLAN = "none"
_OF_PATIENT = ("first", "middle", "last", "dob", "sex", "phone")
_OF_ADDRESS = ("line1", "line2", "city", "state", "zip")
_OF_DOCTOR = ("first", "last", "credentials", "npi", "phone")

R = TypeVar("R")


def remember(book: Book, wire: Mapping[str, Any], whose: Whose, typed: Collection[str] = ()) -> Whose:
    """Puts patient, plan, doctor and order into the rows that the superbill is about, or into new ones; whose it is
    then. Nothing happens while no patient is named.

    What the book has stays, but at the paths in `typed`, which a person has just changed: a draft may be older than
    what the book has learned since. What was left empty takes nothing out of the book.
    """
    patient = typed_patient(wire)
    if not patient.name:
        return whose
    with file.transaction(book.connection):
        kept = _patient(book, patient, whose.patient_id, typed)
        coverage = _coverage(book, wire, kept, whose.coverage_id, typed)
        order = _order(book, wire, kept, whose.order_id, typed)
    return Whose(kept, coverage, order)


def typed_patient(wire: Mapping[str, Any]) -> Patient:
    """The patient as typed so far."""
    typed = wire["patient"]
    return Patient(
        first=typed["first"],
        middle=typed["middle"],
        last=typed["last"],
        dob=_day(typed["dob"]),
        sex=typed["sex"],
        phone=typed["phone"],
        address=Address(**typed["address"]),
        language=wire["language"],
    )


def _patient(book: Book, new: Patient, number: int | None, typed: Collection[str]) -> int:
    if number is None:
        return people.save(book, new).id
    before = people.read(book, number)
    now = _merged(before, _values(new, _OF_PATIENT), "patient.", typed)
    address = _merged(before.address, _values(new.address, _OF_ADDRESS), "patient.address.", typed)
    now = replace(now, address=address)
    return people.save(book, now).id if now != before else number


def _coverage(
    book: Book, wire: Mapping[str, Any], patient: int, number: int | None, typed: Collection[str]
) -> int | None:
    payer = wire["payer"]
    if payer["kind"] == _NO_PLAN or not payer["name"]:
        return None
    before = patients.COVERAGES.read(book.connection, number) if number is not None else Coverage(patient_id=patient)
    plan = _plan(book, payer).id
    if before.plan_id not in (NEW, plan):  # another plan is another membership
        before = Coverage(patient_id=patient)
    new = {name: wire["patient"][name] for name in ("member_id", "group", "relationship", "insured_name")}
    now = replace(_merged(before, new, "patient.", typed), plan_id=plan)
    return people.save_coverage(book, now).id if now != before else number


def _plan(book: Book, payer: Mapping[str, Any]) -> Plan:
    """The store's plan of that name and kind, or a new one."""
    same = [
        plan for plan in plans.find(book, payer["name"]) if (plan.name, plan.kind) == (payer["name"], payer["kind"])
    ]
    return same[0] if same else plans.save(book, Plan(kind=payer["kind"], name=payer["name"]))


def _order(book: Book, wire: Mapping[str, Any], patient: int, number: int | None, typed: Collection[str]) -> int | None:
    doctor = _doctor(book, wire["prescriber"], typed)
    before = patients.ORDERS.read(book.connection, number) if number is not None else OrderRow(patient_id=patient)
    day = _day(wire["prescriber"]["order_date"])
    if _another_order(before, doctor, day):
        before = OrderRow(patient_id=patient, portable=before.portable)
    now = replace(
        _merged(before, wire["order"], "order.", typed),
        doctor_id=doctor or before.doctor_id,
        order_date=day or before.order_date,
        diagnoses=tuple(wire["diagnoses"]) or before.diagnoses,
    )
    return people.save_order(book, now).id if now != before else number


def _another_order(before: OrderRow, doctor: int | None, day: date | None) -> bool:
    """Whether another doctor ordered, or on another day: the old order stays as it was."""
    return (before.doctor_id is not None and doctor not in (None, before.doctor_id)) or (
        before.order_date is not None and day not in (None, before.order_date)
    )


def _doctor(book: Book, new: Mapping[str, Any], typed: Collection[str]) -> int | None:
    """The doctor with that NPI, else of that name; a new one where there is none. None while nobody is named."""
    if not new["last"]:
        return None
    found = doctors.find(book, new["last"])
    same = [each for each in found if each.last == new["last"] and each.first == new["first"]]
    alike = [each for each in same if new["npi"] in (None, each.npi) or each.npi is None]
    before = alike[0] if alike else Doctor()
    now = _merged(before, {name: new[name] for name in _OF_DOCTOR}, "prescriber.", typed)
    return doctors.save(book, now).id if now != before else before.id


def _values(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _merged(before: R, new: Mapping[str, Any], beginning: str, typed: Collection[str]) -> R:
    """The row with what is new to it, and with what was typed in place of what it had."""
    taken = {
        name: value
        for name, value in new.items()
        if value is not None and (_blank(getattr(before, name), name) or beginning + name in typed)
    }
    return replace(before, **taken)  # type: ignore[type-var]


def _blank(value: object, name: str) -> bool:
    return value is None or (name == "relationship" and value == "self")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
