"""The superbill as a request writes it: which fields there are, what each may hold, and back again.

Every field is there, though most may be null: what an insurer needs is the review's to say, not the form's.
"""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from desktop import border
from desktop.core.superbill import Superbill
from desktop.operations.code_wire import DOLLARS, Flow, Money, NarrativeWire, PayerKind
from desktop.operations.texts import tidy

Charge = Annotated[
    str, Meta(pattern=rf"\A(?:{DOLLARS}|-0+\.00)\Z", description="an amount as a text like 2495.00, not negative")
]
Hours = Annotated[float, Meta(ge=0, le=24, description="a number from 0 to 24")]
Months = Annotated[int, Meta(ge=1, le=9999, description="a whole number of months from 1")]
Units = Annotated[int, Meta(ge=1, le=999_999, description="a whole number from 1 to 999999")]
Language = Literal["en", "es"]
Relationship = Literal["self", "spouse", "child", "other"]
Sex = Literal["F", "M", "X"]


class Address(Struct, forbid_unknown_fields=True):
    """A US postal address."""

    line1: str | None
    line2: str | None
    city: str | None
    state: str | None
    zip: str | None


class Supplier(Struct, forbid_unknown_fields=True):
    """The store."""

    legal_name: str | None
    dba: str | None
    npi: str | None
    ein: str | None
    taxonomy: str | None
    license: str | None
    phone: str | None
    email: str | None
    address: Address
    medicare_enrolled: bool | None


class Patient(Struct, forbid_unknown_fields=True):
    """Who uses the equipment."""

    first: str | None
    middle: str | None
    last: str | None
    dob: date | None
    sex: Sex
    phone: str | None
    address: Address
    member_id: str | None
    group: str | None
    relationship: Relationship
    insured_name: str | None


class Payer(Struct, forbid_unknown_fields=True):
    """The plan."""

    kind: PayerKind
    name: str | None
    address: Address | None


class Prescriber(Struct, forbid_unknown_fields=True):
    """The ordering doctor."""

    first: str | None
    last: str | None
    credentials: str | None
    npi: str | None
    phone: str | None
    order_date: date | None


class OxygenOrder(Struct, forbid_unknown_fields=True):
    """What the doctor ordered."""

    day_lpm: Flow | None
    night_lpm: Flow | None
    exertion_lpm: Flow | None
    device: str | None
    hours_per_day: Hours | None
    length_of_need_months: Months | None


class Line(Struct, forbid_unknown_fields=True):
    """One coded line."""

    from_: date | None = msgspec.field(name="from")
    to: date | None
    pos: str | None
    code: str | None
    modifiers: list[str]
    units: Units
    charge: Charge
    pointers: list[str]
    maker: str | None
    model: str | None
    serial: str | None
    rental_month: Months | None
    narrative: NarrativeWire | None
    purchase_price: Money | None = None


class OtherCharge(Struct, forbid_unknown_fields=True):
    """A charge without a code."""

    description: str | None
    amount: Money | None


class Payment(Struct, forbid_unknown_fields=True):
    """Money received."""

    on: date | None
    method: str | None
    amount: Charge | None
    reference: str | None


class WireSuperbill(Struct, forbid_unknown_fields=True):
    """The whole request."""

    issued_on: date | None
    language: Language
    number: str | None
    supplier: Supplier
    patient: Patient
    payer: Payer
    prescriber: Prescriber
    order: OxygenOrder
    diagnoses: list[str]
    lines: list[Line]
    tax: Charge | None
    payments: list[Payment]
    other_charges: list[OtherCharge] = []


def from_wire(raw: object) -> Superbill:
    """The superbill of a decoded request. NotRight names the first field that does not fit.

    Texts lose blanks at their ends, strings of blanks become null, and codes are written in capitals.
    """
    return superbill(border.convert(tidy(raw, WireSuperbill), WireSuperbill))


def superbill(wire: WireSuperbill) -> Superbill:
    """The superbill of a request that is checked and tidied; its codes are put into capitals."""
    for line in wire.lines:
        line.code = line.code and line.code.upper()
        line.modifiers = [modifier.upper() for modifier in line.modifiers]
        line.pointers = [pointer.upper() for pointer in line.pointers]
    wire.diagnoses = [diagnosis.upper() for diagnosis in wire.diagnoses]
    return msgspec.convert(wire, Superbill, from_attributes=True)


def to_wire(superbill: Superbill) -> dict[str, Any]:
    """The request that says this superbill."""
    raw: dict[str, Any] = msgspec.to_builtins(superbill)
    raw["lines"] = [{name.removesuffix("_"): value for name, value in line.items()} for line in raw["lines"]]
    return raw
