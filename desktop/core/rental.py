"""Where a rental stands: from a history and a day to the month, what is due and what was noticed.

Pure: the same history, day and rules give the same answer, and what happens after the day changes nothing of it.

- `check(history, rules)` refuses a history that contradicts itself (HistoryNotRight).
- `standing(history, on, rules)` is the short answer for one day.
- `timeline(history, on, rules)` is the same day as a picture: all months of all periods, with what happened.
- `month_on(history, on, rules)` is what choosing codes asks: the months of service of that day.

Readings that the rules leave open, as they are taken here (those about events: `rental_events`): before the delivery
the coming days are projected from it, and only the month is None. The useful life of equipment that has ended is still
told by the rule of the day asked. "After the cap" is after the last day of the cap's month.
"""

from datetime import date

from desktop.core import rental_after_cap, rental_due, rental_noticed
from desktop.core.rental_check import check
from desktop.core.rental_course import Course
from desktop.core.rental_events import follow
from desktop.core.rental_followed import Followed
from desktop.core.rental_history import History, Role
from desktop.core.rental_picture import picture
from desktop.core.rental_rules import RentalRules
from desktop.core.rental_standing import Phase, Standing, UnitStanding
from desktop.core.rental_timeline import Timeline
from desktop.core.request import Cycle
from desktop.core.rulebook import Rulebook

__all__ = ["check", "month_on", "standing", "timeline"]


def standing(history: History, on: date, rules: Rulebook) -> Standing:
    """Where the rental stands on a day. HistoryNotRight where the history contradicts itself, on whatever day."""
    return _standing(_followed(history, on, rules.rental), on, rules)


def timeline(history: History, on: date, rules: Rulebook) -> Timeline:
    """The rental as a picture shows it on a day, with the standing of that day. HistoryNotRight as for `standing`."""
    followed = _followed(history, on, rules.rental)
    return picture(followed, _standing(followed, on, rules), rules.rental)


def month_on(history: History, on: date, rules: Rulebook) -> Cycle:
    """The month of service that each piece of equipment is in on a day, counted on beyond the cap; None where there is
    none (not delivered yet, or ended). HistoryNotRight as for `standing`."""
    followed = _followed(history, on, rules.rental)
    begun = {
        course.equipment.role: course.begun(on)
        for course in followed.courses
        if course.in_service(on) and course.begun(on) > course.period.none_begun
    }
    return Cycle(begun.get(Role.STATIONARY), begun.get(Role.PORTABLE))


def _followed(history: History, on: date, rules: RentalRules) -> Followed:
    checked = check(history, rules)
    return checked if all(event.on <= on for event in history.events) else follow(history, on, rules)


def _standing(followed: Followed, on: date, rules: Rulebook) -> Standing:
    units = tuple(_unit(course, followed, on, rules.rental) for course in followed.courses)
    return Standing(
        on,
        units,
        rental_due.due(followed, units, on, rules.rental),
        rental_noticed.findings(followed, on, rules.rental, rules.findings),
    )


def _unit(course: Course, followed: Followed, on: date, rules: RentalRules) -> UnitStanding:
    life = rental_after_cap.life_ends(course, followed.courses, on, rules) if followed.terms.after_cap else None
    phase = _phase(course, on, life)
    period, begun = course.period, course.begun(on)
    none = begun <= period.none_begun
    shown = not none and not course.after_cap(on)
    reached = course.reached(begun)
    held = course.held is not None
    cap_ends = None if held or (phase is Phase.ENDED and not reached) else course.cap_ends(period)
    paid = begun if course.cap is None else min(begun, course.cap)
    goes_on = not held and phase is not Phase.ENDED
    contents, contents_from = _contents(course, followed, on, rules) if followed.terms.after_cap else (None, None)
    service = _service(course, on, rules) if followed.terms.after_cap and goes_on else (None, None, None)
    return UnitStanding(
        id=course.id,
        code=course.code,
        period=period.number,
        phase=phase,
        month=None if none else paid,
        service_month=None if none else begun,
        month_from=period.month_starts(begun) if shown else None,
        month_to=period.month_ends(begun) if shown else None,
        months_paid=paid,
        next_bill_on=period.month_starts(begun + 1) if goes_on and not reached else None,
        cap_ends=cap_ends,
        contents_code=None if phase is Phase.ENDED else contents,
        contents_from=contents_from if goes_on else None,
        maintenance_from=service[0],
        maintenance_next=service[1],
        maintenance_window_ends=service[2],
        useful_life_ends=life,
    )


def _phase(course: Course, on: date, life: date | None) -> Phase:
    if not course.delivered(on):
        return Phase.NOT_STARTED
    if course.ended_on is not None:
        return Phase.ENDED
    if course.waiting is not None:
        return Phase.NEW_PERIOD_NEEDED
    if course.held is not None:
        return Phase.SUSPENDED
    if not course.after_cap(on):
        return Phase.RENTING
    return Phase.USEFUL_LIFE_OVER if life is not None and on >= life else Phase.CAPPED


def _contents(course: Course, followed: Followed, on: date, rules: RentalRules) -> tuple[str | None, date | None]:
    code = rental_after_cap.contents_code(course, rules)
    return code, None if code is None else rental_after_cap.contents_from(course, followed.courses, on)


def _service(course: Course, on: date, rules: RentalRules) -> tuple[date | None, date | None, date | None]:
    """First, next and last day of the next one's first month."""
    base = rental_after_cap.service_base(course, course.period)
    if base is None or course.code not in rules.serviced:
        return None, None, None
    block = rental_after_cap.next_block(base, course.visits, on, rules)
    return (
        rental_after_cap.block_starts(base, 1, rules),
        rental_after_cap.block_starts(base, block, rules),
        rental_after_cap.window_ends(base, block, rules),
    )
