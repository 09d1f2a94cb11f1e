"""The request of `cycle`: what is asked, what may be left out, and a sentence for each way to be wrong."""

import copy
import json
from datetime import date
from typing import Any

import pytest

from desktop import border, files
from desktop.border import NotRight
from desktop.core.rulebook import Rulebook
from desktop.operations.cycle import cycle

Request = dict[str, Any]

UNIT_KEYS = {
    "id", "code", "period", "phase", "month", "service_month", "month_from", "month_to", "months_paid", "next_bill_on",
    "cap_ends", "contents_code", "contents_from", "maintenance_from", "maintenance_next", "maintenance_window_ends",
    "useful_life_ends",
}  # fmt: skip
FINDING_KEYS = {"rule", "severity", "mark", "words", "sources", "item", "field", "equipment", "on"}
ON = date(2026, 5, 10)


@pytest.fixture
def asked() -> Request:
    """The contract's own example."""
    return {
        "payer": {"kind": "medicare", "cap_months": None, "reset_gap_days": None},
        "coverage_group": 1,
        "order_ends": None,
        "equipment": [
            {
                "id": "s",
                "role": "stationary",
                "code": "E1390",
                "first_service": "2023-05-01",
                "months_paid_before": 0,
                "useful_life_from": None,
                "warranty_labour_ends": None,
                "high_flow": False,
            }
        ],
        "events": [
            {"on": "2024-06-20", "what": "interrupted", "why": "hospital"},
            {"on": "2024-08-01", "what": "resumed"},
        ],
    }


def answer(rules: Rulebook, request: Request, on: date | None = ON) -> Request:
    loaded: Request = json.loads(border.to_json(cycle(rules, request, on)))
    return loaded


def test_the_answer_has_every_key_and_no_other(rules: Rulebook, asked: Request) -> None:
    found = answer(rules, asked)
    assert list(found) == ["on", "equipment", "due", "findings"]
    assert set(found["equipment"][0]) == UNIT_KEYS
    assert all(set(due) == {"on", "what", "equipment", "words"} for due in found["due"])
    assert [set(finding) for finding in found["findings"]] == [FINDING_KEYS]
    assert (found["on"], found["findings"][0]["equipment"]) == ("2026-05-10", "s")


def test_the_day_may_stand_in_the_request(rules: Rulebook, asked: Request) -> None:
    assert answer(rules, asked | {"on": "2026-05-10"}, None) == answer(rules, asked)


def test_what_is_optional_may_be_left_out(rules: Rulebook, asked: Request) -> None:
    short = copy.deepcopy(asked)
    del short["order_ends"]
    for name in ("months_paid_before", "useful_life_from", "warranty_labour_ends", "high_flow"):
        del short["equipment"][0][name]
    short["events"][1] |= {"new_order": None, "new_test": None, "reason": None, "equipment": None}
    assert answer(rules, short) == answer(rules, asked)


def test_a_stop_forbids(rules: Rulebook, asked: Request) -> None:
    asked["events"][0]["why"] = "need_ended"
    asked["events"][1] |= {"on": "2024-12-01", "new_order": True, "new_test": True, "reason": "  "}
    assert cycle(rules, asked, ON).forbidden
    asked["events"][1]["reason"] = "emphysema is new"
    assert not cycle(rules, asked, ON).forbidden


Wrong = tuple[dict[str, Any], str, str]

