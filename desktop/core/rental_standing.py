"""Where a rental stands on a day: the month each piece of equipment is in, what is due, and what was noticed.

These are answers of `desktop.core.rental`; what does not apply is None. Days that are "last" days or "ends" are
included; `useful_life_ends` alone is the first day on which new equipment may be chosen.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.finding import Finding


class Phase(StrEnum):
    """Where in its life a rental is."""

    NOT_STARTED = "not_started"
    RENTING = "renting"
    SUSPENDED = "suspended"
    CAPPED = "capped"
    USEFUL_LIFE_OVER = "useful_life_over"
    NEW_PERIOD_NEEDED = "new_period_needed"
    ENDED = "ended"


class DueWhat(StrEnum):
    """What may be due."""

    BILL_MONTH = "bill_month"
    CAP = "cap"
    CONTENTS = "contents"
    MAINTENANCE = "maintenance"
    USEFUL_LIFE = "useful_life"
    RETEST = "retest"
    ORDER_ENDS = "order_ends"
    NEW_PERIOD_PAPERS = "new_period_papers"


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """Where one piece of equipment stands. `month` is the last month begun and stays at the cap; `service_month` counts
    on. `months_paid` are the period's, another supplier's included. `month_from` and `month_to` are the month's first
    and last day, `cap_ends` the last day of the cap month."""

    id: str
    code: str
    period: int
    phase: Phase
    month: int | None
    service_month: int | None
    month_from: date | None
    month_to: date | None
    months_paid: int
    next_bill_on: date | None
    cap_ends: date | None
    contents_code: str | None
    contents_from: date | None
    maintenance_from: date | None
    maintenance_next: date | None
    maintenance_window_ends: date | None
    useful_life_ends: date | None


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do on a day. `equipment` is an id, None for what concerns the patient."""

    on: date
    what: DueWhat
    equipment: str | None
    words: str


@dataclass(frozen=True, slots=True)
class RentalFinding(Finding):
    """A rule's word on a rental: about which equipment (None: the patient), and the day from which it is true."""

    equipment: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a rental stands on a day."""

    on: date
    equipment: tuple[UnitStanding, ...]
    due: tuple[Due, ...]
    findings: tuple[RentalFinding, ...]
