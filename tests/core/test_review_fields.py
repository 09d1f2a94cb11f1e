"""What is missing, cannot be printed, or cannot be true."""

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest

from desktop.core.finding import Finding, Severity
from desktop.core.rulebook import Rulebook
from desktop.core.superbill_fields import fields, kind
from desktop.operations.superbill_wire import from_wire

Review = Callable[[dict[str, Any]], tuple[Finding, ...]]
Request = dict[str, Any]


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.field) for finding in findings]


def put(request: Request, path: str, value: object) -> Request:
    """The request with another value at a path."""
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
    inside: Any = request
    for step in steps[:-1]:
        inside = inside[step]
    inside[steps[-1]] = value
    return request


NEEDED = [
    "issued_on",
    "number",
    "supplier.legal_name",
    "supplier.npi",
    "supplier.ein",
    "supplier.phone",
    "supplier.address.line1",
    "supplier.address.city",
    "supplier.address.state",
    "supplier.address.zip",
    "supplier.medicare_enrolled",
    "patient.first",
    "patient.last",
    "patient.dob",
    "patient.member_id",
    "patient.address.line1",
    "patient.address.city",
    "patient.address.state",
    "patient.address.zip",
    "payer.name",
    "prescriber.first",
    "prescriber.last",
    "prescriber.npi",
    "prescriber.order_date",
    "diagnoses[0]",
    "lines[0].from",
    "lines[0].to",
    "lines[0].pos",
    "lines[0].code",
    "lines[0].pointers[1]",
    "lines[0].maker",
    "lines[0].model",
    "lines[0].serial",
    "other_charges[0].description",
    "payments[0].on",
    "payments[0].method",
]
MAY_BE_NULL = [
    "supplier.dba",
    "supplier.taxonomy",
    "supplier.license",
    "supplier.email",
    "supplier.address.line2",
    "patient.middle",
    "patient.phone",
    "patient.address.line2",
    "patient.group",
    "patient.insured_name",
    "payer.address",
    "prescriber.credentials",
    "prescriber.phone",
    "order.day_lpm",
    "order.night_lpm",
    "order.exertion_lpm",
    "order.device",
    "order.hours_per_day",
    "order.length_of_need_months",
    "lines[0].rental_month",
    "lines[0].purchase_price",
    "lines[0].narrative",
    "payments[0].reference",
]


def test_a_portable_concentrator_sold_and_paid_is_not_sent_back(bought: Request, reviewed: Review) -> None:
    assert said(reviewed(bought)) == [("rental-only-descriptor", "lines[0].code")]


@pytest.mark.parametrize("path", NEEDED)
def test_what_an_insurer_needs_and_is_null_is_named(path: str, bought: Request, reviewed: Review) -> None:
    findings = reviewed(put(bought, path, None))
    missing = [finding for finding in findings if finding.rule == "field-missing"]
    assert [(finding.field, finding.severity) for finding in missing] == [(path, Severity.STOP)]


@pytest.mark.parametrize("path", MAY_BE_NULL)
def test_what_an_insurer_does_not_need_may_be_null(path: str, bought: Request, reviewed: Review) -> None:
    assert said(reviewed(put(bought, path, None))) == [("rental-only-descriptor", "lines[0].code")]


@pytest.mark.parametrize("path", ["number", "patient.last", "patient.dob", "lines[0].serial", "diagnoses[1]", "tax"])
def test_blanks_are_as_good_as_nothing(path: str, bought: Request, reviewed: Review) -> None:
    assert ("field-missing", path) in said(reviewed(put(bought, path, " \t\u00a0 ")))


@pytest.mark.parametrize("path", ["diagnoses", "lines", "lines[0].pointers"])
def test_a_list_that_an_insurer_needs_is_not_empty(path: str, bought: Request, reviewed: Review) -> None:
    assert ("field-missing", path) in said(reviewed(put(bought, path, [])))


@pytest.mark.parametrize("path", ["tax", "payments[0].amount", "other_charges[0].amount"])
def test_an_amount_that_is_null_is_named(path: str, bought: Request, reviewed: Review) -> None:
    assert ("field-missing", path) in said(reviewed(put(bought, path, None)))


def test_without_a_plan_neither_its_name_nor_a_member_id_is_needed(bought: Request, reviewed: Review) -> None:
    bought["payer"] = {"kind": "none", "name": None, "address": None}
    bought["patient"]["member_id"] = None
    assert said(reviewed(bought)) == [("rental-only-descriptor", "lines[0].code")]


@pytest.mark.parametrize("relationship", ["spouse", "child", "other"])
def test_who_is_insured_through_another_names_the_insured(relationship: str, bought: Request, reviewed: Review) -> None:
    bought["patient"]["relationship"] = relationship
    assert ("field-missing", "patient.insured_name") in said(reviewed(bought))
    bought["patient"]["insured_name"] = "Rafael Treviño"
    assert ("field-missing", "patient.insured_name") not in said(reviewed(bought))


