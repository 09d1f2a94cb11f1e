"""The whole answer of `cycle`, from the second reading of the rules: rows, what is due, what was noticed.

The rules were read a second time by somebody who had not seen how the program reads them. The numbers in brackets here
are the points of that description of the rental cycle.
"""

import copy
from datetime import date
from typing import Any

from tests.second_reading.days import ONE_DAY
from tests.second_reading.due import AHEAD, contents_from, due, serviced, waits
from tests.second_reading.unit import Unit
from tests.second_reading.walk import Walk, refusal

__all__ = ["answer", "refusal"]


def answer(request: dict[str, Any], on: date) -> dict[str, Any]:
    """Where each piece of equipment stands on a day. Words, marks and sources are left out."""
    told = [event for event in request["events"] if date.fromisoformat(event["on"]) <= on]
    now = Walk({**request, "events": told}, on)
    later = _lived_on(now, on)
    return {
        "on": on.isoformat(),
        "equipment": [_row(now, unit, ahead, on) for unit, ahead in zip(now.units, later.units, strict=True)],
        "due": [
            {"on": _text(entry.on), "what": entry.what, "equipment": entry.equipment}
            for entry in due(request, now, later, on)
        ],
        "findings": [
            {"rule": found.rule, "severity": found.severity, "equipment": found.equipment, "on": _text(found.on)}
            for found in now.noticed
        ],
    }


def _lived_on(now: Walk, on: date) -> Walk:
    """The same, lived on without further events until every cap is over and the list of what is due is full."""
    later = copy.deepcopy(now)
    for unit in later.units:
        if unit.ended_on is not None or waits(unit):
            continue
        day = on
        while day < on + AHEAD or not (unit.terms.cap is None or unit.after_cap(day)):
            day += ONE_DAY
            if day == unit.first_service:
                unit.begin_period(day)
            unit.close_day(day)
    return later


def _row(now: Walk, unit: Unit, ahead: Unit, on: date) -> dict[str, Any]:
    first, last = unit.begun.get(unit.month, (None, None))
    cap = unit.terms.cap
    cap_over = unit.after_cap(on)
    paid = unit.month if cap is None else min(unit.month, cap)
    return {
        "id": unit.id,
        "code": unit.code,
        "period": unit.period,
        "phase": _phase(now, unit, on),
        "month": None if first is None else paid,
        "service_month": None if first is None else unit.month,
        "month_from": None if cap_over else _text(first),
        "month_to": None if cap_over else _text(last),
        "months_paid": paid,
        "next_bill_on": _next_bill(unit, on),
        "cap_ends": None if waits(unit) else _text(unit.cap_ends() if unit.ended_on else ahead.cap_ends()),
        "contents_code": unit.contents_code() if now.terms.medicare_rules and unit.ended_on is None else None,
        "contents_from": _text(contents_from(now, unit, ahead, on)),
        **_service(now, unit, ahead, on),
        "useful_life_ends": _text(now.life_ends(unit, on)) if now.terms.medicare_rules else None,
    }


def _phase(now: Walk, unit: Unit, on: date) -> str:
    if on < unit.first_service:
        return "not_started"
    if unit.ended_on is not None:
        return "ended"
    if unit.papers_wanted_since is not None:
        return "new_period_needed"
    if unit.suspended():
        return "suspended"
    if not unit.after_cap(on):
        return "renting"
    over = now.terms.medicare_rules and on >= now.life_ends(unit, on)
    return "useful_life_over" if over else "capped"


def _next_bill(unit: Unit, on: date) -> str | None:
    if unit.ended_on is not None or waits(unit) or unit.cap_reached():
        return None
    return _text(unit.first_service if on < unit.first_service else unit.next_anniversary())


def _service(now: Walk, unit: Unit, ahead: Unit, on: date) -> dict[str, str | None]:
    if not serviced(now, unit):
        return {"maintenance_from": None, "maintenance_next": None, "maintenance_window_ends": None}
    first, _ = next(ahead.first_months())
    starts, ends = ahead.next_service(on)
    return {
        "maintenance_from": _text(first),
        "maintenance_next": _text(starts),
        "maintenance_window_ends": _text(ends),
    }


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
