"""Lines for a superbill: from a product of the list, from what was typed, from the finder, with sensible values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from db.book.rows import Product
from desktop.core import money, pointers
from desktop.core.equipment import is_equipment, needs_narrative
from desktop.core.request import Transaction
from desktop.core.superbill import Narrative
from desktop.core.typed_text import NotTyped, TypedLine, parse
from desktop.desk import Desk
from desktop.operations import code as coding
from desktop.operations import plans, products, search
from desktop.operations.book import Book
from desktop.operations.catalogue import shipped
from desktop.operations.counter import lexicon
from desktop.operations.found import Found

_AT_HOME = "12"
_NO_PLAN = "none"
_SOLD_OR_RENTED = (Transaction.SELL_NEW, Transaction.SELL_USED, Transaction.RENT)
_FOUND = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can become lines: a product and what is done with it, or codes. `words` and `help` name it."""

    words: str
    help: str
    product: Product | None = None
    transaction: Transaction | None = None
    typed: tuple[TypedLine, ...] = ()


def offers(book: Book, desk: Desk, text: str) -> list[Offer]:
    """What was typed may mean: codes with their modifiers, products of the store's list, codes found by words."""
    if not text.strip():
        return []
    typed = list(_typed(desk, text))
    return [*typed, *_of_products(desk, products.find(book, text, _FOUND)), *_found(desk, text, typed)]


def lines(book: Book, desk: Desk, wire: Mapping[str, Any], offer: Offer) -> list[dict[str, Any]]:
    """The lines of an offer, as the request writes them: today, at home, for all diagnoses, at the list's price."""
    if offer.product is None:
        return [line(desk, wire, each.code, each.modifiers) for each in offer.typed]
    return _product_lines(book, desk, wire, offer.product, offer.transaction or Transaction.SELL_NEW)


def product_lines(book: Book, desk: Desk, wire: Mapping[str, Any], number: int) -> list[dict[str, Any]]:
    """The lines of a product of the list, with what is mostly done with it. BookProblem where there is none."""
    offer = next(_of_products(desk, [products.read(book, number)]))
    return lines(book, desk, wire, offer)


def found_lines(desk: Desk, wire: Mapping[str, Any], found: Found) -> list[dict[str, Any]]:
    """The lines that the finder found, or that were typed there: on the day it was asked for, else today."""
    day = (found.request.on if found.request else desk.today).isoformat()
    return [
        line(desk, wire, each.code, each.modifiers)
        | {"from": day, "to": day, "units": each.units, "narrative": _told(each.narrative) if each.narrative else None}
        for each in found.lines
    ]


def recoded(row: Mapping[str, Any], found: Found) -> dict[str, Any]:
    """A line with the code that the finder found for it; all else stays as it is."""
    first = found.lines[0]
    told = _told(first.narrative) if first.narrative else row["narrative"]
    return dict(row) | {"code": first.code, "modifiers": list(first.modifiers), "narrative": told}


def line(desk: Desk, wire: Mapping[str, Any], code: str | None, modifiers: Sequence[str]) -> dict[str, Any]:
    """A line with this code on today's date, at home, for all diagnoses; nothing else is known of it."""
    today = desk.today.isoformat()
    return {
        "from": today,
        "to": today,
        "pos": _AT_HOME,
        "code": code,
        "modifiers": list(modifiers),
        "units": 1,
        "charge": "0.00",
        "pointers": pointers.for_all(wire["diagnoses"]),
        "maker": None,
        "model": None,
        "serial": None,
        "rental_month": None,
        "narrative": None,
        "purchase_price": None,
    }


def has_serial(desk: Desk, code: str | None) -> bool:
    """Whether what the code stands for has a serial number that an insurer asks for."""
    return is_equipment(code, desk.rules.coding)


def needs_story(desk: Desk, code: str | None) -> bool:
    """Whether the code says nothing by itself, so that it must be told what it is."""
    return needs_narrative(code, desk.rules.coding)


def official_words(desk: Desk, code: str | None) -> str:
    """The code's short words; empty where it has none or is not known."""
    known = desk.catalogue.code(code) if code else None
    return (known.short or known.long or "") if known else ""


