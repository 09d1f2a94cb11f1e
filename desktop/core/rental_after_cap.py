"""What comes after the cap: contents, service visits, and the end of the useful life.

All of it is Medicare's, and Medicare Advantage's; other plans have none of these days. Portable equipment takes the end
of its useful life from stationary equipment that is in service, and its contents wait for its own cap where there is or
was stationary equipment (42 CFR 414.226(f)(4)).
"""

from collections.abc import Sequence
from datetime import date

from desktop.core import months
from desktop.core.rental_course import Course, PeriodCourse
from desktop.core.rental_history import Role
from desktop.core.rental_rules import RentalRules

Courses = Sequence[Course]


def stationary(courses: Courses) -> Course | None:
    """The home equipment, where the history has some."""
    return next((course for course in courses if course.equipment.role is Role.STATIONARY), None)


def own_life_ends(period: PeriodCourse, rules: RentalRules) -> date:
    """The first day on which new equipment may be chosen, by the equipment's own clock."""
    return months.add(period.life_from, rules.number("useful_life_months"))


def governing(course: Course, courses: Courses, day: date) -> Course:
    """Whose useful life counts on a day: the stationary equipment's for portable equipment while it is in service."""
    home = stationary(courses)
    return home if home is not None and home.in_service(day) else course


def life_ends(course: Course, courses: Courses, day: date, rules: RentalRules) -> date:
    """The end of the useful life that counts on a day."""
    return own_life_ends(governing(course, courses, day).period_on(day), rules)


def contents_code(course: Course, rules: RentalRules) -> str | None:
    """The code of its contents; None where it makes its own oxygen."""
    contents = rules.contents.get(course.code)
    if contents is None:
        return None
    return contents.high_flow if course.equipment.high_flow and contents.high_flow else contents.code


def contents_from(course: Course, courses: Courses, day: date) -> date | None:
    """The first day of contents. None while no cap is in sight."""
    if course.equipment.role is Role.PORTABLE:
        home = stationary(courses)
        if home is None or not home.delivered(day):
            return course.equipment.first_service
    ends = course.cap_ends(course.period)
    return None if ends is None else months.after(ends)


def service_base(course: Course, period: PeriodCourse) -> date | None:
    """The day from which the blocks are counted: after the cap, and after a warranty that pays routine work."""
    ends = course.cap_ends(period)
    if ends is None:
        return None
    return months.after(max(ends, period.warranty_ends) if period.warranty_ends is not None else ends)


def block_starts(base: date, block: int, rules: RentalRules) -> date:
    """The first day of a block, counted from 1."""
    first = rules.number("first_block_after_months")
    return months.add(base, first + (block - 1) * rules.number("block_months"))


def window_ends(base: date, block: int, rules: RentalRules) -> date:
    """The last day of the block's first month, in which the visit and its fee belong."""
    first = rules.number("first_block_after_months") + rules.number("visit_months")
    return months.before(months.add(base, first + (block - 1) * rules.number("block_months")))


def block_of(base: date, day: date, rules: RentalRules) -> int:
    """The block that a day lies in; 0 or less before the first."""
    past = months.elapsed(base, day) - rules.number("first_block_after_months")
    return past // rules.number("block_months") + 1


def block_visited(base: date, visit: date, rules: RentalRules) -> int | None:
    """The block in whose first month a visit was made; None where it lies outside one."""
    block = block_of(base, visit, rules)
    return block if block >= 1 and visit <= window_ends(base, block, rules) else None


def next_block(base: date, visits: Sequence[date], day: date, rules: RentalRules) -> int:
    """The first block whose first month is not over on a day and in whose first month no visit was made."""
    block = max(1, block_of(base, day, rules))
    done = {block_visited(base, visit, rules) for visit in visits}
    while block in done or window_ends(base, block, rules) < day:
        block += 1
    return block
