"""The border that a superbill's request meets: each way to be wrong has its path; what is right comes back whole."""

import copy
import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum import luhn

from desktop import border, files
from desktop.border import NotRight
from desktop.core import npi
from desktop.core.superbill import Superbill
from desktop.operations.superbill_wire import from_wire, to_wire

Request = dict[str, Any]
Steps = tuple[str | int, ...]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
EXAMPLES = files.resource_names("examples", ".json")


def example(name: str) -> Request:
    read: Request = json.loads(files.resource(name))
    return read


def whole() -> Request:
    """A request in which every object is there."""
    request = example("examples/bought-portable.json")
    request["payer"]["address"] = copy.deepcopy(request["patient"]["address"])
    request["lines"][0]["narrative"] = example("examples/noc-backpack.json")["lines"][0]["narrative"]
    return request


def steps(value: object, before: Steps = ()) -> Iterator[Steps]:
    """The way to every value of a request."""
    if before:
        yield before
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, entry in inner:
        yield from steps(entry, (*before, name))


ALL_STEPS = list(steps(whole()))


def path(way: Steps) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")


def at(request: Any, way: Steps) -> Any:
    for step in way:
        request = request[step]
    return request


def refused(request: object) -> tuple[str, str]:
    with pytest.raises(NotRight) as caught:
        from_wire(request)
    return caught.value.path, caught.value.words


def tried(request: object) -> Superbill | NotRight:
    try:
        return from_wire(request)
    except NotRight as problem:
        return problem


WRONG = [
    ("lines.0.charge", "-1.00"),
    ("lines.0.charge", "2495"),
    ("lines.0.charge", "2495.0"),
    ("lines.0.charge", "2495.000"),
    ("lines.0.charge", "2,495.00"),
    ("lines.0.charge", "$2495.00"),
    ("lines.0.charge", "2495.00\n"),
    ("lines.0.charge", " 2495.00"),
    ("lines.0.charge", "٢٤٩٥.٠٠"),
    ("lines.0.charge", ".00"),
    ("lines.0.charge", "1e2.00"),
    ("lines.0.charge", 2495.0),
    ("lines.0.charge", None),
    ("lines.0.charge", ""),
    ("lines.0.charge", "1234567890123.00"),
    ("tax", "-0.01"),
    ("payments.0.amount", "-2520.00"),
    ("other_charges.0.amount", "25"),
    ("lines.0.purchase_price", "free"),
    ("lines.0.narrative.price", "119"),
    ("lines.0.units", 0),
    ("lines.0.units", -1),
    ("lines.0.units", 1.5),
    ("lines.0.units", 1.0),
    ("lines.0.units", True),
    ("lines.0.units", "1"),
    ("lines.0.units", None),
    ("lines.0.units", 10**30),
    ("issued_on", "2026-02-30"),
    ("issued_on", "2026-3-2"),
    ("issued_on", "03/02/2026"),
    ("issued_on", "2026-03-02T00:00:00"),
    ("issued_on", 20260302),
    ("lines.0.from", "2025-02-29"),
    ("patient.dob", "0000-01-01"),
    ("language", "fr"),
    ("language", None),
    ("language", "EN"),
    ("payer.kind", "Medicare"),
    ("payer.kind", None),
    ("payer.kind", ""),
    ("patient.sex", "f"),
    ("patient.sex", None),
    ("patient.relationship", "cousin"),
    ("patient.relationship", None),
    ("order.day_lpm", -1),
    ("order.day_lpm", "2"),
    ("order.day_lpm", float("inf")),
    ("order.day_lpm", 10**400),
    ("order.night_lpm", True),
    ("order.length_of_need_months", 1.5),
    ("supplier.medicare_enrolled", "yes"),
    ("supplier.medicare_enrolled", 1),
    ("supplier.address", None),
    ("supplier", None),
    ("patient", []),
    ("patient.address", "77 Ocean Dr"),
    ("patient.first", 5),
    ("payer", "Lone Star"),
    ("diagnoses", None),
    ("diagnoses", "J44.9"),
    ("diagnoses.0", 44),
    ("lines", None),
    ("lines.0", None),
    ("lines.0.modifiers", None),
    ("lines.0.modifiers", "NU"),
    ("lines.0.modifiers.0", ["NU"]),
    ("lines.0.pointers", None),
    ("payments", None),
    ("other_charges", None),
    ("order", None),
]


def way_of(dotted: str) -> Steps:
    return tuple(int(step) if step.isdigit() else step for step in dotted.split("."))


@pytest.mark.parametrize(("dotted", "value"), WRONG)
def test_a_value_that_does_not_fit_is_named_by_its_path(dotted: str, value: object) -> None:
    request, way = whole(), way_of(dotted)
    at(request, way[:-1])[way[-1]] = value
    found, words = refused(request)
    assert found == path(way)
    assert words.startswith("found ")
    assert "; allowed is " in words


OBJECT_KEYS = [way for way in ALL_STEPS if isinstance(way[-1], str)]
OPTIONAL = {"other_charges", "lines[0].purchase_price"}


@pytest.mark.parametrize("way", OBJECT_KEYS, ids=path)
def test_every_key_is_there_but_two_and_those_of_the_narrative(way: Steps) -> None:
    request = whole()
    del at(request, way[:-1])[way[-1]]
    if path(way) in OPTIONAL or path(way).startswith("lines[0].narrative."):
        assert from_wire(request).number == "SB-2026-000417"
    else:
        found, words = refused(request)
        assert found == path(way)
        assert words.startswith("is missing; ")


