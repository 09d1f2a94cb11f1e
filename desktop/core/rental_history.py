"""A rental as the store knows it: which equipment is with the patient since when, who pays, and what happened since.

Nothing here is counted; `desktop.core.rental` says where such a history stands on a day. Spans are [first day, day
after the last): `on` of an interruption is the first day without use, of a resumption the first day with use again, of
an end the first day without the equipment.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a piece of equipment is for; a patient has at most one of each."""

    STATIONARY = "stationary"
    PORTABLE = "portable"


class What(StrEnum):
    """What can happen to a rental."""

    INTERRUPTED = "interrupted"
    RESUMED = "resumed"
    CHANGED_MODALITY = "changed_modality"
    REPLACED = "replaced"
    MAINTENANCE_VISIT = "maintenance_visit"
    MOVED = "moved"
    ENDED = "ended"


class InterruptedWhy(StrEnum):
    """Why equipment is not used for a while. Only an ended need can end a period of Medicare's."""

    HOSPITAL = "hospital"
    SKILLED_NURSING = "skilled_nursing"
    OTHER_PAYER = "other_payer"
    NEED_ENDED = "need_ended"
    AWAY = "away"


class ReplacedWhy(StrEnum):
    """Why equipment is replaced."""

    LOST = "lost"
    STOLEN = "stolen"
    DAMAGED = "damaged"
    WORN = "worn"
    SUPPLIER_EXIT = "supplier_exit"
    USEFUL_LIFE = "useful_life"


class EndedWhy(StrEnum):
    """Why the equipment left the patient for good."""

    DIED = "died"
    PICKED_UP = "picked_up"
    NEED_ENDED = "need_ended"
    TRANSFERRED = "transferred"


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays the rent.

    `cap_months`: what the plan pays at most; None: no cap (for Medicare Advantage, Medicare's number; for Medicare
    itself the law's number counts whatever stands here). `reset_gap_days`: a gap of so many days starts a new period;
    it is not asked for Medicare.
    """

    kind: str
    cap_months: int | None = None
    reset_gap_days: int | None = None


@dataclass(frozen=True, slots=True)
class Equipment:
    """One piece of equipment. `first_service` is the day of our delivery.

    `months_paid_before`: months that the same payer paid to another supplier; then `useful_life_from` is the day from
    which the useful life runs. `warranty_labour_ends`: the last day on which a warranty pays routine work.
    `high_flow`: more than four liters a minute at rest or at night, which contents codes ask.
    """

    id: str
    role: Role
    code: str
    first_service: date
    months_paid_before: int = 0
    useful_life_from: date | None = None
    warranty_labour_ends: date | None = None
    high_flow: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. Events of one day count in the order in which they stand.

    `equipment` is an id; None: all that is in service. `why` goes with `interrupted`, `replaced` and `ended` (a value
    of InterruptedWhy, ReplacedWhy, EndedWhy); `new_order`, `new_test`, `reason` with `resumed`; `code` with
    `changed_modality` and, where it differs from the old one's, with `replaced`; `out_of_area` with `moved`.
    """

    on: date
    what: What
    equipment: str | None = None
    why: str | None = None
    new_order: bool = False
    new_test: bool = False
    reason: str | None = None
    code: str | None = None
    out_of_area: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """A patient's rental. `order_ends` is the last day for which the doctor's order holds."""

    payer: Payer
    equipment: tuple[Equipment, ...]
    events: tuple[Event, ...]
    coverage_group: int | None = None
    order_ends: date | None = None


class HistoryNotRight(Exception):
    """A history that contradicts itself. `path` names the field as the door writes it (`events[1].on`), `words` say
    what was found and what to do."""

    def __init__(self, path: str, words: str) -> None:
        super().__init__(f"{path}: {words}")
        self.path = path
        self.words = words
