"""The refund of a returned item as a request writes it: the original whole, what came back, and what was paid back."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop import border
from desktop.core.credit import Credit, Return
from desktop.operations.code_wire import Money
from desktop.operations.superbill_wire import Charge, Language, Payment, Units, WireSuperbill, superbill
from desktop.operations.texts import tidy

Place = Annotated[int, Meta(ge=0, le=999_999, description="a place in the original, a whole number from 0")]


class ReturnedLine(Struct, forbid_unknown_fields=True):
    """Units of a line of the original. `amount` null: their share of its charge."""

    line: Place
    units: Units
    amount: Charge | None


class ReturnedCharge(Struct, forbid_unknown_fields=True):
    """A charge without a code. `amount` null: what is left of it."""

    charge: Place
    amount: Money | None


class WireReturn(Struct, forbid_unknown_fields=True):
    """What came back at one time."""

    lines: list[ReturnedLine]
    tax: Charge | None
    refunds: list[Payment]
    other_charges: list[ReturnedCharge] = []


class WireCredit(Struct, forbid_unknown_fields=True):
    """The whole request. `earlier` are the returns that were credited on the same original before."""

    issued_on: date | None
    language: Language
    number: str | None
    reason: str | None
    original: WireSuperbill
    returned: WireReturn
    earlier: list[WireReturn] = []


def from_wire(raw: object) -> Credit:
    """The credit of a decoded request. NotRight names the first field that does not fit."""
    wire = border.convert(tidy(raw, WireCredit), WireCredit)
    return Credit(
        number=wire.number,
        issued_on=wire.issued_on,
        language=wire.language,
        reason=wire.reason,
        original=superbill(wire.original),
        returned=_return(wire.returned),
        earlier=tuple(_return(earlier) for earlier in wire.earlier),
    )


def _return(wire: WireReturn) -> Return:
    return msgspec.convert(wire, Return, from_attributes=True)
