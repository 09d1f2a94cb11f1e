"""Every rule of the door is hit by a hand-worked case and missed by a near one, and the cases are well written."""

import tomllib

import pytest

from tests import hand_worked

DOORS = ("code", "superbill", "cycle", "show")
RULES = [(door, rule) for door in DOORS for rule in hand_worked.rules(door)]


@pytest.mark.parametrize(("door", "rule"), RULES)
def test_every_rule_is_hit_with_each_of_its_severities(door: str, rule: str) -> None:
    hit = {
        found.severity
        for case in hand_worked.cases(door)
        for text in [*(case.expect.only or []), *case.expect.has]
        if (found := hand_worked.wanted(door, text)).rule == rule
    }
    assert hit == set(hand_worked.rules(door)[rule])


@pytest.mark.parametrize(("door", "rule"), RULES)
def test_every_rule_is_missed_by_a_near_case(door: str, rule: str) -> None:
    assert [case.id for case in hand_worked.cases(door) if rule in case.near]


@pytest.mark.parametrize("door", DOORS)
def test_every_id_stands_once(door: str) -> None:
    ids = [case.id for case in hand_worked.cases(door)]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("door", DOORS)
def test_every_case_names_known_rules_and_sources(door: str) -> None:
    text = (hand_worked.ROOT / "resources/sources.toml").read_text(encoding="utf-8")
    sources = {source["id"] for source in tomllib.loads(text)["source"]}
    known = set(hand_worked.rules(door))
    for case in hand_worked.cases(door):
        assert case.sentence.endswith((".", "?")), case.id
        assert case.source, case.id
        assert set(case.source) <= sources, case.id
        assert {*case.near, *case.expect.lacks, *case.expect.marks} <= known, case.id


@pytest.mark.parametrize("door", ["code", "superbill", "cycle"])
def test_every_case_makes_a_request_of_one_line(door: str) -> None:
    for case in hand_worked.cases(door):
        assert len(hand_worked.request(door, case, None).splitlines()) == 1, case.id


@pytest.mark.parametrize("door", ["code", "superbill", "cycle"])
def test_every_case_that_is_refused_expects_nothing_else(door: str) -> None:
    for case in hand_worked.cases(door):
        if hand_worked.expected_exit(door, case) == 3:
            assert case.expect.lines is None, case.id
            assert case.expect.only is None, case.id
        else:
            expect = case.expect
            looked_at = [expect.has, expect.lacks, expect.lines, expect.rows, expect.due, expect.due_lacks]
            assert expect.only is not None or any(looked_at), case.id