WRONG: list[Wrong] = [
    ({"payer.cap_months": "36"}, "payer.cap_months", "found"),
    ({"payer.cap_months": 0}, "payer.cap_months", "from 1 to 1200 or null, at"),
    ({"payer.reset_gap_days": -1}, "payer.reset_gap_days", "from 1"),
    ({"payer.kind": "medigap"}, "payer.kind", "medicare_advantage"),
    ({"coverage_group": 4}, "coverage_group", "1, 2, 3"),
    ({"order_ends": "2026-02-30"}, "order_ends", "a day like"),
    ({"color": "red"}, "color", "is not a field here"),
    ({"equipment.0.color": "red"}, "equipment[0].color", "is not a field here"),
    ({"equipment.0.role": "spare"}, "equipment[0].role", "stationary, portable"),
    ({"equipment.0.id": " "}, "equipment[0].id", "an id"),
    ({"equipment.0.code": "E9999"}, "equipment[0].code", "E1390"),
    ({"equipment.0.first_service": "0001-01-01"}, "equipment[0].first_service", "1900 to 2999"),
    ({"equipment.0.warranty_labour_ends": "9999-12-31"}, "equipment[0].warranty_labour_ends", "1900 to 2999"),
    ({"equipment.0.months_paid_before": -1}, "equipment[0].months_paid_before", "from 0"),
    ({"equipment.0.high_flow": None}, "equipment[0].high_flow", "true or false"),
    ({"events.0": 5}, "events[0]", "an object"),
    ({"events.0.what": "sold"}, "events[0].what", "maintenance_visit"),
    ({"events.0.why": None}, "events[0].why", "hospital"),
    ({"events.0.reason": "x"}, "events[0].reason", "is not a field here"),
    ({"events.1.why": "hospital"}, "events[1].why", "is not a field here"),
    ({"events.1.new_order": "yes"}, "events[1].new_order", "true or false"),
    ({"events.1.on": "2024-13-01"}, "events[1].on", "a day like"),
    ({"events.1.on": "3024-01-01"}, "events[1].on", "1900 to 2999"),
    ({"events.1.on": "2024-06-19"}, "events[1].on", "nothing is interrupted"),
    ({"events.1": {"on": "2024-08-01", "what": "moved"}}, "events[1].out_of_area", "is missing"),
    ({"events.1": {"on": "2024-08-01", "what": "replaced"}}, "events[1].why", "is missing"),
    ({"events.1": {"on": "2024-08-01", "what": "ended"}}, "events[1].why", "is missing"),
    ({"events.1": {"on": "2024-08-01", "what": "changed_modality"}}, "events[1].code", "is missing"),
    ({"on": "2026-05-10"}, "on", "keep one"),
]


def put(request: Request, path: str, value: object) -> None:
    inside: Any = request
    *steps, last = path.split(".")
    for step in steps:
        inside = inside[int(step)] if step.isdigit() else inside[step]
    inside[int(last) if last.isdigit() else last] = value


@pytest.mark.parametrize(("changes", "path", "words"), WRONG)
def test_what_is_not_right_is_named(
    changes: dict[str, Any], path: str, words: str, rules: Rulebook, asked: Request
) -> None:
    for place, value in changes.items():
        put(asked, place, value)
    with pytest.raises(NotRight) as problem:
        cycle(rules, asked, ON)
    assert problem.value.path == path
    assert words in problem.value.words


@pytest.mark.parametrize("name", ["payer", "coverage_group", "equipment", "events"])
def test_every_other_field_is_needed(name: str, rules: Rulebook, asked: Request) -> None:
    del asked[name]
    with pytest.raises(NotRight, match="is missing"):
        cycle(rules, asked, ON)


@pytest.mark.parametrize("request_day", [None, "absent"])
def test_a_day_is_needed(request_day: str | None, rules: Rulebook, asked: Request) -> None:
    if request_day is None:
        asked["on"] = None
    with pytest.raises(NotRight, match="is missing") as problem:
        cycle(rules, asked)
    assert problem.value.path == "on"


@pytest.mark.parametrize("year", [1800, 3000])
def test_a_day_beyond_the_calendar_is_refused(year: int, rules: Rulebook, asked: Request) -> None:
    with pytest.raises(NotRight, match="1900 to 2999") as problem:
        cycle(rules, asked, date(year, 1, 1))
    assert problem.value.path == "--on"


def test_the_last_days_of_the_calendar_are_answered(rules: Rulebook, asked: Request) -> None:
    asked["payer"] = {"kind": "commercial", "cap_months": 1200, "reset_gap_days": None}
    asked["equipment"][0]["first_service"] = "2023-12-31"
    assert answer(rules, asked, date(2999, 12, 31))["equipment"][0]["phase"] == "capped"


def test_the_examples_are_answered(rules: Rulebook) -> None:
    names = files.resource_names("examples/cycle", ".json")
    assert names
    for name in names:
        assert not cycle(rules, json.loads(files.resource(name))).forbidden
