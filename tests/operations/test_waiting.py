"""The waiting list: what is missing with its reason, and ready when it has come."""

from dataclasses import replace
from typing import Any

import pytest

from db.book.rows import Coverage, Doctor, OrderRow, Patient, Plan
from desktop.desk import Desk
from desktop.operations import doctors, documents, issuing, patients, plans, waiting
from desktop.operations.book import Book, BookProblem
from desktop.operations.documents import Content, Whose


def waits(book: Book, desk: Desk, wire: dict[str, Any]) -> tuple[int, Doctor, Coverage]:
    """A superbill that waits for the doctor's NPI and the member ID, and the rows that lack them."""
    patient = patients.save(book, Patient(first="Marisol", last="Treviño"))
    plan = plans.save(book, Plan(name="Lone Star Health Plan"))
    doctor = doctors.save(book, Doctor(first="Anand", last="Krishnamurthy"))
    coverage = patients.save_coverage(book, Coverage(patient_id=patient.id, plan_id=plan.id))
    order = patients.save_order(book, OrderRow(patient_id=patient.id, doctor_id=doctor.id))
    wire["prescriber"]["npi"] = None
    wire["patient"]["member_id"] = None
    document = documents.begin(book, whose=Whose(patient.id, coverage.id, order.id), content=Content(wire))
    waiting.put(book, document.id, issuing.issue(book, desk, document.id).findings)
    return document.id, doctor, coverage


def test_what_is_missing_stands_with_its_reason(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number, _, _ = waits(book, desk, bought)
    (document,) = waiting.listed(book)
    assert (document.id, document.state, document.ready) == (number, "waiting", False)
    assert {reason.field for reason in document.reasons} == {"prescriber.npi", "patient.member_id"}
    assert all(reason.words for reason in document.reasons)


def test_it_is_ready_when_all_has_come_and_issues_with_everything_in_it(
    book: Book, desk: Desk, bought: dict[str, Any]
) -> None:
    number, doctor, coverage = waits(book, desk, bought)
    doctors.save(book, replace(doctor, npi="1679576722"))
    (document,) = waiting.look_again(book, desk)
    assert [reason.field for reason in document.reasons] == ["patient.member_id"]
    patients.save_coverage(book, replace(coverage, member_id="XJH884120973"))
    (document,) = waiting.look_again(book, desk)
    assert (document.ready, document.reasons) == (True, ())
    issued = issuing.issue(book, desk, number)
    assert issued.done
    assert documents.content(book, number).wire["patient"]["member_id"] == "XJH884120973"
    assert waiting.listed(book) == []


def test_lines_for_all_diagnoses_are_for_those_that_come_later(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number, doctor, coverage = waits(book, desk, bought)
    doctors.save(book, replace(doctor, npi="1679576722"))
    patients.save_coverage(book, replace(coverage, member_id="XJH884120973"))
    line = bought["lines"][0]
    bought |= {"diagnoses": [], "lines": [line | {"pointers": []}]}
    documents.keep(book, number, Content(bought))
    (order,) = patients.belonging(book, documents.read(book, number).patient_id or 0).orders
    patients.save_order(book, replace(order, diagnoses=("J44.9", "J96.11")))
    (document,) = waiting.look_again(book, desk)
    assert (document.ready, document.reasons) == (True, ())
    held = documents.content(book, number).wire
    assert [line["pointers"] for line in held["lines"]] == [["A", "B"]]


def test_a_plan_that_comes_later_is_filled_in_whole(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    patient = patients.save(book, Patient(first="Marisol", last="Treviño"))
    bought |= {"payer": {"kind": "none", "name": None, "address": None}}
    bought["patient"]["member_id"] = None
    document = documents.begin(book, whose=Whose(patient.id), content=Content(bought))
    waiting.put(book, document.id, ())
    plan = plans.save(book, Plan(name="Lone Star Health Plan"))
    patients.save_coverage(book, Coverage(patient_id=patient.id, plan_id=plan.id, member_id="XJH884120973"))
    waiting.look_again(book, desk)
    held = documents.content(book, document.id).wire
    assert held["payer"] == {"kind": "commercial", "name": "Lone Star Health Plan", "address": None}
    assert held["patient"]["member_id"] == "XJH884120973"


def test_what_was_mistyped_is_replaced_and_the_rest_stays(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number, doctor, coverage = waits(book, desk, bought)
    patients.save_coverage(book, replace(coverage, member_id="XJH884120973"))
    doctors.save(book, replace(doctor, npi="1234567890"))
    (document,) = waiting.look_again(book, desk)
    assert [reason.field for reason in document.reasons] == ["prescriber.npi"]
    doctors.save(book, replace(doctor, npi="1679576722", first="Another"))
    assert waiting.look_again(book, desk)[0].ready
    assert documents.content(book, number).wire["prescriber"]["first"] == "Anand"


def test_what_is_ready_stands_first_then_the_longest_waiting(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    ids = [documents.begin(book, content=Content(bought)).id for _ in range(3)]
    stops = issuing.issue(book, desk, documents.begin(book, content=Content(bought | {"diagnoses": []})).id).findings
    for number, findings in zip(ids, (stops, stops, ()), strict=True):
        waiting.put(book, number, findings)
    assert [document.id for document in waiting.listed(book)] == [ids[2], ids[0], ids[1]]


def test_looking_again_changes_nothing_where_nothing_came(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    waits(book, desk, bought)
    before = waiting.look_again(book, desk)
    assert waiting.look_again(book, desk) == before


def test_a_request_that_is_none_waits_with_its_own_words(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    number, _, _ = waits(book, desk, bought)
    bought["lines"][0]["units"] = 0
    documents.keep(book, number, Content(bought))
    (document,) = waiting.look_again(book, desk)
    assert [reason.field for reason in document.reasons] == ["lines[0].units"]


def test_an_issued_document_waits_for_nothing(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    document = documents.begin(book, content=Content(bought))
    issuing.issue(book, desk, document.id)
    with pytest.raises(BookProblem, match="stays as it is"):
        waiting.put(book, document.id, ())
