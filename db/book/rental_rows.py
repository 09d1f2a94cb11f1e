"""The rows of rentals in the store's book: frozen, plain values. A row whose `id` is NEW is not in the book yet.

Texts that nobody has typed are None. `deleted` rows can be brought back; nothing lists them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from db.book.rows import NEW


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan pays for a rental. `cap_months`: at most so many months (None: none, or the kind's own number).

    `caps_at_price`: it pays until the purchase price is reached. `reset_gap_days`: a gap of so many days begins a new
    count. `converts_to_ownership`: at the cap the equipment becomes the patient's; None: nobody has asked.
    """

    payer_kind: str = "none"
    cap_months: int | None = None
    caps_at_price: bool = False
    reset_gap_days: int | None = None
    converts_to_ownership: bool | None = None


@dataclass(frozen=True, slots=True)
class Rental:
    """What a patient rents, from one plan's view. `number` is the store's own; the five terms are its plan's.

    `order_ends` is the last day for which the doctor's order held when it began (later orders are events). Months that
    begin before `bills_from` were billed elsewhere. `by_superbill`: its months are paid by the patient, who files the
    superbill; else the store bills the plan itself. `pays_by`: how the patient pays each month (a payment's method).
    """

    id: int = NEW
    patient_id: int = NEW
    coverage_id: int | None = None
    order_id: int | None = None
    number: str | None = None
    note: str | None = None
    coverage_group: int | None = None
    order_ends: date | None = None
    payer_kind: str = "none"
    cap_months: int | None = None
    caps_at_price: bool = False
    reset_gap_days: int | None = None
    converts_to_ownership: bool | None = None
    bills_from: date | None = None
    by_superbill: bool = True
    pays_by: str | None = None
    deleted: bool = False

    @property
    def terms(self) -> Terms:
        """What its plan pays."""
        return Terms(
            self.payer_kind, self.cap_months, self.caps_at_price, self.reset_gap_days, self.converts_to_ownership
        )


@dataclass(frozen=True, slots=True)
class RentalUnit:
    """One of a rental's units: `role` is stationary or portable, `piece_id` what was delivered first.

    `charge` is a month's, `paid_before` what was paid for `months_paid_before`, `purchase_price` the plan's limit where
    it pays up to the price. The others are those of the cycle.
    """

    id: int = NEW
    rental_id: int = NEW
    role: str = "stationary"
    code: str = ""
    piece_id: int | None = None
    first_service: date | None = None
    months_paid_before: int = 0
    paid_before: Decimal | None = None
    useful_life_from: date | None = None
    warranty_labour_ends: date | None = None
    high_flow: bool = False
    charge: Decimal | None = None
    purchase_price: Decimal | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of equipment that the store has or had, known by its serial number (None: not known).

    `state` is one of the register's (in stock, with a patient, …); `place` says where, `patient_id` with whom,
    `unit_id` as which unit of a rental.
    """

    id: int = NEW
    product_id: int | None = None
    maker: str | None = None
    model: str | None = None
    serial: str | None = None
    state: str = "in_stock"
    place: str | None = None
    patient_id: int | None = None
    unit_id: int | None = None
    note: str | None = None
    deleted: bool = False

    @property
    def name(self) -> str:
        """Maker and model."""
        return " ".join(part for part in (self.maker, self.model) if part)


@dataclass(frozen=True, slots=True)
class RentalEvent:
    """What happened to a rental on a day (`unit_id` None: to all of it), `words` as the store noted it.

    `what` is one of the cycle's, or `new_order` (with `order_ends`, the last day for which it holds). `piece_id` is
    what came with `replaced`.
    """

    id: int = NEW
    rental_id: int = NEW
    unit_id: int | None = None
    on: date | None = None
    what: str = ""
    why: str | None = None
    code: str | None = None
    new_order: bool = False
    new_test: bool = False
    reason: str | None = None
    out_of_area: bool = False
    piece_id: int | None = None
    order_ends: date | None = None
    words: str | None = None
    recorded_at: datetime | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class EventBefore:
    """How an event stood before it was changed or removed, and when that was."""

    changed_at: datetime
    event: RentalEvent


@dataclass(frozen=True, slots=True)
class RentalPaper:
    """A paper of a rental: `kind` and `state` (missing or have) as in the shipped list; its day, and the last day for
    which it holds. `attachment_id` is its scan."""

    id: int = NEW
    rental_id: int = NEW
    kind: str = ""
    state: str = "missing"
    on: date | None = None
    until: date | None = None
    note: str | None = None
    attachment_id: int | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the book, kept once however often it is attached; without its bytes."""

    id: int = NEW
    sha256: str = ""
    kind: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class RentalMonth:
    """A month of a unit that is settled: by a document, or (without one) for the reason in `why`.

    `charge` is what was asked for it.
    """

    id: int = NEW
    rental_id: int = NEW
    unit_id: int = NEW
    period: int = 1
    month: int = 1
    starts: date | None = None
    ends: date | None = None
    charge: Decimal = Decimal("0.00")
    document_id: int | None = None
    why: str | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """Where a unit stood when it was last looked at; kept so that a list needs not ask again. `cap` is in months.

    `next_on` is the next day on which something is to do for it, `next_what` what.
    """

    unit_id: int
    rental_id: int
    role: str
    code: str
    phase: str
    period: int
    month: int | None
    service_month: int | None
    months_paid: int
    cap: int | None
    month_from: date | None
    month_to: date | None
    next_bill_on: date | None
    cap_ends: date | None
    contents_from: date | None
    maintenance_next: date | None
    useful_life_ends: date | None
    next_on: date | None
    next_what: str | None


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something to do for a rental (`unit_id` 0: for all of it). `until`: the last day on which it is of use.

    `shows_on` is the day from which the list shows it as due: its own, or a later one to which it was put off.
    """

    id: int
    rental_id: int
    unit_id: int
    what: str
    on: date
    until: date | None
    words: str
    shows_on: date
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A row of the list of rentals: a unit, where it stands, and whose it is."""

    standing: UnitStanding
    patient_id: int
    patient_name: str
    number: str | None
    serial: str | None
    device: str
    plan: str | None


@dataclass(frozen=True, slots=True)
class ListedDue:
    """A row of the due list: what is to do, and for whom. `role` and `code` are its unit's."""

    due: DueRow
    patient_id: int
    patient_name: str
    phone: str | None
    number: str | None
    role: str | None
    code: str | None
