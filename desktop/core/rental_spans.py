"""Spans of days, [first day, day after the last): when a piece of equipment was what.

A span without an end goes on. They answer since when something has been true of two pieces of equipment together.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from desktop.core import months
from desktop.core.rental_course import Course, PeriodCourse

Span = tuple[date, date | None]


def both(ours: Iterable[Span], theirs: Iterable[Span]) -> Iterator[Span]:
    """The days that lie in both."""
    others = list(theirs)
    for start, end in ours:
        for other_start, other_end in others:
            first = max(start, other_start)
            last = min((day for day in (end, other_end) if day is not None), default=None)
            if last is None or first < last:
                yield first, last


def first_day(spans: Iterable[Span]) -> date | None:
    """The earliest day in them."""
    return min((start for start, _ in spans), default=None)


def period_over(course: Course, period: PeriodCourse) -> date | None:
    """The first day that is no longer of a period; None while it lasts."""
    place = period.number - course.periods[0].number
    return course.periods[place + 1].starts if place + 1 < len(course.periods) else course.ended_on


def capped(course: Course, period: PeriodCourse, day: date) -> list[Span]:
    """The days of a period after the cap's month, as known on a day."""
    ends = course.cap_ends(period)
    if ends is None or not course.reached(course.begun_in(period, day)):
        return []
    return list(_span(months.after(ends), period_over(course, period)))


def renting(course: Course, period: PeriodCourse, day: date) -> list[Span]:
    """The days of a period on which its months run: not those of an interruption, of waiting, or after the cap."""
    over = period_over(course, period)
    running: list[Span] = []
    start: date | None = period.starts
    for idle_start, idle_end in _idle(course, period, over):
        if start is not None:
            running += _span(start, idle_start)
        start = idle_end
    if start is not None:
        running += _span(start, over)
    after_cap = capped(course, period, day)
    return list(both(running, _span(period.starts, after_cap[0][0]))) if after_cap else running


def coded(course: Course, codes: Iterable[str]) -> Iterator[Span]:
    """The days on which it was billed under one of the codes."""
    wanted = set(codes)
    for place, (day, code) in enumerate(course.codes):
        if code in wanted:
            yield from _span(day, course.codes[place + 1][0] if place + 1 < len(course.codes) else None)


def in_service(course: Course) -> Iterator[Span]:
    """From the delivery to the end."""
    yield from _span(course.equipment.first_service, course.ended_on)


def _idle(course: Course, period: PeriodCourse, over: date | None) -> list[Span]:
    stops = [(stop.starts, stop.ends) for stop in course.stops if stop.held is not None]
    waits = [(wait.since, wait.until) for wait in course.waits]
    spans = [(start, end) for start, end in [*stops, *waits] if start >= period.starts]
    return sorted((span for span in spans if over is None or span[0] < over), key=lambda span: span[0])


def _span(start: date, end: date | None) -> Iterator[Span]:
    if end is None or start < end:
        yield start, end
