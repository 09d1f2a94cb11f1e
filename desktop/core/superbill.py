"""The superbill as it was entered: who, what, when, for how much. Null where something is not known yet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.core.money import ZERO

NOT_SAID = "X"  # the sex of somebody who is not told to be F or M: a request cannot leave it out


@dataclass(frozen=True, slots=True)
class Address:
    """A US postal address."""

    line1: str | None
    line2: str | None
    city: str | None
    state: str | None
    zip: str | None


@dataclass(frozen=True, slots=True)
class Supplier:
    """The store. `npi` is its national provider identifier, `ein` its tax number, `taxonomy` what kind of provider."""

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


@dataclass(frozen=True, slots=True)
class Patient:
    """Who uses the equipment. `insured_name` is asked when `relationship` is not `self`."""

    first: str | None
    middle: str | None
    last: str | None
    dob: date | None
    sex: str
    phone: str | None
    address: Address
    member_id: str | None
    group: str | None
    relationship: str
    insured_name: str | None


@dataclass(frozen=True, slots=True)
class Payer:
    """The plan; `kind` as in the contract (`medicare`, `commercial`, …)."""

    kind: str
    name: str | None
    address: Address | None


@dataclass(frozen=True, slots=True)
class Prescriber:
    """The ordering practitioner."""

    first: str | None
    last: str | None
    credentials: str | None
    npi: str | None
    phone: str | None
    order_date: date | None


@dataclass(frozen=True, slots=True)
class OxygenOrder:
    """What was ordered: flows in liters per minute, hours a day, months of need."""

    day_lpm: float | None
    night_lpm: float | None
    exertion_lpm: float | None
    device: str | None
    hours_per_day: float | None
    length_of_need_months: int | None


@dataclass(frozen=True, slots=True)
class Narrative:
    """What must be told of an item without a code of its own; `price` is the store's list price in dollars."""

    description: str | None = None
    purpose: str | None = None
    maker: str | None = None
    model: str | None = None
    price: Decimal | None = None
    related_code: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One coded line. `charge` is for all units, in dollars; `pointers` are the letters of its diagnoses."""

    from_: date | None
    to: date | None
    pos: str | None
    code: str | None
    modifiers: tuple[str, ...]
    units: int
    charge: Decimal
    pointers: tuple[str, ...]
    maker: str | None
    model: str | None
    serial: str | None
    rental_month: int | None
    purchase_price: Decimal | None
    narrative: Narrative | None


@dataclass(frozen=True, slots=True)
class OtherCharge:
    """What has no code: delivery, a bag, a discount (negative)."""

    description: str | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received."""

    on: date | None
    method: str | None
    amount: Decimal | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class Superbill:
    """The whole document as entered. Strings of blanks have become None on the way in."""

    issued_on: date | None
    language: str
    number: str | None
    supplier: Supplier
    patient: Patient
    payer: Payer
    prescriber: Prescriber
    order: OxygenOrder
    diagnoses: tuple[str, ...]
    lines: tuple[Line, ...]
    other_charges: tuple[OtherCharge, ...]
    tax: Decimal | None
    payments: tuple[Payment, ...]

    @property
    def total(self) -> Decimal:
        """All lines, other charges and tax."""
        lines = sum((line.charge for line in self.lines), ZERO)
        others = sum((other.amount or ZERO for other in self.other_charges), ZERO)
        return lines + others + (self.tax or ZERO)

    @property
    def paid(self) -> Decimal:
        """All payments."""
        return sum((payment.amount or ZERO for payment in self.payments), ZERO)

    @property
    def balance(self) -> Decimal:
        """What is still owed; negative where more was paid than charged."""
        return self.total - self.paid
