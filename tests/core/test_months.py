"""Calendar months are counted from one day, and clipped to the end of a short month without forgetting it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import months

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2900, 12, 31))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 2, "2024-03-31"),
        ("2024-01-31", 3, "2024-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-12-15", 0, "2024-12-15"),
        ("2024-03-31", -1, "2024-02-29"),
    ],
)
def test_months_are_added_by_the_calendar(start: str, count: int, expected: str) -> None:
    assert months.add(date.fromisoformat(start), count) == date.fromisoformat(expected)


@given(anchor=DAYS, count=st.integers(min_value=0, max_value=900))
def test_a_month_is_over_on_its_day_and_not_the_day_before(anchor: date, count: int) -> None:
    reached = months.add(anchor, count)
    assert months.elapsed(anchor, reached) == count
    assert months.elapsed(anchor, months.before(reached)) == count - 1


@given(anchor=DAYS, count=st.integers(min_value=0, max_value=900))
def test_each_month_begins_after_the_last(anchor: date, count: int) -> None:
    assert months.add(anchor, count) < months.add(anchor, count + 1)
    assert months.after(months.before(anchor)) == anchor
