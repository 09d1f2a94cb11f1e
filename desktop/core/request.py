"""What is asked of the finder: who pays, what was ordered, what goes out of the door, on which day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.core.superbill import Narrative


class Transaction(StrEnum):
    """What is done with an item."""

    RENT = "rent"
    SELL_NEW = "sell_new"
    SELL_USED = "sell_used"
    REFILL = "refill"
    MAINTAIN = "maintain"
    REPLACE = "replace"

    @property
    def sells(self) -> bool:
        """Whether the patient owns it afterwards."""
        return self in (Transaction.SELL_NEW, Transaction.SELL_USED)

    @property
    def rents(self) -> bool:
        """Whether it is rented: a replacement is a rental's replacement."""
        return self in (Transaction.RENT, Transaction.REPLACE)


@dataclass(frozen=True, slots=True)
class PayerAsked:
    """The plan, and what it wants that its kind does not say."""

    kind: str
    purchase_portable_code: str | None = None
    wants_q: bool = False
    wants_kx: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The doctor's order; flows in liters per minute. No day flow with a night flow: ordered for the night only."""

    on_file: bool
    day_lpm: Decimal | None
    night_lpm: Decimal | None
    exertion_lpm: Decimal | None
    portable: bool

    @property
    def night_only(self) -> bool:
        """Ordered for the night only."""
        return self.day_lpm is None and self.night_lpm is not None

    @property
    def same_day_and_night(self) -> bool:
        """One flow, or the same by day and by night."""
        return self.day_lpm is None or self.night_lpm is None or self.day_lpm == self.night_lpm

    @property
    def deciding_lpm(self) -> Decimal | None:
        """The flow that decides: at rest, the exact average where day and night differ (42 CFR 414.226)."""
        if self.day_lpm is None:
            return self.night_lpm
        return self.day_lpm if self.night_lpm is None else (self.day_lpm + self.night_lpm) / 2

    @property
    def highest_at_rest_lpm(self) -> Decimal | None:
        """The higher of the day's and the night's flow."""
        return max((flow for flow in (self.day_lpm, self.night_lpm) if flow is not None), default=None)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether and how the patient meets the coverage criteria. `started`: first day of the current 36-month period.

    None in `met`, `group`, `basis` or `started`: not known yet.
    """

    met: bool | None
    group: int | None
    basis: str | None
    started: date | None
    phe: str
    abn: str
    statutory_exclusion: bool


@dataclass(frozen=True, slots=True)
class Cycle:
    """The month of service that each piece of equipment is in, counted on beyond the cap; None where there is none."""

    stationary_month: int | None = None
    portable_month: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that goes out of the door."""

    item: str
    transaction: Transaction
    replace_why: str | None = None
    quantity: int = 1
    ports: int = 1
    patients_sharing: int = 1
    portable_definition_met: bool = True
    runs_all_day: bool = False
    narrative: Narrative | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that the finder decides from. `on` is the date of service."""

    on: date
    payer: PayerAsked
    order: Order
    coverage: Coverage | None
    cycle: Cycle
    items: tuple[Item, ...]