@pytest.mark.parametrize("way", [(), *(way for way in ALL_STEPS if isinstance(at(whole(), way), dict))], ids=path)
def test_a_key_that_is_not_known_is_refused(way: Steps) -> None:
    request = whole()
    at(request, way)["colour"] = "blue"
    assert refused(request)[0] == path((*way, "colour"))


@pytest.mark.parametrize("way", ALL_STEPS, ids=path)
def test_null_is_refused_only_where_it_never_stands(way: Steps) -> None:
    request = whole()
    before = at(request, way)
    at(request, way[:-1])[way[-1]] = None
    never = {"charge", "units", "language", "sex", "relationship", "kind"}
    may_be = {"address", "narrative"}
    listed = isinstance(before, dict | list) and not (way[-1] in may_be and way[0] in ("payer", "lines"))
    if way[-1] in never or listed:
        assert refused(request)[0] == path(way)
    else:
        assert from_wire(request).language == "en"


@pytest.mark.parametrize("raw", [None, [], "superbill", 5, True])
def test_what_is_no_object_is_refused_as_a_whole(raw: object) -> None:
    assert refused(raw)[0] == ""


@given(st.sampled_from(ALL_STEPS), ANY_JSON)
@settings(max_examples=300, deadline=None)
def test_any_value_in_any_place_is_refused_by_its_path_or_taken(way: Steps, value: object) -> None:
    request = whole()
    at(request, way[:-1])[way[-1]] = value
    taken = tried(request)
    if isinstance(taken, NotRight):
        assert taken.path.startswith(path(way))
        assert taken.words
    else:
        assert from_wire(to_wire(taken)) == taken


TEXT = st.none() | st.text(max_size=12)
CENTS = st.integers(0, 10**12 - 1)
DAYS = st.none() | st.integers(0, 40000).map(lambda days: (date(1950, 1, 1) + timedelta(days)).isoformat())


def amount(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


LINES = st.fixed_dictionaries(
    {
        "from": DAYS,
        "to": DAYS,
        "pos": TEXT,
        "code": TEXT,
        "modifiers": st.lists(st.text(max_size=3), max_size=6),
        "units": st.integers(1, 999_999),
        "charge": CENTS.map(amount),
        "pointers": st.lists(TEXT, max_size=5),
        "maker": TEXT,
        "model": TEXT,
        "serial": TEXT,
        "rental_month": st.none() | st.integers(1, 60),
        "purchase_price": st.none() | CENTS.map(amount),
        "narrative": st.none() | st.fixed_dictionaries({}, optional={"description": TEXT, "price": CENTS.map(amount)}),
    }
)
OTHERS = st.fixed_dictionaries({"description": TEXT, "amount": st.integers(-(10**9), 10**9).map(amount)})
PAYMENTS = st.fixed_dictionaries(
    {"on": DAYS, "method": TEXT, "amount": st.none() | CENTS.map(amount), "reference": TEXT}
)


@given(st.lists(LINES, max_size=4), st.lists(OTHERS, max_size=3), st.lists(PAYMENTS, max_size=3), st.none() | CENTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_money_adds_up_to_the_cent_and_json_comes_back(
    lines: list[Request], others: list[Request], payments: list[Request], tax: int | None
) -> None:
    charged = {"lines": lines, "other_charges": others, "payments": payments}
    request = whole() | charged | {"tax": None if tax is None else amount(tax)}
    superbill = from_wire(request)

    def cents(text: str | None) -> int:
        return int(text.replace(".", "")) if text else 0

    charges = sum(cents(line["charge"]) for line in lines) + sum(cents(other["amount"]) for other in others)
    paid = sum(cents(payment["amount"]) for payment in payments)
    assert superbill.total * 100 == charges + (tax or 0)
    assert superbill.paid * 100 == paid
    assert superbill.balance * 100 == charges + (tax or 0) - paid
    assert from_wire(border.from_json(msgspec.json.encode(to_wire(superbill)))) == superbill


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_comes_back_from_json_as_it_was(name: str) -> None:
    superbill = from_wire(example(name))
    assert to_wire(superbill) == msgspec.to_builtins(to_wire(superbill))
    assert from_wire(border.from_json(msgspec.json.encode(to_wire(superbill)))) == superbill


def test_texts_lose_stray_blanks_and_money_its_idle_sign() -> None:
    request = whole()
    request["patient"]["last"] = "  Treviño\u00a0 O'Neill\n"
    request["patient"]["middle"] = "\t"
    request["diagnoses"] = [" J44.9", "  ", None]
    request["tax"] = "-0.00"
    superbill = from_wire(request)
    assert (superbill.patient.last, superbill.patient.middle) == ("Treviño O'Neill", None)
    assert superbill.diagnoses == ("J44.9", "", "")
    assert str(superbill.tax) == "0.00"


@given(st.integers(0, 10**9 - 1))
def test_an_npi_has_the_one_check_digit_that_luhn_gives_with_its_prefix(first_nine: int) -> None:
    stem = f"{first_nine:09d}"
    right = luhn.calc_check_digit("80840" + stem)
    assert [digit for digit in "0123456789" if npi.valid(stem + digit)] == [right]
