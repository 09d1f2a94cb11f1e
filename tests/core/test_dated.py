"""A dated value is the last one whose day is not after the day asked for."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.dated import Dated, From
from desktop.core.finding import Mark


def _dated(days: list[date]) -> Dated[int]:
    return Dated(tuple(From(day, place, Mark.PUBLISHED, ("CFR-FULL",)) for place, day in enumerate(sorted(days))))


def _value(dated: Dated[int], on: date) -> int | None:
    held = dated.on(on)
    return held.value if held else None


def test_below_at_and_above_a_day() -> None:
    dated = _dated([date(2018, 4, 1), date(2023, 4, 1)])
    assert _value(dated, date(2018, 3, 31)) is None
    assert _value(dated, date(2018, 4, 1)) == 0
    assert _value(dated, date(2023, 3, 31)) == 0
    assert _value(dated, date(2023, 4, 1)) == 1


@given(st.sets(st.dates(date(1980, 1, 1), date(2050, 1, 1)), min_size=1).map(sorted), st.dates(date(1980, 1, 2)))
def test_the_day_before_a_value_has_the_one_before_it(days: list[date], on: date) -> None:
    dated = _dated(days)
    expected = max((place for place, day in enumerate(days) if day <= on), default=None)
    assert _value(dated, on) == expected
    assert _value(dated, days[0] - timedelta(days=1)) is None
