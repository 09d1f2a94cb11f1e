"""The rules of the superbill's review: each way in which their file can be broken is refused with its key."""

from pathlib import Path

import pytest

from desktop import files
from desktop.rulefiles.checks import RuleFileProblem
from desktop.rulefiles.findings import sources
from desktop.rulefiles.review import FILE, review

WAYS = [
    ('name = "rental_modifiers"', 'name = "rented"', "rented", "is no name here; allowed are"),
    ('name = "rental_modifiers"', 'name = "plans_none"', "plans_none", "stands twice"),
    ('name = "pointers"', 'name = "diagnoses"', "diagnoses", "stands twice"),
    ('"RR", "NU", "UE", "LL"]', '"RR", "NU", "RR"]', "RR", "stands twice"),
    ("from = 1989-01-01", "from = 1984-01-01", "transaction_modifiers", "they overlap"),
    ("from = 1989-01-01", "from = 1983-01-01", "transaction_modifiers", "out of order"),
    ('sources = ["IRS-EIN"]', "sources = []", "ein_prefixes", "has no source"),
    ('sources = ["IRS-EIN"]', 'sources = ["NOBODY"]', "ein_prefixes", "'NOBODY'"),
    ('members = ["none"]', "members = []", "set[4].values[0].members", "a list of names, not empty"),
    ("most = 12", "most = 0", "limit[0].values[0].most", "at least 1"),
    ("most = 12", "least = 12", "limit[0].values[0].least", "is not a field here"),
    ('form = "D[0-9]{4}"', 'form = "D[0-9"', "D[0-9", "is not a regular expression"),
    ("born_after_issue =", "born_late =", "born_late", "is no name here"),
    (
        'modifier_twice = "{modifiers}',
        'modifier_twice = "{them}',
        "modifier_twice",
        "has a place that nothing fills: them",
    ),
    ('modifier_twice = "{modifiers}', 'modifier_twice = "{modifiers', "modifier_twice", "braces"),
    ("the code of line {}", "the code", "lines[].code", "one {} for each []"),
    ("the code of line {}", "the code of line {line}", "lines[].code", "one {} for each []"),
    ('"the tax (0.00', '"the {} tax (0.00', "tax", "one {} for each []"),
    ("[reasons]", "[whys]", "whys", "is not a field here"),
]


def _read(text: str, root: Path) -> None:
    known = sources(files.resources())
    (root / FILE).parent.mkdir()
    (root / FILE).write_text(text, encoding="utf-8")
    review(root, known)


@pytest.mark.parametrize(("right", "wrong", "key", "reason"), WAYS)
def test_a_broken_file_is_refused_with_key_and_reason(
    right: str, wrong: str, key: str, reason: str, tmp_path: Path
) -> None:
    text = files.resource(FILE).decode("utf-8")
    assert right in text
    with pytest.raises(RuleFileProblem) as refused:
        _read(text.replace(right, wrong, 1), tmp_path)
    assert refused.value.file == FILE
    assert refused.value.key == key
    assert reason in refused.value.reason


@pytest.mark.parametrize("name", ["fields_of_flow", "plans_none"])
def test_a_set_that_is_missing_is_named(name: str, tmp_path: Path) -> None:
    before, _, rest = files.resource(FILE).decode("utf-8").partition(f'[[set]]\nname = "{name}"')
    with pytest.raises(RuleFileProblem) as refused:
        _read(before + rest[rest.index("[[") :], tmp_path)
    assert (refused.value.key, refused.value.reason) == (name, "is missing; the review cannot do without it")


def test_a_set_without_values_is_refused(tmp_path: Path) -> None:
    text = files.resource(FILE).decode("utf-8")
    before, _, rest = text.partition('name = "rental_modifiers"\n')
    with pytest.raises(RuleFileProblem) as refused:
        _read(before + 'name = "rental_modifiers"\nvalues = []\n' + rest.partition("\n")[2], tmp_path)
    assert (refused.value.key, refused.value.reason[:13]) == ("rental_modifiers", "has no values")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleFileProblem) as refused:
        review(tmp_path, sources(files.resources()))
    assert refused.value.file == FILE