def _typed(desk: Desk, text: str) -> Iterator[Offer]:
    try:
        typed = parse(text)
    except NotTyped:
        return
    words = "; ".join(official_words(desk, each.code) for each in typed)
    yield Offer("  +  ".join(each.words for each in typed), words, typed=typed)


def _of_products(desk: Desk, found: Sequence[Product]) -> Iterator[Offer]:
    for product in found:
        rule = desk.rules.coding.items[product.item]
        done = [each for each in _SOLD_OR_RENTED if rule.offers(each)] or list(rule.transactions)
        priced = [each for each in done if _price(product, each) is not None] or done[:1]
        for each in priced:
            price = _price(product, each)
            yield Offer(product.name, money.printed(price) if price is not None else "", product, each)


def _found(desk: Desk, text: str, typed: Sequence[Offer]) -> Iterator[Offer]:
    """Codes that the words lead to, unless they were typed."""
    if typed:
        return
    for found in search.find(shipped(desk), lexicon(desk), text, _FOUND).results:
        if found.kind == "code":
            yield Offer(found.code, found.description, typed=(TypedLine(found.code, ()),))


def _price(product: Product, done: Transaction) -> Any:
    if done.rents:
        return product.rent
    return product.price_used if done is Transaction.SELL_USED else product.price_new


def _product_lines(
    book: Book, desk: Desk, wire: Mapping[str, Any], product: Product, done: Transaction
) -> list[dict[str, Any]]:
    asked = _asked(book, desk, wire, product, done)
    # a plan that never pays for this gives it no code; it is handed out all the same, and a receipt must name it
    found = coding.code(desk, asked).lines or coding.code(desk, asked | {"payer": {"kind": _NO_PLAN}}).lines
    price = money.plain(_price(product, done) or money.ZERO)
    made = []
    for place, each in enumerate(found):
        fresh = line(desk, wire, each.code, each.modifiers) | {"maker": product.maker, "model": product.model}
        fresh |= {"units": each.units, "charge": price if place == 0 else money.plain(money.ZERO)}
        if done.rents and product.price_new is not None:
            fresh["purchase_price"] = money.plain(product.price_new)
        if needs_narrative(each.code, desk.rules.coding):
            fresh["narrative"] = _narrative(product)
        made.append(fresh)
    return made or [line(desk, wire, None, ()) | {"maker": product.maker, "model": product.model, "charge": price}]


def _asked(book: Book, desk: Desk, wire: Mapping[str, Any], product: Product, done: Transaction) -> dict[str, Any]:
    """The finder's request for a product that goes out today."""
    payer, order = wire["payer"], wire["order"]
    wants = next((plan for plan in plans.find(book, payer["name"] or "") if plan.name == payer["name"]), None)
    return {
        "on": desk.today.isoformat(),
        "payer": {
            "kind": payer["kind"],
            "purchase_portable_code": wants.purchase_portable_code if wants else None,
            "wants_q": bool(wants and wants.wants_q),
            "wants_kx": bool(wants and wants.wants_kx),
        },
        "order": {
            "on_file": wire["prescriber"]["order_date"] is not None,
            "portable": True,
            **{name: order[name] for name in ("day_lpm", "night_lpm", "exertion_lpm")},
        },
        "items": [
            {
                "item": product.item,
                "transaction": done.value,
                "ports": product.ports,
                "runs_all_day": product.runs_all_day,
                "portable_definition_met": product.portable_definition_met,
                "narrative": _narrative(product),
            }
        ],
    }


def _narrative(product: Product) -> dict[str, Any]:
    """What must be told of a thing without a code of its own, as far as the list knows it."""
    return {
        "description": product.description,
        "purpose": None,
        "maker": product.maker,
        "model": product.model,
        "price": money.plain(product.price_new) if product.price_new is not None else None,
        "related_code": None,
    }


def _told(story: Narrative) -> dict[str, Any]:
    return asdict(story) | {"price": money.plain(story.price) if story.price is not None else None}
