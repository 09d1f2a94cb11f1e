"""What was typed elsewhere fills a new patient; an order's diagnoses, hours and months as people type them."""

from datetime import date

import pytest

from desktop.core import entry
from desktop.core.typed_day import past_day
from desktop.core.typed_diagnoses import diagnoses
from desktop.core.typed_person import person
from desktop.core.wrong import Wrong

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("Treviño, Marisol", {"last": "Treviño", "first": "Marisol"}),
        ("Marisol de la Cruz", {"last": "Cruz", "first": "Marisol de la"}),
        ("Żółć", {"last": "Żółć"}),
        ("8/17/51", {"dob": "08/17/1951"}),
        ("(361) 555 0130", {"phone": "361-555-0130"}),
        ("XJH884", {}),
        ("  ", {}),
    ],
)
def test_a_name_a_day_or_a_number_begins_a_patient(typed: str, fields: dict[str, str]) -> None:
    assert person(typed, TODAY) == fields


def test_diagnoses_get_their_dots_and_stand_once() -> None:
    assert diagnoses("j449, J96.11 J44.9;i50") == ("J44.9", "J96.11", "I50")
    assert diagnoses("") == ()
    assert isinstance(diagnoses("J44.9, cough"), Wrong)


@pytest.mark.parametrize(("typed", "value"), [("1", 1), ("99", 99), ("012", None), ("", None)])
def test_months_of_need_are_one_to_99(typed: str, value: int | None) -> None:
    found = entry.months(typed)
    assert (None if isinstance(found, Wrong) else found) == value


@pytest.mark.parametrize("typed", ["0", "100", "1.5", "a year"])
def test_other_months_are_refused(typed: str) -> None:
    assert isinstance(entry.months(typed), Wrong)


def test_a_day_has_24_hours() -> None:
    assert (entry.hours("24"), entry.hours("")) == (24.0, None)
    assert isinstance(entry.hours("24.5"), Wrong)


def test_a_state_has_two_letters() -> None:
    assert (entry.state(" tx "), entry.state("")) == ("TX", None)
    assert isinstance(entry.state("Texas"), Wrong)
    assert isinstance(entry.state("Ñx"), Wrong)


def test_a_day_that_was_does_not_lie_ahead() -> None:
    assert past_day("03/02/2026", TODAY) == TODAY
    assert isinstance(past_day("03/03/2026", TODAY), Wrong)
