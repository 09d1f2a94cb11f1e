"""The look's two files: what they hold, and how a broken one is refused."""

import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop import files
from desktop.rulefiles.checks import RuleFileProblem
from desktop.rulefiles.look import paper_words, picture_words, tokens

READERS: dict[str, Callable[[Path], object]] = {
    "look/tokens.toml": tokens,
    "look/paper-words.toml": paper_words,
    "look/rental-picture.toml": picture_words,
}


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    shutil.copytree(files.resources() / "look", tmp_path / "look")
    shutil.copy(files.resources() / "sources.toml", tmp_path)
    return tmp_path


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_texts_and_borders_stand_out_enough() -> None:
    read = tokens(files.resources())
    for colors in (asdict(read.light), asdict(read.dark)):
        assert contrast(colors["ink"], colors["canvas"]) >= 6.7
        assert contrast(colors["ink2"], colors["canvas"]) >= 6.7
        assert contrast(colors["edge"], colors["surface"]) >= 3
        for name in ("stop", "warn", "ok", "note"):
            assert contrast(colors[name], colors[f"{name}_ground"]) >= 4.5


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("look/tokens.toml", "radius = 6", "radius = 6\nround = 1", "round: is not a field here"),
        ("look/tokens.toml", "margin = 43.2", "", "paper.margin: is missing"),
        ("look/tokens.toml", "margin = 43.2", "margin = -1.0", "paper.margin: found -1.0"),
        ("look/tokens.toml", '"#F5F7F9"', '"white"', "light.canvas: found"),
        ("look/tokens.toml", 'note = "#3B4FA0"\n', "", "light.note: is missing"),
        ("look/paper-words.toml", '"NOR-MAND"', '"NOBODY"', "medicare_must_file: names the source 'NOBODY'"),
        ("look/paper-words.toml", '["HCPCS-2020"]', "[]", "transaction: has no source"),
        ("look/paper-words.toml", 'key = "claim_note_longest"', 'key = "x"', "sourced.x: is the name of nothing"),
        ("look/paper-words.toml", 'plan = "PLAN"', "", "en.plan: is missing"),
        ("look/rental-picture.toml", 'today = "Today."\n', "", "today: is missing"),
        ("look/rental-picture.toml", 'today = "Today."\n', 'today = "Today."\nnow = "Now."\n', "now: is not a field"),
        ("look/rental-picture.toml", '"Today."', '""', "today: "),
        ("look/rental-picture.toml", '"Nov", "Dec"', '"Nov"', "months: "),
        ("look/paper-words.toml", 'plan = "PLAN"', 'plan = "PLAN"\nplans = "P"', "en.plans: is not a field here"),
        ("look/paper-words.toml", 'plan = "PLAN"', 'plan = ""', "en.plan: found"),
        ("look/paper-words.toml", 'heading = "RECEIPT"', "", "en.receipt.heading: is missing"),
        (
            "look/paper-words.toml",
            'title = "Recibo {number}"',
            'title = "Recibo"',
            "es.receipt.document_title: has places",
        ),
        ("look/paper-words.toml", '"Jan", ', "", "en.months"),
        ("look/paper-words.toml", "member {member}", "member", "es.member: has places"),
        ("look/paper-words.toml", 'modifier = "UE"', 'modifier = "NU"', "NU: stands twice"),
        ("look/paper-words.toml", 'spouse = "cónyuge del titular (spouse)"', "", "es.relationships: has other keys"),
    ],
)
def test_a_broken_file_is_refused_with_file_key_and_reason(
    resources: Path, name: str, old: str, new: str, says: str
) -> None:
    change(resources, name, old, new)
    with pytest.raises(RuleFileProblem) as problem:
        READERS[name](resources)
    assert str(problem.value).startswith(f"{name}: {says}")
