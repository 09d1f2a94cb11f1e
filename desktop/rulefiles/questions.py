"""Reads `rules/questions.toml`: the questions at the counter, their answers, and what to ask the plan."""

import string
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, get_args

from msgspec import Meta, Struct

from desktop.core import facts
from desktop.core.coding_rules import CodingRules, PayerRule
from desktop.core.questions import Fact, Facts, Kind, PlanQuestion, PossibleAnswer, Question, QuestionRules, Stage, When
from desktop.core.request import Transaction
from desktop.core.rulebook import FindingRules, Sources
from desktop.rulefiles import checks
from desktop.rulefiles.checks import RuleFileProblem
from desktop.rulefiles.modifiers import Abn, Phe

FILE = "rules/questions.toml"
MOST_ANSWERS = 9  # a digit key for each
PLACES = {"code", "modifiers", "thing"}
KIND_OF = {Kind.FLOW: Decimal, Kind.DAY: date, Kind.MONTH: int, Kind.TEXT: str, Kind.MONEY: Decimal}

Words = Annotated[str, Meta(min_length=1, description="words")]
Value = Annotated[str, Meta(pattern=r"\A[a-z0-9_]+\Z", description="a name like home_unit")]


class _When(Struct, forbid_unknown_fields=True, frozen=True):
    answers: dict[str, tuple[str, ...]] = {}
    facts: dict[str, tuple[str | bool | int, ...]] = {}
    unset: tuple[str, ...] = ()
    payer_has: tuple[str, ...] = ()
    payer_lacks: tuple[str, ...] = ()
    codes_in: str | None = None


class _Answer(Struct, forbid_unknown_fields=True, frozen=True):
    value: Value
    words: Words
    help: Words
    sets: dict[str, str | bool | int] = {}
    rules_out: Words | None = None
    when: _When = _When()


class _Question(Struct, forbid_unknown_fields=True, frozen=True):
    id: Value
    stage: Stage
    kind: Kind
    words: Words
    help: Words
    sources: tuple[str, ...]
    answer: tuple[_Answer, ...] = ()
    when: _When = _When()
    field: str | None = None
    if_it_matters: bool = False
    beside: tuple[str, ...] = ()
    turns_at: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    rules_out: Words | None = None


class _Plan(Struct, forbid_unknown_fields=True, frozen=True):
    rule: Words
    words: Words
    sources: tuple[str, ...]


class _File(Struct, forbid_unknown_fields=True, frozen=True):
    question: tuple[_Question, ...]
    plan: tuple[_Plan, ...]


def questions(root: Path, known: Sources, said: FindingRules, rules: CodingRules) -> QuestionRules:
    """All questions, each held against those before it and against the rules that it leads to."""
    read = checks.table(root, FILE, _File)
    checks.once(FILE, [question.id for question in read.question])
    checks.once(FILE, [asked.rule for asked in read.plan])
    for asked in read.plan:
        _plan(asked, known, said)
    for place, question in enumerate(read.question):
        checks.sourced(FILE, question.id, question.sources, known.by_id)
        _form(question)
        _Reach(question, read.question[:place], rules).check()
        _tries(question, read.question[place + 1 :], rules)
    _all_items(read.question, rules)
    return QuestionRules(
        tuple(_question(question) for question in read.question),
        tuple(PlanQuestion(asked.rule, asked.words, asked.sources) for asked in read.plan),
    )


def _plan(asked: _Plan, known: Sources, said: FindingRules) -> None:
    checks.sourced(FILE, f"plan {asked.rule}", asked.sources, known.by_id)
    if asked.rule not in said.by_id:
        raise RuleFileProblem(FILE, f"plan {asked.rule}", "is no finding of rules/findings-*.toml")
    try:
        strange = {name for _, name, _, _ in string.Formatter().parse(asked.words) if name is not None} - PLACES
    except ValueError as error:
        raise RuleFileProblem(FILE, f"plan {asked.rule}", f"has braces that do not close: {error}") from error
    if strange:
        raise RuleFileProblem(FILE, f"plan {asked.rule}", f"has a place that nothing fills: {', '.join(strange)}")


def _form(question: _Question) -> None:
    """A choice has two to nine answers, an open question a field to fill."""
    checks.once(FILE, [f"{question.id}: {answer.value}" for answer in question.answer])
    if len(question.answer) > MOST_ANSWERS:
        reason = f"has {len(question.answer)} answers; a digit key reaches {MOST_ANSWERS}"
        raise RuleFileProblem(FILE, question.id, reason)
    if question.kind is Kind.CHOICE:
        if len(question.answer) < len(("one", "other")):
            raise RuleFileProblem(FILE, question.id, "is a choice and needs two answers or more")
        if question.field is not None:
            raise RuleFileProblem(FILE, question.id, "is a choice; its answers fill fields, it has none itself")
    elif question.field is None:
        raise RuleFileProblem(FILE, question.id, f"is of kind {question.kind} and needs the field that it fills")
    elif facts.FIELDS.get(question.field) is not KIND_OF[question.kind]:
        raise RuleFileProblem(FILE, question.id, f"fills {question.field!r}, which is no {question.kind}")
    if question.stage is Stage.CODE and question.kind is not Kind.CHOICE and question.rules_out is None:
        raise RuleFileProblem(FILE, question.id, "leads to the code and must say why codes fall away (rules_out)")


