"""What to ask the plan before anything goes out: the questions behind the findings that ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.finder import Coding
from desktop.core.finding import Finding, Mark, Severity
from desktop.core.questions import PlanQuestion
from desktop.core.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class AskPlan:
    """A question to put to the plan, the rule that asks it, and how sure that rule is."""

    rule: str
    words: str
    sources: tuple[str, ...]
    mark: Mark


def ask(coding: Coding, things: Sequence[str], rulebook: Rulebook) -> tuple[AskPlan, ...]:
    """The questions that an answer leaves for the plan, each once; `things` are the items' words in their order.

    What a finding forbids, and what is not billed, is not asked about.
    """
    asked = (
        _asked(question, finding, coding, things)
        for question in rulebook.questions.plan
        for finding in coding.findings
        if finding.rule == question.rule and finding.severity is not Severity.STOP
    )
    return tuple(dict.fromkeys(each for each in asked if each is not None))


def _asked(question: PlanQuestion, finding: Finding, coding: Coding, things: Sequence[str]) -> AskPlan | None:
    lines = [line for line in coding.lines if finding.item in (None, line.item)]
    if not lines:
        return None
    places = {
        "thing": _once((things[line.item] for line in lines), " and "),
        "code": _once((line.code for line in lines), " and "),
        "modifiers": _once((modifier for line in lines for modifier in line.modifiers), " "),
    }
    words = " ".join(question.words.format_map(places).split())
    return AskPlan(question.rule, words, question.sources, finding.mark)


def _once(words: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(words))
