"""The months of a unit as stretches of its band: side by side from its first day to the end of what is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.core import months
from desktop.core.band import Kind, Span
from desktop.core.rental_standing import Phase
from desktop.core.rental_timeline import Month, Period, UnitTimeline


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch before it has words: as of PictureMonth."""

    period: int
    number: int | None
    span: Span
    kind: Kind
    last_paid: bool = False


_HELD = (Phase.SUSPENDED, Phase.NEW_PERIOD_NEEDED)


def stretches(unit: UnitTimeline, on: date, until: date) -> tuple[Stretch, ...]:
    """The stretches of a unit without a hole and without an overlap. `until` is the first day after the picture: so far
    a unit that is not back yet stays open."""
    return tuple(_filled(unit, on, until))


def _filled(unit: UnitTimeline, on: date, until: date) -> Iterator[Stretch]:
    day = unit.equipment.first_service
    period = 1
    for stretch in _all(unit):
        period = stretch.period
        if stretch.span.starts > day:
            yield Stretch(period, None, Span(day, stretch.span.starts), Kind.IDLE)
        yield stretch
        day = stretch.span.ends
    over = unit.ended_on
    if over is not None:
        if over > day:
            yield Stretch(period, None, Span(day, over), Kind.IDLE)
        return
    if unit.standing.phase not in _HELD:
        return
    known = max(day, months.after(on))
    if known > day:
        yield Stretch(period, None, Span(day, known), Kind.IDLE)
    if until > known:
        yield Stretch(period, None, Span(known, until), Kind.OPEN)


def _all(unit: UnitTimeline) -> Iterator[Stretch]:
    for period in unit.periods:
        for place, month in enumerate(period.months):
            ends = _ends(month, period, unit.ended_on)
            if ends > month.starts:
                yield Stretch(period.number, month.number, Span(month.starts, ends), _kind(month), _last(period, place))


def _ends(month: Month, period: Period, ended_on: date | None) -> date:
    """The day after its last; a period that is over cuts the month that ran."""
    return min(day for day in (months.after(month.ends), period.over_on, ended_on) if day is not None)


def _kind(month: Month) -> Kind:
    if month.paid_on is None:
        return Kind.FREE_COMING if month.projected else Kind.FREE
    return Kind.COMING if month.projected else Kind.PAID


def _last(period: Period, place: int) -> bool:
    """Whether it is the cap's month: the one whose last day the cap is."""
    return period.cap_ends is not None and period.months[place].ends == period.cap_ends
