"""Which backups are kept, as cases by days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.retention import Retention, kept

RULE = Retention(days=7, weeks=4, months=12)
MONDAY = date(2026, 3, 2)


def made(days: list[date]) -> list[tuple[date, str]]:
    """A backup a day, the latest first, named after its day; several of a day are numbered."""
    return [(day, f"{day}#{place}") for place, day in enumerate(sorted(days, reverse=True))]


def kept_days(days: list[date], rule: Retention = RULE) -> list[str]:
    return sorted(name.split("#")[0] for name in kept(made(days), rule))


def test_nothing_is_kept_of_nothing() -> None:
    assert kept([], RULE) == frozenset()


def test_up_to_seven_days_all_are_kept() -> None:
    days = [MONDAY + timedelta(n) for n in range(7)]
    assert kept_days(days) == [str(day) for day in days]


def test_of_a_day_the_last_one_is_kept() -> None:
    several = [(MONDAY, "evening"), (MONDAY, "noon"), (MONDAY, "morning")]
    assert kept(several, RULE) == {"evening"}


def test_after_three_weeks_there_are_seven_days_and_the_ends_of_the_weeks_before() -> None:
    days = [MONDAY + timedelta(n) for n in range(21)]  # Mondays to Sundays, March 2 to 22
    assert kept_days(days) == ["2026-03-08", "2026-03-15", *(f"2026-03-{day}" for day in range(16, 23))]


def test_after_two_years_there_are_twelve_months() -> None:
    days = [MONDAY + timedelta(n) for n in range(730)]  # the last is 2028-02-29, a Tuesday
    assert kept_days(days) == [
        *("2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30", "2027-07-31", "2027-08-31"),
        *("2027-09-30", "2027-10-31", "2027-11-30", "2027-12-31", "2028-01-31", "2028-02-13", "2028-02-20"),
        *(f"2028-02-{day}" for day in range(23, 30)),
    ]


def test_days_on_which_the_store_was_closed_use_up_no_place() -> None:
    tuesdays = [MONDAY + timedelta(1 + 7 * n) for n in range(7)]
    assert kept_days(tuesdays) == [str(day) for day in tuesdays]


def test_a_week_goes_on_over_the_end_of_a_year() -> None:
    days = [date(2026, 12, 28), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)]
    rule = Retention(days=1, weeks=4, months=0)
    assert kept_days(days, rule) == ["2027-01-03"]


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    days = [MONDAY, date(2031, 1, 1)]
    assert kept_days(days) == ["2026-03-02", "2031-01-01"]


@given(st.lists(st.dates(date(2024, 1, 1), date(2030, 1, 1)), min_size=1, max_size=200))
def test_never_more_than_the_places_and_always_the_latest(days: list[date]) -> None:
    left = kept(made(days), RULE)
    assert len(left) <= 7 + 4 + 12
    assert made(days)[0][1] in left
    assert len(set(kept_days(days))) >= min(7, len(set(days)))
