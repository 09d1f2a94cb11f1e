"""From what goes out of the door to the codes and modifiers, with the reasons: the answer to one request."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.core import modifiers, money
from desktop.core.codes import Catalogue, CodedLine
from desktop.core.coding_findings import findings
from desktop.core.coding_look import Look, Placed, billed, sold_under_rental_words
from desktop.core.coding_rules import Choice, CodingRules, ItemRule, When
from desktop.core.finding import Finding
from desktop.core.modifiers import Decided
from desktop.core.request import Item, Request
from desktop.core.rulebook import Rulebook
from desktop.core.superbill import Narrative


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another code that a plan may take instead, and when."""

    item: int
    code: str
    modifiers: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A code that people mistake for the right one, and why it is not."""

    code: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """The whole answer. `missing` names by their paths what must still be asked."""

    lines: tuple[CodedLine, ...]
    alternatives: tuple[Alternative, ...]
    rejected: tuple[Rejected, ...]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


NocCode = Callable[[str], str | None]


def find(request: Request, rulebook: Rulebook, catalogue: Catalogue, noc_code: NocCode) -> Coding:
    """Codes, modifiers, findings and what is missing. `noc_code` tells which code words already stand for, if any."""
    rules = rulebook.coding
    placed = tuple(_place(index, item, request, rules) for index, item in enumerate(request.items))
    decided = {(each.index, code): modifiers.decide(request, each.item, code, rules) for each, code in _billed(placed)}
    alternatives = tuple(each for place in placed for each in _alternatives(place, decided, rulebook, catalogue))
    look = Look(request, placed, decided, rulebook, catalogue, noc_code)
    return Coding(
        tuple(_line(place, code, decided[place.index, code], rules, catalogue) for place, code in _billed(placed)),
        alternatives,
        tuple(_rejected(placed, alternatives)),
        findings(look),
        tuple(dict.fromkeys(_missing(request, placed, decided.values(), rules))),
    )


def choice_for(item: Item, request: Request, rules: CodingRules, *, plan_asked: bool = True) -> Choice:
    """The first choice that fits. `plan_asked` False leaves out what the plan takes: what the thing is by itself."""
    rule = rules.items[item.item]
    return next(
        choice
        for choice in rule.choices
        if item.transaction in choice.transactions and _holds(choice.when, item, request, rules, plan_asked=plan_asked)
    )


def _holds(when: When, item: Item, request: Request, rules: CodingRules, *, plan_asked: bool) -> bool:
    takes = request.payer.purchase_portable_code if plan_asked else None
    facts = (
        (when.ports, item.ports),
        (when.runs_all_day, item.runs_all_day),
        (when.portable_definition_met, item.portable_definition_met),
        (when.plan_takes, takes),
    )
    high = when.high_flow is None or when.high_flow == _high_contents(request, rules)
    return high and all(asked is None or asked == found for asked, found in facts)


def _high_contents(request: Request, rules: CodingRules) -> bool:
    limit = rules.value("high_flow_contents", request.on)
    flow = request.order.highest_at_rest_lpm
    return limit is not None and flow is not None and flow > limit.value


def _place(index: int, item: Item, request: Request, rules: CodingRules) -> Placed:
    rule = rules.items[item.item]
    choice = choice_for(item, request, rules)
    itself = choice_for(item, request, rules, plan_asked=False)
    return Placed(index, item, rule, choice, itself.codes, billed(item, rule, request, rules))


def _billed(placed: Iterable[Placed]) -> list[tuple[Placed, str]]:
    """Every line: an item that is billed, with each of its codes."""
    return [(place, code) for place in placed if place.billed for code in place.choice.codes]


def _line(place: Placed, code: str, decided: Decided, rules: CodingRules, catalogue: Catalogue) -> CodedLine:
    known = catalogue.code(code)
    story = _story(place.item.narrative) if rules.within("needs_narrative", code) else ""
    return CodedLine(
        place.index,
        code,
        decided.modifiers,
        place.item.quantity,
        (known.long if known else None) or "",
        " ".join((*decided.narrative, story)).strip() or None,
        (place.choice.why, *decided.why),
    )


def _story(narrative: Narrative | None) -> str:
    """The story of a code without words of its own, for item 19."""
    if narrative is None:
        return ""
    price = f"${money.plain(narrative.price)}" if narrative.price is not None else None
    parts = (narrative.description, narrative.purpose, narrative.maker, narrative.model, price, narrative.related_code)
    return ", ".join(part for part in parts if part)


def _alternatives(
    place: Placed, decided: dict[tuple[int, str], Decided], rulebook: Rulebook, catalogue: Catalogue
) -> Iterable[Alternative]:
    """For what is sold under a code whose official words say rental: the code that some plans take instead."""
    instead = rulebook.coding.sold_under_rental_code
    for code in place.choice.codes:
        if place.billed and sold_under_rental_words(place, code, catalogue, rulebook.coding):
            words = instead.words.format(code=code)
            yield Alternative(place.index, instead.code, decided[place.index, code].modifiers, words)


def _rejected(placed: tuple[Placed, ...], alternatives: Iterable[Alternative]) -> Iterable[Rejected]:
    """The codes that people mistake for the right ones, each once; none that stands on a line or is offered."""
    right = {code for _, code in _billed(placed)} | {each.code for each in alternatives}
    mistaken = {each.code: each for place in reversed(placed) if place.billed for each in reversed(place.rule.mistaken)}
    told = (Rejected(each.code, each.words, each.sources) for each in reversed(mistaken.values()))
    return (rejected for rejected in told if rejected.code not in right)


def _missing(
    request: Request, placed: Iterable[Placed], decided: Iterable[Decided], rules: CodingRules
) -> Iterable[str]:
    if not request.items:
        yield "items"
    if rules.payers[request.payer.kind].coverage_modifiers and request.coverage is None:
        yield "coverage"
    for each in decided:
        yield from each.missing
    for place in placed:
        if place.billed and _asks_flow(place.rule, request, rules):
            yield "order.day_lpm"


def _asks_flow(rule: ItemRule, request: Request, rules: CodingRules) -> bool:
    """Whether the code hangs on the flow, and the flow is not known."""
    hangs = any(choice.when.high_flow is not None for choice in rule.choices)
    dated = rules.value("high_flow_contents", request.on) is not None
    return hangs and dated and request.order.highest_at_rest_lpm is None
