"""What a change of a rental's history does to where it stands, in sentences: said before it is kept."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from desktop.core.rental_standing import Due, DueWhat, Standing, UnitStanding

_DAYS: tuple[tuple[str, Callable[[UnitStanding], date | None]], ...] = (
    ("The next month begins", lambda unit: unit.next_bill_on),
    ("The last paid month ends", lambda unit: unit.cap_ends),
    ("Refills can be billed from", lambda unit: unit.contents_from),
    ("The next service visit is", lambda unit: unit.maintenance_next),
    ("The five-year clock ends", lambda unit: unit.useful_life_ends),
)


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


def said(day: date | None) -> str:
    """A day as it is written in a sentence: 2 Mar 2026."""
    return "never" if day is None else f"{day.day} {day:%b %Y}"


def _of_unit(was: UnitStanding, unit: UnitStanding, phases: Mapping[str, str]) -> Iterator[str]:
    if was.period != unit.period:
        yield f"a new count begins (number {unit.period})."
    if was.phase != unit.phase:
        yield f"{phases[unit.phase].lower()} instead of {phases[was.phase].lower()}."
    if was.month != unit.month:
        yield f"month {unit.month or 'none'} instead of month {was.month or 'none'}."
    if was.code != unit.code:
        yield f"billed as {unit.code} instead of {was.code}."
    for words, day in _DAYS:
        if day(was) != day(unit):
            yield f"{words[:1].lower()}{words[1:]} {said(day(unit))} (before: {said(day(was))})."


def _of_due(heading: str, one: Standing, other: Standing) -> Iterator[str]:
    known = {(due.what, due.equipment, due.on) for due in other.due}
    yield from (f"{heading}: {due.words}" for due in one.due if _new(due, known))


def _new(due: Due, known: set[tuple[DueWhat, str | None, date]]) -> bool:
    """Months are told by the day on which the next one begins."""
    return due.what is not DueWhat.BILL_MONTH and (due.what, due.equipment, due.on) not in known
