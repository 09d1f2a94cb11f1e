"""The questions at the counter, as frozen values read from `resources/rules/questions.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Fact = str | bool | int | Decimal | date
Facts = Mapping[str, Fact]


class Kind(StrEnum):
    """How a question is answered. All but a choice are open: typed, not chosen."""

    CHOICE = "choice"
    FLOW = "flow"  # liters a minute
    DAY = "day"
    MONTH = "month"  # of service, counted from 1
    TEXT = "text"
    MONEY = "money"  # US dollars


class Stage(StrEnum):
    """What a question leads to: the code, what stands beside it, or the story of a code without words of its own."""

    CODE = "code"
    BESIDE = "beside"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class When:
    """What must hold for a question to be asked or an answer to be offered; an empty one always holds.

    `answers`: earlier questions and the answers of which one was given; `facts`: fields and the values of which one is
    known; `unset`: fields that are not known yet; `payer_has`, `payer_lacks`: rules of the payer's kind; `codes_in`: a
    group to which one of the codes belongs.
    """

    answers: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, tuple[Fact, ...]]
    unset: tuple[str, ...]
    payer_has: tuple[str, ...]
    payer_lacks: tuple[str, ...]
    codes_in: str | None


@dataclass(frozen=True, slots=True)
class PossibleAnswer:
    """An answer to choose: the counter's words, a line of help, what it says of the request.

    `rules_out` says why the codes that fall away with it do.
    """

    value: str
    words: str
    help: str
    sets: Facts
    rules_out: str | None
    when: When


@dataclass(frozen=True, slots=True)
class Question:
    """One question. An open one fills `field`, and its listed answers stand beside what is typed.

    `if_it_matters`: asked only while its answers can change the outcome; `beside`: later questions that are thought
    through with it; `turns_at`: dated values (or, for a day, the coverage table's days) around which the outcome may
    turn; `least` and `most`: what may be typed.
    """

    id: str
    stage: Stage
    kind: Kind
    words: str
    help: str
    sources: tuple[str, ...]
    answers: tuple[PossibleAnswer, ...]
    when: When
    field: str | None
    if_it_matters: bool
    beside: tuple[str, ...]
    turns_at: tuple[str, ...]
    least: int | None
    most: int | None
    rules_out: str | None

    def answer(self, value: str) -> PossibleAnswer | None:
        """The listed answer of that value."""
        return next((answer for answer in self.answers if answer.value == value), None)


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """What to ask the plan when a finding of `rule` was made. Its words have places: {code}, {modifiers}, {thing}."""

    rule: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """All questions in their order, and what to ask the plan."""

    questions: tuple[Question, ...]
    plan: tuple[PlanQuestion, ...]

    def question(self, question_id: str) -> Question | None:
        """The question of that id."""
        return next((question for question in self.questions if question.id == question_id), None)
