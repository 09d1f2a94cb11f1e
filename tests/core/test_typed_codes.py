"""Codes typed straight in, kept as data: what they stand for, and what the finder says of them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from desktop import border
from desktop.core import typed, typed_text
from desktop.core.guide import Guide
from desktop.core.request import Coverage, Cycle, Order, PayerAsked, Request
from desktop.core.rulebook import Rulebook
from desktop.core.typed_text import NotTyped, TypedLine

CASES = Path(__file__).parents[1] / "cases" / "typed"


class Covered(Struct, forbid_unknown_fields=True):
    """Whether the conditions are met, and when the 36 months began."""

    met: bool
    started: date


class Case(Struct, forbid_unknown_fields=True):
    """Typed lines as the case files write them."""

    text: str
    payer: str
    on: date
    right: list[str]
    source: list[str]
    coverage: Covered | None = None
    day_lpm: float = 2.0
    missing: list[str] | None = None
    rules: list[str] = []
    without: list[str] = []
    look_alikes: dict[str, list[str]] = {}
    ask_plan: list[str] | None = None


class CaseFile(Struct, forbid_unknown_fields=True):
    """A file of typed lines."""

    case: list[Case]


LINES = [
    case
    for path in sorted(CASES.glob("*.toml"))
    for case in border.convert(border.from_toml(path.read_bytes()), CaseFile).case
]


def request_of(case: Case) -> Request:
    """What is known beside the lines."""
    covered = case.coverage
    coverage = Coverage(covered.met, 1, "rest", covered.started, "none", "none", False) if covered else None  # noqa: FBT003
    flow = Decimal(str(case.day_lpm))
    order = Order(on_file=True, day_lpm=flow, night_lpm=None, exertion_lpm=None, portable=True)
    return Request(case.on, PayerAsked(case.payer), order, coverage, Cycle(), ())


def checked(case: Case, guide: Guide) -> typed.Checked:
    """A case's lines, checked."""
    lines = typed_text.parse(case.text)
    return typed.check(lines, request_of(case), guide.rulebook, guide.catalogue, guide.noc_code)


@pytest.mark.parametrize("case", LINES, ids=lambda case: f"{case.text}, {case.payer}, {case.on}")
def test_typed_lines_are_held_against_the_finder(case: Case, guide: Callable[[date], Guide]) -> None:
    found = checked(case, guide(case.on))
    assert [" ".join((line.code, *line.modifiers)) for line in found.coding.lines] == case.right
    said = {finding.rule for finding in found.findings}
    assert set(case.rules) <= said
    assert not set(case.without) & said
    assert all(finding.words == finding.words.strip() for finding in found.findings)
    if case.missing is not None:
        assert list(found.coding.missing) == case.missing
    for code, right in case.look_alikes.items():
        assert [each for look in found.look_alikes if look.code == code for each in look.right] == right
    if case.ask_plan is not None:
        assert [asked.rule for asked in found.ask_plan] == case.ask_plan


def test_every_case_names_its_source(rules: Rulebook) -> None:
    assert all(case.source and {*case.source} <= {*rules.sources.by_id} for case in LINES)


def test_findings_count_the_lines_that_were_typed(guide: Callable[[date], Guide]) -> None:
    case = next(case for case in LINES if case.text.startswith("E1393 NU, "))
    found = checked(case, guide(case.on))
    assert [line.item for line in found.coding.lines] == [1, 2]
    assert [finding.item for finding in found.findings if finding.rule == "code-unknown"] == [0]
    assert [finding.item for finding in found.findings if finding.rule == "typed-code-stands-for"] == [1, 2]


def test_no_reason_for_a_replacement_is_made_up(guide: Callable[[date], Guide]) -> None:
    case = next(case for case in LINES if case.text == "E1390 RR RA")
    assert [line.narrative_19 for line in checked(case, guide(case.on)).coding.lines] == [None]


def test_a_liquefier_is_told_apart_from_a_portable_concentrator(guide: Callable[[date], Guide]) -> None:
    case = next(case for case in LINES if case.text == "E0433 NU")
    look_alike = checked(case, guide(case.on)).look_alikes[0]
    assert look_alike.right == ("E1392",)
    assert "liquid" in look_alike.words
    assert look_alike.sources


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("E1392 NU", ["E1392 NU"]),
        ("e1392-nu", ["E1392 NU"]),
        ("E1392NU", ["E1392 NU"]),
        ("E1390RRQFN1", ["E1390 RR QF N1"]),
        ("E0431 RR KX and E1390 RR KX", ["E0431 RR KX", "E1390 RR KX"]),
        ("E0431 RR KX y E1390 RR KX", ["E0431 RR KX", "E1390 RR KX"]),
        ("E1392, E1356 NU; A4615", ["E1392", "E1356 NU", "A4615"]),
        ("99213 25", ["99213 25"]),
        ("E1390 RR 99", ["E1390 RR 99"]),
    ],
)
def test_what_people_type_is_read(text: str, lines: list[str]) -> None:
    assert [line.words for line in typed_text.parse(text)] == lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no code"),
        ("  , ", "no code"),
        ("NU E1392", "NU"),
        ("E1392 NUU", "NUU"),
        ("inogen", "INOGEN"),
        ("E13", "E13"),
    ],
)
def test_what_is_no_code_gets_a_sentence(text: str, words: str) -> None:
    with pytest.raises(NotTyped, match="type a code and its modifiers, like E1392 NU") as refused:
        typed_text.parse(text)
    assert words in str(refused.value)


@given(st.text(max_size=40))
def test_any_text_is_read_or_gets_a_sentence(text: str) -> None:
    try:
        lines = typed_text.parse(text)
    except NotTyped:
        return
    assert typed_text.parse(" ".join(line.words for line in lines)) == lines


@given(
    lines=st.lists(
        st.builds(
            TypedLine,
            st.sampled_from(
                ["E1390", "E1392", "E0431", "E0433", "E0430", "E0443", "E1399", "K0738", "A4615", "E0601", "X"]
            ),
            st.lists(st.sampled_from(["RR", "NU", "UE", "MS", "RA", "KX", "N1", "QF", "99", "ZZ"]), max_size=5).map(
                tuple
            ),
        ),
        max_size=3,
    ),
    payer=st.sampled_from(["medicare", "medicare_advantage", "commercial", "none"]),
)
def test_any_lines_can_be_checked(lines: list[TypedLine], payer: str, guide: Callable[[date], Guide]) -> None:
    way = guide(date(2026, 3, 2))
    asked = request_of(Case("", payer, date(2026, 3, 2), [], []))
    found = typed.check(lines, asked, way.rulebook, way.catalogue, way.noc_code)
    assert all(finding.item is None or finding.item < len(lines) for finding in found.findings)
