"""How little a receipt needs, and what the ABN sheet does."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.abn import Notice, proposed
from desktop.core.abn_review import review_notice
from desktop.core.receipt_review import review_receipt, sells_equipment
from desktop.core.rulebook import Rulebook
from desktop.core.superbill import Address, OtherCharge, Payer, Payment, Superbill
from desktop.operations.paper_look import abn_words
from tests.paper import other_samples, samples

CATALOGUE = samples.SmallCatalogue()


def found(sale: Superbill, rules: Rulebook) -> list[tuple[str, str, str | None]]:
    findings = review_receipt(sale, rules, CATALOGUE, lambda _: ())
    return [(finding.rule, finding.severity, finding.field) for finding in findings]


def asked(notice: Notice, rules: Rulebook) -> dict[str, str | None]:
    return {finding.rule: finding.field for finding in review_notice(notice, rules, CATALOGUE, lambda _: ())}


def bare() -> Superbill:
    """Store, day, and one other charge: all that a receipt needs."""
    start = other_samples.unknown_customer()
    supplier = replace(start.supplier, legal_name=None, npi=None, ein=None, phone=None, address=samples.nowhere())
    bag = OtherCharge(None, Decimal("39.90"))
    return replace(start, number=None, supplier=supplier, lines=(), other_charges=(bag,), tax=None, payments=())


def test_store_day_and_something_sold_are_enough(rules: Rulebook) -> None:
    assert found(bare(), rules) == [("receipt-without-patient", "note", "patient.last")]


def test_a_medicare_patient_gets_a_receipt_without_a_word(rules: Rulebook) -> None:
    assert found(other_samples.medicare_sale(), rules) == []


def test_without_store_day_or_anything_sold_there_is_no_receipt(rules: Rulebook) -> None:
    sale = replace(bare(), issued_on=None, other_charges=(), supplier=replace(bare().supplier, dba=None))
    stops = [(rule, field) for rule, severity, field in found(sale, rules) if severity == "stop"]
    assert stops == [("receipt-missing", field) for field in ("supplier.legal_name", "issued_on", "lines")]


def test_a_charge_without_its_amount_stops(rules: Rulebook) -> None:
    sale = replace(bare(), other_charges=(OtherCharge("Bag", None),))
    assert ("receipt-missing", "stop", "other_charges[0].amount") in found(sale, rules)


@pytest.mark.parametrize(
    ("code", "model", "warns"),
    [("E1392", None, False), (None, "BA-403", False), (None, None, True), ("K9999", None, True)],
)
def test_a_line_that_does_not_say_what_it_is_warns(
    code: str | None, model: str | None, rules: Rulebook, *, warns: bool
) -> None:
    line = replace(samples.line(), code=code, model=model, maker=None)
    sale = replace(other_samples.medicare_sale(), lines=(line,))
    assert (("receipt-item-unnamed", "warn", "lines[0].model") in found(sale, rules)) is warns


@pytest.mark.parametrize(("paid", "warns"), [("2495.00", False), ("2495.01", True)])
def test_too_much_paid_warns(paid: str, rules: Rulebook, *, warns: bool) -> None:
    sale = replace(other_samples.medicare_sale(), payments=(Payment(samples.DAY, "cash", Decimal(paid), None),))
    assert (("overpaid", "warn", "payments") in found(sale, rules)) is warns


def test_only_what_is_printed_must_be_printable(rules: Rulebook) -> None:
    start = samples.one_line()
    sale = replace(
        start,
        prescriber=replace(start.prescriber, last="漢"),
        patient=replace(start.patient, last="漢", insured_name="漢"),
        payer=Payer("commercial", "漢", None),
    )
    said = review_receipt(sale, rules, CATALOGUE, lambda text: ("漢",) * ("漢" in text))
    assert [(finding.rule, finding.field) for finding in said] == [("character-unprintable", "patient.last")]


@pytest.mark.parametrize(
    ("code", "modifier", "sells"),
    [("E1392", "NU", True), ("E1392", "UE", True), ("E1392", "RR", False), ("A4616", "NU", False), (None, "NU", False)],
)
def test_equipment_is_sold_new_or_used(code: str | None, modifier: str, rules: Rulebook, *, sells: bool) -> None:
    line = replace(samples.line(), code=code, modifiers=(modifier,))
    assert sells_equipment(replace(samples.one_line(), lines=(line,)), rules) is sells


@pytest.mark.parametrize(
    ("enrolled", "sells", "reasons"),
    [(False, True, ("not_enrolled",)), (False, False, ("not_enrolled",)), (True, True, ("bought",)), (True, False, ())],
)
def test_a_sale_proposes_its_own_reason(*, enrolled: bool, sells: bool, reasons: tuple[str, ...]) -> None:
    assert proposed(other_samples.medicare_sale(enrolled=enrolled), abn_words(), sells_equipment=sells) == reasons


def test_the_sheet_says_that_the_notice_of_a_sale_is_voluntary(rules: Rulebook) -> None:
    assert asked(other_samples.notice(), rules) == {"abn-edition": None, "abn-voluntary": "lines"}


def test_a_store_that_is_not_enrolled_is_told_what_is_not_settled(rules: Rulebook) -> None:
    notice = Notice(other_samples.medicare_sale(enrolled=False), ("not_enrolled",), None)
    assert set(asked(notice, rules)) == {"abn-edition", "abn-not-enrolled"}


@pytest.mark.parametrize("kind", ["medicare_advantage", "commercial", "none"])
def test_the_form_is_for_original_medicare(kind: str, rules: Rulebook) -> None:
    sale = replace(other_samples.medicare_sale(), payer=Payer(kind, None, None))
    assert asked(Notice(sale, ("bought",), None), rules)["abn-not-medicare"] == "payer.kind"


def test_each_blank_that_the_store_fills_is_asked_for(rules: Rulebook) -> None:
    start = other_samples.medicare_sale()
    sale = replace(
        start,
        supplier=replace(start.supplier, address=Address(None, None, None, None, None)),
        patient=replace(start.patient, first=None),
        lines=(replace(start.lines[0], code=None, maker=None, model=None, charge=Decimal("0.00")),),
    )
    findings = review_notice(Notice(sale, (), None), rules, CATALOGUE, lambda _: ())
    stops = [finding.field for finding in findings if finding.severity == "stop"]
    assert stops == ["supplier.phone", "patient.last", "reasons", "lines[0].model", "lines[0].charge"]
    nothing = review_notice(Notice(replace(start, lines=()), ("no_order",), None), rules, CATALOGUE, lambda _: ())
    assert [finding.field for finding in nothing if finding.severity == "stop"] == ["lines"]


def test_a_reason_in_own_words_must_be_printable_and_is_noted(rules: Rulebook) -> None:
    notice = Notice(other_samples.medicare_sale(), (), "漢")
    said = review_notice(notice, rules, CATALOGUE, lambda text: ("漢",) * ("漢" in text))
    fields = {finding.rule: finding.field for finding in said}
    assert (fields["character-unprintable"], fields["abn-own-reason"]) == ("own_reason", "own_reason")
