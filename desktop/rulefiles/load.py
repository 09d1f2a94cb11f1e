"""Reads all rule files into one rulebook."""

from pathlib import Path

from desktop.core.rulebook import Rulebook
from desktop.rulefiles.coding import coding
from desktop.rulefiles.findings import findings, sources
from desktop.rulefiles.questions import questions
from desktop.rulefiles.rental import rental
from desktop.rulefiles.review import review


def load(root: Path) -> Rulebook:
    """The rules of a resources folder. RuleFileProblem names file, key and reason where one is not right."""
    known = sources(root)
    said = findings(root, known)
    coded = coding(root, known, said)
    return Rulebook(
        known,
        said,
        coded,
        review(root, known),
        questions(root, known, said, coded),
        rental(root, known, coded),
    )
