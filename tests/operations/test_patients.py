"""Patients: found by whatever is known of them, not made twice, never lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.book.rows import Address, Coverage, Doctor, OrderRow, Patient, Plan
from desktop.desk import Desk
from desktop.operations import doctors, documents, issuing, parties, patients, plans
from desktop.operations.book import Book, BookProblem, happened
from desktop.operations.documents import Content, Whose

TODAY = date(2026, 3, 2)
MARISOL = Patient(
    first="Marisol",
    last="Treviño-O'Neill",
    dob=date(1951, 8, 17),
    sex="F",
    phone="361-555-0177",
    address=Address(zip="78404"),
)


@pytest.fixture
def people(book: Book) -> dict[str, int]:
    """Ids by first names."""
    plan = plans.save(book, Plan(name="Lone Star Health Plan"))
    rows = [
        MARISOL,
        Patient(first="Martin", last="Trent", dob=date(1940, 1, 2), phone="512-555-0100"),
        Patient(first="Nguyệt", last="Bùi", dob=date(1949, 11, 3)),
        Patient(first="Dolores", last="García Márquez", phone="(361) 555-0199"),
        Patient(first="José Luis", last="de la Cruz"),
        Patient(first="Łukasz", last="Mar"),
    ]
    saved = [patients.save(book, row) for row in rows]
    patients.save_coverage(book, Coverage(patient_id=saved[0].id, plan_id=plan.id, member_id="XJH-884 120 973"))
    return {str(row.first): row.id for row in saved}


def found(book: Book, text: str) -> list[str | None]:
    """First names of those who are found."""
    return [patient.first for patient in patients.find(book, text, TODAY)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tre,mar", ["Martin", "Marisol"]), ("TREVIÑO, MARI", ["Marisol"]), ("mar tre", ["Martin", "Marisol"]),
        ("trevino oneill", ["Marisol"]), ("oneill", ["Marisol"]), ("o'neill,m", ["Marisol"]), ("bui", ["Nguyệt"]),
        ("nguyet bui", ["Nguyệt"]), ("marquez", ["Dolores"]), ("dolores marq", ["Dolores"]), ("maría", []),
        ("de la cruz", ["José Luis"]), ("jose l de la", ["José Luis"]), ("luka", ["Łukasz"]), ("zz", []),
        (",mar", ["Marisol", "Martin"]),
        ("mar", ["Łukasz", "Marisol", "Martin", "Dolores"]),
        ("8/17/51", ["Marisol"]), ("08171951", ["Marisol"]), ("aug 17 1951", ["Marisol"]), ("1951-08-17", ["Marisol"]),
        ("3615550177", ["Marisol"]), ("(361) 555-01", ["Marisol", "Dolores"]), ("555-0177", ["Marisol"]),
        ("+1 361 555 0199", ["Dolores"]),
        ("xjh884", ["Marisol"]), ("XJH-884-120-973", ["Marisol"]), ("xjh999", []), ("%", []), ("12", []),
    ],
)  # fmt: skip
def test_a_patient_is_found_by_whatever_is_known(
    book: Book, people: dict[str, int], text: str, first: list[str]
) -> None:
    assert found(book, text) == first


def test_nothing_typed_shows_those_who_came_last(book: Book, people: dict[str, int]) -> None:
    assert found(book, " ")[0] == "Łukasz"
    assert len(patients.find(book, "", TODAY, limit=2)) == 2


def test_a_changed_name_is_found_by_the_new_one_alone(book: Book, people: dict[str, int]) -> None:
    row = patients.read(book, people["Dolores"])
    patients.save(book, replace(row, last="Ortega Ruiz", phone=None))
    assert found(book, "marquez") == []
    assert found(book, "ruiz") == ["Dolores"]
    assert found(book, "361555019") == []


def test_a_deletion_can_be_undone(book: Book, people: dict[str, int]) -> None:
    patients.delete(book, people["Marisol"])
    for text in ("tre,mar", "oneill", "8/17/51", "3615550177", "xjh884", ""):
        assert "Marisol" not in found(book, text)
    assert patients.read(book, people["Marisol"]).deleted
    patients.undo_delete(book, people["Marisol"])
    assert found(book, "xjh884") == ["Marisol"]
    assert patients.read(book, people["Marisol"]) == replace(MARISOL, id=people["Marisol"])


@pytest.mark.parametrize(
    ("typed", "member", "why"),
    [
        (Patient(first="Marysol", last="Trevino", dob=date(1951, 8, 17)), None, "same day"),
        (Patient(first="Treviño", last="Marisol", dob=date(1951, 8, 17)), None, "same day"),
        (Patient(first="M", last="Treviño O'Neill", dob=date(1951, 8, 17)), None, "same day"),
        (Patient(first="Somebody", last="Else", phone="+1 (361) 555-0177"), None, "phone"),
        (Patient(first="Somebody", last="Else"), "xjh 884120973", "member ID"),
    ],
)
def test_who_may_be_the_same_is_shown_before(
    book: Book, people: dict[str, int], typed: Patient, member: str | None, why: str
) -> None:
    (alike,) = patients.alike(book, typed, member)
    assert alike.patient.id == people["Marisol"]
    assert why in alike.why


@pytest.mark.parametrize(
    "typed",
    [
        Patient(first="Marisol", last="Treviño-O'Neill", dob=date(1951, 8, 18)),
        Patient(first="Otto", last="Kahn", dob=date(1951, 8, 17)),
        Patient(first="Marisol"),
    ],
)
def test_who_cannot_be_the_same_is_not(book: Book, people: dict[str, int], typed: Patient) -> None:
    assert patients.alike(book, typed) == []


def test_nobody_is_a_double_of_himself(book: Book, people: dict[str, int]) -> None:
    assert patients.alike(book, patients.read(book, people["Marisol"]), "XJH884120973") == []


def test_a_returning_patient_has_everything_at_hand(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    patient = patients.save(book, MARISOL)
    plan = plans.save(book, Plan(name="Lone Star Health Plan"))
    doctor = doctors.save(book, Doctor(first="Anand", last="Krishnamurthy", npi="1679576722"))
    coverage = patients.save_coverage(book, Coverage(patient_id=patient.id, plan_id=plan.id, member_id="X1"))
    patients.save_order(book, OrderRow(patient_id=patient.id, order_date=date(2025, 1, 1)))
    order = patients.save_order(
        book,
        OrderRow(
            patient_id=patient.id, doctor_id=doctor.id, order_date=date(2026, 2, 20), diagnoses=("J44.9",), day_lpm=2
        ),
    )
    draft = documents.begin(book, whose=Whose(patient.id, coverage.id, order.id), content=Content(bought))
    assert patients.returning(book, patient.id).lines == ()
    assert issuing.issue(book, desk, draft.id).done
    again = patients.returning(book, patient.id)
    assert (again.patient, again.coverage, again.plan, again.order, again.doctor) == (
        patient,
        coverage,
        plan,
        order,
        doctor,
    )
    assert again.diagnoses == ("J44.9",)
    (line,) = again.lines
    assert (line["code"], line["modifiers"], line["serial"], line["from"]) == ("E1392", ["NU"], None, None)


def test_a_patient_who_was_never_here_has_nothing(book: Book) -> None:
    patient = patients.save(book, MARISOL)
    again = patients.returning(book, patient.id)
    assert (again.coverage, again.order, again.doctor, again.diagnoses, again.lines) == (None, None, None, (), ())


def test_a_removed_membership_or_order_can_be_put_back(book: Book, people: dict[str, int]) -> None:
    order = patients.save_order(book, OrderRow(patient_id=people["Marisol"]))
    (coverage,) = patients.belonging(book, people["Marisol"]).coverages
    patients.remove_order(book, order.id)
    patients.remove_coverage(book, coverage.id)
    assert patients.belonging(book, people["Marisol"]) == patients.Belonging((), ())
    assert found(book, "xjh884") == []
    patients.remove_order(book, order.id, undo=True)
    patients.remove_coverage(book, coverage.id, undo=True)
    assert patients.belonging(book, people["Marisol"]) == patients.Belonging((coverage,), (order,))


def test_the_audit_tells_ids_and_no_names(book: Book, people: dict[str, int]) -> None:
    patients.delete(book, people["Marisol"])
    told = happened(book)
    assert (told[0].what, told[0].noun, told[0].id) == ("deleted", "patient", people["Marisol"])
    assert "Treviño" not in repr(told)


def test_a_patient_who_is_not_there_gets_a_sentence(book: Book) -> None:
    with pytest.raises(BookProblem, match="no patient number 7"):
        patients.read(book, 7)


def test_the_request_of_a_new_superbill_has_what_the_book_knows(book: Book, people: dict[str, int]) -> None:
    (coverage,) = patients.belonging(book, people["Marisol"]).coverages
    wire = parties.wire(book, Whose(people["Marisol"], coverage.id))
    assert wire["patient"]["last"] == "Treviño-O'Neill"
    assert wire["patient"]["dob"] == "1951-08-17"
    assert wire["payer"] == {"kind": "commercial", "name": "Lone Star Health Plan", "address": None}
    assert wire["prescriber"]["npi"] is None
    assert parties.wire(book, Whose())["payer"]["kind"] == "none"
