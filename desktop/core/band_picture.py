"""Makes the picture of a rental from its timeline and what the book tells beside it."""

from dataclasses import replace
from datetime import date

from desktop.core import months
from desktop.core.band import Entry, Kind, Lane, Mark, Picture, PictureMonth, Scale, Sign, Span, Swatch
from desktop.core.band_entries import Entries
from desktop.core.band_marks import paper_marks, unit_marks
from desktop.core.band_months import Stretch, stretches
from desktop.core.band_sentences import Sentences, out_days, standing_words
from desktop.core.band_told import Told
from desktop.core.band_words import PictureWords
from desktop.core.rental_timeline import Timeline, UnitTimeline


def picture(timeline: Timeline, told: Told, words: PictureWords) -> Picture:
    """The picture on the timeline's day."""
    on = timeline.on
    marks = [unit_marks(unit, on, words) for unit in timeline.units]
    scale = _scale(timeline, marks)
    bands = _Bands(timeline, told, words, scale.span.ends)
    lanes = [bands.lane(unit, own) for unit, own in zip(timeline.units, marks, strict=True)]
    entries = Entries(timeline, told, words)
    comes = entries.comes()
    following = comes[0] if comes else None
    of_papers = paper_marks(told, on, words)
    scale = _with(scale, of_papers)
    if following is not None:
        _mark_next(lanes, timeline, following, words)
    if of_papers:
        lanes.append(Lane("", words.papers, "", "", (), (), of_papers))
    summary = "; ".join(f"{lane.title}: {lane.standing}" for lane in lanes if lane.standing)
    return Picture(
        on,
        words.on_today.format(day=words.on(on)),
        scale,
        tuple(lanes),
        _legend(lanes, words),
        entries.happened(),
        comes,
        following,
        summary,
    )


def _scale(timeline: Timeline, marks: list[tuple[Mark, ...]]) -> Scale:
    """From the first day of service to the last day of which anything is known; today is in it."""
    on = timeline.on
    starts = [unit.equipment.first_service for unit in timeline.units]
    ends = [months.after(on), *(mark.span.ends for own in marks for mark in own)]
    for unit in timeline.units:
        ends += [months.after(month.ends) for period in unit.periods[-1:] for month in period.months]
    return _scaled(Span(min([on, *starts]), max(ends)))


def _scaled(span: Span) -> Scale:
    years = range(span.starts.year + 1, span.ends.year + 1)
    return Scale(span, tuple(date(year, 1, 1) for year in years if date(year, 1, 1) in span))


def _with(scale: Scale, marks: tuple[Mark, ...]) -> Scale:
    """The scale with room for other signs."""
    ends = max([scale.span.ends, *(mark.span.ends for mark in marks)])
    starts = min([scale.span.starts, *(mark.span.starts for mark in marks)])
    return _scaled(Span(starts, ends))


class _Bands:
    """Makes the bands of a timeline's units; `until` is the first day after the picture."""

    def __init__(self, timeline: Timeline, told: Told, words: PictureWords, until: date) -> None:
        self._on = timeline.on
        self._told = told
        self._words = words
        self._until = until

    def lane(self, unit: UnitTimeline, marks: tuple[Mark, ...]) -> Lane:
        """The band of a unit."""
        told, words, unit_id = self._told, self._words, unit.equipment.id
        sentences = Sentences(unit, marks, told, self._on, words)
        return Lane(
            unit_id,
            told.titles.get(unit_id, unit_id),
            told.details.get(unit_id, unit.standing.code),
            standing_words(unit, told, words),
            tuple(self._month(stretch, unit_id, sentences) for stretch in stretches(unit, self._on, self._until)),
            tuple(out_days(out, self._on) for out in unit.interruptions),
            marks,
        )

    def _month(self, stretch: Stretch, unit_id: str, sentences: Sentences) -> PictureMonth:
        key = (unit_id, stretch.period, stretch.number or 0)
        to_bill = key in self._told.to_bill
        settled = self._told.settled.get(key)
        return PictureMonth(
            unit_id,
            stretch.period,
            stretch.number,
            stretch.span,
            stretch.kind,
            stretch.last_paid,
            self._on in stretch.span,
            to_bill,
            settled.document_id if settled is not None else None,
            sentences.of(stretch, to_bill=to_bill),
        )


def _mark_next(lanes: list[Lane], timeline: Timeline, following: Entry, words: PictureWords) -> None:
    """The sign of what is due next, on its unit's band; on the first one where it concerns the patient."""
    due = following.due
    titled = [place for place, lane in enumerate(lanes) if lane.title == following.unit]
    place = titled[0] if titled else 0
    day = max(following.day, timeline.on) if due is not None else following.day
    mark = Mark(Sign.NEXT, Span(day, months.after(day)), words.next_due.format(day=following.when))
    lanes[place] = replace(lanes[place], marks=(*lanes[place].marks, mark))


def _legend(lanes: list[Lane], words: PictureWords) -> tuple[Swatch, ...]:
    """What is to be seen, and nothing else."""
    shown = [month for lane in lanes for month in lane.months]
    kinds = {month.kind for month in shown}
    signs = {mark.sign for lane in lanes for mark in lane.marks}
    free = bool(kinds & {Kind.FREE, Kind.FREE_COMING})
    choices = (
        (Kind.PAID in kinds, Swatch(words.legend_paid, Kind.PAID)),
        (any(month.to_bill for month in shown), Swatch(words.legend_to_bill, Kind.PAID, to_bill=True)),
        (True, Swatch(words.legend_today)),
        (Kind.COMING in kinds, Swatch(words.legend_coming, Kind.COMING)),
        (free, Swatch(words.legend_free, Kind.FREE)),
        (any(lane.idle for lane in lanes) or Kind.IDLE in kinds, Swatch(words.legend_idle, Kind.IDLE)),
        (Sign.CAP in signs, Swatch(words.legend_cap, sign=Sign.CAP)),
        (Sign.REFILLS in signs, Swatch(words.legend_refills, sign=Sign.REFILLS)),
        (Sign.SERVICE in signs, Swatch(words.legend_service, sign=Sign.SERVICE)),
        (Sign.VISIT in signs, Swatch(words.legend_visit, sign=Sign.VISIT)),
        (Sign.LIFE in signs, Swatch(words.legend_life, sign=Sign.LIFE)),
        (bool(signs & {Sign.ORDER, Sign.RETEST}), Swatch(words.legend_paper, sign=Sign.ORDER)),
        (Sign.NEXT in signs, Swatch(words.legend_next, sign=Sign.NEXT)),
    )
    return tuple(swatch for there, swatch in choices if there)
