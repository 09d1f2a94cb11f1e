"""All that a rule of the finder may look at: the request, what was placed where, and what holds on the day."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.core.codes import Catalogue
from desktop.core.coding_rules import Choice, CodingRules, ItemRule, PayerRule
from desktop.core.finding import Finding
from desktop.core.modifiers import Decided
from desktop.core.request import Item, Request, Transaction
from desktop.core.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its rule and its codes. `itself`: its codes whatever the plan takes; `billed`: it gets lines."""

    index: int
    item: Item
    rule: ItemRule
    choice: Choice
    itself: tuple[str, ...]
    billed: bool


@dataclass(frozen=True, slots=True)
class Look:
    """All that a rule may look at."""

    request: Request
    placed: tuple[Placed, ...]
    decided: Mapping[tuple[int, str], Decided]
    rulebook: Rulebook
    catalogue: Catalogue
    noc_code: Callable[[str], str | None]

    @property
    def rules(self) -> CodingRules:
        """The rules for codes and modifiers."""
        return self.rulebook.coding

    @property
    def payer(self) -> PayerRule:
        """The rules of the payer's kind."""
        return self.rules.payers[self.request.payer.kind]

    def say(self, rule: str, place: Placed | None = None, *, field: str | None = None, **places: object) -> Finding:
        """The finding of a rule, about an item or about the request."""
        words = {"thing": place.rule.words if place else "", "payer": self.payer.words, **places}
        return self.rulebook.findings.finding(rule, item=place.index if place else None, field=field, **words)

    def lines(self) -> Iterator[tuple[Placed, str]]:
        """Every line with its item."""
        return ((place, code) for place in self.placed if place.billed for code in place.choice.codes)

    def rented(self, role: str) -> Iterator[tuple[Placed, str]]:
        """The lines of equipment of a role that are rented or replaced."""
        return ((p, c) for p, c in self.lines() if p.item.transaction.rents and self.rules.within(role, c))

    def month(self, code: str) -> int | None:
        """The month of service that a code's equipment is in."""
        cycle = self.request.cycle
        if self.rules.within("portable", code):
            return cycle.portable_month
        return cycle.stationary_month if self.rules.within("stationary", code) else None


def billed(item: Item, rule: ItemRule, request: Request, rules: CodingRules) -> bool:
    """Whether an item gets a line: not what Medicare never buys, what its rent includes, or what the store bears."""
    payer = rules.payers[request.payer.kind]
    if item.transaction is Transaction.REPLACE and item.replace_why in rules.modifiers.replacement.free:
        return False
    if payer.never_buys and rule.group == "equipment" and item.transaction.sells:
        return False
    return not (payer.bundles_accessories and rule.group == "accessory" and beside_rented(request, rules))


def sold_under_rental_words(place: Placed, code: str, catalogue: Catalogue, rules: CodingRules) -> bool:
    """Whether it is sold under a code whose official words say rental."""
    return place.item.transaction.sells and says_rental(code, catalogue, rules)


def says_rental(code: str, catalogue: Catalogue, rules: CodingRules) -> bool:
    """Whether the official words of a code say rental."""
    known = catalogue.code(code)
    words = (known.long or "") if known else ""
    return re.search(rf"\b{re.escape(rules.rental_word)}\b", words, re.IGNORECASE) is not None


def beside_rented(request: Request, rules: CodingRules) -> bool:
    """Whether oxygen equipment is rented: an item of the request (for wear too), or a month that still counts."""
    rented = any(item.transaction.rents and rules.items[item.item].group == "equipment" for item in request.items)
    months = (request.cycle.stationary_month, request.cycle.portable_month)
    return rented or any(running(month, request, rules) for month in months)


def running(month: int | None, request: Request, rules: CodingRules) -> bool:
    """Whether a month of service is within the months that are rented."""
    cap = rules.value("cap_months", request.on)
    return month is not None and (cap is None or month <= cap.value)


def over(month: int | None, request: Request, rules: CodingRules) -> bool:
    """Whether the months that are rented are over."""
    return month is not None and not running(month, request, rules)
