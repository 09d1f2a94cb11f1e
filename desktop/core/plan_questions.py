"""What to ask the plan before anything goes out: the questions behind the findings that ask."""

from dataclasses import dataclass

from desktop.core import facts
from desktop.core.finder import Coding
from desktop.core.finding import Mark, Severity
from desktop.core.questions import Facts
from desktop.core.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class AskPlan:
    """A question to put to the plan, the rule that asks it, and how sure that rule is."""

    rule: str
    words: str
    sources: tuple[str, ...]
    mark: Mark


def ask(coding: Coding, known: Facts, rulebook: Rulebook) -> tuple[AskPlan, ...]:
    """The questions that an answer leaves for the plan, each once."""
    if not coding.lines:
        return ()
    item = rulebook.coding.items.get(str(known.get(facts.ITEM)))
    places = {
        "item": item.words if item else "",
        "code": " and ".join(dict.fromkeys(line.code for line in coding.lines)),
        "modifiers": " ".join(dict.fromkeys(modifier for line in coding.lines for modifier in line.modifiers)),
    }
    said = {finding.rule: finding for finding in coding.findings if finding.severity is not Severity.STOP}
    return tuple(
        AskPlan(asked.rule, " ".join(asked.words.format_map(places).split()), asked.sources, said[asked.rule].mark)
        for asked in rulebook.questions.plan
        if asked.rule in said
    )
