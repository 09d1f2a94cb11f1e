"""What is noticed of a rental: what its events said, and what became true between them. Once true, it stays.

A finding's day is the first on which it was true, so that asking on any later day finds the same words. Readings that
the rules leave open, as they are taken here: a portable still rents between the caps while its months run, not while it
is interrupted; that one of two was named at the end of the useful life is told also where it was too early; what a plan
does otherwise is told before the first delivery, too.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from desktop.core import rental_after_cap, rental_spans
from desktop.core.rental_course import Course, PeriodCourse
from desktop.core.rental_followed import Followed, Noticed
from desktop.core.rental_history import Event, Role, What
from desktop.core.rental_rules import RentalRules, Restart
from desktop.core.rental_standing import RentalFinding
from desktop.core.rulebook import FindingRules


def findings(followed: Followed, on: date, rules: RentalRules, said: FindingRules) -> tuple[RentalFinding, ...]:
    """All findings up to a day, in the order of their days."""
    noticed = [*_plan(followed), *followed.noticed]
    if followed.terms.after_cap:
        noticed += chain(
            _one_replaced(followed, on, rules),
            _between_caps(followed, on, rules),
            _after_life(followed, on, rules),
        )
    noticed.sort(key=lambda each: each.on)
    return tuple(_finding(each, rules, said) for each in noticed)


def _finding(noticed: Noticed, rules: RentalRules, said: FindingRules) -> RentalFinding:
    rule = said.by_id[noticed.rule]
    words = rule.words.format_map(rules.written(noticed.places))
    return RentalFinding(
        rule.rule, rule.severity, rule.mark, words, rule.sources, equipment=noticed.equipment, on=noticed.on
    )


def _plan(followed: Followed) -> Iterator[Noticed]:
    """A plan with rules of its own: of the first delivery's day, and said before it, too."""
    first = min((course.equipment.first_service for course in followed.courses), default=None)
    if followed.terms.vary and first is not None:
        yield Noticed("plan-rules-vary/cycle", None, first, {})


def _one_replaced(followed: Followed, on: date, rules: RentalRules) -> Iterator[Noticed]:
    """Home and portable equipment are to be replaced on one day at the end of the useful life, and one was not."""
    events = [each for each in followed.history.events if each.what is What.REPLACED and each.on <= on]
    chosen = [each for each in events if rules.replaced[each.why or ""].restart is Restart.AFTER_USEFUL_LIFE]
    for day in sorted({each.on for each in chosen}):
        there = [course for course in followed.courses if course.delivered(day) and not _left(course, day)]
        named = [course for course in there if any(_names(each, course, day) for each in chosen)]
        other = [course for course in there if not any(_names(each, course, day) for each in events)]
        for course in named:
            for left in other:
                yield Noticed("replace-both", course.id, day, {"code": course.code, "other": left.code})


def _names(event: Event, course: Course, day: date) -> bool:
    return event.on == day and event.equipment in (None, course.id)


def _left(course: Course, day: date) -> bool:
    return course.ended_on is not None and course.ended_on <= day


def _between_caps(followed: Followed, on: date, rules: RentalRules) -> Iterator[Noticed]:
    """The home unit's cap is over and the portable, which takes contents, still rents; once for each of those caps."""
    home = rental_after_cap.stationary(followed.courses)
    portables = [course for course in followed.courses if course.equipment.role is Role.PORTABLE]
    for course in portables if home is not None else ():
        renting = [span for period in course.periods for span in rental_spans.renting(course, period, on)]
        refilled = list(rental_spans.both(renting, rental_spans.coded(course, rules.contents)))
        for period in home.periods if home is not None and refilled else ():
            yield from _between(course, home, period, refilled, on)


def _between(
    course: Course, home: Course | None, period: PeriodCourse, refilled: list[rental_spans.Span], on: date
) -> Iterator[Noticed]:
    capped = rental_spans.capped(home, period, on) if home is not None else []
    first = rental_spans.first_day(rental_spans.both(capped, refilled))
    if first is not None and first <= on:
        places = {"code": course.code_on(first), "earlier": capped[0][0]}
        yield Noticed("contents-between-caps/cycle", course.id, first, places)


def _after_life(followed: Followed, on: date, rules: RentalRules) -> Iterator[Noticed]:
    """Service visits that go on after the useful life; once for each period."""
    for course in followed.courses:
        serviced = list(rental_spans.coded(course, rules.serviced))
        for period in course.periods if serviced else ():
            capped = rental_spans.both(rental_spans.capped(course, period, on), serviced)
            over = rental_spans.both(capped, _life_over(course, period, followed.courses, rules))
            first = rental_spans.first_day(over)
            if first is not None and first <= on:
                yield Noticed("after-useful-life", course.id, first, {"code": course.code_on(first), "day": first})


def _life_over(
    course: Course, period: PeriodCourse, courses: list[Course], rules: RentalRules
) -> Iterator[rental_spans.Span]:
    """The days after the end of the useful life that counts: the home unit's while that is in service."""
    own = rental_after_cap.own_life_ends(period, rules)
    home = rental_after_cap.stationary(courses)
    if home is None or home is course:
        yield own, None
        return
    if own < home.equipment.first_service:
        yield own, home.equipment.first_service
    for theirs in home.periods:
        ends = rental_after_cap.own_life_ends(theirs, rules)
        over = rental_spans.period_over(home, theirs)
        first = max(ends, theirs.starts)
        if over is None or first < over:
            yield first, over
    if home.ended_on is not None:
        yield max(own, home.ended_on), None
