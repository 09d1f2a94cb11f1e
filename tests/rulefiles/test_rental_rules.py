"""What a rental is counted by, as it is shipped, and the ways to break it that an added entry cannot show."""

import shutil
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest

from desktop import files
from desktop.core.rental import check, standing
from desktop.core.rental_history import Payer, What
from desktop.core.rulebook import Rulebook
from desktop.rulefiles.checks import RuleFileProblem
from desktop.rulefiles.load import load
from tests.core.rentals import back, event, history, home, portable, replaced, stop, visit

FILE = "rules/rental.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped rules."""
    for path in files.resources().rglob("*.toml"):
        copy = tmp_path / path.relative_to(files.resources())
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return tmp_path


BROKEN = [
    ('id = "temporary_days"', 'id = "temporary_dais"', "number: temporary_dais", "is no name here"),
    ('[[number]]\nid = "temporary_days"', '[[contents]]\nid = "temporary_days"', "contents[0].id", "is not a field"),
    ('why = "away"', 'why = "worn"', "interrupted[4].why", "allowed is hospital"),
    ('portable = "portable unit"', "", "roles: portable", "is missing"),
    ("Bill month {month} of", "Bill month {number} of", "due: bill_month", "nothing fills: number"),
    ("Bill month {month} of", "Bill month {month of", "due: bill_month", "braces that do not close"),
    ("Inpatient hospital stay {starts}", "Stay {from}", "interrupted: hospital", "nothing fills: from"),
    ("Equipment lost; replacement delivered {day}", "Lost {on}", "replaced: lost", "nothing fills: on"),
    ('groups = [2, 3]\nsources = ["NOR-CC", "HMENEWS-2022"]', "groups = [2, 3]\nsources = []", "retest", "no source"),
]


@pytest.mark.parametrize(("right", "wrong", "key", "reason"), BROKEN)
def test_a_broken_file_is_refused_with_key_and_reason(
    right: str, wrong: str, key: str, reason: str, root: Path
) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    assert right in text
    (root / FILE).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(RuleFileProblem) as refused:
        load(root)
    assert refused.value.file == FILE
    assert key in refused.value.key
    assert reason in refused.value.reason


def test_a_number_that_is_missing_is_named(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    entries = text.split("[[number]]")
    (root / FILE).write_text("[[number]]".join([entries[0], *entries[2:]]), encoding="utf-8")
    with pytest.raises(RuleFileProblem, match="number: useful_life_months: is missing"):
        load(root)


def test_the_cap_and_the_serviced_codes_are_the_finders(rules: Rulebook) -> None:
    assert rules.rental.cap == 36
    assert rules.rental.serviced == rules.coding.groups["service_fee"]
    assert {"E1390", "E0431", "E1399"} <= rules.rental.codes
    assert not {"E0425", "E0443", "E1356"} & rules.rental.codes


def test_every_finding_of_a_rental_can_be_said(rules: Rulebook) -> None:
    """One long life in which everything is noticed that can be."""
    rental = history(
        home("2020-01-10"),
        portable("2020-02-10", "E0431"),
        stop("2020-03-01", "hospital", "s"),
        back("2020-03-20", "s"),
        stop("2020-06-01", "need_ended", "p"),
        back("2020-08-09", "p"),
        event("2020-09-01", What.CHANGED_MODALITY, "p", code="E0434"),
        replaced("2020-09-02", "worn", "s"),
        replaced("2020-09-03", "useful_life", "s"),
        visit("2023-09-01", "s"),
        event("2023-09-02", What.MOVED, "s", out_of_area=True),
        replaced("2025-02-01", "lost", "s"),
        stop("2026-06-01", "need_ended", "s"),
        back("2026-12-01", "s"),
        back("2027-01-01", "s", papers=True),
        payer=Payer("medicare_advantage"),
    )
    check(rental, rules.rental)
    said = standing(rental, date(2030, 1, 1), rules).findings
    entries = tomllib.loads(files.resource("rules/findings-cycle.toml").decode())["finding"]
    assert {finding.rule for finding in said} == {entry["rule"] for entry in entries}
    assert not [finding for finding in said if "{" in finding.words or "None" in finding.words]


def test_what_is_due_names_its_places(rules: Rulebook) -> None:
    for what, told in rules.rental.due.items():
        names = [name for _, name, _, _ in string.Formatter().parse(told.words) if name is not None]
        assert told.sources, what
        assert len(names) == len(set(names)), what