@pytest.mark.parametrize(("day", "night", "missing"), [(None, None, True), (None, 2, False), (0, None, False)])
def test_one_flow_is_needed_with_oxygen_equipment(
    *,
    day: float | None,
    night: float | None,
    missing: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    bought["order"].update(day_lpm=day, night_lpm=night)
    assert (("field-missing", "order.day_lpm") in said(reviewed(bought))) is missing


def test_a_cannula_needs_neither_flow_nor_maker_nor_serial(bought: Request, reviewed: Review) -> None:
    bought["order"].update(day_lpm=None, night_lpm=None)
    bought["lines"][0].update(code="A4615", modifiers=[], maker=None, model=None, serial=None)
    assert said(reviewed(bought)) == []


def test_a_mistyped_year_asks_for_no_other_fields(bought: Request, reviewed: Review) -> None:
    bought["issued_on"] = "1926-03-02"
    assert "field-missing" not in {rule for rule, _ in said(reviewed(bought))}


def test_an_address_of_the_plan_may_be_there_in_part(bought: Request, reviewed: Review) -> None:
    parts = dict.fromkeys(["line1", "line2", "city", "state", "zip"])
    bought["payer"]["address"] = {**parts, "city": "Austin"}
    assert said(reviewed(bought)) == [("rental-only-descriptor", "lines[0].code")]


def test_every_field_has_a_name_for_people(bought: Request, rules: Rulebook) -> None:
    narrative = dict.fromkeys(["description", "purpose", "maker", "model", "price", "related_code"], None)
    bought["lines"][0]["narrative"] = narrative
    bought["payer"]["address"] = copy.deepcopy(bought["patient"]["address"])
    paths = [path for path, _ in fields(from_wire(bought))]
    empty: Request = {"diagnoses": [], "lines": [], "payments": [], "other_charges": []}
    paths += [path for path, _ in fields(from_wire({**bought, **empty}))]
    assert all(rules.review.label(path) for path in paths)
    assert {kind(path) for path in paths} <= rules.review.labels.keys()


@pytest.mark.parametrize("path", ["patient.last", "supplier.address.line1", "lines[0].model", "payments[0].method"])
def test_a_character_that_no_face_prints_is_named_with_its_field(path: str, bought: Request, reviewed: Review) -> None:
    found = [finding for finding in reviewed(put(bought, path, "Óxi 東")) if finding.rule == "character-unprintable"]
    assert [finding.field for finding in found] == [path]
    assert found[0].severity is Severity.STOP
    assert "“東” (U+6771)" in found[0].words


def test_a_control_character_is_named_by_its_number_alone(bought: Request, reviewed: Review) -> None:
    found = reviewed(put(bought, "patient.first", "Mari\u0007sol"))
    assert [finding.words for finding in found if finding.rule == "character-unprintable" and "U+0007" in finding.words]
    assert all("\u0007" not in finding.words for finding in found)


@pytest.mark.parametrize("path", ["supplier.npi", "prescriber.npi"])
@pytest.mark.parametrize("npi", ["1234567894", "123456789", "12345678930", "123456789X", "१२३४५६७८९३"])
def test_an_npi_whose_check_digit_is_wrong_is_named(npi: str, path: str, bought: Request, reviewed: Review) -> None:
    assert ("npi-invalid", path) in said(reviewed(put(bought, path, npi)))


@pytest.mark.parametrize("ein", ["91-1144442", "911144442"])
def test_an_ein_is_nine_digits_with_its_hyphen_or_without(ein: str, bought: Request, reviewed: Review) -> None:
    bought["supplier"]["ein"] = ein
    assert said(reviewed(bought)) == [("rental-only-descriptor", "lines[0].code")]


@pytest.mark.parametrize("ein", ["91-114444", "91-11444422", "9111-44442", "00-0000000", "000000000", "91-114444A"])
def test_what_is_no_ein_is_refused(ein: str, bought: Request, reviewed: Review) -> None:
    bought["supplier"]["ein"] = ein
    rules_said = [finding.rule for finding in reviewed(bought)]
    assert "ein-invalid" in rules_said
    assert "ein-unusual" not in rules_said


@pytest.mark.parametrize(("ein", "unusual"), [("00-1144442", True), ("07-1144442", True), ("06-1144442", False)])
def test_a_prefix_that_the_tax_office_does_not_give_only_warns(
    *,
    ein: str,
    unusual: bool,
    bought: Request,
    reviewed: Review,
) -> None:
    bought["supplier"]["ein"] = ein
    found = [finding for finding in reviewed(bought) if finding.rule == "ein-unusual"]
    assert [finding.severity for finding in found] == ([Severity.WARN] if unusual else [])


@pytest.mark.parametrize("path", ["supplier.address.zip", "patient.address.zip"])
@pytest.mark.parametrize(
    ("zip_code", "wrong"),
    [
        ("78411", False),
        ("78411-2203", False),
        ("784112203", False),
        ("7841", True),
        ("784111", True),
        ("78411-22", True),
    ],
)
def test_a_zip_is_five_or_nine_digits(
    *,
    zip_code: str,
    wrong: bool,
    path: str,
    bought: Request,
    reviewed: Review,
) -> None:
    assert (("zip-invalid", path) in said(reviewed(put(bought, path, zip_code)))) is wrong


@pytest.mark.parametrize(
    ("path", "last_good", "first_bad"),
    [
        ("patient.dob", "2026-03-02", "2026-03-03"),
        ("prescriber.order_date", "2026-03-02", "2026-03-03"),
        ("payments[0].on", "2026-03-02", "2026-03-03"),
        ("lines[0].to", "2026-03-02", "2026-03-01"),
    ],
)
def test_days_that_cannot_be_true_beside_each_other(
    path: str, last_good: str, first_bad: str, bought: Request, reviewed: Review
) -> None:
    assert "date-impossible" not in [rule for rule, _ in said(reviewed(put(bought, path, last_good)))]
    assert ("date-impossible", path) in said(reviewed(put(bought, path, first_bad)))


def test_an_order_is_held_against_the_earliest_service(bought: Request, reviewed: Review) -> None:
    bought["lines"].append({**bought["lines"][0], "from": "2026-02-19", "serial": "FSC-2291-0048"})
    assert ("date-impossible", "prescriber.order_date") in said(reviewed(bought))
