"""What was typed on a superbill is in the book the next time, and never over what the book has learned since."""

from dataclasses import replace
from datetime import date
from typing import Any

from db.book.rows import Coverage, OrderRow, Patient, Plan
from desktop.operations import doctors, patients, plans
from desktop.operations.book import Book
from desktop.operations.documents import Whose
from desktop.operations.remembering import remember


def test_a_new_patient_comes_with_plan_doctor_and_order(book: Book, bought: dict[str, Any]) -> None:
    whose = remember(book, bought, Whose())
    assert whose.patient_id is not None
    again = patients.returning(book, whose.patient_id)
    assert again.patient.name == "Marisol Treviño-O'Neill"
    assert (again.plan and again.plan.name, again.coverage and again.coverage.member_id) == (
        "Lone Star Health Plan",
        "XJH884120973",
    )
    assert (again.doctor and again.doctor.npi, again.order and again.order.day_lpm) == ("1679576722", 2)
    assert again.diagnoses == ("J44.9", "J96.11")


def test_asked_again_nothing_is_doubled(book: Book, bought: dict[str, Any]) -> None:
    whose = remember(book, bought, Whose())
    assert remember(book, bought, whose) == whose
    assert len(plans.find(book, "")) == len(doctors.find(book, "")) == 1


def test_what_the_book_has_stays_unless_it_was_typed_here(book: Book, bought: dict[str, Any]) -> None:
    patient = patients.save(book, Patient(first="Marisol", last="Treviño-O'Neill", phone="361-555-0199"))
    whose = remember(book, bought, Whose(patient.id))
    kept = patients.read(book, patient.id)
    assert (kept.phone, kept.dob) == ("361-555-0199", date(1951, 8, 17))
    remember(book, bought, whose, {"patient.phone"})
    assert patients.read(book, patient.id).phone == bought["patient"]["phone"]


def test_what_was_left_empty_takes_nothing_away(book: Book, bought: dict[str, Any]) -> None:
    whose = remember(book, bought, Whose())
    bought["patient"]["phone"] = None
    remember(book, bought, whose, {"patient.phone"})
    assert whose.patient_id is not None
    assert patients.read(book, whose.patient_id).phone == "361-555-0177"


def test_another_plan_is_another_membership(book: Book, bought: dict[str, Any]) -> None:
    patient = patients.save(book, Patient(first="Marisol", last="Treviño-O'Neill"))
    plan = plans.save(book, Plan(name="Gulf Coast Mutual"))
    before = patients.save_coverage(book, Coverage(patient_id=patient.id, plan_id=plan.id, member_id="GCM1"))
    whose = remember(book, bought, Whose(patient.id, before.id))
    assert whose.coverage_id != before.id
    assert {each.member_id for each in patients.belonging(book, patient.id).coverages} == {"GCM1", "XJH884120973"}


def test_another_doctor_or_day_is_another_order(book: Book, bought: dict[str, Any]) -> None:
    first = remember(book, bought, Whose())
    bought["prescriber"] |= {"first": "Ángel", "last": "Ruiz", "npi": None, "order_date": "2026-02-25"}
    second = remember(book, bought, first)
    assert second.order_id != first.order_id
    assert first.patient_id is not None
    days = [each.order_date for each in patients.belonging(book, first.patient_id).orders]
    assert days == [date(2026, 2, 25), date(2026, 2, 20)]


def test_an_order_without_a_day_gets_it(book: Book, bought: dict[str, Any]) -> None:
    patient = patients.save(book, Patient(first="Marisol", last="Treviño-O'Neill"))
    order = patients.save_order(book, OrderRow(patient_id=patient.id))
    whose = remember(book, bought, Whose(patient.id, None, order.id))
    assert whose.order_id == order.id
    assert replace(patients.belonging(book, patient.id).orders[0], id=0).order_date == date(2026, 2, 20)


def test_nobody_named_is_nobody_kept(book: Book, bought: dict[str, Any]) -> None:
    bought["patient"] |= {"first": None, "middle": None, "last": None}
    assert remember(book, bought, Whose()) == Whose()
    assert patients.find(book, "", date(2026, 3, 2)) == []
