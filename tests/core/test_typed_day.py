"""Days in every form in which people type them, and the stated rule for two digits of a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.typed_day import day
from desktop.core.wrong import Wrong

TODAY = date(2026, 3, 2)
BORN = date(1951, 8, 17)
FORMS = (
    "%m%d%Y", "%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%m %d %Y", "%Y-%m-%d", "%Y/%m/%d", "%b %d %Y", "%B %d, %Y",
    "%d %b %Y", "%d-%b-%Y", "%d %B, %Y", "%b%d,%Y",
)  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "08171951", "8/17/51", "8-17-1951", "Aug 17 1951", "1951-08-17", "081751", "8/17/1951", "08/17/51",
        "August 17, 1951", "aug. 17th 1951", "17 Aug 51", "17-aug-1951", "19510817", "8.17.51", " 8 / 17 / 1951 ",
        "８/１７/１９５１", "8–17–51",
    ],
)  # fmt: skip
def test_a_birth_date_is_understood_in_any_form(typed: str) -> None:
    assert day(typed, TODAY) == BORN


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMS))
def test_a_day_with_its_whole_year_is_that_day(expected: date, form: str) -> None:
    assert day(expected.strftime(form), TODAY) == expected


@given(st.dates(TODAY - timedelta(days=36_524), TODAY), st.sampled_from(["%m/%d/%y", "%m%d%y", "%b %d %y"]))
def test_two_digits_of_a_year_are_the_latest_that_is_not_ahead(expected: date, form: str) -> None:
    found = day(expected.strftime(form), TODAY)
    assert found == expected or (isinstance(found, date) and found > expected and found.year - expected.year == 100)


@pytest.mark.parametrize(
    ("typed", "found"), [("3/1/26", date(2026, 3, 1)), ("3/2/26", date(2026, 3, 2)), ("3/3/26", date(1926, 3, 3))]
)
def test_the_rule_turns_on_the_day(typed: str, found: date) -> None:
    assert day(typed, TODAY) == found


def test_a_day_that_may_lie_ahead_is_asked_with_a_later_last_day() -> None:
    assert day("3/3/26", TODAY + timedelta(days=365)) == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("13/1/1951", "no month 13"), ("2/30/1951", "has no day 30"), ("2/29/51", "has no day 29"),
        ("8171951", "08/17/1951"), ("yesterday", "08/17/1951"), ("8/17", "08/17/1951"),
        ("8/17/195", "08/17/1951"), ("1/1/1849", "too long ago"),
        ("00/10/1950", "no month 0"), ("au 17 1951", "08/17/1951"), ("17 1951", "08/17/1951"),
    ],
)  # fmt: skip
def test_what_is_no_day_says_what_to_type(typed: str, says: str) -> None:
    found = day(typed, TODAY)
    assert isinstance(found, Wrong)
    assert says in found.words


def test_nothing_typed_is_no_day() -> None:
    assert day("  ", TODAY) is None


@given(st.text(alphabet="0123456789/-. augSept,²٣", max_size=14))
def test_no_text_makes_it_fail(text: str) -> None:
    found = day(text, TODAY)
    assert found is None or isinstance(found, date | Wrong)
