"""Reads `rules/rental.toml`: what a rental is counted by. Cap and serviced codes come from the finder's files."""

import string
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from desktop.core.codes import Why
from desktop.core.coding_rules import CodingRules
from desktop.core.finding import Mark
from desktop.core.rental_history import InterruptedWhy, ReplacedWhy, Role
from desktop.core.rental_rules import (
    NUMBERS,
    CapBy,
    Contents,
    InterruptedRule,
    Number,
    PayerTerms,
    RentalRules,
    ReplacedRule,
    Restart,
)
from desktop.core.rental_standing import DueWhat
from desktop.core.request import Transaction
from desktop.core.rulebook import Sources
from desktop.rulefiles import checks
from desktop.rulefiles.coding import CodeText, Words

FILE = "rules/rental.toml"
_STAY = frozenset({"starts", "ends"})
_REPLACEMENT = frozenset({"day", "received"})
_UNIT = frozenset({"unit", "code"})
_DUE_PLACES = {
    DueWhat.BILL_MONTH: _UNIT | {"month"},
    DueWhat.CAP: _UNIT | {"month", "cap", "ends"},
    DueWhat.CONTENTS: _UNIT | {"contents"},
    DueWhat.MAINTENANCE: _UNIT | {"ends"},
    DueWhat.USEFUL_LIFE: _UNIT | {"ends"},
    DueWhat.RETEST: _UNIT | {"ends"},
    DueWhat.ORDER_ENDS: frozenset[str](),
    DueWhat.NEW_PERIOD_PAPERS: _UNIT,
}
_RENTED = ("equipment", "other")

Positive = Annotated[int, Meta(ge=1, description="a whole number from 1 on")]


class _Sourced(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    words: Words
    mark: Mark
    sources: tuple[str, ...]

    def reason(self) -> Why:
        """Words, sources and mark."""
        return Why(self.words, self.sources, self.mark)


class _Number(_Sourced, frozen=True):
    id: Words
    value: Positive


class _Payer(_Sourced, frozen=True):
    kind: Words
    cap_by: CapBy
    breaks: bool
    reset_gap: bool
    after_cap: bool
    vary: bool


class _Interrupted(_Sourced, frozen=True):
    why: InterruptedWhy
    ends_need: bool
    narrative: Words | None = None


class _Replaced(_Sourced, frozen=True):
    why: ReplacedWhy
    restart: Restart
    narrative: Words | None = None


class _Contents(_Sourced, frozen=True):
    equipment: CodeText
    code: CodeText
    high_flow: CodeText | None = None


class _Due(_Sourced, frozen=True):
    what: DueWhat


class _Retest(Struct, forbid_unknown_fields=True, frozen=True):
    groups: tuple[int, ...]
    sources: tuple[str, ...]


class _File(Struct, forbid_unknown_fields=True, frozen=True):
    number: tuple[_Number, ...]
    payer: tuple[_Payer, ...]
    interrupted: tuple[_Interrupted, ...]
    replaced: tuple[_Replaced, ...]
    contents: tuple[_Contents, ...]
    due: tuple[_Due, ...]
    retest: _Retest
    roles: dict[Role, Words]


def rental(root: Path, known: Sources, coded: CodingRules) -> RentalRules:
    """What a rental is counted by. RuleFileProblem names file, key and reason where something is not right."""
    read = checks.table(root, FILE, _File)
    _sourced(read, known)
    _complete("number", [each.id for each in read.number], NUMBERS)
    _complete("payer", [each.kind for each in read.payer], coded.payers)
    _complete("interrupted", [each.why for each in read.interrupted], InterruptedWhy)
    _complete("replaced", [each.why for each in read.replaced], ReplacedWhy)
    _complete("due", [each.what for each in read.due], DueWhat)
    _complete("roles", read.roles, Role)
    checks.once(FILE, [f"contents: {each.equipment}" for each in read.contents])
    _places_fit(read)
    return RentalRules(
        numbers={each.id: Number(each.value, each.reason()) for each in read.number},
        cap=int(coded.values["cap_months"].values[-1].value),
        payers={each.kind: _payer(each) for each in read.payer},
        interrupted={
            each.why: InterruptedRule(each.ends_need, each.narrative, each.reason()) for each in read.interrupted
        },
        replaced={each.why: ReplacedRule(each.restart, each.narrative, each.reason()) for each in read.replaced},
        contents={each.equipment: Contents(each.code, each.high_flow, each.reason()) for each in read.contents},
        retest_groups=frozenset(read.retest.groups),
        codes=rented_codes(coded),
        serviced=coded.groups["service_fee"],
        roles=read.roles,
        due={each.what: each.reason() for each in read.due},
    )


def rented_codes(coded: CodingRules) -> frozenset[str]:
    """The codes under which the finder rents equipment, one for what has no code of its own included."""
    choices = (choice for item in coded.items.values() if item.group in _RENTED for choice in item.choices)
    return frozenset(code for choice in choices if Transaction.RENT in choice.transactions for code in choice.codes)


def _payer(read: _Payer) -> PayerTerms:
    return PayerTerms(read.kind, read.cap_by, read.breaks, read.reset_gap, read.after_cap, read.vary, read.reason())


def _sourced(read: _File, known: Sources) -> None:
    entries: tuple[tuple[str, tuple[_Sourced, ...]], ...] = (
        ("number", read.number),
        ("payer", read.payer),
        ("interrupted", read.interrupted),
        ("replaced", read.replaced),
        ("contents", read.contents),
        ("due", read.due),
    )
    for name, group in entries:
        for place, entry in enumerate(group):
            checks.sourced(FILE, f"{name}[{place}]", entry.sources, known.by_id)
    checks.sourced(FILE, "retest", read.retest.sources, known.by_id)


def _complete(name: str, found: Iterable[str], wanted: Iterable[str]) -> None:
    """Refuses a name twice, one that nothing asks for, and one that is missing."""
    there = [str(each) for each in found]
    needed = [str(each) for each in wanted]
    checks.once(FILE, [f"{name}: {each}" for each in there])
    for each in there:
        if each not in needed:
            raise checks.RuleFileProblem(FILE, f"{name}: {each}", f"is no name here; allowed are {', '.join(needed)}")
    for each in needed:
        if each not in there:
            raise checks.RuleFileProblem(FILE, f"{name}: {each}", "is missing; a rental cannot be counted without it")


def _places_fit(read: _File) -> None:
    for due in read.due:
        _fits(f"due: {due.what}", due.words, _DUE_PLACES[due.what])
    for stay in read.interrupted:
        _fits(f"interrupted: {stay.why}", stay.narrative or "", _STAY)
    for replaced in read.replaced:
        _fits(f"replaced: {replaced.why}", replaced.narrative or "", _REPLACEMENT)


def _fits(key: str, words: str, places: frozenset[str]) -> None:
    try:
        named = {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}
    except ValueError as error:
        raise checks.RuleFileProblem(FILE, key, f"has braces that do not close: {error}") from error
    if named - places:
        strange = ", ".join(sorted(named - places))
        raise checks.RuleFileProblem(FILE, key, f"has a place that nothing fills: {strange}")
