"""What a month of the picture says of itself: its number and days, how it stands, and all that lies in it."""

from collections.abc import Iterator
from datetime import date

from desktop.core import months
from desktop.core.band import Kind, Mark, Sign, Span
from desktop.core.band_months import Stretch
from desktop.core.band_told import Happening, Told
from desktop.core.band_words import PictureWords
from desktop.core.rental_standing import Phase
from desktop.core.rental_timeline import Interruption, UnitTimeline

_TOLD_AS_EVENTS = (Sign.VISIT, Sign.MOVED, Sign.CODE, Sign.ENDED)
_BEYOND = (Phase.CAPPED, Phase.USEFUL_LIFE_OVER)
_OPENS = (Sign.SERVICE, Sign.RETEST)


class Sentences:
    """Says the months of one unit."""

    def __init__(self, unit: UnitTimeline, marks: tuple[Mark, ...], told: Told, on: date, words: PictureWords) -> None:
        self._unit = unit
        self._marks = marks
        self._told = told
        self._on = on
        self._words = words

    def of(self, stretch: Stretch, *, to_bill: bool) -> tuple[str, str]:
        """The whole of what a stretch says, and the same without its number and days."""
        how = self._how(stretch, to_bill=to_bill)
        inside = " ".join(self._inside(stretch))
        rest = f" {inside}" if inside else ""
        span, words = stretch.span, self._words
        if stretch.number is None:
            days = words.between(span.starts, span.ends)
            return f"{words.without_month.format(days=days, how=_lower(how))}{rest}", f"{how}{rest}"
        month = _month(stretch, self._told.caps.get(self._unit.equipment.id), words)
        return f"{words.in_month_is.format(month=month, how=how)}{rest}", f"{_upper(how)}.{rest}"

    def _how(self, stretch: Stretch, *, to_bill: bool) -> str:
        words = self._words
        if stretch.number is None:
            return self._without_month(stretch)
        settled = self._told.settled.get((self._unit.equipment.id, stretch.period, stretch.number))
        if settled is not None:
            return _lower((settled.why or words.billed).rstrip("."))
        if to_bill:
            return words.to_bill
        return {
            Kind.PAID: words.paid,
            Kind.COMING: words.coming,
            Kind.FREE: words.free,
            Kind.FREE_COMING: words.free_coming,
        }[stretch.kind]

    def _without_month(self, stretch: Stretch) -> str:
        waits = self._unit.standing.phase is Phase.NEW_PERIOD_NEEDED
        if waits and (stretch.kind is Kind.OPEN or (self._on in stretch.span and not self._out_on(self._on))):
            return self._words.waits
        return self._words.open if stretch.kind is Kind.OPEN else self._words.idle

    def _out_on(self, day: date) -> bool:
        return any(day in out_days(out, self._on) for out in self._unit.interruptions)

    def _inside(self, stretch: Stretch) -> Iterator[str]:
        words, span = self._words, stretch.span
        if stretch.last_paid:
            yield words.last_paid
        if self._on in span:
            yield words.today
        for out in self._unit.interruptions:
            if span.meets(out_days(out, self._on)):
                yield self._out(out)
        for happening in self._happenings(span):
            yield words.happened.format(words=happening.words, day=words.on(happening.day))
        for mark in self._marks:
            if mark.sign not in _TOLD_AS_EVENTS and span.meets(mark.span):
                yield from self._mark(mark)

    def _out(self, out: Interruption) -> str:
        words = self._words
        named = self._told.out.get(out.why, "")
        if out.ends is None:
            return words.out_since.format(words=named, day=words.on(out.starts))
        return words.out_until.format(words=named, days=words.between(out.starts, out.ends))

    def _happenings(self, span: Span) -> Iterator[Happening]:
        """What was noted, but days without use, which are told as spans."""
        for happening in self._told.happenings:
            out = happening.why_key.startswith(("interrupted", "resumed"))
            if not out and happening.unit_id in (None, self._unit.equipment.id) and happening.day in span:
                yield happening

    def _mark(self, mark: Mark) -> Iterator[str]:
        words = self._words
        label = mark.label
        if not label and mark.sign in _OPENS:
            label = words.service_window.format(days=words.between(mark.span.starts, mark.span.ends))
        if label:
            yield f"{_upper(label)}."


def standing_words(unit: UnitTimeline, told: Told, words: PictureWords) -> str:
    """Where a unit stands: `Renting, month 14 of 36`."""
    standing, cap = unit.standing, told.caps.get(unit.equipment.id)
    if standing.phase is Phase.NOT_STARTED or standing.month is None:
        return words.not_begun.format(day=words.on(unit.equipment.first_service))
    phase = told.phases.get(standing.phase, standing.phase)
    if standing.phase in _BEYOND:
        return words.standing_beyond.format(phase=phase, service_month=standing.service_month)
    said = words.in_month if cap is not None else words.in_month_open
    month = said.format(number=standing.month, cap=cap)
    return words.standing.format(phase=phase, month=month)


def _month(stretch: Stretch, cap: int | None, words: PictureWords) -> str:
    days = words.between(stretch.span.starts, stretch.span.ends)
    beyond = stretch.kind in (Kind.FREE, Kind.FREE_COMING)
    said = words.month_open if cap is None or beyond else words.month
    return said.format(number=stretch.number, cap=cap, days=days)


def out_days(out: Interruption, on: date) -> Span:
    """The days of an interruption; one that lasts reaches past today."""
    return Span(out.starts, out.ends if out.ends is not None else max(months.after(on), months.after(out.starts)))


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
