"""Draws a picture into a width: where each month, sign and word stands. Window and paper ink the same shapes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.core.band import Lane, Mark, Picture, PictureMonth, Sign, Swatch
from desktop.core.band_cells import Measures, cell, idle, now
from desktop.core.band_labels import Wanted, places
from desktop.core.band_shapes import Box, Ink, Shape, Type, Written, segment
from desktop.core.band_signs import sign

Measure = Callable[[str, Type], float]

_NUMBERED = (1, 12)  # months with their number: the first of a count, and each so many
_ROW_SIGNS = (Sign.SERVICE, Sign.RETEST)
_CUT = "…"


class Spot(NamedTuple):
    """Where a month is, on which band, the how-manieth of it: for the pointer and for the focus. `reach` is how far
    below its box the pointer still means it."""

    box: Box
    reach: float
    lane: int
    place: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, from the bottom up, and how high it is."""

    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[Written, ...]
    spots: tuple[Spot, ...]


def drawing(picture: Picture, width: float, measures: Measures, measure: Measure) -> Drawing:
    """The picture, `width` wide. `measure` tells how wide words are."""
    return _Draw(picture, width, measures, measure).drawn()


def legend(swatches: Sequence[Swatch], width: float, measures: Measures, measure: Measure) -> Drawing:
    """The legend, line by line in a width."""
    shapes: list[Shape] = []
    texts: list[Written] = []
    wide, gap, line = measures.band * 0.6, measures.gap, measures.line
    x = top = 0.0
    for each in swatches:
        words = measure(each.words, Type.SMALL)
        if x and x + wide + gap + words > width:
            x, top = 0.0, top + line + gap
        edge = measures.hairline * 4
        shapes += _swatch(each, Box(x + edge, top + edge / 2, x + wide - edge / 2, top + line - edge / 2), measures)
        texts.append(Written(x + wide + gap, top, words, each.words, Type.SMALL, Ink.QUIET))
        x += wide + words + 4 * gap
    return Drawing(top + line, tuple(shapes), tuple(texts), ())


def _swatch(of: Swatch, box: Box, measures: Measures) -> tuple[Shape, ...]:
    """An entry of the legend, drawn as it is in the picture."""
    if of.sign is not None:
        middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        return sign(of.sign, *middle, min(measures.sign, box.height))
    if of.kind is None:
        return tuple(now((box.left + box.right) / 2, box.top, box.bottom, measures))
    return tuple(cell(of.kind, box, measures, ring=of.to_bill))


