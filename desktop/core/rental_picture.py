"""Makes the picture of a rental from its course: every month of every period, and what lies along them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.core import months, rental_after_cap, rental_spans
from desktop.core.rental_course import Course, PeriodCourse
from desktop.core.rental_followed import Followed
from desktop.core.rental_history import InterruptedWhy
from desktop.core.rental_rules import RentalRules, Terms
from desktop.core.rental_standing import Standing, UnitStanding
from desktop.core.rental_timeline import (
    CodeFrom,
    Interruption,
    MaintenanceBlock,
    Month,
    Period,
    Timeline,
    UnitTimeline,
)


def picture(followed: Followed, stands: Standing, rules: RentalRules) -> Timeline:
    """The picture on the standing's day."""
    units = tuple(
        _unit(course, unit, followed, stands.on, rules)
        for course, unit in zip(followed.courses, stands.equipment, strict=True)
    )
    return Timeline(stands.on, units, stands.due, stands.findings)


def _unit(course: Course, unit: UnitStanding, followed: Followed, on: date, rules: RentalRules) -> UnitTimeline:
    drawn = _Drawn(course, followed.terms, on, rules)
    return UnitTimeline(
        course.equipment,
        unit,
        tuple(drawn.period(period, unit) for period in course.periods),
        tuple(CodeFrom(day, code) for day, code in course.codes),
        tuple(Interruption(stop.starts, stop.ends, InterruptedWhy(stop.why)) for stop in course.stops),
        tuple(course.visits),
        tuple(course.moves),
        course.ended_on,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One piece of equipment on the day of the picture."""

    course: Course
    terms: Terms
    on: date
    rules: RentalRules

    def period(self, period: PeriodCourse, unit: UnitStanding) -> Period:
        """A period: the current one as the standing tells it, an earlier one by its own clock."""
        course = self.course
        current = period is course.period
        life = unit.useful_life_ends
        if not current and self.terms.after_cap:
            life = rental_after_cap.own_life_ends(period, self.rules)
        reached = course.reached(course.begun_in(period, self.on))
        return Period(
            number=period.number,
            starts=period.starts,
            began_by=period.began_by,
            over_on=rental_spans.period_over(course, period),
            months=tuple(self._months(period, life)),
            cap_ends=unit.cap_ends if current else (course.cap_ends(period) if reached else None),
            contents_code=unit.contents_code if current else None,
            contents_from=unit.contents_from if current else None,
            useful_life_ends=life,
            blocks=tuple(self._blocks(period, life, reached=reached)) if self.terms.after_cap else (),
        )

    def _months(self, period: PeriodCourse, life: date | None) -> Iterator[Month]:
        """The months begun; of a count that runs, those to come up to the cap and the end of the useful life."""
        begun = self.course.begun_in(period, self.on)
        for number in range(period.none_begun + 1, begun + 1):
            yield self._month(period, number, projected=False)
        if period is not self.course.period or self.course.held is not None or self.course.ended_on is not None:
            return
        number = begun + 1
        while self._shown(period, number, life):
            yield self._month(period, number, projected=True)
            number += 1

    def _shown(self, period: PeriodCourse, number: int, life: date | None) -> bool:
        if self.course.cap is not None and number <= self.course.cap:
            return True
        return life is not None and period.month_starts(number) < life

    def _month(self, period: PeriodCourse, number: int, *, projected: bool) -> Month:
        starts = period.month_starts(number)
        paid = self.course.cap is None or number <= self.course.cap
        return Month(number, starts, period.month_ends(number), starts if paid else None, projected)

    def _blocks(self, period: PeriodCourse, life: date | None, *, reached: bool) -> Iterator[MaintenanceBlock]:
        """The blocks up to the end of the useful life or of the period, and those begun on the day."""
        base = rental_after_cap.service_base(self.course, period)
        over = rental_spans.period_over(self.course, period)
        if base is None or self.course.code_on(base) not in self.rules.serviced:
            return
        if not reached and (over is not None or self.course.held is not None):
            return
        until = over or max(life or base, months.after(self.on))
        number = 1
        while rental_after_cap.block_starts(base, number, self.rules) < until:
            yield self._block(base, number, over)
            number += 1

    def _block(self, base: date, number: int, over: date | None) -> MaintenanceBlock:
        starts = rental_after_cap.block_starts(base, number, self.rules)
        ends = rental_after_cap.window_ends(base, number, self.rules)
        visits = [day for day in self.course.visits if starts <= day <= ends and (over is None or day < over)]
        last = months.before(rental_after_cap.block_starts(base, number + 1, self.rules))
        return MaintenanceBlock(number, starts, ends, last, visits[0] if visits else None)
