"""A rental in one picture: every month of every period of each piece of equipment, with all that happened to it.

What has begun on the day asked for is as it was; what has not is projected as if nothing more happens.
"""

from dataclasses import dataclass
from datetime import date

from desktop.core.rental_history import Equipment, InterruptedWhy
from desktop.core.rental_standing import Due, RentalFinding, UnitStanding


@dataclass(frozen=True, slots=True)
class Month:
    """A month of service, from its first to its last day; `number` counts on beyond the cap.

    `paid_on` is its first day, None for a month after the cap. `projected`: it has not begun on the day asked for.
    A month that is followed by a gap (an interruption over the next anniversary) ends before the gap does.
    """

    number: int
    starts: date
    ends: date
    paid_on: date | None
    projected: bool


@dataclass(frozen=True, slots=True)
class Interruption:
    """Days without use: [starts, ends), `ends` is the first day with use again, None while it lasts."""

    starts: date
    ends: date | None
    why: InterruptedWhy


@dataclass(frozen=True, slots=True)
class MaintenanceBlock:
    """Six months of which the first, [starts, window_ends], is the one for the service visit and its fee.

    `visit` is the first visit made in that month.
    """

    number: int
    starts: date
    window_ends: date
    ends: date
    visit: date | None


@dataclass(frozen=True, slots=True)
class Period:
    """A count of months from 1 (or from where another supplier left off) to the cap, and the years after it.

    `began_by` is `first_service`, a value of ReplacedWhy, `break_in_need` or `reset_gap`. `over_on` is the first day
    that is no longer of it (the next period's first, or the end), None while it lasts; a month that had begun may end
    later. `cap_ends`, `contents_from`, `useful_life_ends` as in UnitStanding; of an earlier period its own clock's.
    """

    number: int
    starts: date
    began_by: str
    over_on: date | None
    months: tuple[Month, ...]
    cap_ends: date | None
    contents_code: str | None
    contents_from: date | None
    useful_life_ends: date | None
    blocks: tuple[MaintenanceBlock, ...]


@dataclass(frozen=True, slots=True)
class CodeFrom:
    """The code under which equipment is billed from a day on."""

    day: date
    code: str


@dataclass(frozen=True, slots=True)
class UnitTimeline:
    """One piece of equipment through its whole life; `ended_on` is the first day without it."""

    equipment: Equipment
    standing: UnitStanding
    periods: tuple[Period, ...]
    codes: tuple[CodeFrom, ...]
    interruptions: tuple[Interruption, ...]
    visits: tuple[date, ...]
    moves: tuple[date, ...]
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A patient's rental as a picture shows it, on a day."""

    on: date
    units: tuple[UnitTimeline, ...]
    due: tuple[Due, ...]
    findings: tuple[RentalFinding, ...]
