"""Days without use and what follows on them: the count goes on, starts anew, or waits for papers (42 CFR 414.230).

A month that an event began on a day (a delivery, a replacement, a resumption that moved the anniversary) has begun,
even where an interruption follows on that day; a month whose anniversary it merely is has not. While a new period is
needed a further interruption holds nothing more up, and a resumption that lacks papers changes nothing.
"""

from desktop.core import rental_after_cap
from desktop.core.rental_course import Anchor, Stop, Waiting
from desktop.core.rental_followed import Step


def interrupted(step: Step) -> None:
    """The first day without use. Once the cap is reached nothing stands still."""
    course = step.course
    running = course.period.running(step.on)
    still = course.waiting is None and not course.reached(running)
    course.stops.append(Stop(step.on, step.event.why or "", running if still else None))


def resumed(step: Step) -> None:
    """The first day with use again."""
    stop, waiting = step.course.stop, step.course.waiting
    if stop is not None:
        stop.ends = step.on
    if waiting is not None:
        if _papers(step):
            _new_period(step, waiting.held)
    elif stop is not None and stop.held is not None:
        _after_stop(step, stop, stop.held)


def _after_stop(step: Step, stop: Stop, held: int) -> None:
    period, terms = step.course.period, step.followed.terms
    if terms.reset_gap_days is not None and (step.on - stop.starts).days >= terms.reset_gap_days:
        step.course.begin(step.on, "reset_gap", held, period.warranty_ends)
        return
    if terms.breaks and step.rules.interrupted[stop.why].ends_need:
        idle = (step.on - period.month_ends(held)).days - 1
        if idle > step.rules.number("temporary_days"):
            _break(step, held)
            return
        if idle == step.rules.number("temporary_days"):
            step.notice("interruption-boundary", days=idle, month=held + 1)
    if period.month_starts(held + 1) < step.on:
        period.anchors.append(Anchor(held + 1, step.on))
        _tell_stay(step, stop, held + 1)


def _break(step: Step, held: int) -> None:
    if _papers(step):
        _new_period(step, held)
        return
    step.course.waits.append(Waiting(step.on, held))
    event = step.event
    given = {"a new order": event.new_order, "a new test": event.new_test, "the reason": bool(event.reason)}
    step.notice("break-in-need-documents", missing=", ".join(name for name, there in given.items() if not there))


def _papers(step: Step) -> bool:
    return step.event.new_order and step.event.new_test and bool(step.event.reason)


def _new_period(step: Step, held: int) -> None:
    course = step.course
    course.begin(step.on, "break_in_need", held, course.period.warranty_ends)
    ends = rental_after_cap.own_life_ends(course.period, step.rules)
    step.notice("break-in-need", period=course.period.number, reason=step.event.reason, life_ends=ends)


def _tell_stay(step: Step, stop: Stop, month: int) -> None:
    told = step.rules.interrupted[stop.why].narrative
    if told is not None:
        narrative = told.format(starts=stop.starts, ends=step.on)
        step.notice("anniversary-moved", month=month, day=step.on, narrative=narrative)
