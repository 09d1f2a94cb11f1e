"""The `code` request as other programs write it, checked, and made into what core decides from."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from desktop import border
from desktop.core import money
from desktop.core.coding_rules import CodingRules
from desktop.core.request import Coverage, Cycle, Item, Order, PayerAsked, Request, Transaction
from desktop.core.superbill import Narrative

# Below a trillion dollars sums stay exact, and a page has room for them.
DOLLARS = r"0*[0-9]{1,12}\.[0-9]{2}"
Money = Annotated[str, Meta(pattern=rf"\A-?{DOLLARS}\Z", description="an amount as a text like 2495.00")]
Flow = Annotated[float, Meta(ge=0, le=100, description="liters a minute, a number from 0 to 100")]
Count = Annotated[int, Meta(ge=1, le=100_000, description="a whole number from 1 on")]
PayerKind = Literal["medicare", "medicare_advantage", "medicaid", "tricare", "commercial", "none"]
ReplaceWhy = Literal["lost", "stolen", "damaged", "supplier_exit", "worn", "useful_life"]


class NarrativeWire(Struct, forbid_unknown_fields=True, frozen=True):
    """What must be told of an item without a code of its own."""

    description: str | None = None
    purpose: str | None = None
    maker: str | None = None
    model: str | None = None
    price: Money | None = None
    related_code: str | None = None

    def core(self) -> Narrative:
        """The same in core's types; blanks are nothing."""
        return Narrative(
            blank_as_none(self.description),
            blank_as_none(self.purpose),
            blank_as_none(self.maker),
            blank_as_none(self.model),
            money.parse(self.price) if self.price is not None else None,
            blank_as_none(self.related_code),
        )


class _Payer(Struct, forbid_unknown_fields=True, frozen=True):
    kind: PayerKind
    purchase_portable_code: str | None = None
    wants_q: bool = False
    wants_kx: bool = False


class _Order(Struct, forbid_unknown_fields=True, frozen=True):
    on_file: bool
    day_lpm: Flow | None
    portable: bool
    night_lpm: Flow | None = None
    exertion_lpm: Flow | None = None


class _Coverage(Struct, forbid_unknown_fields=True, frozen=True):
    met: bool | None
    group: Literal[1, 2, 3] | None
    basis: Literal["rest", "exertion", "sleep"] | None
    started: date | None
    phe: Literal["none", "flexibility", "waiver"]
    abn: Literal["none", "signed", "voluntary"]
    statutory_exclusion: bool


class _Cycle(Struct, forbid_unknown_fields=True, frozen=True):
    stationary_month: Count | None
    portable_month: Count | None


class _Item(Struct, forbid_unknown_fields=True, frozen=True):
    item: str
    transaction: Transaction
    replace_why: ReplaceWhy | None = None
    quantity: Count = 1
    ports: Literal[1, 2] = 1
    patients_sharing: Count = 1
    portable_definition_met: bool = True
    runs_all_day: bool = False
    narrative: NarrativeWire | None = None


class CodeRequest(Struct, forbid_unknown_fields=True, frozen=True):
    """The whole request."""

    on: date
    payer: _Payer
    order: _Order
    items: tuple[_Item, ...]
    coverage: _Coverage | None = None
    cycle: _Cycle | None = None


def blank_as_none(text: str | None) -> str | None:
    """A text without the blanks around it; nothing where only blanks were."""
    return (text.strip() or None) if text is not None else None


def request(raw: object, rules: CodingRules) -> Request:
    """A checked request. NotRight names the field, what was found and what is allowed."""
    wire = border.convert(raw, CodeRequest)
    _check_taken(wire.payer.purchase_portable_code, rules)
    return Request(
        wire.on,
        PayerAsked(wire.payer.kind, wire.payer.purchase_portable_code, wire.payer.wants_q, wire.payer.wants_kx),
        _order(wire.order),
        _coverage(wire.coverage) if wire.coverage else None,
        Cycle(wire.cycle.stationary_month, wire.cycle.portable_month) if wire.cycle else Cycle(),
        tuple(_item(place, item, rules) for place, item in enumerate(wire.items)),
    )


def _order(wire: _Order) -> Order:
    return Order(wire.on_file, _flow(wire.day_lpm), _flow(wire.night_lpm), _flow(wire.exertion_lpm), wire.portable)


def _flow(value: float | None) -> Decimal | None:
    """The number as it was written, so that averages are exact."""
    return Decimal(repr(value)) if value is not None else None


def _coverage(wire: _Coverage) -> Coverage:
    return Coverage(wire.met, wire.group, wire.basis, wire.started, wire.phe, wire.abn, wire.statutory_exclusion)


def _item(place: int, wire: _Item, rules: CodingRules) -> Item:
    rule = rules.items.get(wire.item)
    if rule is None:
        allowed = ", ".join(rules.items)
        raise border.NotRight(f"items[{place}].item", f'found "{wire.item}"; allowed is one of {allowed}')
    if not rule.offers(wire.transaction):
        allowed = ", ".join(rule.transactions)
        words = f'found "{wire.transaction}"; for {wire.item} allowed is {allowed}'
        raise border.NotRight(f"items[{place}].transaction", words)
    _check_why(place, wire.transaction, wire.replace_why)
    return Item(
        wire.item,
        wire.transaction,
        wire.replace_why,
        wire.quantity,
        wire.ports,
        wire.patients_sharing,
        wire.portable_definition_met,
        wire.runs_all_day,
        wire.narrative.core() if wire.narrative else None,
    )


def _check_taken(code: str | None, rules: CodingRules) -> None:
    """Whether that is a code of which a plan may take one for what is sold."""
    allowed = sorted(frozenset().union(*(rule.plan_may_take for rule in rules.items.values())))
    if code is not None and code not in allowed:
        words = f'found "{code}"; allowed is {", ".join(allowed)} or null'
        raise border.NotRight("payer.purchase_portable_code", words)


def _check_why(place: int, transaction: Transaction, why: ReplaceWhy | None) -> None:
    path = f"items[{place}].replace_why"
    if transaction is Transaction.REPLACE and why is None:
        raise border.NotRight(path, f"is missing; a replacement needs its reason: {', '.join(get_args(ReplaceWhy))}")
    if transaction is not Transaction.REPLACE and why is not None:
        raise border.NotRight(path, f'found "{why}"; only the transaction "replace" has a reason')
