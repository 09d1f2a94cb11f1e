"""Going through a picture month by month: where one stands, and where each step leads. Nothing is ever stepped off."""

from datetime import date

from desktop.core import months
from desktop.core.band import Lane, Picture, PictureMonth

_YEAR = 12


class Steps:
    """Where one stands in a picture; at first on today's month of the first unit."""

    def __init__(self, picture: Picture) -> None:
        self._lanes = [(place, lane) for place, lane in enumerate(picture.lanes) if lane.months]
        self._on = picture.on
        self._lane = 0
        self.place = 0
        self.today()

    @property
    def lane_place(self) -> int:
        """Which of the picture's lanes."""
        return self._lanes[self._lane][0]

    @property
    def lane(self) -> Lane:
        """The unit that one stands on."""
        return self._lanes[self._lane][1]

    @property
    def month(self) -> PictureMonth:
        """The month that one stands on."""
        return self.lane.months[self.place]

    def at(self, lane: int, place: int) -> PictureMonth:
        """A month of the picture."""
        return dict(self._lanes)[lane].months[place]

    def go(self, lane: int, place: int) -> None:
        """To that month of the picture."""
        self._lane = [number for number, _ in self._lanes].index(lane)
        self.place = place

    def before(self) -> None:
        """To the month before."""
        self.place = max(self.place - 1, 0)

    def after(self) -> None:
        """To the next month."""
        self.place = min(self.place + 1, len(self.lane.months) - 1)

    def above(self) -> None:
        """To the unit above, the same time."""
        self._to_lane(self._lane - 1)

    def below(self) -> None:
        """To the unit below, the same time."""
        self._to_lane(self._lane + 1)

    def year_before(self) -> None:
        """A year back."""
        self._to_day(months.add(self.month.span.starts, -_YEAR))

    def year_after(self) -> None:
        """A year on."""
        self._to_day(months.add(self.month.span.starts, _YEAR))

    def first(self) -> None:
        """To the first month."""
        self.place = 0

    def last(self) -> None:
        """To the last month."""
        self.place = len(self.lane.months) - 1

    def today(self) -> None:
        """To the month of today."""
        self._to_day(self._on)

    def _to_lane(self, lane: int) -> None:
        if 0 <= lane < len(self._lanes):
            span = self.month.span
            middle = span.starts + (span.ends - span.starts) / 2
            self._lane = lane
            self._to_day(middle)

    def _to_day(self, day: date) -> None:
        """To the month of a day; to the nearest end where it lies outside."""
        begun = [place for place, month in enumerate(self.lane.months) if month.span.starts <= day]
        self.place = begun[-1] if begun else 0
