"""Employer identification numbers: the tax number by which a plan knows whom the patient paid."""

import re

_FORM = re.compile(r"[0-9]{2}-?[0-9]{7}")


def well_formed(text: str) -> bool:
    """Whether it is nine digits, with a hyphen after the second or without, and not all zero."""
    return bool(_FORM.fullmatch(text)) and int(text.replace("-", "")) > 0


def prefix(text: str) -> str:
    """The first two digits, which say who issued it."""
    return text[:2]
