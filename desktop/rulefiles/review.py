"""Reads `rules/superbill.toml`: what the review of a superbill goes by."""

import re
import string
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.core.dated import Dated, From
from desktop.core.finding import Mark
from desktop.core.review_rules import LIMIT_NAMES, REASONS, SET_NAMES, Names, OtherCodes, ReviewRules
from desktop.core.rulebook import Sources
from desktop.rulefiles import checks
from desktop.rulefiles.findings import Words

FILE = "rules/superbill.toml"


class _Members(Struct, forbid_unknown_fields=True, frozen=True):
    members: Annotated[tuple[Words, ...], Meta(min_length=1, description="a list of names, not empty")]
    mark: Mark
    sources: tuple[str, ...]
    day: date = msgspec.field(name="from")


class _Most(Struct, forbid_unknown_fields=True, frozen=True):
    most: Annotated[int, Meta(ge=1)]
    mark: Mark
    sources: tuple[str, ...]
    day: date = msgspec.field(name="from")


class _Set(Struct, forbid_unknown_fields=True, frozen=True):
    name: Words
    values: tuple[_Members, ...]


class _Limit(Struct, forbid_unknown_fields=True, frozen=True):
    name: Words
    values: tuple[_Most, ...]


class _OtherCodes(Struct, forbid_unknown_fields=True, frozen=True):
    form: Words
    hint: Words
    mark: Mark
    sources: tuple[str, ...]


class _File(Struct, forbid_unknown_fields=True, frozen=True):
    set: tuple[_Set, ...]
    limit: tuple[_Limit, ...]
    other_codes: tuple[_OtherCodes, ...]
    reasons: dict[str, Words]
    labels: dict[str, Words]


def review(root: Path, known: Sources) -> ReviewRules:
    """The rules of the review. RuleFileProblem names file, key and reason where one is not right."""
    read = checks.table(root, FILE, _File)
    _all_there([entry.name for entry in read.set], SET_NAMES)
    _all_there([entry.name for entry in read.limit], LIMIT_NAMES)
    _all_there(list(read.reasons), REASONS)
    _places_fit(read.labels, read.reasons)
    return ReviewRules(
        {entry.name: _names(entry.name, entry.values, known) for entry in read.set},
        {entry.name: _limit(entry, known) for entry in read.limit},
        read.labels,
        read.reasons,
        tuple(_other_codes(entry, known) for entry in read.other_codes),
    )


def _names(key: str, values: tuple[_Members, ...], known: Sources) -> Dated[Names]:
    _dated(key, values, known)
    for value in values:
        checks.once(FILE, value.members)
    return Dated(tuple(From(v.day, frozenset(v.members), v.mark, v.sources) for v in values))


def _limit(entry: _Limit, known: Sources) -> Dated[int]:
    _dated(entry.name, entry.values, known)
    return Dated(tuple(From(v.day, v.most, v.mark, v.sources) for v in entry.values))


def _dated(key: str, values: tuple[_Members, ...] | tuple[_Most, ...], known: Sources) -> None:
    if not values:
        raise checks.RuleFileProblem(FILE, key, "has no values; give the one in force and the day it began")
    checks.rising(FILE, key, [value.day for value in values])
    for value in values:
        checks.sourced(FILE, key, value.sources, known.by_id)


def _other_codes(entry: _OtherCodes, known: Sources) -> OtherCodes:
    checks.sourced(FILE, entry.form, entry.sources, known.by_id)
    try:
        re.compile(entry.form)
    except re.error as error:
        raise checks.RuleFileProblem(FILE, entry.form, f"is not a regular expression: {error}") from error
    return OtherCodes(entry.form, entry.hint)


def _all_there(found: list[str], wanted: Iterable[str]) -> None:
    checks.once(FILE, found)
    allowed = ", ".join(sorted(wanted))
    for name in found:
        if name not in wanted:
            raise checks.RuleFileProblem(FILE, name, f"is no name here; allowed are {allowed}")
    for name in wanted:
        if name not in found:
            raise checks.RuleFileProblem(FILE, name, "is missing; the review cannot do without it")


def _places_fit(labels: Mapping[str, str], reasons: Mapping[str, str]) -> None:
    for path, label in labels.items():
        if _places(path, label) != [""] * path.count("[]"):
            raise checks.RuleFileProblem(FILE, path, "needs one {} for each [] of its path, and no other")
    for name, reason in reasons.items():
        strange = set(_places(name, reason)) - REASONS[name]
        if strange:
            raise checks.RuleFileProblem(FILE, name, f"has a place that nothing fills: {', '.join(sorted(strange))}")


def _places(key: str, words: str) -> list[str]:
    """The names in the braces of a text."""
    try:
        return [name for _, name, _, _ in string.Formatter().parse(words) if name is not None]
    except ValueError as error:
        raise checks.RuleFileProblem(FILE, key, f"has braces that do not close: {error}") from error
