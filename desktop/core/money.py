"""Amounts in US dollars: decimal, two places, never floating."""

import re
from decimal import Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
_FORM = re.compile(r"-?[0-9]+\.[0-9]{2}")


def parse(text: str) -> Decimal:
    """The amount that a text like `2495.00` or `-5.00` says. ValueError for anything else."""
    if not _FORM.fullmatch(text):
        raise ValueError(f"{text!r} is not an amount like 2495.00")
    return Decimal(text)


def plain(amount: Decimal) -> str:
    """`2495.00`: for files and other programs."""
    return f"{amount.quantize(CENT):f}"


def printed(amount: Decimal) -> str:
    """`2,495.00`: for paper and screen."""
    return f"{amount.quantize(CENT):,f}"
