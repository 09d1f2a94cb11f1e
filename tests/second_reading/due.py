"""What falls from the day asked for to ninety days after it, and what is overdue and not done."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.second_reading.unit import SERVICED, Unit
from tests.second_reading.walk import Walk

AHEAD = timedelta(days=90)
RETESTED = {2, 3}


class Due(NamedTuple):
    """An entry of the list without its words."""

    on: date
    what: str
    equipment: str | None


def due(request: dict[str, Any], now: Walk, later: Walk, day: date) -> list[Due]:
    """The whole list. `later` is the history lived on without further events."""
    found: list[Due] = []
    service: list[Due] = []
    for unit, ahead in zip(now.units, later.units, strict=True):
        if unit.ended_on is not None:
            continue
        found += _months(unit, ahead, day)
        found += _useful_life(now, unit, day)
        found += _retest(request, unit, day)
        found += _contents(now, unit, ahead, day)
        service += _service(now, unit, ahead, day)
    found += sorted(service, key=lambda entry: entry.on)[:1]
    order_ends = request.get("order_ends")
    if order_ends is not None and any(unit.ended_on is None for unit in now.units):
        found += [Due(date.fromisoformat(order_ends), "order_ends", None)]
    return sorted(
        (entry for entry in found if entry.on <= day + AHEAD),
        key=lambda entry: (entry.on, entry.what, entry.equipment or ""),
    )


def _months(unit: Unit, ahead: Unit, day: date) -> list[Due]:
    """Each month that begins, the last three of them noticed as such."""
    if unit.papers_wanted_since is not None:
        return [Due(unit.papers_wanted_since, "new_period_papers", unit.id)]
    cap = unit.terms.cap
    known = unit.begun if unit.suspended() else ahead.begun
    coming = {month: on for month, (on, _) in known.items() if on >= day and (cap is None or month <= cap)}
    found = [Due(on, "bill_month", unit.id) for on in coming.values()]
    return found + [Due(on, "cap", unit.id) for month, on in coming.items() if cap is not None and month > cap - 3]


def _useful_life(now: Walk, unit: Unit, day: date) -> list[Due]:
    if not now.terms.medicare_rules:
        return []
    ends = now.life_ends(unit, day)
    return [Due(on, "useful_life", unit.id) for on in (ends - timedelta(days=60), ends) if on >= day]


def _retest(request: dict[str, Any], unit: Unit, day: date) -> list[Due]:
    first = unit.period_began + timedelta(days=60)
    last = unit.period_began + timedelta(days=89)
    if request.get("coverage_group") not in RETESTED or last < day:
        return []
    return [Due(first, "retest", unit.id)]


def _contents(now: Walk, unit: Unit, ahead: Unit, day: date) -> list[Due]:
    begins = contents_from(now, unit, ahead, day)
    return [] if begins is None or begins < day else [Due(begins, "contents", unit.id)]


def _service(now: Walk, unit: Unit, ahead: Unit, day: date) -> list[Due]:
    if not serviced(now, unit):
        return []
    first, _ = ahead.next_service(day)
    return [Due(first, "maintenance", unit.id)]


def waits(unit: Unit) -> bool:
    """Whether nothing about the months to come can be said."""
    return unit.suspended() or unit.papers_wanted_since is not None


def serviced(now: Walk, unit: Unit) -> bool:
    """Whether the service visits of a unit have dates (points 5, 13, 16, 19)."""
    return now.terms.medicare_rules and unit.ended_on is None and not waits(unit) and unit.code in SERVICED


def contents_from(now: Walk, unit: Unit, ahead: Unit, day: date) -> date | None:
    """The first day on which contents may be billed (points 5, 13, 15, 19)."""
    if not now.terms.medicare_rules or unit.ended_on is not None or waits(unit) or unit.contents_code() is None:
        return None
    if unit.role == "portable" and (now.home is None or now.home.first_service > day):
        return unit.first_service
    ends = ahead.cap_ends()
    assert ends is not None
    return ends + timedelta(days=1)
