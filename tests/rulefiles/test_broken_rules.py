"""A broken rule file is refused with its file, its key and the reason: one file for each way to be wrong."""

import shutil
from pathlib import Path

import pytest

from desktop import files
from desktop.rulefiles import everything
from desktop.rulefiles.checks import RuleFileProblem

BROKEN = Path(__file__).parents[1] / "resources" / "broken"
WAYS = sorted(path for path in BROKEN.rglob("*.toml") if path.relative_to(BROKEN).parts[0].count("knowledge-") == 0)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge files."""
    for path in files.resources().rglob("*.toml"):
        copy = tmp_path / path.relative_to(files.resources())
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return tmp_path


def test_the_shipped_rules_are_right(rules: Path) -> None:
    everything.check(rules)


@pytest.mark.parametrize("way", WAYS, ids=lambda path: path.relative_to(BROKEN).parts[0])
def test_a_broken_rule_file_is_refused_with_file_key_and_reason(way: Path, rules: Path) -> None:
    name = Path(*way.relative_to(BROKEN).parts[1:])
    key, reason = (line.partition(": ")[2] for line in way.read_text("utf-8").splitlines()[:2])
    with (rules / name).open("a", encoding="utf-8") as file:
        file.write("\n" + way.read_text("utf-8"))
    with pytest.raises(RuleFileProblem) as refused:
        everything.check(rules)
    assert refused.value.file == name.as_posix()
    assert key in refused.value.key
    assert reason in refused.value.reason


def test_each_way_has_a_file_of_its_own() -> None:
    ways = [path.relative_to(BROKEN).parts[0] for path in WAYS]
    assert len(ways) == len(set(ways))
    assert len(ways) >= 20
