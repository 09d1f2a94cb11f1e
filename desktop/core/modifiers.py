"""Which modifiers stand on a line, in which order, and why."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.core.codes import Why
from desktop.core.coding_rules import CodingRules, CoverageRow, FlowRow, PayerRule, Standing
from desktop.core.request import Coverage, Item, Request, Transaction


@dataclass(frozen=True, slots=True)
class Decided:
    """The modifiers of a line in their order, what goes into item 19, why, and what was said or asked on the way."""

    modifiers: tuple[str, ...]
    all_modifiers: tuple[str, ...]
    narrative: tuple[str, ...]
    why: tuple[Why, ...]
    says: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one rule adds to a line."""

    standing: tuple[Standing, ...] = ()
    narrative: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def decide(request: Request, item: Item, code: str, rules: CodingRules) -> Decided:
    """The modifiers of one line."""
    payer = rules.payers[request.payer.kind]
    parts = [
        _transaction(item, rules),
        _flow(request, item, code, payer, rules),
        _coverage(request, item, payer, rules),
        _replacement(item, rules),
    ]
    standing = sorted(
        (each for part in parts for each in part.standing), key=lambda each: rules.modifiers.rank(each.modifier)
    )
    everything = tuple(each.modifier for each in standing)
    modifiers, beyond, why = _overflow(everything, rules)
    return Decided(
        modifiers,
        everything,
        beyond + tuple(text for part in parts for text in part.narrative),
        tuple(dict.fromkeys(each.why for each in standing)) + why,
        tuple(rule for part in parts for rule in part.says),
        tuple(path for part in parts for path in part.missing),
    )


def flow_decided(request: Request, rules: CodingRules) -> bool:
    """Whether the payer's claims carry flow modifiers (the day of service aside)."""
    return rules.payers[request.payer.kind].flow_modifiers or request.payer.wants_q


def high_flow(request: Request, rules: CodingRules) -> bool:
    """Whether the flow that decides is a high one on the day of service."""
    limit = rules.value("high_flow", request.on)
    flow = request.order.deciding_lpm
    return limit is not None and flow is not None and flow > limit.value


def low_flow(request: Request, rules: CodingRules) -> bool:
    """Whether the flow that decides is a low one on the day of service."""
    limit = rules.value("low_flow", request.on)
    flow = request.order.deciding_lpm
    return limit is not None and flow is not None and flow < limit.value


def takes_coverage(item: Item, rules: CodingRules) -> bool:
    """Whether a line of this item tells if the plan's conditions are met: equipment, contents and service fees."""
    return rules.items[item.item].group in ("equipment", "contents")


def _transaction(item: Item, rules: CodingRules) -> _Part:
    standing = rules.modifiers.transactions.get(item.transaction)
    if standing is None or not rules.items[item.item].transaction_modifier:
        return _Part()
    return _Part((standing,))


def _flow(request: Request, item: Item, code: str, payer: PayerRule, rules: CodingRules) -> _Part:
    wanted = payer.flow_modifiers or request.payer.wants_q
    role = next((role for role in ("stationary", "portable") if rules.within(role, code)), None)
    if not wanted or not item.transaction.rents or role is None or rules.value("high_flow", request.on) is None:
        return _Part()
    if role == "portable" and not request.order.portable:
        return _Part()
    if request.order.deciding_lpm is None:
        return _Part(missing=("order.day_lpm",))
    row = next((row for row in rules.modifiers.flows if _flow_fits(row, request, rules)), None)
    return _Part((Standing(row.modifier, row.why),)) if row and role in row.on else _Part()


def _flow_fits(row: FlowRow, request: Request, rules: CodingRules) -> bool:
    """A high flow ordered for the night only has no modifier: sources conflict."""
    order = request.order
    reached = high_flow(request, rules) and not order.night_only if row.high else low_flow(request, rules)
    return reached and row.same == order.same_day_and_night and row.portable in (None, order.portable)


def _coverage(request: Request, item: Item, payer: PayerRule, rules: CodingRules) -> _Part:
    if not takes_coverage(item, rules):
        return _Part()
    table = rules.modifiers.coverage
    if not payer.coverage_modifiers:
        refused = request.coverage is not None and request.coverage.met is False
        return _Part((table.on_wish,)) if request.payer.wants_kx and not refused else _Part()
    if item.transaction.sells:
        return _Part()
    if request.on < table.first_day:
        return _Part(says=(table.before,))
    return _by_table(request, item, rules) if request.coverage else _Part()


def _by_table(request: Request, item: Item, rules: CodingRules) -> _Part:
    table = rules.modifiers.coverage
    coverage = _as_counted(request, item)
    extra: tuple[Standing, ...] = ()
    if not request.order.on_file:
        coverage = replace(coverage, met=False, phe="none")
        extra = (table.no_order,)
    row, missing = _row(coverage, table.rows)
    if row is None:
        return _Part(extra, missing=missing)
    return _with_group(row, coverage, extra, rules)


def _as_counted(request: Request, item: Item) -> Coverage:
    """A replacement begins a period of its own, but one of the pandemic's waiver stays what it was."""
    assert request.coverage is not None  # noqa: S101 -- the caller asked
    coverage = request.coverage
    waived = coverage.met is False and coverage.phe == "waiver"
    if item.transaction is Transaction.REPLACE and not waived:
        return replace(coverage, started=request.on)
    return coverage


def _row(coverage: Coverage, rows: tuple[CoverageRow, ...]) -> tuple[CoverageRow | None, tuple[str, ...]]:
    """The first row that fits, or what must be known to find it."""
    if coverage.met is None:
        return None, ("coverage.met",)
    for row in rows:
        if _fits(row, coverage):
            if row.asks_start and coverage.started is None:
                return None, ("coverage.started",)
            if _started(row, coverage.started):
                return row, ()
    return None, ()


def _fits(row: CoverageRow, coverage: Coverage) -> bool:
    """Whether all but the first day of the period fits."""
    return (
        row.met == coverage.met
        and (row.phe is None or coverage.phe in row.phe)
        and (row.abn is None or coverage.abn in row.abn)
        and row.statutory_exclusion in (None, coverage.statutory_exclusion)
    )


def _started(row: CoverageRow, started: date | None) -> bool:
    if started is None:
        return True
    after = row.started_from is None or row.started_from <= started
    return after and (row.started_before is None or started < row.started_before)


def _with_group(row: CoverageRow, coverage: Coverage, extra: tuple[Standing, ...], rules: CodingRules) -> _Part:
    names = row.modifiers
    why = row.why
    if row.group:
        if coverage.group is None:
            return _Part(extra, missing=("coverage.group",))
        group = rules.modifiers.coverage.groups[coverage.group]
        names = (group, *row.modifiers)
        why = replace(why, words=why.words.format(group=group, number=coverage.group))
    standing = tuple(Standing(name, why) for name in names)
    narrative = (row.narrative,) if row.narrative else ()
    return _Part(standing + extra, narrative, (row.says,) if row.says else ())


def _replacement(item: Item, rules: CodingRules) -> _Part:
    if item.transaction is not Transaction.REPLACE or item.replace_why is None:
        return _Part()
    replacement = rules.modifiers.replacement
    return _Part((replacement.standing,), (replacement.reasons[item.replace_why],))


def _overflow(
    modifiers: tuple[str, ...], rules: CodingRules
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Why, ...]]:
    overflow = rules.modifiers.overflow
    if len(modifiers) <= overflow.most:
        return modifiers, (), ()
    kept = (*modifiers[: overflow.most - 1], overflow.modifier)
    return kept, ("".join(modifiers),), (overflow.why,)
