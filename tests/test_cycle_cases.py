"""Every hand-worked case of a rental through the real door, and the second reading beside it."""

import json
from datetime import date
from typing import Any

import pytest

from tests import hand_worked
from tests.findings_told import check_findings, check_refused, check_rules
from tests.hand_worked import Case
from tests.second_reading import product
from tests.second_reading.cycle import answer, refusal

CYCLE = hand_worked.cases("cycle")
UNDERSTOOD = [case for case in CYCLE if not case.id.startswith("not-right")]
ANSWER_KEYS = {"on", "equipment", "due", "findings"}
ROW_KEYS = {
    "id",
    "code",
    "period",
    "phase",
    "month",
    "service_month",
    "month_from",
    "month_to",
    "months_paid",
    "next_bill_on",
    "cap_ends",
    "contents_code",
    "contents_from",
    "maintenance_from",
    "maintenance_next",
    "maintenance_window_ends",
    "useful_life_ends",
}
DUE_KEYS = {"on", "what", "equipment", "words"}


@pytest.fixture(scope="session")
def cycle_answers() -> dict[str, dict[str, Any]]:
    given = product.answers_to_lines([hand_worked.request("cycle", case) for case in CYCLE])
    return {case.id: found for case, found in zip(CYCLE, given, strict=True)}


def check_rows(case: Case, rows: list[dict[str, Any]]) -> None:
    """The fields that a case names, each as it is written there."""
    by_id = {row["id"]: row for row in rows}
    for text in case.expect.rows:
        name, *fields = text.split(" ")
        for field in fields:
            key, _, wanted = field.partition("=")
            found = "null" if by_id[name][key] is None else str(by_id[name][key])
            assert found == wanted, f"{name}.{key}"


def check_due(case: Case, entries: list[dict[str, Any]]) -> None:
    """What must be on the list, and what must not."""
    told = [f"{entry['what']} {entry['equipment'] or 'all'} {entry['on']}" for entry in entries]
    for wanted in case.expect.due:
        assert any(text.startswith(wanted) for text in told), f"{wanted} is not among {told}"
    for unwanted in case.expect.due_lacks:
        assert not any(text.startswith(unwanted) for text in told), f"{unwanted} is among {told}"


def placed(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A case writes the equipment of a finding where others have the item, and its day where others have the field."""
    return [
        {**{name: value for name, value in found.items() if name not in {"equipment", "on"}}, **_place(found)}
        for found in findings
    ]


def _place(found: dict[str, Any]) -> dict[str, Any]:
    return {"item": found["equipment"], "field": found["on"]}


def _of_the_whole(case: Case, refused: dict[str, Any]) -> dict[str, Any]:
    """The refusal with the path that the case gives, where it names a field inside it: which one is left free."""
    if refused["error"]["path"].startswith(f"{case.expect.path}."):
        return {"error": refused["error"] | {"path": case.expect.path}}
    return refused


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CYCLE])
def test_a_rental_stands_where_it_was_worked_by_hand(case: Case, cycle_answers: dict[str, dict[str, Any]]) -> None:
    given = cycle_answers[case.id]
    if hand_worked.expected_exit("cycle", case) == 3:
        check_refused(case, _of_the_whole(case, given))
        return
    assert set(given) == ANSWER_KEYS, given
    assert all(set(row) == ROW_KEYS for row in given["equipment"])
    assert all(set(entry) == DUE_KEYS and entry["words"].strip() for entry in given["due"])
    check_rows(case, given["equipment"])
    check_due(case, given["due"])
    check_findings("cycle", case, placed(given["findings"]))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in UNDERSTOOD])
def test_the_second_reading_stands_there_too(case: Case) -> None:
    told = json.loads(hand_worked.request("cycle", case))
    if hand_worked.expected_exit("cycle", case) == 3:
        assert refusal(told) == case.expect.path
        return
    assert refusal(told) is None
    given = answer(told, date.fromisoformat(told["on"]))
    check_rows(case, given["equipment"])
    check_due(case, given["due"])
    check_rules("cycle", hand_worked.without_marks(case), placed(given["findings"]))
