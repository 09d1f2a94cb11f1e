"""The signs along a unit's band, and along the patient's papers: each with its days, the next ones with words."""

from collections.abc import Iterator
from datetime import date

from desktop.core import months
from desktop.core.band import Mark, Sign, Span
from desktop.core.band_told import Told
from desktop.core.band_words import PictureWords
from desktop.core.rental_timeline import MaintenanceBlock, Period, UnitTimeline


def unit_marks(unit: UnitTimeline, on: date, words: PictureWords) -> tuple[Mark, ...]:
    """The signs of a unit, by their days."""
    return _by_day([*_of_periods(unit, on, words), *_of_unit(unit, words)])


def paper_marks(told: Told, on: date, words: PictureWords) -> tuple[Mark, ...]:
    """The signs that concern the patient: retests, the end of the doctor's order."""
    found = []
    for span in told.retests:
        over = span.ends <= on
        label = "" if over else words.retest_window.format(days=words.between(span.starts, span.ends))
        found.append(Mark(Sign.RETEST, span, label))
    if told.order_ends is not None:
        found.append(Mark(Sign.ORDER, _day(told.order_ends), words.order_ends.format(day=words.on(told.order_ends))))
    return _by_day(found)


def _by_day(found: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(found, key=lambda mark: (mark.span.starts, mark.sign)))


def _of_periods(unit: UnitTimeline, on: date, words: PictureWords) -> Iterator[Mark]:
    for period in unit.periods:
        if period.number > unit.periods[0].number:
            yield Mark(Sign.NEW_COUNT, _day(period.starts), words.new_count.format(day=words.on(period.starts)))
        if period.cap_ends is not None:
            yield Mark(Sign.CAP, _day(period.cap_ends), words.cap_ends.format(day=words.on(period.cap_ends)))
        if period.contents_from is not None:
            yield Mark(Sign.REFILLS, _day(period.contents_from), _refills(period, period.contents_from, words))
        last = period is unit.periods[-1]
        if period.useful_life_ends is not None and (last or period.over_on is None):
            day = period.useful_life_ends
            yield Mark(Sign.LIFE, _day(day), words.life_over.format(day=words.on(day)))
        yield from _services(period, unit.standing.maintenance_next, on, words)


def _services(period: Period, following: date | None, on: date, words: PictureWords) -> Iterator[Mark]:
    """The days for each service visit; the next one has its words."""
    for block in period.blocks:
        span = Span(block.starts, months.after(block.window_ends))
        if period.over_on is not None and span.starts >= period.over_on:
            return
        following_one = block.starts == following and span.ends > on
        label = words.service_window.format(days=words.between(span.starts, span.ends)) if following_one else ""
        yield Mark(Sign.SERVICE, span, label)


def _of_unit(unit: UnitTimeline, words: PictureWords) -> Iterator[Mark]:
    for visit in unit.visits:
        yield Mark(Sign.VISIT, _day(visit))
    for code in unit.codes[1:]:
        yield Mark(Sign.CODE, _day(code.day), words.code_from.format(code=code.code, day=words.on(code.day)))
    for day in unit.moves:
        yield Mark(Sign.MOVED, _day(day))
    if unit.ended_on is not None:
        yield Mark(Sign.ENDED, _day(unit.ended_on), words.unit_ended.format(day=words.on(unit.ended_on)))


def _refills(period: Period, day: date, words: PictureWords) -> str:
    said = words.refills_of if period.contents_code else words.refills_from
    return said.format(code=period.contents_code, day=words.on(day))


def missed(block: MaintenanceBlock, on: date) -> bool:
    """Whether its days went by without a visit."""
    return block.visit is None and block.window_ends < on


def _day(day: date) -> Span:
    return Span(day, months.after(day))
