"""The course of one piece of equipment: its periods and months, when it was not used, and when it left.

A course is filled in by `desktop.core.rental_events`, event by event, and read by everything else. Months that have not
begun are projected from what is known, as if nothing more happens.
"""

from dataclasses import dataclass, field
from datetime import date

from desktop.core import months
from desktop.core.rental_history import Equipment


@dataclass(slots=True)
class Stop:
    """Days without use, [starts, ends). `held` is the month that was running when it began, where the count stands
    still meanwhile; None where it does not (the cap was reached, or a new period was waited for)."""

    starts: date
    why: str
    held: int | None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A month that began because something happened; the months after it are counted from its day."""

    number: int
    day: date


@dataclass(slots=True)
class PeriodCourse:
    """One count of months. `life_from`: the day from which the useful life runs; `warranty_ends`: of the unit that
    stands there. `last`: the last month begun, once the period is over."""

    number: int
    began_by: str
    anchors: list[Anchor]
    life_from: date
    warranty_ends: date | None
    last: int | None = None

    @property
    def starts(self) -> date:
        """The first day."""
        return self.anchors[0].day

    @property
    def none_begun(self) -> int:
        """The number before the first one: 0, or the months that were paid to another supplier."""
        return self.anchors[0].number - 1

    def month_starts(self, number: int) -> date:
        """The first day of a month: begun, or projected."""
        anchor = self._anchor(number)
        return months.add(anchor.day, number - anchor.number)

    def month_ends(self, number: int) -> date:
        """The last day of a month: the day before the next anniversary."""
        anchor = self._anchor(number)
        return months.before(months.add(anchor.day, number - anchor.number + 1))

    def begun(self, day: date) -> int:
        """The last month begun on a day, if the count runs; none before the one that a later anchor begins."""
        most: int | None = None
        for anchor in reversed(self.anchors):
            if anchor.day <= day:
                number = anchor.number + months.elapsed(anchor.day, day)
                return number if most is None else min(number, most)
            most = anchor.number - 1
        return self.none_begun

    def begun_before(self, day: date) -> int:
        """The last month begun before a day."""
        return self.begun(months.before(day))

    def running(self, stopped: date) -> int:
        """The month that a stop interrupts. One that an event began on that very day has begun; one whose anniversary
        it is has not."""
        last = self.anchors[-1]
        return last.number if last.day == stopped else self.begun_before(stopped)

    def _anchor(self, number: int) -> Anchor:
        for anchor in reversed(self.anchors):
            if anchor.number <= number:
                return anchor
        return self.anchors[0]


@dataclass(slots=True)
class Waiting:
    """Days on which a new period is needed and its papers are not there, [since, until)."""

    since: date
    held: int
    until: date | None = None


@dataclass(slots=True)
class Course:
    """Everything that happened to one piece of equipment; `cap` of the plan, None without one."""

    equipment: Equipment
    cap: int | None
    codes: list[tuple[date, str]]
    periods: list[PeriodCourse]
    stops: list[Stop] = field(default_factory=list)
    waits: list[Waiting] = field(default_factory=list)
    visits: list[date] = field(default_factory=list)
    moves: list[date] = field(default_factory=list)
    ended_on: date | None = None

    @property
    def id(self) -> str:
        """The equipment's."""
        return self.equipment.id

    @property
    def period(self) -> PeriodCourse:
        """The last one."""
        return self.periods[-1]

    @property
    def code(self) -> str:
        """The last one."""
        return self.codes[-1][1]

    @property
    def stop(self) -> Stop | None:
        """The interruption that is open."""
        return self.stops[-1] if self.stops and self.stops[-1].ends is None else None

    @property
    def waiting(self) -> Waiting | None:
        """Set while a new period is needed."""
        return self.waits[-1] if self.waits and self.waits[-1].until is None else None

    @property
    def held(self) -> int | None:
        """The month at which the count stands still; None while it runs."""
        if self.waiting is not None:
            return self.waiting.held
        return self.stop.held if self.stop is not None else None

    def begun(self, day: date) -> int:
        """The last month begun on a day that is not before the last event."""
        begun = self.period.begun(day) if self.ended_on is None else self.period.begun_before(self.ended_on)
        return begun if self.held is None else min(self.held, begun)

    def delivered(self, day: date) -> bool:
        """Whether it was there on a day, or has been."""
        return self.equipment.first_service <= day

    def begun_in(self, period: PeriodCourse, day: date) -> int:
        """The last month begun in one of its periods."""
        return self.begun(day) if period.last is None else period.last

    def in_service(self, day: date) -> bool:
        """Delivered and not ended."""
        return self.delivered(day) and (self.ended_on is None or day < self.ended_on)

    def code_on(self, day: date) -> str:
        """The code of a day; the first one before its first day."""
        return next((code for since, code in reversed(self.codes) if since <= day), self.codes[0][1])

    def period_on(self, day: date) -> PeriodCourse:
        """The period of a day; the first one before its first day."""
        return next((period for period in reversed(self.periods) if period.starts <= day), self.periods[0])

    def reached(self, number: int) -> bool:
        """Whether the cap is reached once that month has begun."""
        return self.cap is not None and number >= self.cap

    def cap_ends(self, period: PeriodCourse) -> date | None:
        """The last day of the cap's month, projected where it has not begun; None without a cap."""
        return None if self.cap is None else period.month_ends(self.cap)

    def after_cap(self, day: date) -> bool:
        """Whether the cap's month is over on a day that is not before the last event."""
        ends = self.cap_ends(self.period)
        return ends is not None and self.reached(self.begun(day)) and day > ends

    def begin(self, day: date, began_by: str, held: int, warranty_ends: date | None) -> None:
        """A new period, month 1 on that day. `held`: the last month that had begun in the old one."""
        if self.waiting is not None:
            self.waiting.until = day
        self.period.last = held
        number = self.period.number + 1
        self.periods.append(PeriodCourse(number, began_by, [Anchor(1, day)], day, warranty_ends))


def begin(equipment: Equipment, cap: int | None) -> Course:
    """The course on the day of the delivery, before anything happened."""
    first = equipment.first_service
    period = PeriodCourse(
        1,
        "first_service",
        [Anchor(equipment.months_paid_before + 1, first)],
        equipment.useful_life_from or first,
        equipment.warranty_labour_ends,
    )
    return Course(equipment, cap, [(first, equipment.code)], [period])
