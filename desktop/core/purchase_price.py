"""A plan that pays rent until the purchase price is reached: how far that is, and with which month it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.money import ZERO

_LONGEST = 600  # months; a rent that does not get there in fifty years gets nowhere


@dataclass(frozen=True, slots=True)
class Paying:
    """A price and what is paid towards it. `monthly`: a month's rent; `charged`: what single months came to.

    `months_before` were paid to another store: `paid_before`, or as many rents where nobody knows.
    """

    price: Decimal
    monthly: Decimal
    months_before: int = 0
    paid_before: Decimal | None = None
    charged: Mapping[int, Decimal] | None = None

    @property
    def months(self) -> int | None:
        """The number of the month with which the price is reached; None where it never is."""
        return next((month for month in range(self.months_before, _LONGEST) if self.paid(month) >= self.price), None)

    def paid(self, month: int) -> Decimal:
        """What is paid when this month is, at most the price."""
        before = self.monthly * self.months_before if self.paid_before is None else self.paid_before
        charged = self.charged or {}
        rents = (charged.get(each, self.monthly) for each in range(self.months_before + 1, month + 1))
        return min(before + sum(rents, ZERO), self.price)

    def rent(self, month: int) -> Decimal:
        """What this month costs: the last one only what is left of the price."""
        return max(min(self.monthly, self.price - self.paid(month - 1)), ZERO)
