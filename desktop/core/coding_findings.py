"""What the finder says about a request besides its codes: every rule of the table, one function a rule.

A rule is a function of the request and of what was placed; it returns findings and decides nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from desktop.core import modifiers
from desktop.core.coding_look import Look, Placed, beside_rented, over, running, sold_under_rental_words
from desktop.core.equipment import needs_narrative, untold
from desktop.core.finding import Finding
from desktop.core.request import Transaction

Rule = Callable[[Look], Iterable[Finding]]


def findings(look: Look) -> tuple[Finding, ...]:
    """What all rules say, each about an item once, in the order of the items."""
    said = dict.fromkeys(chain.from_iterable(rule(look) for rule in RULES))
    once: dict[tuple[str, int | None], Finding] = {}
    for finding in said:
        once.setdefault((finding.rule, finding.item), finding)
    return tuple(once.values())


def _equipment(look: Look) -> Iterator[Placed]:
    return (place for place in look.placed if place.rule.group == "equipment")


def _contents(look: Look, role: str) -> Iterator[tuple[Placed, str]]:
    return ((p, c) for p, c in look.lines() if look.rules.within(f"contents_{role}", c))


def _never_buys(look: Look) -> Iterator[Finding]:
    for place in _equipment(look):
        if look.payer.never_buys and place.item.transaction.sells:
            yield look.say("medicare-never-buys", place)


def _rental_words(look: Look) -> Iterator[Finding]:
    for place, code in look.lines():
        if sold_under_rental_words(place, code, look.catalogue, look.rules):
            yield look.say("rental-only-descriptor", place, code=code)


def _order(look: Look) -> Iterator[Finding]:
    if not look.request.order.on_file:
        yield look.say("order-missing", field="order.on_file")


def _said_by_modifiers(look: Look) -> Iterator[Finding]:
    for decided in look.decided.values():
        for rule in decided.says:
            yield look.say(rule)


def _cap(look: Look) -> Iterator[Finding]:
    cap = look.rules.value("cap_months", look.request.on)
    for place, code in look.lines():
        month = look.month(code)
        if look.payer.capped and place.item.transaction is Transaction.RENT and over(month, look.request, look.rules):
            yield look.say("cap-reached", place, cap=cap.value if cap else "", month=month)


def _contents_bundled(look: Look) -> Iterator[Finding]:
    rented = any(
        place.item.transaction.rents and look.rules.within("stationary", code)
        for place in _equipment(look)
        for code in place.choice.codes
    )
    if not rented and not running(look.request.cycle.stationary_month, look.request, look.rules):
        return
    rule = "contents-bundled" if look.payer.bundles_contents else "contents-bundled/elsewhere"
    for place, code in chain(_contents(look, "stationary"), _contents(look, "portable")):
        yield look.say(rule, place, code=code)


def _contents_made_at_home(look: Look) -> Iterator[Finding]:
    there = [
        code
        for place in _equipment(look)
        if place.item.transaction is not Transaction.MAINTAIN
        for code in place.itself
    ]
    for role in ("stationary", "portable"):
        makers = [code for code in there if look.rules.within(f"needs_no_contents_{role}", code)]
        for place, code in _contents(look, role) if makers else ():
            yield look.say("contents-homefill", place, code=code, makers=_listed(makers))


def _accessories(look: Look) -> Iterator[Finding]:
    if not beside_rented(look.request, look.rules):
        return
    rule = "accessory-bundled" if look.payer.bundles_accessories else "accessory-bundled/elsewhere"
    for place in look.placed:
        if place.rule.group == "accessory":
            yield look.say(rule, place, code=_listed(place.choice.codes))


def _replacement_only(look: Look) -> Iterator[Finding]:
    ships = {
        accessory
        for place in look.placed
        if place.item.transaction is not Transaction.MAINTAIN
        for accessory in place.rule.ships_with
    }
    for place in look.placed:
        if place.rule.id in ships:
            yield look.say("replacement-only", place, code=_listed(place.choice.codes))


def _duplicates(look: Look) -> Iterator[Finding]:
    for role in ("stationary", "portable"):
        lines = list(look.rented(role))
        for place, _ in lines[1:]:
            yield look.say(f"duplicate-{role}", place, codes=_listed(code for _, code in lines))


def _service_fees(look: Look) -> Iterator[Finding]:
    fees = [(place, code) for place, code in look.lines() if place.item.transaction is Transaction.MAINTAIN]
    for place, code in fees:
        if look.rules.within("service_fee_unsettled", code):
            yield look.say("ms-not-for-code/unsettled", place, code=code)
        elif not look.rules.within("service_fee", code):
            fee_codes = _listed(sorted(look.rules.groups["service_fee"]))
            yield look.say("ms-not-for-code", place, code=code, fee_codes=fee_codes)
    for place, _ in fees[1:]:
        yield look.say("ms-once", place)
    after = look.rules.value("service_fee_after_month", look.request.on)
    for place, code in fees:
        month = look.month(code)
        if after is not None and month is not None and month <= after.value:
            yield look.say("ms-too-early", place, month=month, after=after.value)


def _worn(look: Look) -> Iterator[Finding]:
    for place in look.placed:
        if place.item.replace_why in look.rules.modifiers.replacement.free:
            yield look.say("supplier-replaces-free", place)


def _noc(look: Look) -> Iterator[Finding]:
    for place, code in look.lines():
        if not needs_narrative(code, look.rules):
            continue
        narrative = place.item.narrative
        if lacking := untold(narrative, look.rules):
            field = f"items[{place.index}].narrative"
            yield look.say("noc-narrative", place, field=field, code=code, missing=", ".join(lacking))
        known = look.noc_code(narrative.description or "") if narrative and place.rule.group == "other" else None
        if known:
            yield look.say("noc-when-code-exists", place, code=known)


def _flow(look: Look) -> Iterator[Finding]:
    rented = [*look.rented("stationary"), *look.rented("portable")]
    if not rented or not modifiers.flow_decided(look.request, look.rules):
        return
    if look.rules.value("high_flow", look.request.on) is None:
        yield look.say("q-before-2018")
        return
    yield from _flow_of_order(look)
    for place, code in rented:
        flow = set(look.decided[place.index, code].all_modifiers) & {row.modifier for row in look.rules.modifiers.flows}
        if flow and look.rules.within("flow_unpriced", code):
            yield look.say("flow-code-unpriced", place, code=code, modifier=_listed(flow))


def _flow_of_order(look: Look) -> Iterator[Finding]:
    request = look.request
    high = modifiers.high_flow(request, look.rules)
    if high and request.order.night_only:
        yield look.say("night-only-flow", field="order.night_lpm")
    if modifiers.low_flow(request, look.rules) and request.order.portable:
        yield look.say("low-flow-portable", field="order.day_lpm")
    group = request.coverage.group if request.coverage else None
    if high and look.payer.coverage_findings and group in look.rules.modifiers.coverage.high_flow_groups:
        yield look.say("high-flow-test", field="order.day_lpm")


def _coverage(look: Look) -> Iterator[Finding]:
    """What the national coverage rules say of how the patient qualified."""
    basis = look.request.coverage.basis if look.request.coverage else None
    if not look.payer.coverage_findings:
        return
    for place, _ in look.rented("portable"):
        if basis == "sleep":
            yield look.say("sleep-only-portable", place)
        yield look.say("portable-mobility", place)
    for place, code in look.rented("stationary"):
        if basis == "exertion":
            yield look.say("exertion-only-stationary", place, code=code)


def _group_for_few(look: Look) -> Iterator[Finding]:
    for place, code in look.lines():
        if look.rules.modifiers.coverage.confirm not in look.decided[place.index, code].all_modifiers:
            continue
        yield look.say("group3-confirm", place, code=code)
        if look.rules.within("portable", code):
            yield look.say("group3-portable", place, code=code)


def _between_caps(look: Look) -> Iterator[Finding]:
    cycle = look.request.cycle
    capped = over(cycle.stationary_month, look.request, look.rules)
    if capped and running(cycle.portable_month, look.request, look.rules):
        for place, code in _contents(look, "portable"):
            yield look.say("contents-between-caps", place, code=code)


def _sold(look: Look) -> Iterator[Finding]:
    for place in _equipment(look):
        if look.payer.may_only_rent and place.item.transaction.sells:
            yield look.say("plan-may-only-rent", place)


def _portable_definition(look: Look) -> Iterator[Finding]:
    for place in look.placed:
        if place.choice.when.portable_definition_met is False:
            yield look.say("portable-definition", place, code=_listed(place.choice.codes))


def _two_codes(look: Look) -> Iterator[Finding]:
    rule = "one-device-two-codes" if look.payer.coverage_findings else "one-device-two-codes/elsewhere"
    for place in look.placed:
        if place.billed and len(place.choice.codes) > 1:
            yield look.say(rule, place, codes=_listed(place.choice.codes))


def _dual_port(look: Look) -> Iterator[Finding]:
    for place, code in look.lines():
        if look.rules.within("dual_port", code):
            yield look.say("dual-port-sharing", place, code=code)


def _plan(look: Look) -> Iterator[Finding]:
    if look.payer.rules_vary:
        yield look.say("plan-rules-vary", field="payer.kind")


def _in_force(look: Look) -> Iterator[Finding]:
    for place, code in look.lines():
        known = look.catalogue.code(code)
        if known is None or not known.in_force(look.request.on):
            yield look.say("code-not-in-force", place, code=code, day=look.request.on)


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(codes))


RULES: tuple[Rule, ...] = (
    _order,
    _never_buys,
    _rental_words,
    _sold,
    _said_by_modifiers,
    _cap,
    _contents_bundled,
    _contents_made_at_home,
    _between_caps,
    _accessories,
    _replacement_only,
    _duplicates,
    _service_fees,
    _worn,
    _noc,
    _flow,
    _coverage,
    _group_for_few,
    _portable_definition,
    _two_codes,
    _dual_port,
    _in_force,
    _plan,
)
