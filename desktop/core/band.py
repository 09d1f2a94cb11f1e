"""A rental in one picture, ready to be drawn: bands of months under each other on one scale of days, and two lists.

The window and the paper draw the same values. Every word is ready; nothing is counted while it is drawn. Spans are
[first day, day after the last).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.codes import Why
from desktop.core.rental_standing import Due


class Kind(StrEnum):
    """What a stretch of a band is."""

    PAID = "paid"
    COMING = "coming"
    FREE = "free"
    """A month after the cap that has begun."""
    FREE_COMING = "free_coming"
    IDLE = "idle"
    """Days on which no month runs."""
    OPEN = "open"
    """Days to come of which nothing can be said yet."""


class Sign(StrEnum):
    """What stands at a day or over a span of days."""

    CAP = "cap"
    REFILLS = "refills"
    SERVICE = "service"
    VISIT = "visit"
    LIFE = "life"
    ORDER = "order"
    RETEST = "retest"
    NEW_COUNT = "new_count"
    CODE = "code"
    MOVED = "moved"
    ENDED = "ended"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Span:
    """[starts, ends)."""

    starts: date
    ends: date

    def __contains__(self, day: date) -> bool:
        return self.starts <= day < self.ends

    def meets(self, other: "Span") -> bool:
        """Whether they have a day in common."""
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True)
class PictureMonth:
    """A month of a unit, or a stretch without one (`number` None): what can be gone to by keyboard.

    `last_paid`: the cap's month. `now`: the day asked for lies in it. `to_bill`: it has begun and nothing settles it;
    `document_id` is the paper that does. `sentence` says all that is known of it, `state` the same without its number
    and days.
    """

    unit_id: str
    period: int
    number: int | None
    span: Span
    kind: Kind
    last_paid: bool
    now: bool
    to_bill: bool
    document_id: int | None
    sentence: str
    state: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a day, or over a span longer than a day. `label` is empty where the sign alone is enough."""

    sign: Sign
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The band of a unit, or (`months` empty) the marks that concern the patient's papers.

    `idle` are the days without use; `standing` says in words where the unit stands.
    """

    unit_id: str
    title: str
    detail: str
    standing: str
    months: tuple[PictureMonth, ...]
    idle: tuple[Span, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of what happened or what comes: its day, which unit (empty: the patient), the words and why.

    `event_id` is the book's, where the store noted it; `due` where it is to do; `document_id` where it is billed.
    """

    day: date
    when: str
    unit: str
    words: str
    why: tuple[Why, ...] = ()
    event_id: int | None = None
    document_id: int | None = None
    due: Due | None = None

    @property
    def said(self) -> str:
        """The words with the unit that they are about."""
        return f"{self.unit}: {self.words}" if self.unit else self.words


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of the picture, and where each stands from 0 to 1. `years` are the New Year's Days in it."""

    span: Span
    years: tuple[date, ...]

    def at(self, day: date) -> float:
        """Where a day begins; a day outside stands at the edge."""
        whole = (self.span.ends - self.span.starts).days
        return min(max((day - self.span.starts).days / whole, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Swatch:
    """An entry of the legend: a kind of month or a sign (neither: the line of today), and its words."""

    words: str
    kind: Kind | None = None
    sign: Sign | None = None
    to_bill: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture. `next` is the first of what comes; `words` says it all in a sentence or two."""

    on: date
    today: str
    scale: Scale
    lanes: tuple[Lane, ...]
    legend: tuple[Swatch, ...]
    happened: tuple[Entry, ...]
    comes: tuple[Entry, ...]
    next: Entry | None
    words: str
