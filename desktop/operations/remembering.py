"""What was typed of people and plans on a superbill, put into the book, so that it is there the next time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from db.book import file, patients
from db.book.rows import NEW, Address, Coverage, Doctor, OrderRow, Patient, Plan
from desktop.operations import doctors, plans
from desktop.operations import patients as people
from desktop.operations.book import Book
from desktop.operations.documents import Whose

_NO_PLAN = "none"


def remember(book: Book, wire: Mapping[str, Any], whose: Whose) -> Whose:
    """Puts patient, plan, doctor and order into the rows that the superbill is about, or into new ones; whose it is
    then. Nothing happens while no patient is named. What was left empty takes nothing out of the book."""
    patient = typed_patient(wire)
    if not patient.name:
        return whose
    with file.transaction(book.connection):
        kept = _patient(book, patient, whose.patient_id)
        coverage = _coverage(book, wire, kept, whose.coverage_id)
        order = _order(book, wire, kept, whose.order_id)
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


def _patient(book: Book, typed: Patient, number: int | None) -> int:
    if number is None:
        return people.save(book, typed).id
    before = people.read(book, number)
    names = ("first", "middle", "last", "dob", "sex", "phone", "language")
    now = replace(before, **_known(typed, names), address=_address(before.address, typed.address))
    return people.save(book, now).id if now != before else number


def _coverage(book: Book, wire: Mapping[str, Any], patient: int, number: int | None) -> int | None:
    payer, typed = wire["payer"], wire["patient"]
    if payer["kind"] == _NO_PLAN or not payer["name"]:
        return number if payer["kind"] != _NO_PLAN else None
    before = patients.COVERAGES.read(book.connection, number) if number is not None else Coverage(patient_id=patient)
    now = replace(
        before,
        plan_id=_plan(book, payer).id,
        member_id=typed["member_id"] or before.member_id,
        group=typed["group"] or before.group,
        relationship=typed["relationship"],
        insured_name=typed["insured_name"] or before.insured_name,
    )
    if before.plan_id not in (NEW, now.plan_id):  # another plan is another membership
        now = replace(now, id=NEW, member_id=typed["member_id"], group=typed["group"])
    return people.save_coverage(book, now).id if now != before else number


def _plan(book: Book, payer: Mapping[str, Any]) -> Plan:
    """The store's plan of that name and kind, or a new one."""
    same = [
        plan for plan in plans.find(book, payer["name"]) if (plan.name, plan.kind) == (payer["name"], payer["kind"])
    ]
    return same[0] if same else plans.save(book, Plan(kind=payer["kind"], name=payer["name"]))


def _order(book: Book, wire: Mapping[str, Any], patient: int, number: int | None) -> int | None:
    typed = wire["prescriber"]
    doctor = _doctor(book, typed)
    before = patients.ORDERS.read(book.connection, number) if number is not None else OrderRow(patient_id=patient)
    said = {name: value for name, value in wire["order"].items() if value is not None}
    now = replace(
        before,
        **said,
        doctor_id=doctor or before.doctor_id,
        order_date=_day(typed["order_date"]) or before.order_date,
        diagnoses=tuple(wire["diagnoses"]) or before.diagnoses,
    )
    if now == before:
        return number
    renewed = before.order_date is not None and now.order_date != before.order_date
    return people.save_order(book, replace(now, id=NEW) if renewed else now).id


def _doctor(book: Book, typed: Mapping[str, Any]) -> int | None:
    """The doctor with that NPI, else of that name; a new one where there is none. None while nobody is named."""
    if not typed["last"]:
        return None
    names = ("first", "last", "credentials", "npi", "phone")
    alike = [
        doctor
        for doctor in doctors.find(book, typed["npi"] or typed["last"])
        if doctor.last == typed["last"] and (typed["npi"] == doctor.npi or doctor.npi is None or not typed["npi"])
    ]
    before = alike[0] if alike else Doctor()
    now = replace(before, **{name: typed[name] for name in names if typed[name]})
    return doctors.save(book, now).id if now != before else before.id


def _known(typed: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(typed, name) for name in names if getattr(typed, name) is not None}


def _address(before: Address, typed: Address) -> Address:
    return replace(before, **_known(typed, ("line1", "line2", "city", "state", "zip")))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
