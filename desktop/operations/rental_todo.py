"""What is to do for a rental, and until when that stays so: what the cycle asks for, months to bill, papers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from db.book.rental_due import Wanted
from desktop.core.rental_changes import said
from desktop.core.rental_rules import RentalRules
from desktop.core.rental_standing import Due, DueWhat, Phase
from desktop.core.rental_timeline import Month, Period, Timeline, UnitTimeline
from desktop.operations.rental_held import OF_ALL, Held
from desktop.operations.rental_words import rental_words

PAPER_MISSING, PAPER_ENDS, BECOMES_OWN, HISTORY = "paper_missing", "paper_ends", "becomes_own", "history"
_MISSING, _ORDER = "missing", "order"
REMINDED = timedelta(days=31)  # how long a day that is over stays on the list, if nobody marks it as done
_DAY = timedelta(days=1)
_REMINDED_OF = frozenset({DueWhat.CAP, DueWhat.CONTENTS, DueWhat.USEFUL_LIFE})
_AHEAD = timedelta(days=45)  # how long a look is good for at most; the cycle's list goes 90 days ahead, the page's 30


def unbilled(held: Held, unit: UnitTimeline, up_to: date) -> Iterator[tuple[Period, Month]]:
    """The paid months of a unit that begin up to a day and are not settled."""
    own = [month for month in held.months if month.unit_id == held.number(unit.equipment.id)]
    numbers, days = {(month.period, month.month) for month in own}, {month.starts for month in own}
    first = held.rental.bills_from or date.min
    for period in unit.periods:
        for month in period.months:
            settled = (period.number, month.number) in numbers or month.starts in days
            if month.paid_on is not None and first <= month.starts <= up_to and not settled:
                yield period, month


def still_true(due: Due, today: Timeline, lives: Mapping[str, date | None]) -> bool:
    """Whether what was due on a day that is over is worth a word today: a month that began, refills, the five years.

    `lives`: the ends of the useful lives as they were known then.
    """
    unit = next((unit for unit in today.units if unit.equipment.id == due.equipment), None)
    if unit is None or unit.standing.phase is Phase.ENDED:
        return False
    if due.what is DueWhat.CAP:
        return any(month.starts == due.on and not month.projected for month in unit.periods[-1].months)
    if due.what is DueWhat.CONTENTS:
        return unit.standing.contents_from == due.on
    return due.what is DueWhat.USEFUL_LIFE and lives.get(unit.equipment.id) == unit.standing.useful_life_ends


def wanted(held: Held, seen: Timeline, rules: RentalRules, earlier: Sequence[Due] = ()) -> list[Wanted]:
    """What is to do for a rental: what is overdue, and what comes in the next weeks, each once.

    `earlier` was due on a day of the last weeks.
    """
    billed = {(month.unit_id, month.starts) for month in held.months}
    found = [
        _of_cycle(due, held, seen, rules)
        for due in (*earlier, *seen.due)
        if _asked(due, held) and (held.number(due.equipment), due.on) not in billed
    ]
    for unit in seen.units:
        found += [_month(held, unit, month, rules) for _, month in unbilled(held, unit, seen.on)]
        found += _owned(held, unit)
    if any(unit.standing.phase is not Phase.ENDED for unit in seen.units):
        found += _papers(held)
    return list({(each.unit_id, each.what, each.on): each for each in found}.values())


def contradicting(problem: str, today: date) -> list[Wanted]:
    """What is to do for a rental of which nobody can say where it stands."""
    return [Wanted(OF_ALL, HISTORY, today, None, problem)]


def next_change(held: Held, units: Sequence[UnitTimeline], found: Sequence[Wanted], today: date) -> date | None:
    """The first day on which what is kept of a look at a rental may not be true any more; None: never."""
    on = set(chain.from_iterable(_beginnings(unit) for unit in units)) | {event.on for event in held.events}
    after = set(chain.from_iterable(_ends(unit) for unit in units)) | {each.until for each in found}
    days = {day for day in on if day is not None} | {day + _DAY for day in after if day is not None}
    over = all(unit.standing.phase is Phase.ENDED for unit in units)
    return min((day for day in days | (set() if over else {today + _AHEAD}) if day > today), default=None)


def _of_cycle(due: Due, held: Held, seen: Timeline, rules: RentalRules) -> Wanted:
    until = due.on + REMINDED if due.what in _REMINDED_OF else None
    if due.what is DueWhat.MAINTENANCE:
        unit = next(unit for unit in seen.units if unit.equipment.id == due.equipment)
        until = unit.standing.maintenance_window_ends
    if due.what is DueWhat.RETEST:
        until = due.on + timedelta(days=rules.number("retest_to_day") - rules.number("retest_from_day"))
    return Wanted(held.number(due.equipment), due.what.value, due.on, until, due.words)


def _asked(due: Due, held: Held) -> bool:
    """Whether nothing in the book answers it."""
    if due.what is DueWhat.RETEST:
        return not any(paper.kind == due.what.value and (paper.on or date.min) >= due.on for paper in held.papers)
    return due.what is not DueWhat.BILL_MONTH or due.on >= (held.rental.bills_from or date.min)


def _month(held: Held, unit: UnitTimeline, month: Month, rules: RentalRules) -> Wanted:
    """A month that has begun, in the words in which the cycle tells one that begins."""
    words = rules.due[DueWhat.BILL_MONTH].words.format(
        month=month.number, unit=rules.roles[unit.equipment.role], code=code_on(unit, month.starts)
    )
    return Wanted(held.number(unit.equipment.id), DueWhat.BILL_MONTH.value, month.starts, None, words)


def code_on(unit: UnitTimeline, day: date) -> str:
    """The code under which a unit is billed on a day."""
    return next((each.code for each in reversed(unit.codes) if each.day <= day), unit.equipment.code)


def _owned(held: Held, unit: UnitTimeline) -> Iterator[Wanted]:
    """What becomes the patient's own after the last month that the plan pays."""
    ends = unit.standing.cap_ends
    if held.rental.converts_to_ownership and ends is not None and unit.ended_on is None:
        words = f"The plan has paid for {unit.standing.code} on {said(ends)}; then it is the patient's own."
        yield Wanted(held.number(unit.equipment.id), BECOMES_OWN, ends + _DAY, None, words)


