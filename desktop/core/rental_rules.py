"""What a rental is counted by: numbers, payers, reasons and codes, read from `resources/rules/rental.toml`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.codes import Why
from desktop.core.rental_history import Payer, Role
from desktop.core.rental_standing import DueWhat

NUMBERS = (
    "useful_life_months",
    "temporary_days",
    "block_months",
    "first_block_after_months",
    "visit_months",
    "retest_from_day",
    "retest_to_day",
    "cap_notice_months",
    "life_notice_days",
    "due_days",
)
"""The numbers that a rule file must have."""


class CapBy(StrEnum):
    """Who says how many months are paid: the law, the plan, or the law where the plan says nothing."""

    LAW = "law"
    PLAN = "plan"
    PLAN_OR_LAW = "plan_or_law"


class Restart(StrEnum):
    """Whether a replacement starts a new period."""

    ALWAYS = "always"
    NEVER = "never"
    AFTER_USEFUL_LIFE = "after_useful_life"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the field, and who says so."""

    value: int
    why: Why


@dataclass(frozen=True, slots=True)
class PayerTerms:
    """Which of the rules are a kind of payer's.

    `breaks`: a long break in need starts a new period (a plan with a reset gap of its own goes by that). `reset_gap`:
    the plan's own gap is asked. `after_cap`: contents, service visits and the useful life go by Medicare's rules.
    `vary`: each plan may differ.
    """

    kind: str
    cap_by: CapBy
    breaks: bool
    reset_gap: bool
    after_cap: bool
    vary: bool
    why: Why


@dataclass(frozen=True, slots=True)
class Contents:
    """The code of an equipment's contents after the cap; `high_flow` the one at a high flow, where there is one."""

    code: str
    high_flow: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class InterruptedRule:
    """A reason for days without use: whether the need itself has ended, and how a stay is told in item 19."""

    ends_need: bool
    narrative: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class ReplacedRule:
    """A reason for a replacement, and what is told of it in item 19."""

    restart: Restart
    narrative: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Terms:
    """What one patient's rental goes by. `cap` None: no cap. `reset_gap_days`: a gap that starts a new period."""

    cap: int | None
    reset_gap_days: int | None
    breaks: bool
    after_cap: bool
    vary: bool


@dataclass(frozen=True, slots=True)
class RentalRules:
    """Everything that a rental is counted by. `codes` may be rented; `serviced` have a service fee after the cap.

    `roles` are the words for home and portable equipment; `due` the words of what is due, by what it is. `day` writes a
    day in such words: as data are written, unless window and paper say how they write it.
    """

    numbers: Mapping[str, Number]
    cap: int
    payers: Mapping[str, PayerTerms]
    interrupted: Mapping[str, InterruptedRule]
    replaced: Mapping[str, ReplacedRule]
    contents: Mapping[str, Contents]
    retest_groups: frozenset[int]
    codes: frozenset[str]
    serviced: frozenset[str]
    roles: Mapping[Role, str]
    due: Mapping[DueWhat, Why]
    day: Callable[[date], str] = date.isoformat

    def written(self, places: Mapping[str, object]) -> dict[str, str]:
        """The values for the braces of such words."""
        return {name: self.day(value) if isinstance(value, date) else str(value) for name, value in places.items()}

    def number(self, name: str) -> int:
        """One of NUMBERS."""
        return self.numbers[name].value

    def terms(self, payer: Payer) -> Terms:
        """What a payer's rentals go by. The law's cap counts for Medicare, whatever the history says."""
        kind = self.payers[payer.kind]
        own = None if kind.cap_by is CapBy.LAW else payer.cap_months
        cap = self.cap if own is None and kind.cap_by is not CapBy.PLAN else own
        gap = payer.reset_gap_days if kind.reset_gap else None
        return Terms(cap, gap, kind.breaks and gap is None, kind.after_cap, kind.vary)
