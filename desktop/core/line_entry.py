"""What people type into a superbill's lines: whole numbers, a code with its modifiers, the letters of diagnoses.

As in `entry`: the value, None where nothing was typed, or Wrong.
"""

import re

from desktop.core.wrong import Wrong

_MOST_UNITS = 999_999
_MOST_MONTHS = 9_999
_CODE = re.compile(r"[A-Z0-9]{2,7}")
_SHOWN = 40


def units(text: str) -> int | Wrong | None:
    """How many: a whole number from 1."""
    return _whole(text, _MOST_UNITS)


def months(text: str) -> int | Wrong | None:
    """The month of a rental, or months of need: a whole number from 1."""
    return _whole(text, _MOST_MONTHS)


def code_and_modifiers(text: str) -> tuple[str, ...] | Wrong | None:
    """`E1392 NU`, `e1392-nu`: the code, then its modifiers. Whether there are such codes is the review's to say."""
    found = tuple(re.findall(r"[^\s,;\-]+", text.upper()))
    strange = next((piece for piece in found if not _CODE.fullmatch(piece)), None)
    if strange is not None:
        return Wrong(f"found {strange[:_SHOWN]}; type a code and its modifiers, like E1392 NU")
    return found or None


def pointers(text: str) -> tuple[str, ...] | Wrong | None:
    """`AB`, `A, B` or `a b`: the letters of the diagnoses that a line is for."""
    letters = tuple(re.sub(r"[\s,;]", "", text.upper()))
    if any(not "A" <= letter <= "Z" for letter in letters):
        return Wrong(f"found {text[:_SHOWN]}; type the letters of diagnoses, like A B")
    return letters or None


def _whole(text: str, most: int) -> int | Wrong | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
        return Wrong(f"found {text[:_SHOWN]}; type a whole number from 1 on")
    return int(text)