def _papers(held: Held) -> Iterator[Wanted]:
    """What is not there yet, and what ends; several of one day in one entry."""
    called = {kind.key: kind.words for kind in rental_words().papers}
    before = timedelta(days=rental_words().due[PAPER_ENDS].days_before)
    began = min((unit.first_service for unit in held.units if unit.first_service), default=None)
    missing = [called[paper.kind] for paper in held.papers if paper.state == _MISSING]
    if missing and began is not None:
        yield Wanted(OF_ALL, PAPER_MISSING, began, None, _not_there(missing))
    ending: dict[date, list[str]] = {}
    for paper in held.papers:
        asked = paper.kind == _ORDER and held.rental.order_ends is not None
        if paper.state != _MISSING and paper.until is not None and not asked:
            ending.setdefault(paper.until, []).append(called[paper.kind])
    for until, names in ending.items():
        yield Wanted(OF_ALL, PAPER_ENDS, until - before, until, f"Ends on {said(until)}: {', '.join(names)}.")


def _not_there(papers: Sequence[str]) -> str:
    if len(papers) == 1:
        return f"{papers[0]} is missing."
    return f"{len(papers)} papers missing: {', '.join(papers)}."


def _beginnings(unit: UnitTimeline) -> Iterator[date | None]:
    """The days on which something of a unit begins."""
    now = unit.standing
    yield from (unit.equipment.first_service, unit.ended_on, now.next_bill_on, now.contents_from, now.useful_life_ends)
    yield from (now.maintenance_from, now.maintenance_next)
    for period in unit.periods:
        yield from (period.starts, period.over_on, period.contents_from, period.useful_life_ends)
        yield from (month.starts for month in period.months)
        yield from (block.starts for block in period.blocks)
    yield from chain.from_iterable((each.starts, each.ends) for each in unit.interruptions)


def _ends(unit: UnitTimeline) -> Iterator[date | None]:
    """The last days of something of a unit."""
    now = unit.standing
    yield from (now.month_to, now.cap_ends, now.maintenance_window_ends, now.contents_from, now.useful_life_ends)
    for period in unit.periods:
        yield period.cap_ends
        yield from (month.ends for month in period.months)
        yield from (block.window_ends for block in period.blocks)
