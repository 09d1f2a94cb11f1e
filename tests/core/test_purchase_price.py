"""Rent that is paid until the purchase price is reached: one month below it, at it, above it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.purchase_price import Paying

CENTS = st.decimals("0.01", "900.00", places=2)


@pytest.mark.parametrize(
    ("price", "months"), [("94.99", 1), ("95.00", 1), ("95.01", 2), ("950.00", 10), ("950.01", 11), ("0.00", 0)]
)
def test_the_price_is_reached_with_a_month(price: str, months: int) -> None:
    assert Paying(Decimal(price), Decimal("95.00")).months == months


def test_the_last_month_costs_what_is_left() -> None:
    paying = Paying(Decimal("250.00"), Decimal("95.00"))
    assert [paying.rent(month) for month in (1, 2, 3, 4)] == [
        Decimal("95.00"),
        Decimal("95.00"),
        Decimal("60.00"),
        Decimal("0.00"),
    ]


def test_what_was_paid_elsewhere_counts_as_told_else_as_so_many_rents() -> None:
    told = Paying(Decimal("950.00"), Decimal("95.00"), 3, Decimal("400.00"))
    assert (told.paid(3), told.months) == (Decimal("400.00"), 9)
    assert Paying(Decimal("950.00"), Decimal("95.00"), 3).paid(3) == Decimal("285.00")


def test_a_month_that_came_to_more_counts_as_it_was() -> None:
    paying = Paying(Decimal("285.00"), Decimal("95.00"), charged={1: Decimal("190.00")})
    assert (paying.paid(1), paying.months) == (Decimal("190.00"), 2)


def test_a_rent_of_nothing_never_gets_there() -> None:
    assert Paying(Decimal("1.00"), Decimal("0.00")).months is None


@given(CENTS, st.decimals("50.00", "900.00", places=2))
def test_the_rents_up_to_the_last_month_are_the_price(price: Decimal, monthly: Decimal) -> None:
    paying = Paying(price, monthly)
    months = paying.months
    assert months is not None
    assert sum(paying.rent(month) for month in range(1, months + 1)) == price
    assert paying.rent(months) > 0
