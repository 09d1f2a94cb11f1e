"""ZIP codes: five digits, or nine with the hyphen or without."""

import re

_FORM = re.compile(r"[0-9]{5}(-?[0-9]{4})?")


def valid(text: str) -> bool:
    """Whether it is five or nine digits."""
    return bool(_FORM.fullmatch(text))
