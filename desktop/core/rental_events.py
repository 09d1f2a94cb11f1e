"""Goes through a rental's events in order and fills in the course of each piece of equipment.

What contradicts itself is refused (HistoryNotRight). Readings that the rules leave open, as they are taken here:

- Events are taken by their days; those of one day in the order in which they stand.
- An event without equipment concerns what is in service when its turn comes. A resumption without equipment ends what
  is interrupted, and is refused only where nothing is.
- A month that begins on the day of the end has not begun, whatever began it.
- New equipment at the end of the useful life counts as a loss also while a new period is needed. A payer for whom the
  equipment has no useful life (neither Medicare nor Medicare Advantage) is not held to five years.
- A code without equipment is refused where it would give two pieces one code.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desktop.core import months, rental_after_cap
from desktop.core.rental_breaks import interrupted, resumed
from desktop.core.rental_course import Course, begin
from desktop.core.rental_followed import Followed, Step
from desktop.core.rental_history import Event, History, HistoryNotRight, Role, What
from desktop.core.rental_rules import RentalRules, Restart

_REFUSED_INSIDE = (What.REPLACED, What.CHANGED_MODALITY, What.MAINTENANCE_VISIT)


def follow(history: History, until: date | None, rules: RentalRules) -> Followed:
    """The courses as far as a day (None: to the last event); later events have no effect."""
    terms = rules.terms(history.payer)
    followed = Followed(history, terms, [begin(each, terms.cap) for each in history.equipment])
    for index, event in sorted(enumerate(history.events), key=lambda each: each[1].on):
        if until is not None and event.on > until:
            break
        concerned = _concerned(index, event, followed.courses)
        for course in concerned:
            _HAPPENS[event.what](Step(followed, course, event, rules))
        if event.what is What.MAINTENANCE_VISIT and terms.after_cap:
            _outside_window([Step(followed, course, event, rules) for course in concerned])
    return followed


def _concerned(index: int, event: Event, courses: Sequence[Course]) -> list[Course]:
    """The equipment that an event is about, checked that it can happen to it."""
    named = [course for course in courses if event.equipment in (None, course.id)]
    if event.equipment is not None and not named:
        known = ", ".join(course.id for course in courses)
        raise HistoryNotRight(f"events[{index}].equipment", f'found "{event.equipment}"; allowed is {known} or null')
    there = [course for course in named if course.delivered(event.on) and course.ended_on is None]
    if not there:
        raise HistoryNotRight(f"events[{index}].on", _nowhere(event, named))
    if event.what is What.RESUMED:
        return _resumable(index, event, there)
    for course in there:
        _possible(index, event, course)
    if len(there) > 1 and event.code is not None:
        names = ", ".join(course.id for course in there)
        raise HistoryNotRight(f"events[{index}].equipment", f"is missing; the code is for one of {names}: say which")
    return there


def _nowhere(event: Event, named: Sequence[Course]) -> str:
    ended = [course.ended_on for course in named if course.ended_on is not None]
    if ended:
        return f"found {event.on}, after the equipment ended on {max(ended)}; correct the day or the end"
    first = min((course.equipment.first_service for course in named), default=None)
    if first is None:
        return f"found {event.on}, but the history has no equipment; add it"
    return f"found {event.on}, before the first service on {first}; correct the day"


def _resumable(index: int, event: Event, there: Sequence[Course]) -> list[Course]:
    held = [course for course in there if course.stop is not None or course.waiting is not None]
    if not held:
        words = f"found resumed on {event.on} where nothing is interrupted; record the interruption first"
        raise HistoryNotRight(f"events[{index}].on", words)
    return held


def _possible(index: int, event: Event, course: Course) -> None:
    """Refuses what cannot happen inside an interruption."""
    stop = course.stop
    if stop is not None and (event.what is What.INTERRUPTED or event.what in _REFUSED_INSIDE):
        words = (
            f"found {event.what} on {event.on} while {course.id} is interrupted since {stop.starts}; "
            "record resumed first"
        )
        raise HistoryNotRight(f"events[{index}].on", words)


def _changed_modality(step: Step) -> None:
    before = step.course.code
    _code(step)
    step.notice("modality-needs-order", before=before)


def _code(step: Step) -> None:
    if step.event.code is not None:
        step.course.codes.append((step.on, step.event.code))


def _replaced(step: Step) -> None:
    course, told = step.course, step.rules.replaced[step.event.why or ""]
    if told.restart is Restart.NEVER:
        step.notice("supplier-replaces-free/cycle")
        return
    if told.restart is Restart.AFTER_USEFUL_LIFE and step.followed.terms.after_cap:
        may_choose = _may_choose(step)
        if step.on < may_choose:
            step.notice("useful-life-not-over", life_ends=may_choose)
            return
    received = course.period.starts
    held = course.waiting.held if course.waiting is not None else course.period.running(step.on)
    course.begin(step.on, step.event.why or "", held, None)
    _code(step)
    narrative = (told.narrative or "").format(day=step.on, received=received)
    step.notice("replacement-narrative", narrative=narrative)


def _may_choose(step: Step) -> date:
    """The day from which new equipment may be chosen. For portable equipment the earlier of its own clock and the
    stationary equipment's, both as they stood the day before."""
    course, rules = step.course, step.rules
    if course.equipment.role is not Role.PORTABLE:
        return rental_after_cap.own_life_ends(course.period, rules)
    eve = months.before(step.on)
    own = rental_after_cap.own_life_ends(course.period_on(eve), rules)
    home = rental_after_cap.stationary(step.followed.courses)
    if home is None or not home.in_service(eve):
        return own
    return min(own, rental_after_cap.own_life_ends(home.period_on(eve), rules))


def _visit(step: Step) -> None:
    step.course.visits.append(step.on)


def _outside_window(steps: Sequence[Step]) -> None:
    """One fee is the patient's: a visit in the first month of any of the equipment's blocks is not outside."""
    outside = []
    for step in steps:
        base = rental_after_cap.service_base(step.course, step.course.period)
        if base is not None and step.course.code in step.rules.serviced and step.course.after_cap(step.on):
            if rental_after_cap.block_visited(base, step.on, step.rules) is not None:
                return
            outside.append((step, base))
    for step, base in outside:
        block = rental_after_cap.next_block(base, step.course.visits, step.on, step.rules)
        starts = rental_after_cap.block_starts(base, block, step.rules)
        ends = rental_after_cap.window_ends(base, block, step.rules)
        step.notice("ms-outside-window", day=step.on, starts=starts, ends=ends)


def _moved(step: Step) -> None:
    step.course.moves.append(step.on)
    if step.event.out_of_area and step.course.after_cap(step.on):
        step.notice("must-arrange-service")


def _ended(step: Step) -> None:
    step.course.ended_on = step.on


_HAPPENS: Mapping[What, Callable[[Step], None]] = {
    What.INTERRUPTED: interrupted,
    What.RESUMED: resumed,
    What.CHANGED_MODALITY: _changed_modality,
    What.REPLACED: _replaced,
    What.MAINTENANCE_VISIT: _visit,
    What.MOVED: _moved,
    What.ENDED: _ended,
}
