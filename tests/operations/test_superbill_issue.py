"""The whole operation: reviewed, forbidden or printed, and the answer that other programs read."""

import copy
import hashlib
import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import files
from desktop.border import NotRight
from desktop.core.codes import Catalogue
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations.issued import Issued
from desktop.operations.superbill import issue
from tests.operations.anything import changed

Request = dict[str, Any]
EXAMPLES = files.resource_names("examples", ".json")


@pytest.fixture(scope="session")
def desk(small_catalogue: Catalogue, rules: Rulebook) -> Desk:
    return Desk(small_catalogue, rules, lambda _: None, date(2026, 3, 2))


def example(name: str) -> Request:
    read: Request = json.loads(files.resource(name))
    return read


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_printed(name: str, desk: Desk) -> None:
    issued = issue(desk, example(name), draft=False)
    assert issued.pdf is not None
    assert issued.pdf.startswith(b"%PDF")
    assert issued.answer.sha256 == hashlib.sha256(issued.pdf).hexdigest()
    assert issued.answer.pages == 1
    assert issued.answer.balance == "0.00"
    assert {finding.severity for finding in issued.answer.findings} <= {"warn", "note"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_holds_before_the_shipped_catalogue(name: str, catalogue: Catalogue, rules: Rulebook) -> None:
    shipped = Desk(catalogue, rules, lambda _: None, date(2026, 3, 2))
    issued = issue(shipped, example(name), draft=False)
    sold_as_rental = name in {"examples/bought-portable.json", "examples/spanish.json"}
    assert [finding.rule for finding in issued.answer.findings] == ["rental-only-descriptor"] * sold_as_rental
    assert issued.pdf is not None


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("code", "99213", "code-unknown"),
        ("code", "D0120", "code-unknown"),
        ("code", "NU", "code-unknown"),
        ("code", "E1393", "code-unknown"),
        ("modifiers", ["NU", "E1390"], "modifier-unknown"),
        ("modifiers", ["NU", "RP"], "modifier-unknown"),
        ("pos", "98", "pos-unknown"),
    ],
)
def test_what_the_shipped_catalogue_does_not_have_is_refused(
    *, field: str, value: object, rule: str, bought: Request, catalogue: Catalogue, rules: Rulebook
) -> None:
    bought["lines"][0][field] = value
    issued = issue(Desk(catalogue, rules, lambda _: None, date(2026, 3, 2)), bought, draft=False)
    assert rule in [finding.rule for finding in issued.answer.findings]
    assert issued.pdf is None


def test_the_answer_reads_as_other_programs_expect(bought: Request, desk: Desk) -> None:
    answer = json.loads(msgspec.json.encode(issue(desk, bought, draft=False).answer))
    assert list(answer) == ["number", "pages", "sha256", "total", "paid", "balance", "findings", "catalogue"]
    assert (answer["number"], answer["pages"], answer["total"], answer["paid"], answer["balance"]) == (
        "SB-2026-000417",
        1,
        "2520.00",
        "2520.00",
        "0.00",
    )
    assert [sorted(finding) for finding in answer["findings"]] == [
        ["field", "item", "mark", "rule", "severity", "sources", "words"]
    ]


def test_the_same_request_is_the_same_bytes(bought: Request, desk: Desk) -> None:
    again = copy.deepcopy(bought)
    assert issue(desk, bought, draft=False).pdf == issue(desk, again, draft=False).pdf


def test_a_stop_forbids_and_a_draft_is_printed_in_spite_of_it(bought: Request, desk: Desk) -> None:
    bought["patient"]["dob"] = None
    bought["number"] = None
    stopped, draft = issue(desk, bought, draft=False), issue(desk, bought, draft=True)
    assert (stopped.pdf, stopped.answer.pages, stopped.answer.sha256) == (None, None, None)
    assert draft.pdf is not None
    assert draft.answer.findings == stopped.answer.findings
    assert {finding.field for finding in stopped.answer.findings} >= {"patient.dob", "number"}
    assert (stopped.answer.number, stopped.answer.total) == (None, "2520.00")


def test_a_warning_does_not_forbid(bought: Request, desk: Desk) -> None:
    bought["payments"] = []
    issued = issue(desk, bought, draft=False)
    assert issued.pdf is not None
    assert (issued.answer.paid, issued.answer.balance) == ("0.00", "2520.00")


def test_a_character_that_the_shipped_faces_do_not_have_stops(bought: Request, desk: Desk) -> None:
    bought["patient"]["first"] = "Marisol 東"
    issued = issue(desk, bought, draft=False)
    stops = [(finding.rule, finding.field) for finding in issued.answer.findings if finding.severity == "stop"]
    assert stops == [("character-unprintable", "patient.first")]
    assert issue(desk, bought, draft=True).pdf is not None


def test_what_is_not_right_is_named(bought: Request, desk: Desk) -> None:
    bought["lines"][0]["charge"] = "2495"
    with pytest.raises(NotRight) as caught:
        issue(desk, bought, draft=True)
    assert caught.value.path == "lines[0].charge"


BASE = example("examples/noc-backpack.json")


def _tried(desk: Desk, request: Request, *, draft: bool) -> Issued | NotRight:
    try:
        return issue(desk, request, draft=draft)
    except NotRight as problem:
        return problem


@given(request=changed(BASE), draft=st.booleans())
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_anywhere_gets_an_answer_or_a_path(*, desk: Desk, request: Request, draft: bool) -> None:
    issued = _tried(desk, request, draft=draft)
    if isinstance(issued, NotRight):
        assert issued.path
    else:
        stops = [finding for finding in issued.answer.findings if finding.severity == "stop"]
        assert (issued.pdf is None) == (bool(stops) and not draft)
