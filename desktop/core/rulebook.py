"""The checked rules as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.coding_rules import CodingRules
from desktop.core.finding import Finding, Mark, Severity
from desktop.core.questions import QuestionRules
from desktop.core.rental_rules import RentalRules
from desktop.core.review_rules import ReviewRules
from desktop.core.sources import Source


@dataclass(frozen=True, slots=True)
class FindingRule:
    """What a rule says when it holds. `words` may have places in braces (`{code}`) that the caller fills."""

    rule: str
    severity: Severity
    mark: Mark
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingRules:
    """All rules by their ID."""

    by_id: Mapping[str, FindingRule]

    def finding(self, rule: str, *, item: int | None = None, field: str | None = None, **places: object) -> Finding:
        """The finding of a rule, its words filled in. KeyError where the rule or a place is not known."""
        said = self.by_id[rule]
        words = said.words.format_map({name: str(value) for name, value in places.items()})
        return Finding(said.rule, said.severity, said.mark, words, said.sources, item, field)


@dataclass(frozen=True, slots=True)
class Sources:
    """All authorities by their id."""

    by_id: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything that rules say, checked."""

    sources: Sources
    findings: FindingRules
    coding: CodingRules
    review: ReviewRules
    questions: QuestionRules
    rental: RentalRules
