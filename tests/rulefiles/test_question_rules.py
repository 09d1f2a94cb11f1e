"""The questions against the other rules: what no appended entry can break."""

import shutil
from pathlib import Path

import pytest

from desktop import files
from desktop.core.questions import Kind
from desktop.rulefiles.checks import RuleFileProblem
from desktop.rulefiles.load import load

ITEM = """
[[item]]
id = "oil_lamp"
words = "oil lamp"
group = "other"
[[item.choice]]
transactions = ["rent"]
codes = ["E1399"]
why = "It is a lamp."
mark = "derived"
sources = ["NOR-NOC"]
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the shipped rules."""
    shutil.copy(files.resources() / "sources.toml", tmp_path)
    shutil.copytree(files.resources() / "rules", tmp_path / "rules")
    return tmp_path


def changed(rules: Path, old: str, new: str) -> Path:
    """The rules with a piece of the questions replaced."""
    file = rules / "rules" / "questions.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return rules


def test_an_item_that_no_answer_leads_to_is_refused(rules: Path) -> None:
    with (rules / "rules" / "items.toml").open("a", encoding="utf-8") as file:
        file.write(ITEM)
    with pytest.raises(RuleFileProblem, match="oil_lamp: is an item that no answer leads to"):
        load(rules)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('codes_in = "needs_narrative"', 'codes_in = "lamps"', "asks for the group 'lamps'"),
        ('payer_has = ["flow_modifiers"]', 'payer_has = ["lamps"]', "asks whether the payer has 'lamps'"),
        ('unset = ["item.transaction"]', 'unset = ["item.lamp"]', "looks at 'item.lamp'"),
        ('answers = { door = ["home_unit"] }', "answers = { door = [] }", "no way reaches it"),
        ('"item.ports" = 1 }', '"item.ports" = true }', "sets item.ports to True; allowed is int"),
        ('"coverage.phe" = "waiver" }', '"coverage.phe" = "grace" }', "sets coverage.phe to 'grace'"),
        ('rules_out = "The ordered flow decides between the two codes for portable liquid refills."', "", "say why"),
        ("Does the plan pay for a {thing}", "Does the plan pay for a {thing", "braces that do not close"),
    ],
)
def test_a_piece_that_does_not_fit_is_refused(rules: Path, old: str, new: str, reason: str) -> None:
    with pytest.raises(RuleFileProblem) as refused:
        load(changed(rules, old, new))
    assert refused.value.file == "rules/questions.toml"
    assert reason in refused.value.reason


def test_every_question_has_words_and_a_line_of_help(rules: Path) -> None:
    for question in load(rules).questions.questions:
        assert question.words.endswith("?")
        assert "\n" not in question.help
        for answer in question.answers:
            assert "\n" not in answer.help
            assert len(answer.help) <= 90
            assert len(answer.words) <= 50
        assert question.kind is Kind.CHOICE or question.field
