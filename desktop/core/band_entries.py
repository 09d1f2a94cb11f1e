"""What happened to a rental, and what comes: a row each, with the rules behind it.

What was noted comes from the store's book; what follows from it (a count, a cap, refills) from the timeline; what is to
do from what is due. Where two of them say the same of one day, the one that is to do is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from desktop.core import months
from desktop.core.band import Entry
from desktop.core.band_marks import missed
from desktop.core.band_told import Told
from desktop.core.band_words import PictureWords
from desktop.core.codes import Why
from desktop.core.rental_standing import Due, DueWhat, RentalFinding
from desktop.core.rental_timeline import Period, Timeline, UnitTimeline

_Found = tuple[DueWhat | None, str | None, Entry]  # what is due of it, which unit's id, and the row


class Entries:
    """Both lists of one rental."""

    def __init__(self, timeline: Timeline, told: Told, words: PictureWords) -> None:
        self._timeline = timeline
        self._on = timeline.on
        self._told = told
        self._words = words
        self._found = [found for unit in timeline.units for found in self._of_unit(unit)]
        self._found += self._of_papers()

    def happened(self) -> tuple[Entry, ...]:
        """What lies behind, the latest first; what was noticed stands with what it is about."""
        rows = [entry for _, _, entry in self._found if entry.day <= self._on]
        rows += [entry for entry in self._noted() if entry.day <= self._on]
        return _together(sorted(self._with_findings(rows, ahead=False), key=lambda entry: entry.day, reverse=True))

    def comes(self) -> tuple[Entry, ...]:
        """What lies ahead and what is overdue, the earliest first."""
        due = [self._due(each) for each in self._first_of_months()]
        said = {(each.what, each.equipment, each.on) for each in self._timeline.due}
        rows = [
            entry
            for what, unit_id, entry in self._found
            if entry.day > self._on and (what, unit_id, entry.day) not in said
        ]
        rows += [entry for entry in self._noted() if entry.day > self._on]
        found = self._with_findings([*due, *rows], ahead=True)
        return _together(sorted(found, key=lambda entry: entry.day))

    def _first_of_months(self) -> Iterator[Due]:
        """What is due; of the months to bill each unit's first, for the others are to be seen in its band."""
        told: set[str | None] = set()
        for due in self._timeline.due:
            if due.what is DueWhat.BILL_MONTH and due.equipment in told:
                continue
            if due.what is DueWhat.BILL_MONTH:
                told.add(due.equipment)
            yield due

    def _entry(self, day: date, unit_id: str | None, words: str, why: tuple[Why, ...] = ()) -> Entry:
        title = self._told.titles.get(unit_id, "") if unit_id is not None else ""
        return Entry(day, self._words.on(day), title, words, why)

    def _due(self, due: Due) -> Entry:
        """Its words name the unit already."""
        why = self._told.reasons.of(f"due:{due.what}")
        return replace(self._entry(due.on, None, due.words, why), due=due)

    def _noted(self) -> Iterator[Entry]:
        for happening in self._told.happenings:
            words = happening.words
            if happening.note:
                words = self._words.noted.format(words=words, note=happening.note)
            why = self._told.reasons.of(happening.why_key)
            entry = self._entry(happening.day, happening.unit_id, words, why)
            yield replace(entry, event_id=happening.event_id)

    def _of_unit(self, unit: UnitTimeline) -> Iterator[_Found]:
        for period in unit.periods:
            yield from self._of_period(unit, period)
        coming = unit.standing.next_bill_on
        if coming is not None and unit.standing.months_paid + 1 != self._told.caps.get(unit.equipment.id):
            words = self._words.next_month.format(number=unit.standing.months_paid + 1)
            yield self._row(DueWhat.BILL_MONTH, unit, coming, words, "due:bill_month")

    def _row(self, what: DueWhat | None, unit: UnitTimeline, day: date, words: str, *why: str) -> _Found:
        unit_id = unit.equipment.id
        return what, unit_id, self._entry(day, unit_id, words, self._told.reasons.of(*why))

    def _of_period(self, unit: UnitTimeline, period: Period) -> Iterator[_Found]:
        words = self._words
        number = period.months[0].number if period.months else unit.equipment.months_paid_before + 1
        began = words.delivered if period is unit.periods[0] else words.restarted
        yield self._row(None, unit, period.starts, began.format(number=number), f"period:{period.began_by}")
        yield from self._of_cap(unit, period)
        day = period.contents_from
        if day is not None:
            said = words.refills_begun_of if period.contents_code else words.refills_begun
            said = said.format(code=period.contents_code)
            yield self._row(DueWhat.CONTENTS, unit, day, said, "due:contents", f"contents:{unit.standing.code}")
        for block in period.blocks:
            days = words.between(block.starts, months.after(block.window_ends))
            if missed(block, self._on):
                yield self._row(
                    None, unit, block.window_ends, words.service_missed.format(days=days), "due:maintenance"
                )
            elif block.visit is None:
                said = words.service_to_make.format(day=words.on(block.window_ends))
                yield self._row(DueWhat.MAINTENANCE, unit, block.starts, said, "due:maintenance")
        if period.useful_life_ends is not None and period.over_on is None:
            yield self._row(DueWhat.USEFUL_LIFE, unit, period.useful_life_ends, words.life_is_over, "due:useful_life")

    def _of_cap(self, unit: UnitTimeline, period: Period) -> Iterator[_Found]:
        words = self._words
        last = next((month for month in period.months if month.ends == period.cap_ends), None)
        if last is None:
            return
        began = words.cap_to_reach if last.projected else words.cap_reached
        yield self._row(DueWhat.CAP, unit, last.starts, began.format(number=last.number), "due:cap")
        over = months.after(last.ends)
        if period.over_on is None or over < period.over_on:
            said = words.rent_over if over <= self._on else words.rent_to_end
            yield self._row(None, unit, over, said, "cap")

    def _of_papers(self) -> Iterator[_Found]:
        words, on, why = self._words, self._on, self._told.reasons
        ends = self._told.order_ends
        if ends is not None:
            said = words.order_is_over if ends <= on else words.order_to_end
            yield DueWhat.ORDER_ENDS, None, self._entry(ends, None, said, why.of("due:order_ends"))
        for span in self._told.retests:
            last = months.before(span.ends)
            if last < on:
                yield None, None, self._entry(last, None, words.retest_over, why.of("due:retest"))
            else:
                said = words.retest_begins.format(day=words.on(last))
                yield DueWhat.RETEST, None, self._entry(span.starts, None, said, why.of("due:retest"))

    def _with_findings(self, rows: list[Entry], *, ahead: bool) -> Iterable[Entry]:
        """What was noticed of days behind or ahead goes to the row of its day and unit, or is a row of its own."""
        for finding in self._timeline.findings:
            title = self._told.titles.get(finding.equipment or "", "")
            day = finding.on or self._on
            if (day > self._on) is not ahead:
                continue
            place = _place(rows, day, title)
            if place is None:
                rows.append(self._entry(day, finding.equipment, finding.words, (_reason(finding),)))
            else:
                rows[place] = replace(rows[place], why=(*rows[place].why, _reason(finding)))
        return rows


def _together(rows: list[Entry]) -> tuple[Entry, ...]:
    """Rows that say the same of two units on one day as one row."""
    found: dict[object, Entry] = {}
    for row in rows:
        key = (row.day, row.words, row.event_id, row.due.what if row.due else None)
        before = found.get(key)
        found[key] = row if before is None else replace(before, unit=f"{before.unit}, {row.unit}")
    return tuple(found.values())


def _place(rows: list[Entry], day: date, title: str) -> int | None:
    """The row that something noticed of that day belongs to: best what the store noted itself."""
    fits = [place for place, row in enumerate(rows) if row.day == day and (not title or row.unit in ("", title))]
    noted = [place for place in fits if rows[place].event_id is not None]
    best = noted or fits
    return best[0] if best else None


def _reason(finding: RentalFinding) -> Why:
    return Why(finding.words, finding.sources, finding.mark)