class _Draw:
    """One drawing while it is made."""

    def __init__(self, picture: Picture, width: float, measures: Measures, measure: Measure) -> None:
        self._picture = picture
        self._width = width
        self._is = measures
        self._measure = measure
        self._shapes: list[Shape] = []
        self._texts: list[Written] = []
        self._spots: list[Spot] = []
        self._top = 0.0

    def drawn(self) -> Drawing:
        """From the top: the scale, then band after band."""
        self._axis()
        for place, lane in enumerate(self._picture.lanes):
            self._top += self._is.gap * 2 if place else self._is.gap
            self._lane(place, lane)
        return Drawing(self._top, tuple(self._shapes), tuple(self._texts), tuple(self._spots))

    def _x(self, day: date) -> float:
        return self._picture.scale.at(day) * self._width

    def _middle(self, mark: Mark) -> float:
        """Where the sign of a day stands, whole inside the picture."""
        half = self._is.sign / 2
        return min(max((self._x(mark.span.starts) + self._x(mark.span.ends)) / 2, half), self._width - half)

    def _write(self, x: float, top: float, words: str, kind: Type = Type.SMALL, ink: Ink = Ink.WORDS) -> float:
        """Writes words within the picture; their right edge."""
        wide = self._measure(words, kind)
        left = max(0.0, min(x, self._width - wide))
        self._texts.append(Written(left, top, wide, words, kind, ink))
        return left + wide

    def _axis(self) -> None:
        """Today's day over the years; a year's name where it has room."""
        has, gap = self._is, self._is.gap
        today = self._today()
        wide = self._measure(self._picture.today, Type.STRONG)
        self._write(today - wide / 2, 0.0, self._picture.today, Type.STRONG, Ink.TODAY)
        top = has.strong_line
        bottom = top + has.line
        last = -gap
        first = self._picture.scale.span.starts
        for day in (first, *self._picture.scale.years):
            x, name = self._x(day), str(day.year)
            self._shapes.append(segment((x, bottom - has.line * 0.8), (x, bottom + gap / 2), Ink.FAINT, has.hairline))
            nexts = [self._x(year) for year in self._picture.scale.years if year > day]
            room = (nexts[0] if nexts else self._width) - x
            if x >= last + gap and room > self._measure(name, Type.SMALL) + gap:
                last = self._write(x + gap / 2, top, name, ink=Ink.QUIET)
        self._shapes.append(segment((0, bottom), (self._width, bottom), Ink.FAINT, has.hairline))
        self._top = bottom

    def _today(self) -> float:
        return (self._x(self._picture.on) * 2 + self._width / self._days()) / 2

    def _days(self) -> int:
        return (self._picture.scale.span.ends - self._picture.scale.span.starts).days

    def _lane(self, place: int, lane: Lane) -> None:
        self._head(lane)
        if lane.months:
            self._band(place, lane)
            self._numbers(lane)
        self._signs(lane)
        self._labels(lane)

    def _head(self, lane: Lane) -> None:
        """Which unit, where it stands, what it is: on one line as far as that has room."""
        has = self._is
        right = self._write(0.0, self._top, lane.title, Type.STRONG)
        lower = has.strong_line - has.line
        for words, ink in ((lane.standing, Ink.WORDS), (lane.detail, Ink.QUIET)):
            said = self._fitting(words)
            if said and right + 2 * has.gap + self._measure(said, Type.SMALL) > self._width:
                self._top += has.line
                right = -2 * has.gap
            right = self._write(right + 2 * has.gap, self._top + lower, said, ink=ink) if said else right
        self._top += has.strong_line + has.gap

    def _fitting(self, words: str) -> str:
        """The words, cut where they are wider than the picture."""
        if self._measure(words, Type.SMALL) <= self._width:
            return words
        end = len(words)
        while end and self._measure(words[:end] + _CUT, Type.SMALL) > self._width:
            end -= 1
        return words[:end].rstrip() + _CUT

    def _band(self, place: int, lane: Lane) -> None:
        """The months, over them the days without use, over these the cap and today."""
        has, top = self._is, self._top
        bottom = top + has.band
        self._guides(top, bottom)
        for number, month in enumerate(lane.months):
            box = Box(self._x(month.span.starts), top, self._x(month.span.ends), bottom)
            self._shapes += cell(month.kind, box, has, ring=month.to_bill)
            self._spots.append(Spot(box, has.gap + has.line + has.sign, place, number))
        for out in lane.idle:
            box = Box(self._x(out.starts), top, max(self._x(out.ends), self._x(out.starts) + 2 * has.hairline), bottom)
            self._shapes += idle(box, has)
        for mark in lane.marks:
            if mark.sign is Sign.CAP:
                self._cap(self._x(mark.span.ends), top, bottom)
        self._shapes += now(self._today(), top - has.gap * 0.7, bottom + has.gap * 0.3, has)
        self._top = bottom

    def _guides(self, top: float, bottom: float) -> None:
        """The years, faint behind the band."""
        for year in self._picture.scale.years:
            x = self._x(year)
            self._shapes.append(segment((x, top - self._is.gap / 2), (x, bottom + 2), Ink.FAINT, self._is.hairline))

    def _cap(self, x: float, top: float, bottom: float) -> None:
        """Two bars that stand out above and below."""
        over, weight = self._is.gap * 0.6, self._is.hairline * 2
        for side in (x - weight * 0.9, x + weight * 0.9):
            self._shapes.append(segment((side, top - over), (side, bottom + over), Ink.SIGN, weight))

    def _numbers(self, lane: Lane) -> None:
        """The numbers of some months under them: the first of each count, every twelfth, the last that is paid."""
        has = self._is
        last = -has.gap
        for month in sorted(lane.months, key=lambda month: (not month.last_paid, month.span.starts)):
            if month.number is None or not self._numbered(month, lane):
                continue
            words = str(month.number)
            wide = self._measure(words, Type.SMALL)
            middle = (self._x(month.span.starts) + self._x(month.span.ends)) / 2
            left = min(max(0.0, middle - wide / 2), self._width - wide)
            if not self._over_another(left, wide):
                self._texts.append(Written(left, self._top + has.gap / 2, wide, words, Type.SMALL, Ink.QUIET))
                last = max(last, left + wide)
        self._top += has.gap / 2 + has.line

    def _over_another(self, left: float, wide: float) -> bool:
        top = self._top + self._is.gap / 2
        return any(
            text.top == top and left < text.x + text.width + self._is.gap and text.x < left + wide + self._is.gap
            for text in self._texts
        )

    def _numbered(self, month: PictureMonth, lane: Lane) -> bool:
        first, each = _NUMBERED
        opens = next(other for other in lane.months if other.period == month.period and other.number is not None)
        number = month.number or first
        return month is opens or month.last_paid or number % each == 0

    def _signs(self, lane: Lane) -> None:
        """The signs, in as many rows as keep them apart; a span of days is as wide as it is."""
        has = self._is
        rows: list[float] = []  # how far to the right each is filled
        shown = [mark for mark in lane.marks if mark.sign is not Sign.CAP]
        for mark in sorted(shown, key=lambda mark: self._reach(mark)[0]):
            left, right = self._reach(mark)
            row = next((place for place, filled in enumerate(rows) if filled <= left), len(rows))
            rows[row : row + 1] = [right + has.hairline * 2]
            middle = self._top + (row + 0.5) * has.sign
            if mark.sign in _ROW_SIGNS:
                self._bracket(mark, middle)
            else:
                self._shapes += sign(mark.sign, self._middle(mark), middle, has.sign)
        self._top += len(rows) * has.sign

    def _reach(self, mark: Mark) -> tuple[float, float]:
        """From where to where a sign stands."""
        if mark.sign in _ROW_SIGNS:
            return self._x(mark.span.starts), self._x(mark.span.ends)
        middle, half = self._middle(mark), self._is.sign / 2
        return middle - half, middle + half

    def _bracket(self, mark: Mark, middle: float) -> None:
        left, right = self._x(mark.span.starts), self._x(mark.span.ends)
        half = self._is.sign * 0.3
        points = ((left, middle - half), (left, middle + half), (right, middle + half), (right, middle - half))
        self._shapes.append(Shape(points, None, Ink.SIGN, self._is.hairline * 1.5))

    def _labels(self, lane: Lane) -> None:
        """The words of the signs, each on a row where it has room."""
        has = self._is
        shown = [mark for mark in lane.marks if mark.label]
        said = [self._fitting(mark.label) for mark in shown]
        wanted = [
            Wanted(self._at(mark), self._measure(words, Type.SMALL)) for mark, words in zip(shown, said, strict=True)
        ]
        found = places(wanted, self._width, has.gap)
        for mark, words, here, place in zip(shown, said, wanted, found, strict=True):
            ink = Ink.NEXT if mark.sign is Sign.NEXT else Ink.WORDS
            top = self._top + place.row * has.line
            if place.line and place.row:
                self._shapes.append(segment((here.x, self._top), (here.x, top), Ink.OUTLINE, has.hairline))
            self._texts.append(Written(place.left, top, here.width, words, Type.SMALL, ink))
        self._top += (max((place.row for place in found), default=-1) + 1) * has.line

    def _at(self, mark: Mark) -> float:
        return self._x(mark.span.ends) if mark.sign is Sign.CAP else self._middle(mark)
