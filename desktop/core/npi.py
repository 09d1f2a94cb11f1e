"""National provider identifiers: the ten digits by which a store and a doctor are known to every plan."""

import re

_TEN_DIGITS = re.compile(r"[0-9]{10}")
_CARD_PREFIX = (8, 0, 8, 4, 0)  # health care, United States: counted in though it is never written (69 FR 3434)


def valid(text: str) -> bool:
    """Whether it is ten digits of which the last checks the others."""
    if not _TEN_DIGITS.fullmatch(text):
        return False
    digits = [*_CARD_PREFIX, *(int(digit) for digit in text)]
    doubled = [digit if place % 2 == 0 else sum(divmod(digit * 2, 10)) for place, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0
