"""Makes the picture of a rental from its timeline and what the book tells beside it."""

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
    entries = Entries(timeline, told, words)
    comes = entries.comes()
    following = comes[0] if comes else None
    marks = [unit_marks(unit, on, words) for unit in timeline.units]
    if following is not None:
        _mark_next(marks, timeline, told, following, words)
    scale = _scale(timeline, marks)
    of_papers = tuple(mark for mark in paper_marks(told, on, words) if mark.span.meets(scale.span))
    bands = _Bands(timeline, told, words, scale.span.ends)
    lanes = [bands.lane(unit, own) for unit, own in zip(timeline.units, marks, strict=True)]
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
    starts = [on, *(unit.equipment.first_service for unit in timeline.units)]
    ends = [months.after(on), *(mark.span.ends for own in marks for mark in own)]
    for unit in timeline.units:
        ends += [months.after(month.ends) for period in unit.periods[-1:] for month in period.months]
    span = Span(min(starts), max(ends))
    years = range(span.starts.year + 1, span.ends.year + 1)
    return Scale(span, tuple(date(year, 1, 1) for year in years if date(year, 1, 1) in span))


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
            *sentences.of(stretch, to_bill=to_bill),
        )


def _mark_next(
    marks: list[tuple[Mark, ...]], timeline: Timeline, told: Told, following: Entry, words: PictureWords
) -> None:
    """The sign of what is due next, on its unit's band; on the first one where it concerns the patient or both."""
    about = following.due.equipment if following.due is not None else None
    names = [unit.equipment.id for unit in timeline.units]
    place = next((at for at, name in enumerate(names) if about == name or told.titles.get(name) == following.unit), 0)
    day = max(following.day, timeline.on)
    mark = Mark(Sign.NEXT, Span(day, months.after(day)), words.next_due.format(day=following.when))
    marks[place] = (*marks[place], mark)


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
        (Kind.OPEN in kinds, Swatch(words.legend_open, Kind.OPEN)),
        (Sign.CAP in signs, Swatch(words.legend_cap, sign=Sign.CAP)),
        (Sign.REFILLS in signs, Swatch(words.legend_refills, sign=Sign.REFILLS)),
        (Sign.SERVICE in signs, Swatch(words.legend_service, sign=Sign.SERVICE)),
        (Sign.VISIT in signs, Swatch(words.legend_visit, sign=Sign.VISIT)),
        (Sign.LIFE in signs, Swatch(words.legend_life, sign=Sign.LIFE)),
        (Sign.NEW_COUNT in signs, Swatch(words.legend_new_count, sign=Sign.NEW_COUNT)),
        (Sign.CODE in signs, Swatch(words.legend_code, sign=Sign.CODE)),
        (Sign.MOVED in signs, Swatch(words.legend_moved, sign=Sign.MOVED)),
        (Sign.ENDED in signs, Swatch(words.legend_ended, sign=Sign.ENDED)),
        (Sign.ORDER in signs, Swatch(words.legend_order, sign=Sign.ORDER)),
        (Sign.RETEST in signs, Swatch(words.legend_retest, sign=Sign.RETEST)),
        (Sign.NEXT in signs, Swatch(words.legend_next, sign=Sign.NEXT)),
    )
    return tuple(swatch for there, swatch in choices if there)
