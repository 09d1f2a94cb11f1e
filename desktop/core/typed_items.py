"""Which item of the counter, and what is done with it, a typed code and its modifiers stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.coding_rules import Choice, CodingRules, ItemRule, When
from desktop.core.request import Item, Request, Transaction
from desktop.core.typed_text import TypedLine


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Something else for which people type a code: what it is, its right codes, and why the typed one is not."""

    code: str
    item: str
    right: tuple[str, ...]
    words: str
    sources: tuple[str, ...]


def item_for(line: TypedLine, request: Request, rules: CodingRules) -> Item | None:
    """The item that a line stands for; None where the code is none that oxygen items have.

    Where several items have the code, the one that has it with what was done comes first, then the one that has it
    without further conditions. Without a modifier that says what was done, it is the first thing that the item offers.
    """
    found = [(rule, choice) for rule in rules.items.values() for choice in rule.choices if line.code in choice.codes]
    if not found:
        return None
    rule, choice = min(found, key=lambda each: _distance(line, each[0], each[1], request, rules))
    done = next((each for each in transactions(line, rules) if rule.offers(each)), None)
    transaction = done or next(each for each in rule.transactions if each in choice.transactions)
    return _item(rule, choice.when, transaction, rules)


def transactions(line: TypedLine, rules: CodingRules) -> Iterator[Transaction]:
    """What may have been done by the line's modifiers; a replacement is said by its own beside that of the rent."""
    replaced = rules.modifiers.replacement.standing.modifier in line.modifiers
    said = [done for done, standing in rules.modifiers.transactions.items() if standing.modifier in line.modifiers]
    yield from (done for done in said if (done is Transaction.REPLACE) == replaced)
    yield from (done for done in said if (done is Transaction.REPLACE) != replaced)


def done_is_open(line: TypedLine, item: Item, rules: CodingRules) -> bool:
    """Whether the line does not say what was done with the item: it has none of the modifiers for it, or several."""
    if not rules.items[item.item].transaction_modifier:
        return False
    return len({*line.modifiers} & {*rules.modifiers.places[0].modifiers}) != 1


def mistaken_for(code: str, done: Transaction | None, rules: CodingRules) -> Iterator[LookAlike]:
    """The other items for which people type this code, each with what it has when the same is done with it.

    None where it is not known what was done: all that can be done with an item counts then.
    """
    for rule in rules.items.values():
        choices = (choice for choice in reversed(rule.choices) if done is None or done in choice.transactions)
        right = next((choice.codes for choice in choices), ())
        for mistaken in rule.mistaken if right and code not in right else ():
            if mistaken.code == code:
                yield LookAlike(code, rule.words, right, mistaken.words, mistaken.sources)


def any_reason(rules: CodingRules) -> str:
    """A reason for which a replacement is billed: a line says that something is replaced, and never why."""
    replacement = rules.modifiers.replacement
    return next(reason for reason in replacement.reasons if reason not in replacement.free)


def _distance(
    line: TypedLine, rule: ItemRule, choice: Choice, request: Request, rules: CodingRules
) -> tuple[bool, bool, bool, int]:
    """How far an item's choice is from the line: the nearest is meant."""
    done = set(transactions(line, rules))
    says = bool(done & set(choice.transactions)) or (not done and not rule.transaction_modifier)
    taken = choice.when.plan_takes
    plan = taken is not None and taken == request.payer.purchase_portable_code
    free = choice.when == When() or choice.when.ports is not None or choice.when.high_flow is not None
    return not says, not plan, not free, len(choice.codes)


def _item(rule: ItemRule, when: When, done: Transaction, rules: CodingRules) -> Item:
    """The item with what the choice asks of it. A line names one code, so no device is taken to do two jobs."""
    met = True if when.portable_definition_met is None else when.portable_definition_met
    why = any_reason(rules) if done is Transaction.REPLACE else None
    return Item(rule.id, done, why, ports=when.ports or 1, portable_definition_met=met)
