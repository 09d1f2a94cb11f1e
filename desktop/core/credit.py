"""The refund of a returned item: what of a sale came back, and how much of its price was given back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from desktop.core.money import CENT, ZERO
from desktop.core.superbill import Line, Payment, Superbill


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """Units of a line of the original that came back; `line` counts from 0. `amount` is what is given back for all of
    them, in dollars; None means their share of the line's charge."""

    line: int
    units: int
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class ReturnedCharge:
    """A charge without a code (or a discount, negative) that is given back; `charge` counts from 0. None: what is left
    of it."""

    charge: int
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Return:
    """What came back at one time. `tax` is what of it is given back."""

    lines: tuple[ReturnedLine, ...]
    other_charges: tuple[ReturnedCharge, ...]
    tax: Decimal | None
    refunds: tuple[Payment, ...]


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A return with every amount known, in its order."""

    lines: tuple[Decimal, ...]
    other_charges: tuple[Decimal, ...]
    tax: Decimal
    refunded: Decimal

    @property
    def total(self) -> Decimal:
        """All that is credited."""
        return sum(self.lines, ZERO) + sum(self.other_charges, ZERO) + self.tax


@dataclass(frozen=True, slots=True)
class Credit:
    """The document as entered. `original` is the sale as it was issued, `earlier` are the returns already credited on
    it."""

    number: str | None
    issued_on: date | None
    language: str
    reason: str | None
    original: Superbill
    returned: Return
    earlier: tuple[Return, ...]

    @property
    def given_back(self) -> GivenBack:
        """This return's amounts."""
        return amounts(self.original, (*self.earlier, self.returned))[-1]

    @property
    def left(self) -> Decimal:
        """What of the credit is not paid back."""
        return self.given_back.total - self.given_back.refunded


def amounts(original: Superbill, returns: Sequence[Return]) -> tuple[GivenBack, ...]:
    """The amounts of returns that followed each other. Shares are counted from the whole line, so that units that come
    back one by one sum up to its charge to the cent. What the original does not have is worth nothing."""
    units: Counter[int] = Counter()
    charges: dict[int, Decimal] = {}
    found = []
    for returned in returns:
        lines = tuple(_line(original, back, units) for back in returned.lines)
        others = tuple(_charge(original, back, charges) for back in returned.other_charges)
        refunded = sum((refund.amount or ZERO for refund in returned.refunds), ZERO)
        found.append(GivenBack(lines, others, returned.tax or ZERO, refunded))
    return tuple(found)


def _line(original: Superbill, back: ReturnedLine, before: Counter[int]) -> Decimal:
    start = before[back.line]
    before[back.line] += back.units
    if back.amount is not None:
        return back.amount
    if not 0 <= back.line < len(original.lines):
        return ZERO
    line = original.lines[back.line]
    return _part(line, start + back.units) - _part(line, start)


def _part(line: Line, units: int) -> Decimal:
    """The charge of the first units of a line; never more than the line's."""
    return (line.charge * min(units, line.units) / line.units).quantize(CENT, ROUND_HALF_UP)


def _charge(original: Superbill, back: ReturnedCharge, before: dict[int, Decimal]) -> Decimal:
    known = 0 <= back.charge < len(original.other_charges)
    whole = (original.other_charges[back.charge].amount if known else None) or ZERO
    given = back.amount if back.amount is not None else whole - before.get(back.charge, ZERO)
    before[back.charge] = before.get(back.charge, ZERO) + given
    return given
