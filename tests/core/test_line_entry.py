"""Units, codes with modifiers, and pointers as people type them; a request by its paths."""

from decimal import Decimal

import pytest

from desktop.core import line_entry, request_fields
from desktop.core.wrong import Wrong


@pytest.mark.parametrize(("typed", "units"), [("1", 1), ("999999", 999_999), ("", None), ("007", 7)])
def test_units_are_whole_numbers(typed: str, units: int | None) -> None:
    assert line_entry.units(typed) == units


@pytest.mark.parametrize("typed", ["0", "1000000", "2x", "-1", "1.5", "²"])
def test_what_is_no_number_of_units_is_said(typed: str) -> None:
    found = line_entry.units(typed)
    assert isinstance(found, Wrong)
    assert typed in found.words


@pytest.mark.parametrize("typed", ["E1392 NU", "e1392-nu", " e1392, nu "])
def test_a_code_and_its_modifiers(typed: str) -> None:
    assert line_entry.code_and_modifiers(typed) == ("E1392", "NU")
    assert line_entry.code_and_modifiers("") is None
    assert isinstance(line_entry.code_and_modifiers("E1392 ü"), Wrong)


@pytest.mark.parametrize("typed", ["AB", "a, b", "A B"])
def test_pointers_are_letters(typed: str) -> None:
    assert line_entry.pointers(typed) == ("A", "B")
    assert line_entry.pointers("") is None
    assert isinstance(line_entry.pointers("A1"), Wrong)


def test_a_path_is_read_and_written_and_the_first_request_stays() -> None:
    before = {"patient": {"address": {"zip": "78404"}}}
    after = request_fields.written(before, [("patient.address.zip", "90210"), ("tax", "1.00")])
    assert request_fields.value(after, "patient.address.zip") == "90210"
    assert request_fields.value(before, "patient.address.zip") == "78404"
    assert request_fields.value(before, "payer.name") is None


def test_sums_take_what_is_typed() -> None:
    request = {
        "lines": [{"charge": "10.00"}],
        "other_charges": [{"amount": None}, {"amount": "-2.50"}],
        "payments": [{"amount": "5.00"}, {"amount": None}],
    }
    assert request_fields.sums(request) == (Decimal("7.50"), Decimal("5.00"))
