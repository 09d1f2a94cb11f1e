"""What is known of a request so far, field by field, and the request that it makes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.core.coding_rules import CodingRules
from desktop.core.questions import Facts, When
from desktop.core.request import Coverage, Cycle, Item, Order, PayerAsked, Request, Transaction
from desktop.core.superbill import Narrative

ITEM = "item.item"
TRANSACTION = "item.transaction"
PAYER = "payer.kind"
FIELDS: Mapping[str, type] = {
    PAYER: str,
    "payer.purchase_portable_code": str,
    "order.on_file": bool,
    "order.portable": bool,
    "order.day_lpm": Decimal,
    "order.night_lpm": Decimal,
    "coverage.met": bool,
    "coverage.group": int,
    "coverage.basis": str,
    "coverage.started": date,
    "coverage.phe": str,
    "coverage.abn": str,
    "coverage.statutory_exclusion": bool,
    "cycle.stationary_month": int,
    "cycle.portable_month": int,
    ITEM: str,
    TRANSACTION: str,
    "item.replace_why": str,
    "item.ports": int,
    "item.portable_definition_met": bool,
    "item.runs_all_day": bool,
    "narrative.description": str,
    "narrative.purpose": str,
    "narrative.maker": str,
    "narrative.model": str,
    "narrative.price": Decimal,
    "narrative.related_code": str,
}
_ORDER = {"on_file": True, "day_lpm": None, "night_lpm": None, "exertion_lpm": None, "portable": False}
_COVERAGE = {
    "met": None,
    "group": None,
    "basis": None,
    "started": None,
    "phe": "none",
    "abn": "none",
    "statutory_exclusion": False,
}


def complete(facts: Facts) -> bool:
    """Whether it is known what goes out of the door, and what is done with it."""
    return ITEM in facts and TRANSACTION in facts


def request(facts: Facts, on: date, rules: CodingRules) -> Request:
    """The request that the facts make, with an order on file until it is denied. Nothing goes out of the door until
    item and transaction are known. KeyError without a payer."""
    payer = PayerAsked(**_part(facts, "payer"))
    covered = rules.payers[payer.kind].coverage_modifiers
    return Request(
        on,
        payer,
        Order(**{**_ORDER, **_part(facts, "order")}),
        Coverage(**{**_COVERAGE, **_part(facts, "coverage")}) if covered else None,
        Cycle(**_part(facts, "cycle")),
        (_item(facts),) if complete(facts) else (),
    )


def holds(when: When, answers: Mapping[str, str], facts: Facts, rules: CodingRules) -> bool:
    """Whether a condition holds, all but its `codes_in`."""
    kind = facts.get(PAYER)
    payer = rules.payers[str(kind)] if kind is not None else None
    return (
        all(answers.get(question) in values for question, values in when.answers.items())
        and all(facts.get(field) in values for field, values in when.facts.items())
        and not any(field in facts for field in when.unset)
        and all(getattr(payer, name, False) for name in when.payer_has)
        and not any(getattr(payer, name, False) for name in when.payer_lacks)
    )


def _item(facts: Facts) -> Item:
    part = _part(facts, "item")
    told = _part(facts, "narrative")
    narrative = Narrative(**told) if told else None
    return Item(**{**part, "transaction": Transaction(part["transaction"])}, narrative=narrative)


def _part(facts: Facts, name: str) -> dict[str, Any]:
    """The facts below a name, without it."""
    start = f"{name}."
    return {path.removeprefix(start): value for path, value in facts.items() if path.startswith(start)}
