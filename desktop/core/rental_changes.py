"""What a change of a rental's history does to where it stands, in sentences: said before it is kept."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from desktop.core.rental_standing import Due, DueWhat, Standing, UnitStanding

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS: tuple[tuple[str, str, Callable[[UnitStanding], date | None]], ...] = (
    ("the next month begins {day}", "no further month begins", lambda unit: unit.next_bill_on),
    ("the last paid month ends {day}", "it is open when the last paid month ends", lambda unit: unit.cap_ends),
    ("refills can be billed from {day}", "no day is known for refills", lambda unit: unit.contents_from),
    ("the next service visit is {day}", "no service visit is to come", lambda unit: unit.maintenance_next),
    ("the five-year clock ends {day}", "no five-year clock runs", lambda unit: unit.useful_life_ends),
)
"""What is told of a day that changed: with the day, and where there is none any more."""


def sentences(before: Standing, after: Standing, phases: Mapping[str, str]) -> Iterator[str]:
    """The differences; nothing where there are none. `phases` are the words for them."""
    earlier = {unit.id: unit for unit in before.equipment}
    for unit in after.equipment:
        was = earlier.get(unit.id)
        if was is not None:
            told = list(_of_unit(was, unit, phases))
            yield from (f"{unit.id.capitalize()}: {words}" for words in told)
    yield from _of_due("Now to do", after, before)
    yield from _of_due("No longer to do", before, after)


def said(day: date) -> str:
    """A day as it is written in a sentence: Mar 2, 2026."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _of_unit(was: UnitStanding, unit: UnitStanding, phases: Mapping[str, str]) -> Iterator[str]:
    if was.period != unit.period:
        yield f"a new count begins (number {unit.period})."
    if was.phase != unit.phase:
        yield f"{phases[unit.phase].lower()} instead of {phases[was.phase].lower()}."
    if was.month != unit.month:
        yield f"month {unit.month or 'none'} instead of month {was.month or 'none'}."
    if was.code != unit.code:
        yield f"billed as {unit.code} instead of {was.code}."
    for words, none, day in _DAYS:
        before, now = day(was), day(unit)
        if before != now:
            told = none if now is None else words.format(day=said(now))
            yield f"{told} (before: {'none' if before is None else said(before)})."


def _of_due(heading: str, one: Standing, other: Standing) -> Iterator[str]:
    known = {(due.what, due.equipment, due.on) for due in other.due}
    yield from (f"{heading}: {due.words}" for due in one.due if _new(due, known))


def _new(due: Due, known: set[tuple[DueWhat, str | None, date]]) -> bool:
    """Months are told by the day on which the next one begins."""
    return due.what is not DueWhat.BILL_MONTH and (due.what, due.equipment, due.on) not in known
