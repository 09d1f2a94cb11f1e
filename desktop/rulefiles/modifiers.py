"""Reads `rules/modifiers.toml`: which modifiers stand on a line, in which order, and why."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from desktop.core.codes import Why
from desktop.core.coding_rules import (
    CoverageRow,
    CoverageTable,
    FlowRow,
    ModifierRules,
    Overflow,
    Place,
    Replacement,
    Standing,
)
from desktop.core.finding import Mark
from desktop.core.request import Transaction
from desktop.core.rulebook import FindingRules, Sources
from desktop.rulefiles import checks

MODIFIERS = "rules/modifiers.toml"

Words = Annotated[str, Meta(min_length=1, description="words")]
Modifier = Annotated[str, Meta(pattern=r"\A[A-Z0-9]{2}\Z", description="a modifier like NU")]
Phe = Literal["none", "flexibility", "waiver"]
Abn = Literal["none", "signed", "voluntary"]


class _Place(Struct, forbid_unknown_fields=True, frozen=True):
    words: Words
    modifiers: tuple[Modifier, ...]
    one_of: bool
    sources: tuple[str, ...]


class _Standing(Struct, forbid_unknown_fields=True, frozen=True):
    modifier: Modifier
    why: Words
    mark: Mark
    sources: tuple[str, ...]


class _Overflow(_Standing, forbid_unknown_fields=True, frozen=True):
    most: int


class _Transaction(_Standing, forbid_unknown_fields=True, frozen=True):
    id: Transaction


class _Reason(Struct, forbid_unknown_fields=True, frozen=True):
    id: Words
    words: Words


class _Replacement(_Standing, forbid_unknown_fields=True, frozen=True):
    free: tuple[str, ...]
    reason: tuple[_Reason, ...]


class _Flow(_Standing, forbid_unknown_fields=True, frozen=True):
    flow: Literal["low", "high"]
    same: bool
    on: tuple[Literal["stationary", "portable"], ...]
    portable: bool | None = None


class _Row(Struct, forbid_unknown_fields=True, frozen=True):
    met: bool
    modifiers: tuple[Modifier, ...]
    why: Words
    mark: Mark
    sources: tuple[str, ...]
    phe: tuple[Phe, ...] | None = None
    abn: tuple[Abn, ...] | None = None
    statutory_exclusion: bool | None = None
    started_from: date | None = None
    started_before: date | None = None
    group: bool = False
    narrative: Words | None = None
    says: str | None = None


class _Coverage(Struct, forbid_unknown_fields=True, frozen=True):
    before: str
    sources: tuple[str, ...]
    groups: dict[str, Modifier]
    high_flow_groups: tuple[int, ...]
    confirm: Modifier
    row: tuple[_Row, ...]
    no_order: _Standing
    on_wish: _Standing
    first_day: date = field(name="from")


class _File(Struct, forbid_unknown_fields=True, frozen=True):
    place: tuple[_Place, ...]
    overflow: _Overflow
    transaction: tuple[_Transaction, ...]
    replacement: _Replacement
    flow: tuple[_Flow, ...]
    coverage: _Coverage


def modifiers(root: Path, known: Sources, said: FindingRules) -> ModifierRules:
    """The rules for modifiers. Every modifier that a rule names has one place on the line."""
    read = checks.table(root, MODIFIERS, _File)
    for key, sources in _sources(read):
        checks.sourced(MODIFIERS, key, sources, known.by_id)
    checks.once(MODIFIERS, [modifier for place in read.place for modifier in place.modifiers])
    _placed(read)
    _said(read.coverage, said)
    _rows_in_order(read.coverage)
    return ModifierRules(
        tuple(Place(place.modifiers, place.one_of) for place in read.place),
        Overflow(read.overflow.most, read.overflow.modifier, _why(read.overflow)),
        {each.id: _standing(each) for each in read.transaction},
        tuple(_flow(row) for row in read.flow),
        _coverage(read.coverage),
        Replacement(
            _standing(read.replacement),
            {reason.id: reason.words for reason in read.replacement.reason},
            read.replacement.free,
        ),
    )


def _sources(read: _File) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield from ((f"place {place.words}", place.sources) for place in read.place)
    yield "overflow", read.overflow.sources
    yield from ((f"transaction {each.id}", each.sources) for each in read.transaction)
    yield "replacement", read.replacement.sources
    yield from ((f"flow {row.modifier}", row.sources) for row in read.flow)
    yield "coverage", read.coverage.sources
    yield from ((f"coverage.row {row.why}", row.sources) for row in read.coverage.row)
    yield "coverage.no_order", read.coverage.no_order.sources
    yield "coverage.on_wish", read.coverage.on_wish.sources


def _placed(read: _File) -> None:
    places = {modifier for place in read.place for modifier in place.modifiers}
    named = [
        *(each.modifier for each in (*read.transaction, *read.flow)),
        *(modifier for row in read.coverage.row for modifier in row.modifiers),
        *read.coverage.groups.values(),
        read.coverage.no_order.modifier,
        read.coverage.on_wish.modifier,
        read.replacement.modifier,
    ]
    for modifier in named:
        if modifier not in places:
            raise checks.RuleFileProblem(MODIFIERS, modifier, "has no place on the line")


def _said(coverage: _Coverage, said: FindingRules) -> None:
    for rule in (coverage.before, *(row.says for row in coverage.row if row.says)):
        if rule not in said.by_id:
            raise checks.RuleFileProblem(MODIFIERS, rule, "is no finding of rules/findings-*.toml")


def _rows_in_order(coverage: _Coverage) -> None:
    for row in coverage.row:
        if row.started_from and row.started_before and row.started_from >= row.started_before:
            reason = f"has dates out of order: from {row.started_from}, before {row.started_before}"
            raise checks.RuleFileProblem(MODIFIERS, f"coverage.row {row.why}", reason)


def _why(each: _Standing | _Row) -> Why:
    return Why(each.why, each.sources, each.mark)


def _standing(each: _Standing) -> Standing:
    return Standing(each.modifier, _why(each))


def _flow(row: _Flow) -> FlowRow:
    return FlowRow(row.modifier, row.flow == "high", row.same, row.portable, row.on, _why(row))


def _coverage(read: _Coverage) -> CoverageTable:
    return CoverageTable(
        read.first_day,
        read.before,
        {int(number): modifier for number, modifier in read.groups.items()},
        read.high_flow_groups,
        read.confirm,
        tuple(_row(row) for row in read.row),
        _standing(read.no_order),
        _standing(read.on_wish),
    )


def _row(row: _Row) -> CoverageRow:
    return CoverageRow(
        row.met,
        row.phe,
        row.abn,
        row.statutory_exclusion,
        row.started_from,
        row.started_before,
        row.group,
        row.modifiers,
        row.narrative,
        row.says,
        _why(row),
    )
