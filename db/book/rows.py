"""The rows of the store's book: frozen, plain values. A row whose `id` is NEW is not in the book yet.

Texts that nobody has typed are None. `deleted` rows can be brought back; nothing lists them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from db.book.first_rows import NEW, Address, Happened, Reason, Store

__all__ = [
    "NEW",
    "Address",
    "Coverage",
    "Doctor",
    "Document",
    "DraftRow",
    "Happened",
    "IssuedLine",
    "OrderRow",
    "Patient",
    "Payment",
    "Plan",
    "Product",
    "Reason",
    "Store",
]


@dataclass(frozen=True, slots=True)
class Patient:
    """Who uses the equipment. `sex` is F, M or X; `language` is that of the paper."""

    id: int = NEW
    first: str | None = None
    middle: str | None = None
    last: str | None = None
    dob: date | None = None
    sex: str | None = None
    phone: str | None = None
    email: str | None = None
    address: Address = field(default_factory=Address)
    language: str = "en"
    note: str | None = None
    deleted: bool = False

    @property
    def name(self) -> str:
        """First, middle and last name as they are written in a line."""
        return " ".join(part for part in (self.first, self.middle, self.last) if part)


@dataclass(frozen=True, slots=True)
class Plan:
    """An insurer's plan; `kind`, what it takes and wants are what the finder asks of a payer. The last four are what it
    pays for a rental, as in `rental_rows.Terms`."""

    id: int = NEW
    kind: str = "commercial"
    name: str | None = None
    phone: str | None = None
    address: Address = field(default_factory=Address)
    purchase_portable_code: str | None = None
    wants_q: bool = False
    wants_kx: bool = False
    deleted: bool = False
    cap_months: int | None = None
    caps_at_price: bool = False
    reset_gap_days: int | None = None
    converts_to_ownership: bool | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A patient's membership in a plan. `insured_name` where `relationship` is not `self`."""

    id: int = NEW
    patient_id: int = NEW
    plan_id: int = NEW
    member_id: str | None = None
    group: str | None = None
    relationship: str = "self"
    insured_name: str | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Doctor:
    """Who orders oxygen."""

    id: int = NEW
    first: str | None = None
    last: str | None = None
    credentials: str | None = None
    npi: str | None = None
    phone: str | None = None
    fax: str | None = None
    deleted: bool = False

    @property
    def name(self) -> str:
        """First and last name and what follows them."""
        name = " ".join(part for part in (self.first, self.last) if part)
        return f"{name}, {self.credentials}" if self.credentials else name


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A doctor's order for a patient: flows in liters per minute, hours a day, months of need, its diagnoses."""

    id: int = NEW
    patient_id: int = NEW
    doctor_id: int | None = None
    order_date: date | None = None
    day_lpm: float | None = None
    night_lpm: float | None = None
    exertion_lpm: float | None = None
    device: str | None = None
    hours_per_day: float | None = None
    length_of_need_months: int | None = None
    portable: bool | None = None
    diagnoses: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Product:
    """A thing that the store has. `item` is the finder's; the next three answer its questions; `rent` is a month's."""

    id: int = NEW
    maker: str | None = None
    model: str | None = None
    item: str = "other"
    description: str | None = None
    ports: int = 1
    runs_all_day: bool = False
    portable_definition_met: bool = True
    price_new: Decimal | None = None
    price_used: Decimal | None = None
    rent: Decimal | None = None
    deleted: bool = False

    @property
    def name(self) -> str:
        """Maker and model, else what it is."""
        return " ".join(part for part in (self.maker, self.model) if part) or self.description or ""


@dataclass(frozen=True, slots=True)
class Document:
    """A superbill, receipt or credit. Number, day and checksum come with its issue.

    `kind` is superbill, receipt or credit; `state` is draft, waiting, issued or voided. `replaces` is the document
    that this one corrects, `replaced_by` the one that corrects this one, `of` the one that a credit gives back from or
    that a receipt stands in for. `ready`: it waited, and what was missing has come. `paid` is what it says itself,
    `paid_later` what came after its issue, `credited` what credits took off and did not pay back.
    """

    id: int = NEW
    kind: str = "superbill"
    state: str = "draft"
    patient_id: int | None = None
    coverage_id: int | None = None
    order_id: int | None = None
    patient_name: str | None = None
    number: str | None = None
    issued_on: date | None = None
    total: Decimal = Decimal("0.00")
    paid: Decimal = Decimal("0.00")
    reasons: tuple[Reason, ...] = ()
    replaces: int | None = None
    replaced_by: int | None = None
    of: int | None = None
    sha256: str | None = None
    ready: bool = False
    changed_at: datetime | None = None
    deleted: bool = False
    paid_later: Decimal = Decimal("0.00")
    credited: Decimal = Decimal("0.00")

    @property
    def balance(self) -> Decimal:
        """What is still owed today; below nothing where the store owes it."""
        return self.total - self.paid - self.paid_later - self.credited


@dataclass(frozen=True, slots=True)
class LaterPayment:
    """Money received for a document after its issue; with its receipt, once one was given, it stays for ever."""

    id: int = NEW
    document_id: int = NEW
    on: date | None = None
    method: str | None = None
    amount: Decimal = Decimal("0.00")
    reference: str | None = None
    receipt_id: int | None = None
    taken_at: datetime | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received with an issued document; negative where it was given back."""

    document_id: int
    on: date | None
    method: str | None
    amount: Decimal
    reference: str | None


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """A line as it stood when its document was issued; `words` are the code's official ones, `edition` theirs."""

    document_id: int
    code: str
    modifiers: tuple[str, ...]
    words: str | None
    units: int
    charge: Decimal
    edition: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A half-made form by its key, and when it was last typed at."""

    key: str
    changed_at: datetime