def _tries(question: _Question, later: Iterable[_Question], rules: CodingRules) -> None:
    names = [each.id for each in later]
    for other in question.beside:
        if other not in names:
            raise RuleFileProblem(FILE, question.id, f"stands beside {other!r}, which is no later question")
    for value in question.turns_at:
        if value not in rules.values:
            raise RuleFileProblem(FILE, question.id, f"turns at {value!r}, which rules/values.toml does not have")


class _Reach:
    """A question with those before it: whether some way can reach it, and each of its answers can be given."""

    def __init__(self, question: _Question, earlier: tuple[_Question, ...], rules: CodingRules) -> None:
        self.question = question
        self.earlier = {each.id: each for each in earlier}
        self.rules = rules
        self.settable = _settable(earlier)

    def check(self) -> None:
        """RuleFileProblem where a condition cannot hold or an answer says what no request can hold."""
        self._when(self.question.id, self.question.when)
        for answer in self.question.answer:
            key = f"{self.question.id}: {answer.value}"
            self._when(key, answer.when)
            for field, value in answer.sets.items():
                _fits(key, field, value, self.rules)

    def _when(self, key: str, when: _When) -> None:
        for other, values in when.answers.items():
            if other not in self.earlier:
                raise RuleFileProblem(FILE, key, f"waits for {other!r}, which is no earlier question")
            given = {answer.value for answer in self.earlier[other].answer}
            self._one_of(key, other, values, given)
        for field, wanted in when.facts.items():
            for value in wanted:
                _fits(key, field, value, self.rules)
            self._one_of(key, field, wanted, self.settable.get(field, set()))
        for field in when.unset:
            if field not in facts.FIELDS:
                raise RuleFileProblem(FILE, key, f"looks at {field!r}, which is no field of the request")
        self._payer(key, when)
        if when.codes_in is not None and when.codes_in not in self.rules.groups:
            raise RuleFileProblem(FILE, key, f"asks for the group {when.codes_in!r}, which code-groups.toml lacks")

    def _one_of(self, key: str, name: str, wanted: tuple[Fact, ...], given: Iterable[Fact]) -> None:
        there = set(given)
        for value in wanted:
            if value not in there:
                raise RuleFileProblem(FILE, key, f"waits for {name} = {value!r}, which no earlier answer gives")
        if not wanted:
            raise RuleFileProblem(FILE, key, f"waits for {name} to be one of nothing; no way reaches it")

    def _payer(self, key: str, when: _When) -> None:
        for name in (*when.payer_has, *when.payer_lacks):
            if PayerRule.__annotations__.get(name) is not bool:
                raise RuleFileProblem(FILE, key, f"asks whether the payer has {name!r}, which payers.toml lacks")
        for payer in self.rules.payers.values():
            has = all(getattr(payer, name) for name in when.payer_has)
            if has and not any(getattr(payer, name) for name in when.payer_lacks):
                return
        raise RuleFileProblem(FILE, key, "waits for rules that no payer has; no way reaches it")


def _settable(earlier: Iterable[_Question]) -> Mapping[str, set[Fact]]:
    given: dict[str, set[Fact]] = {}
    for question in earlier:
        for answer in question.answer:
            for field, value in answer.sets.items():
                given.setdefault(field, set()).add(value)
    return given


def _fits(key: str, field: str, value: Fact, rules: CodingRules) -> None:
    kind = facts.FIELDS.get(field)
    if kind is None:
        raise RuleFileProblem(FILE, key, f"sets {field!r}, which is no field of the request")
    allowed = _allowed(rules).get(field)
    if type(value) is not kind or (allowed is not None and value not in allowed):
        choices = ", ".join(str(each) for each in allowed) if allowed else kind.__name__
        raise RuleFileProblem(FILE, key, f"sets {field} to {value!r}; allowed is {choices}")


def _allowed(rules: CodingRules) -> Mapping[str, tuple[Fact, ...]]:
    """The values of the fields that have a list of them."""
    taken = tuple(sorted(code for item in rules.items.values() for code in item.plan_may_take))
    return {
        facts.PAYER: tuple(rules.payers),
        facts.ITEM: tuple(rules.items),
        facts.TRANSACTION: tuple(each.value for each in Transaction),
        "item.replace_why": tuple(rules.modifiers.replacement.reasons),
        "payer.purchase_portable_code": taken,
        "coverage.group": tuple(rules.modifiers.coverage.groups),
        "coverage.phe": get_args(Phe),
        "coverage.abn": get_args(Abn),
    }


def _all_items(read: Iterable[_Question], rules: CodingRules) -> None:
    reached = _settable(read).get(facts.ITEM, set())
    for item in rules.items:
        if item not in reached:
            raise RuleFileProblem(FILE, item, "is an item that no answer leads to")


def _question(read: _Question) -> Question:
    return Question(
        read.id,
        read.stage,
        read.kind,
        read.words,
        read.help,
        read.sources,
        tuple(_answer(answer) for answer in read.answer),
        _condition(read.when),
        read.field,
        read.if_it_matters,
        read.beside,
        read.turns_at,
        read.least,
        read.most,
        read.rules_out,
    )


def _answer(read: _Answer) -> PossibleAnswer:
    sets: Facts = dict(read.sets)
    return PossibleAnswer(read.value, read.words, read.help, sets, read.rules_out, _condition(read.when))


def _condition(read: _When) -> When:
    wanted: dict[str, tuple[Fact, ...]] = dict(read.facts)
    return When(read.answers, wanted, read.unset, read.payer_has, read.payer_lacks, read.codes_in)
