"""What the store's book and the rules add to a rental's timeline before it becomes a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.core.band import Span
from desktop.core.codes import Why


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that the store noted: `words` as it calls it ("In hospital"), `note` in its own words.

    `unit_id` None: all units. `why_key` finds the rule behind it among the reasons.
    """

    day: date
    words: str
    unit_id: str | None = None
    note: str | None = None
    why_key: str = ""
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reasons:
    """The rules that a picture names, by what they are about: `due:cap`, `interrupted:hospital`, `replaced:lost`,
    `period:break_in_need`, `months`. One that is not there is not told."""

    by_key: Mapping[str, Why] = field(default_factory=dict)

    def of(self, *keys: str) -> tuple[Why, ...]:
        """The reasons with these keys, in their order, each once."""
        return tuple(dict.fromkeys(self.by_key[key] for key in keys if key in self.by_key))


@dataclass(frozen=True, slots=True)
class Settled:
    """How a month is settled: by a document, or for the reason in `why`."""

    document_id: int | None
    why: str | None = None


MonthKey = tuple[str, int, int]
"""A unit's id, the number of its count, and the month's."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told beside the timeline.

    `titles`, `details` and `caps` (months that are paid at most) of units by their ids; `out` the words for each reason
    of days without use, `phases` those of each phase. `settled` and `to_bill` are months. `order_ends` is the last day
    of the doctor's order, `retests` the days for a retest.
    """

    titles: Mapping[str, str]
    details: Mapping[str, str]
    caps: Mapping[str, int | None]
    out: Mapping[str, str]
    phases: Mapping[str, str]
    reasons: Reasons
    happenings: tuple[Happening, ...] = ()
    settled: Mapping[MonthKey, Settled] = field(default_factory=dict)
    to_bill: frozenset[MonthKey] = frozenset()
    order_ends: date | None = None
    retests: tuple[Span, ...] = ()
