"""What is said of all lines together: one that stands twice, whom a superbill is for, what was paid."""

import pytest

from desktop.core.finding import Severity
from tests.core.reviewed_lines import Request, Review, of


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({}, True),
        ({"charge": "1.00", "units": 3, "model": "another"}, True),
        ({"serial": "FSC-2291-0048"}, False),
        ({"modifiers": ["UE"]}, False),
        ({"from": "2026-03-01"}, False),
        ({"to": "2026-03-03"}, False),
        ({"code": "E1390"}, False),
    ],
)
def test_a_line_that_stands_twice_is_refused(
    *,
    changed: dict[str, object],
    refused: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    bought["lines"].append({**bought["lines"][0], **changed})
    assert of("duplicate-line", reviewed(bought)) == (["lines[1]"] if refused else [])


def test_lines_without_a_serial_are_the_same_and_modifiers_have_no_order(bought: Request, reviewed: Review) -> None:
    bought["lines"] = [
        {**bought["lines"][0], "code": "A4615", "serial": None, "modifiers": m} for m in (["KX", "CR"], ["CR", "KX"])
    ]
    assert of("duplicate-line", reviewed(bought)) == ["lines[1]"]


@pytest.mark.parametrize(
    ("payer", "enrolled", "rule"),
    [
        ("medicare", True, "medicare-supplier-must-file"),
        ("medicare", False, "medicare-not-enrolled"),
        ("medicare", None, "field-missing"),
        ("medicare_advantage", True, "plan-rules-vary"),
        ("medicaid", True, None),
        ("tricare", False, None),
        ("commercial", True, None),
    ],
)
def test_medicare_is_never_billed_by_a_superbill(
    *,
    payer: str,
    enrolled: bool | None,
    rule: str | None,
    bought: Request,
    reviewed: Review,
) -> None:
    bought["payer"]["kind"] = payer
    bought["supplier"]["medicare_enrolled"] = enrolled
    rules = [finding.rule for finding in reviewed(bought) if finding.rule != "rental-only-descriptor"]
    assert rules == ([rule] if rule else [])


@pytest.mark.parametrize(("paid", "rule"), [("2519.99", "balance-due"), ("2520.00", None), ("2520.01", "overpaid")])
def test_paid_less_or_more_than_the_total_warns(paid: str, rule: str | None, bought: Request, reviewed: Review) -> None:
    bought["payments"][0]["amount"] = paid
    found = [(f.rule, f.field, f.severity) for f in reviewed(bought) if f.rule != "rental-only-descriptor"]
    assert found == ([(rule, "payments", Severity.WARN)] if rule else [])


def test_nothing_paid_is_a_balance_due_and_no_missing_field(bought: Request, reviewed: Review) -> None:
    bought["payments"] = []
    assert [f.rule for f in reviewed(bought)] == ["rental-only-descriptor", "balance-due"]
