"""What is due: what falls from a day to so many days after it, and what is overdue and not done.

Overdue and not done can be seen of three things: papers of a new period, an order that has ended, and a service visit
whose month runs. A retest is shown as long as its days run, counted from the first day of each piece's period as we
know it. A month, a cap (the days on which its last months begin), first contents and the end of the useful life are
told for their day; once it is over, where the rental stands says it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from desktop.core.rental_course import Course
from desktop.core.rental_followed import Followed
from desktop.core.rental_rules import RentalRules
from desktop.core.rental_standing import Due, DueWhat, UnitStanding

_RANK = {what: place for place, what in enumerate(DueWhat)}


def due(followed: Followed, units: tuple[UnitStanding, ...], on: date, rules: RentalRules) -> tuple[Due, ...]:
    """Everything that is due, by its day, then by what it is, then in the order of the equipment."""
    until = on + timedelta(days=rules.number("due_days"))
    found = chain.from_iterable(
        chain(
            _months(course, on, until, rules),
            _contents(course, unit, on, until, rules),
            _useful_life(course, unit, on, until, rules),
            _retest(followed, course, on, until, rules),
            _papers(course, rules),
        )
        for course, unit in zip(followed.courses, units, strict=True)
        if course.ended_on is None
    )
    for_all = chain(_maintenance(followed, units, until, rules), _order(followed, until, rules))
    return tuple(sorted(chain(for_all, found), key=lambda each: (each.on, _RANK[each.what])))


def _say(rules: RentalRules, what: DueWhat, on: date, course: Course | None, **places: object) -> Due:
    told = rules.written(places)
    if course is not None:
        told |= {"unit": rules.roles[course.equipment.role], "code": course.code}
    return Due(on, what, course.id if course is not None else None, rules.due[what].words.format_map(told))


def _months(course: Course, on: date, until: date, rules: RentalRules) -> Iterator[Due]:
    """The months that begin, and the last ones before the cap."""
    notice = rules.number("cap_notice_months")
    for number in _beginning(course, on, until):
        first = course.period.month_starts(number)
        ends = course.cap_ends(course.period)
        yield _say(rules, DueWhat.BILL_MONTH, first, course, month=number)
        if course.cap is not None and number > course.cap - notice:
            yield _say(rules, DueWhat.CAP, first, course, month=number, cap=course.cap, ends=ends)


def _beginning(course: Course, on: date, until: date) -> Iterator[int]:
    """The paid months whose first day lies from `on` to `until`; none is to come while the count is held."""
    number = max(course.begun(on), course.period.none_begun + 1)
    last = course.held
    while (first := course.period.month_starts(number)) <= until:
        if (last is not None and number > last) or (course.cap is not None and number > course.cap):
            return
        if first >= on:
            yield number
        number += 1


def _contents(course: Course, unit: UnitStanding, on: date, until: date, rules: RentalRules) -> Iterator[Due]:
    if unit.contents_from is not None and on <= unit.contents_from <= until:
        yield _say(rules, DueWhat.CONTENTS, unit.contents_from, course, contents=unit.contents_code)


def _useful_life(course: Course, unit: UnitStanding, on: date, until: date, rules: RentalRules) -> Iterator[Due]:
    ends = unit.useful_life_ends
    if ends is None:
        return
    for day in (ends - timedelta(days=rules.number("life_notice_days")), ends):
        if on <= day <= until:
            yield _say(rules, DueWhat.USEFUL_LIFE, day, course, ends=ends)


def _retest(followed: Followed, course: Course, on: date, until: date, rules: RentalRules) -> Iterator[Due]:
    if followed.history.coverage_group not in rules.retest_groups:
        return
    starts = course.period.starts
    first = starts + timedelta(days=rules.number("retest_from_day") - 1)
    last = starts + timedelta(days=rules.number("retest_to_day") - 1)
    if first <= until and on <= last:
        yield _say(rules, DueWhat.RETEST, first, course, ends=last)


def _papers(course: Course, rules: RentalRules) -> Iterator[Due]:
    if course.waiting is not None:
        yield _say(rules, DueWhat.NEW_PERIOD_PAPERS, course.waiting.since, course)


def _maintenance(followed: Followed, units: tuple[UnitStanding, ...], until: date, rules: RentalRules) -> Iterator[Due]:
    """One for the patient, the earliest: one fee covers concentrator, portable concentrator and home-fill."""
    coming = [
        (unit.maintenance_next, place)
        for place, unit in enumerate(units)
        if unit.maintenance_next is not None and unit.maintenance_next <= until
    ]
    if coming:
        first, place = min(coming)
        ends = units[place].maintenance_window_ends
        yield _say(rules, DueWhat.MAINTENANCE, first, followed.courses[place], ends=ends)


def _order(followed: Followed, until: date, rules: RentalRules) -> Iterator[Due]:
    ends = followed.history.order_ends
    if ends is not None and ends <= until and any(course.ended_on is None for course in followed.courses):
        yield _say(rules, DueWhat.ORDER_ENDS, ends, None)
