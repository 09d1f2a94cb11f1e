"""Whole conversations at the counter, kept as data: each answer in its place, and what comes of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct

from desktop import border
from desktop.core import conversation
from desktop.core.guide import Guide
from desktop.core.rulebook import Rulebook

CASES = Path(__file__).parents[1] / "cases" / "finder"


class Case(Struct, forbid_unknown_fields=True):
    """A conversation as the case files write it."""

    says: str
    on: date
    answers: list[tuple[str, str]]
    lines: list[str]
    source: list[str]
    rules: list[str] = []
    without: list[str] = []
    rejected: list[str] | None = None
    ask_plan: list[str] | None = None
    asked_not: list[str] = []
    narrative: str | None = None
    missing: list[str] = []


class CaseFile(Struct, forbid_unknown_fields=True):
    """A file of conversations."""

    case: list[Case]


WALKS = [
    case
    for path in sorted(CASES.glob("*.toml"))
    for case in border.convert(border.from_toml(path.read_bytes()), CaseFile).case
]


@pytest.mark.parametrize("case", WALKS, ids=lambda case: case.says)
def test_a_conversation_ends_with_its_codes(case: Case, guide: Callable[[date], Guide]) -> None:
    talk = conversation.begin(guide(case.on))
    for asked, answer in case.answers:
        assert talk.question is not None
        assert talk.question.id == asked
        talk = talk.answer(answer)
    assert talk.question is None
    result = talk.result()
    assert result is not None
    coding = result.coding
    assert [" ".join((line.code, *line.modifiers)) for line in coding.lines] == case.lines
    said = {finding.rule for finding in coding.findings}
    assert set(case.rules) <= said
    assert not set(case.without) & said
    assert not set(case.asked_not) & set(talk.answers)
    if case.lines:
        assert list(coding.missing) == case.missing
        assert coding.lines[0].narrative_19 == case.narrative
    if case.rejected is not None:
        assert [rejected.code for rejected in coding.rejected] == case.rejected
    if case.ask_plan is not None:
        assert [asked.rule for asked in result.ask_plan] == case.ask_plan
    assert all("{" not in asked.words for asked in result.ask_plan)
    assert [chip.question_id for chip in result.chips] == [asked for asked, _ in case.answers]


def test_every_question_is_asked_in_some_case(rules: Rulebook) -> None:
    asked = {question for case in WALKS for question, _ in case.answers}
    assert asked == {question.id for question in rules.questions.questions}
    assert all(case.source and {*case.source} <= {*rules.sources.by_id} for case in WALKS)
