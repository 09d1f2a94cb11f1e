"""Composing: lines with sensible values, tax as a till rounds it, what is not understood stops."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from db.book.rows import OrderRow, Patient, Product, Store
from desktop.core.finding import Severity
from desktop.core.request import Transaction
from desktop.core.typed_text import TypedLine
from desktop.desk import Desk
from desktop.operations import composing, documents, patients, products, receipt_instead, sale_lines, store, waiting
from desktop.operations.book import Book
from desktop.operations.documents import Content
from desktop.operations.sale_lines import Offer

CONCENTRATOR = Product(
    maker="CAIRE",
    model="FreeStyle Comfort",
    item="portable_concentrator",
    price_new=Decimal("2495.00"),
    rent=Decimal("180.00"),
)


@pytest.mark.parametrize(
    ("rate", "before", "tax"),
    [("8.25", "100.00", "8.25"), ("8.25", "0.06", "0.00"), ("8.25", "0.10", "0.01"), ("8.25", "-5.00", "0.00")],
)
def test_the_tax_is_that_of_the_stores_rate_to_the_cent(book: Book, rate: str, before: str, tax: str) -> None:
    store.save(book, Store(legal_name="Gulf Breeze", tax_rate=Decimal(rate)))
    assert composing.tax(book, Decimal(before)) == tax


def test_without_a_rate_there_is_no_tax(book: Book) -> None:
    assert composing.tax(book, Decimal("100.00")) == "0.00"


def test_a_text_that_is_not_understood_stops_alone(desk: Desk, bought: dict[str, Any]) -> None:
    bought["patient"]["dob"] = None
    found = composing.findings(desk, documents.SUPERBILL, bought, {"patient.dob": "Found 8/19/5."})
    assert [(each.severity, each.words) for each in found if each.field == "patient.dob"] == [
        (Severity.STOP, "Found 8/19/5.")
    ]


def test_what_no_request_may_hold_is_a_finding_too(desk: Desk, bought: dict[str, Any]) -> None:
    bought["lines"][0]["units"] = 0
    (found,) = composing.findings(desk, documents.SUPERBILL, bought, {})
    assert (found.field, found.severity) == ("lines[0].units", Severity.STOP)


def test_a_product_becomes_a_line_of_today_at_home_for_all_diagnoses(
    book: Book, desk: Desk, bought: dict[str, Any]
) -> None:
    product = products.save(book, CONCENTRATOR)
    (line,) = sale_lines.product_lines(book, desk, bought, product.id)
    assert (line["code"], line["modifiers"], line["charge"]) == ("E1392", ["NU"], "2495.00")
    assert (line["from"], line["pos"], line["pointers"]) == ("2026-03-02", "12", ["A", "B"])
    assert (line["maker"], line["model"]) == ("CAIRE", "FreeStyle Comfort")


def test_what_is_rented_tells_the_price_if_bought(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    (line,) = sale_lines.lines(book, desk, bought, Offer("", "", CONCENTRATOR, Transaction.RENT))
    assert (line["modifiers"], line["charge"], line["purchase_price"]) == (["RR"], "180.00", "2495.00")


def test_what_medicare_never_buys_is_a_line_all_the_same(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    bought["payer"] |= {"kind": "medicare", "name": "Medicare"}
    (line,) = sale_lines.lines(book, desk, bought, Offer("", "", CONCENTRATOR, Transaction.SELL_NEW))
    assert (line["code"], line["model"], line["charge"]) == ("E1392", "FreeStyle Comfort", "2495.00")


def test_typed_codes_become_lines(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    typed = (TypedLine("E0431", ("RR", "KX")), TypedLine("E1390", ("RR",)))
    made = sale_lines.lines(book, desk, bought, Offer("", "", typed=typed))
    assert [(each["code"], each["modifiers"]) for each in made] == [("E0431", ["RR", "KX"]), ("E1390", ["RR"])]


def test_a_receipt_instead_puts_what_is_missing_on_the_list(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    bought["prescriber"]["npi"] = None
    draft = documents.begin(book, content=Content(bought))
    given = receipt_instead.give(book, desk, draft.id, {})
    assert given.receipt is not None
    assert (given.receipt.kind, given.receipt.state, given.receipt.of) == ("receipt", "issued", draft.id)
    assert [reason.field for reason in waiting.listed(book)[0].reasons] == ["prescriber.npi"]


def test_where_nothing_is_missing_the_superbill_stays_a_draft(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    draft = documents.begin(book, content=Content(bought))
    given = receipt_instead.give(book, desk, draft.id, {})
    assert given.receipt is not None
    assert (given.waits, documents.read(book, draft.id).state) == (None, "draft")


def test_a_receipt_that_cannot_be_changes_nothing(book: Book, desk: Desk, bought: dict[str, Any]) -> None:
    bought |= {"lines": [], "other_charges": [], "payments": []}
    draft = documents.begin(book, content=Content(bought))
    given = receipt_instead.give(book, desk, draft.id, {})
    assert given.receipt is None
    assert given.stops
    assert [each.id for each in documents.listed(book)] == [draft.id]


def test_another_patient_leaves_nothing_of_the_first(book: Book, bought: dict[str, Any]) -> None:
    names = {"patient.first": "Walter", "patient.last": "Øster"}
    whose = replace(composing.Whose(), patient_id=7)
    wire = composing.for_new_patient(book, bought, whose, names)
    assert (wire["patient"]["last"], wire["patient"]["phone"], wire["payer"]["kind"]) == ("Øster", None, "none")
    assert wire["lines"] == [line | {"pointers": []} for line in bought["lines"]]
    kept = composing.for_new_patient(book, bought, composing.Whose(), names)
    assert kept["payer"] == bought["payer"]


def test_a_patient_who_is_named_after_the_lines_brings_their_letters(
    book: Book, desk: Desk, bought: dict[str, Any]
) -> None:
    patient = patients.save(book, Patient(first="Marisol", last="Treviño"))
    patients.save_order(book, OrderRow(patient_id=patient.id, diagnoses=("J44.9", "J96.11")))
    nobody = composing.begin(book).content.wire
    line = sale_lines.line(desk, nobody, "E1392", ("NU",))
    part = line | {"pointers": ["A"]}
    wire, whose = composing.for_patient(book, dict(nobody) | {"lines": [line, part]}, patient.id)
    assert [each["pointers"] for each in wire["lines"]] == [["A", "B"], ["A"]]
    assert [each["pointers"] for each in composing.for_new_patient(book, wire, whose, {})["lines"]] == [[], ["A"]]
