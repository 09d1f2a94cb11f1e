"""What is given back for what came back, to the cent, and never more than was sold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.credit import Credit, Return, ReturnedCharge, ReturnedLine, amounts
from desktop.core.credit_review import review_credit
from desktop.core.money import ZERO
from desktop.core.rulebook import Rulebook
from desktop.core.superbill import Payment, Superbill
from tests.paper import other_samples, samples


def sold(units: int, charge: str) -> Superbill:
    line = replace(samples.line("A4616", charge=charge), units=units)
    return samples.paid(replace(samples.one_line(), lines=(line,)))


def back(*lines: ReturnedLine, tax: str | None = None, charges: tuple[ReturnedCharge, ...] = ()) -> Return:
    return Return(lines, charges, Decimal(tax) if tax else None, ())


def found(credit: Credit, rules: Rulebook) -> dict[str, str | None]:
    return {finding.rule: finding.field for finding in review_credit(credit, rules, lambda _: ())}


def of(original: Superbill, returned: Return, *earlier: Return) -> Credit:
    return replace(other_samples.credit(), original=original, returned=returned, earlier=earlier)


def test_a_returned_item_gives_its_charge_back() -> None:
    credit = other_samples.credit()
    assert credit.given_back.lines == (Decimal("2495.00"),)
    assert (credit.given_back.total, credit.given_back.refunded, credit.left) == (
        Decimal("2495.00"),
        Decimal("2495.00"),
        ZERO,
    )


def test_charges_discount_and_tax_are_summed() -> None:
    given_back = other_samples.credit_with_charges().given_back
    assert given_back.lines == (Decimal("12.00"),)
    assert given_back.other_charges == (Decimal("39.90"), Decimal("-3.00"))
    assert given_back.total == Decimal("50.00")


def test_a_third_is_rounded_and_the_last_gives_the_rest() -> None:
    thirds = amounts(sold(3, "10.00"), [back(ReturnedLine(0, 1, None))] * 3)
    assert [given_back.total for given_back in thirds] == [Decimal("3.33"), Decimal("3.34"), Decimal("3.33")]


@given(st.integers(1, 60), st.decimals(0, Decimal("99999999999.99"), places=2), st.data())
def test_units_that_come_back_one_after_another_sum_up_to_the_charge(
    units: int, charge: Decimal, data: st.DataObject
) -> None:
    returns, left = [], units
    while left:
        now = data.draw(st.integers(1, left))
        returns.append(back(ReturnedLine(0, now, None)))
        left -= now
    whole = amounts(sold(units, f"{charge:f}"), returns)
    assert sum((given_back.total for given_back in whole), ZERO) == charge
    assert all(given_back.total >= ZERO for given_back in whole)


def test_a_charge_gives_back_what_is_left_of_it() -> None:
    original = samples.with_other_charges()
    bag = back(charges=(ReturnedCharge(1, Decimal("30.00")),))
    rest = back(charges=(ReturnedCharge(1, None),))
    assert [given_back.total for given_back in amounts(original, [bag, rest])] == [Decimal("30.00"), Decimal("9.90")]


def test_a_whole_return_has_nothing_to_say(rules: Rulebook) -> None:
    assert found(other_samples.credit(), rules) == {}


@pytest.mark.parametrize(("units", "stops"), [(24, False), (25, False), (26, True)])
def test_no_more_can_come_back_than_was_sold(units: int, rules: Rulebook, *, stops: bool) -> None:
    rule = found(of(sold(25, "30.00"), back(ReturnedLine(0, units, Decimal("1.00")))), rules)
    assert (rule.get("credit-too-many") == "lines[0].units") is stops


@pytest.mark.parametrize(("units", "stops"), [(5, False), (6, True)])
def test_what_came_back_before_counts(units: int, rules: Rulebook, *, stops: bool) -> None:
    earlier = back(ReturnedLine(0, 20, None))
    assert (
        "credit-too-many" in found(of(sold(25, "30.00"), back(ReturnedLine(0, units, None)), earlier), rules)
    ) is stops


def test_one_line_twice_in_one_credit_counts_twice(rules: Rulebook) -> None:
    twice = back(ReturnedLine(0, 1, None), ReturnedLine(0, 1, None))
    assert found(of(sold(1, "30.00"), twice), rules)["credit-too-many"] == "lines[1].units"


@pytest.mark.parametrize(("amount", "stops"), [("29.99", False), ("30.00", False), ("30.01", True)])
def test_no_more_is_given_back_than_was_asked(amount: str, rules: Rulebook, *, stops: bool) -> None:
    rule = found(of(sold(25, "30.00"), back(ReturnedLine(0, 25, Decimal(amount)))), rules)
    assert (rule.get("credit-too-much") == "lines[0].amount") is stops


@pytest.mark.parametrize(
    ("charge", "amount", "stops"),
    [
        (1, "39.90", False),
        (1, "39.91", True),
        (1, "-0.01", True),
        (2, "-10.00", False),
        (2, "-10.01", True),
        (2, "0.01", True),
    ],
)
def test_a_charge_is_given_back_in_its_own_direction(charge: int, amount: str, rules: Rulebook, *, stops: bool) -> None:
    credit = of(samples.with_other_charges(), back(charges=(ReturnedCharge(charge, Decimal(amount)),)))
    assert ("credit-too-much" in found(credit, rules)) is stops


@pytest.mark.parametrize(("tax", "rule"), [(None, "credit-tax-kept"), ("3.29", None), ("3.30", "credit-too-much")])
def test_tax_is_given_back_up_to_what_was_charged(tax: str | None, rule: str | None, rules: Rulebook) -> None:
    said = found(of(samples.with_other_charges(), back(ReturnedLine(0, 1, None), tax=tax)), rules)
    assert {name for name in said if name in ("credit-tax-kept", "credit-too-much")} == ({rule} if rule else set())


def test_what_the_original_does_not_have_stops_and_is_worth_nothing(rules: Rulebook) -> None:
    credit = of(samples.one_line(), back(ReturnedLine(1, 1, None), charges=(ReturnedCharge(0, None),)))
    said = [(finding.rule, finding.field) for finding in review_credit(credit, rules, lambda _: ())]
    assert ("credit-not-sold", "lines[0].line") in said
    assert ("credit-not-sold", "other_charges[0].charge") in said
    assert credit.given_back.total == ZERO


def test_a_credit_names_the_original_the_reason_and_what_came_back(rules: Rulebook) -> None:
    start = other_samples.credit()
    nameless = replace(start.original.supplier, dba=None, legal_name=None)
    bare = replace(
        start,
        issued_on=None,
        reason=None,
        original=replace(start.original, number=None, issued_on=None, supplier=nameless),
        returned=back(),
    )
    said = [(finding.rule, finding.field) for finding in review_credit(bare, rules, lambda _: ())]
    fields = ["original.supplier.legal_name", "issued_on", "original.number", "original.issued_on", "reason", "lines"]
    assert said == [("credit-missing", field) for field in fields]


@pytest.mark.parametrize(("day", "stops"), [(1, True), (2, False)])
def test_a_credit_is_not_older_than_the_sale(day: int, rules: Rulebook, *, stops: bool) -> None:
    credit = replace(other_samples.credit(), issued_on=date(2026, 3, day))
    assert ("credit-before-sale" in found(credit, rules)) is stops


@pytest.mark.parametrize(("day", "stops"), [(8, True), (9, False)])
def test_a_refund_is_not_later_than_its_credit(day: int, rules: Rulebook, *, stops: bool) -> None:
    credit = replace(other_samples.credit(), issued_on=date(2026, 3, day))
    assert (found(credit, rules).get("credit-refund-later") == "refunds[0].on") is stops


def refunded(amount: str, paid: str = "2495.00") -> Credit:
    start = other_samples.credit()
    original = replace(start.original, payments=(Payment(samples.DAY, "card", Decimal(paid), None),))
    return replace(start, original=original, returned=other_samples.returned(ReturnedLine(0, 1, None), refund=amount))


@pytest.mark.parametrize(
    ("credit", "rule"),
    [
        (refunded("2495.00"), None),
        (refunded("2494.99"), "credit-left"),
        (refunded("2495.01"), "credit-refund-too-much"),
        (refunded("100.00", paid="100.00"), None),
        (refunded("100.01", paid="100.00"), "credit-refund-unpaid"),
    ],
)
def test_what_is_paid_back_fits_the_credit_and_what_was_paid(credit: Credit, rule: str | None, rules: Rulebook) -> None:
    assert set(found(credit, rules)) == ({rule} if rule else set())


def test_what_cannot_be_printed_is_named_by_its_field(rules: Rulebook) -> None:
    start = other_samples.credit()
    refund = Payment(other_samples.LATER, "漢", Decimal("2495.00"), None)
    original = replace(start.original, patient=replace(start.original.patient, first="漢"))
    odd = replace(start, reason="漢", original=original, returned=replace(start.returned, refunds=(refund,)))
    said = [finding.field for finding in review_credit(odd, rules, lambda text: ("漢",) * ("漢" in text))]
    assert said == ["reason", "refunds[0].method", "original.patient.first"]
