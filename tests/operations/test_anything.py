"""One box for everything: who is found, what a typed code means, and what was begun."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.book.rows import Coverage, Doctor, OrderRow, Patient, Plan, Product
from desktop import files
from desktop.core.finding import Finding, Mark, Severity
from desktop.core.request import Transaction
from desktop.desk import Desk
from desktop.operations import (
    answer_card,
    anything,
    begun,
    doctors,
    documents,
    drafts,
    patients,
    plans,
    products,
    waiting,
)
from desktop.operations.anything import PRIVATE
from desktop.operations.book import Book, open_book
from desktop.operations.catalogue import ShippedCatalogue, elsewhere
from desktop.operations.counter import Counter
from desktop.operations.documents import Content, Whose
from desktop.rulefiles.load import load

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def desk(catalogue: ShippedCatalogue) -> Desk:
    """A desk with the shipped words."""
    rules = load(files.resources())
    return Desk(catalogue, rules, Counter(rules), TODAY)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A book with one patient, one product, one draft."""
    with open_book(tmp_path) as opened:
        patient = patients.save(opened, Patient(first="Marisol", last="Treviño", phone="361-555-0130"))
        plan = plans.save(opened, Plan(name="Lone Star"))
        patients.save_coverage(opened, Coverage(patient_id=patient.id, plan_id=plan.id, member_id="XJH88412"))
        products.save(opened, Product(maker="CAIRE", model="FreeStyle", item="portable_concentrator"))
        documents.begin(opened, whose=Whose(patient.id), content=Content({"patient": {"last": "Treviño"}}))
        yield opened


def test_one_text_finds_people_products_papers_and_codes(book: Book, desk: Desk) -> None:
    found = anything.find(book, desk, "trev")
    assert [patient.last for patient in found.patients] == ["Treviño"]
    assert [document.patient_name for document in found.documents] == ["Treviño"]
    assert [product.model for product in anything.find(book, desk, "freestyle").products] == ["FreeStyle"]
    assert anything.find(book, desk, "freestyle").codes[0].code == "E1392"


@pytest.mark.parametrize("text", ["E1392 NU", " e1392nu", "E1392-NU"])
def test_a_typed_code_is_answered_and_not_listed_twice(book: Book, desk: Desk, text: str) -> None:
    found = anything.find(book, desk, text)
    assert found.answer is not None
    assert found.answer.found.words == "E1392 NU"
    assert found.answer.found.lines[0].description == "Portable oxygen concentrator, rental"
    assert not found.answer.forbidden
    assert [asked.rule for asked in found.answer.ask_plan] == ["rental-only-descriptor", "plan-may-only-rent"]
    assert "E1392" not in [each.code for each in found.codes]


def test_half_a_phone_number_is_no_code(book: Book, desk: Desk) -> None:
    assert anything.find(book, desk, "36155").answer is None
    assert anything.find(book, desk, "XJH88").answer is None
    unknown = anything.find(book, desk, "E9999 NU").answer
    assert unknown is not None
    assert unknown.forbidden


def test_a_code_alone_offers_what_can_be_done_under_it(desk: Desk) -> None:
    answer = answer_card.of_text(desk, "E1390", PRIVATE)
    assert answer is not None
    assert [(choice.done, choice.words) for choice in answer.choices] == [
        (Transaction.RENT, "E1390 RR"),
        (Transaction.SELL_NEW, "E1390 NU"),
        (Transaction.SELL_USED, "E1390 UE"),
        (Transaction.MAINTAIN, "E1390 MS"),
    ]
    assert answer.instead is None


def test_a_code_that_is_only_rented_is_not_offered_for_sale(desk: Desk) -> None:
    answer = answer_card.of_text(desk, "E0431", PRIVATE)
    assert answer is not None
    assert not {Transaction.SELL_NEW, Transaction.SELL_USED} & {choice.done for choice in answer.choices}


def test_what_the_finder_would_write_stands_beside_what_was_typed(desk: Desk) -> None:
    answer = answer_card.of_text(desk, "E1390 RR KX", PRIVATE)
    assert answer is not None
    assert answer.found.words == "E1390 RR KX"
    assert answer.instead is not None
    assert answer.instead.words == "E1390 RR"


def test_words_are_no_typed_code(desk: Desk) -> None:
    assert answer_card.of_text(desk, "inogen battery", PRIVATE) is None


def test_without_rules_only_products_are_found(book: Book) -> None:
    found = anything.without_desk(book, "caire")
    assert [product.model for product in found.products] == ["FreeStyle"]
    assert found.codes == ()


def test_a_desk_elsewhere_asks_the_same_catalog(desk: Desk) -> None:
    with elsewhere(desk) as own:
        assert own.catalogue is not desk.catalogue
        assert own.catalogue.code("E1392") == desk.catalogue.code("E1392")


def test_what_was_begun_is_listed_with_what_is_left_to_fix(book: Book, desk: Desk) -> None:
    drafts.keep(book, "patient/new", {"first": "Guadalupe", "last": "Arre"})
    drafts.keep(book, "patient/7", {"last": None})
    drafts.keep(book, "settings/store", {"npi": "1"})
    found = begun.read(book, TODAY)
    assert sorted((form.patient or 0, form.name) for form in found.half_typed) == [(0, "Guadalupe Arre"), (7, "")]
    (draft,) = found.drafts
    (said,) = begun.left_to_fix(book, desk)[draft.id]
    assert said.severity is Severity.STOP


def test_what_waits_takes_the_order_that_came_since(book: Book, desk: Desk) -> None:
    (draft,) = documents.listed(book)
    stop = Finding("field-missing", Severity.STOP, Mark.PUBLISHED, "No NPI.", (), field="prescriber.npi")
    waiting.put(book, draft.id, [stop])
    began = begun.waiting_since(book)[draft.id]
    doctor = doctors.save(book, Doctor(last="Krishnamurthy", npi="1679576722"))
    assert draft.patient_id is not None
    order = patients.save_order(book, OrderRow(patient_id=draft.patient_id, doctor_id=doctor.id))
    looked = begun.look(book, desk, TODAY)
    assert looked.since[draft.id] == began
    assert documents.content(book, draft.id).wire["prescriber"]["npi"] == "1679576722"
    (waits,) = looked.begun.waiting
    assert waits.order_id == order.id
    assert waits.coverage_id is not None
    assert not waits.ready
    assert looked.begun.ready == ()
