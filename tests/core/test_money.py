"""Amounts are exact to the cent and written in one way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import money


@given(st.decimals(-(10**12), 10**12, places=2))
def test_an_amount_is_read_back_as_it_was_written(amount: Decimal) -> None:
    assert money.parse(money.plain(amount)) == amount


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.000", "1,000.00", "+1.00", "1.00\n", " 1.00", "1e2", "١.٠٠", "NaN"]
)
def test_any_other_text_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        money.parse(text)


def test_thousands_are_set_apart_on_paper() -> None:
    assert money.printed(Decimal("1234567.5")) == "1,234,567.50"
    assert money.plain(Decimal("1234567.5")) == "1234567.50"
