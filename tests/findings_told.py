"""What a case expects of findings and refusals, held against what the door told."""

import tomllib
from typing import Any

from tests import hand_worked
from tests.hand_worked import Case, Wanted

FINDING_KEYS = {"rule", "severity", "mark", "words", "sources", "item", "field"}
MARKS = {"published", "derived", "unverified", "conflict"}
SOURCES = {
    source["id"]
    for source in tomllib.loads((hand_worked.ROOT / "resources/sources.toml").read_text(encoding="utf-8"))["source"]
}


def check_findings(door: str, case: Case, findings: list[dict[str, Any]]) -> None:
    """Each finding is well formed, and they are the ones of the case."""
    for found in findings:
        _check_form(found)
    check_rules(door, case, findings)


def check_rules(door: str, case: Case, findings: list[dict[str, Any]]) -> None:
    """The findings are the ones of the case, by rule, severity and place; their marks where the case gives them."""
    told = [(found["rule"], found["severity"], found["item"], found["field"]) for found in findings]
    assert len(set(told)) == len(told), f"a finding stands twice: {told}"
    expected = [hand_worked.wanted(door, text) for text in case.expect.only or case.expect.has]
    for one in expected:
        assert any(one.fits(found) for found in findings), f"{one} is not among {told}"
    for rule in [*case.expect.lacks, *case.near]:
        assert rule not in {found["rule"] for found in findings}, told
    if case.expect.only is not None:
        _check_nothing_else(expected, findings)
    for rule, mark in case.expect.marks.items():
        assert {found["mark"] for found in findings if found["rule"] == rule} == {mark}
    stops = any(found["severity"] == hand_worked.STOP for found in findings)
    assert stops == (hand_worked.expected_exit(door, case) == 2), told


def _check_nothing_else(expected: list[Wanted], findings: list[dict[str, Any]]) -> None:
    assert {found["rule"] for found in findings} == {one.rule for one in expected}, findings
    for rule in {one.rule for one in expected if one.item is not None or one.field is not None}:
        for found in findings:
            assert found["rule"] != rule or any(one.fits(found) for one in expected), found


def _check_form(found: dict[str, Any]) -> None:
    assert set(found) == FINDING_KEYS
    assert found["words"].strip()
    assert found["mark"] in MARKS
    assert found["severity"] != hand_worked.STOP or found["mark"] in {"published", "derived"}
    assert found["sources"]
    assert set(found["sources"]) <= SOURCES


def check_refused(case: Case, answer: dict[str, Any]) -> None:
    """The request is refused, by the field that the case names."""
    assert set(answer) == {"error"}, answer
    assert set(answer["error"]) == {"path", "words"}
    assert answer["error"]["words"].strip()
    if case.expect.path is not None:
        assert answer["error"]["path"] == case.expect.path, answer
