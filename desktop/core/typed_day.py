"""Days as people type them: 08171951, 8/17/51, 8-17-1951, Aug 17 1951, 17 August 1951, 1951-08-17.

The rule for two digits of a year: the latest year with these digits in which the day is not after `last`. For a birth
date `last` is today; for a day that may lie ahead the caller names a later one.
"""

import re
import unicodedata
from datetime import date

from desktop.core.wrong import Wrong

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_SHORTEST_MONTH = 3  # letters by which a month is known
_FIRST_YEAR = 1850  # nobody at the counter was born before; what is earlier is a slip
_LIKE = "type a day like 08/17/1951 or Aug 17 1951"
_NUMBERS = re.compile(r"([0-9]{1,4})[/\-. ]+([0-9]{1,2})[/\-. ]+([0-9]{1,4})")
_MONTH_FIRST = re.compile(r"([a-z]+)[/\-. ]*([0-9]{1,2})(?:st|nd|rd|th)?[/\-,. ]+([0-9]{2}|[0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[/\-. ]*([a-z]+)[/\-,. ]*([0-9]{2}|[0-9]{4})")
_SHOWN = 40


def day(text: str, last: date) -> date | Wrong | None:
    """The day that was typed; Wrong for anything that is not one of the forms, or no day of the calendar."""
    typed = " ".join(re.sub(r"[\u2010-\u2015]", "-", unicodedata.normalize("NFKC", text)).split())
    if not typed:
        return None
    shown = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
    parts = _parts(typed.lower())
    if parts is None:
        return Wrong(f"found {shown}; {_LIKE}")
    year, month, number = parts
    if not 1 <= month <= len(_MONTHS):
        return Wrong(f"found {shown}; there is no month {month}; {_LIKE}")
    found = _latest(year, month, number, last) if len(year) == 2 else _on(int(year), month, number)
    if found is None:
        return Wrong(f"found {shown}; {_MONTHS[month - 1].title()} of that year has no day {number}; {_LIKE}")
    if found.year < _FIRST_YEAR:
        return Wrong(f"found {shown}; the year {found.year} is too long ago; {_LIKE}")
    return found


def past_day(text: str, today: date) -> date | Wrong | None:
    """As `day`, for what has happened already: a birth, an order."""
    found = day(text, today)
    if isinstance(found, date) and found > today:
        return Wrong(f"found {text}, which lies ahead; type the day as it was")
    return found


def _parts(typed: str) -> tuple[str, int, int] | None:
    """Year as it was typed, month, day."""
    if typed.isdigit():
        return _run_together(typed)
    if match := _NUMBERS.fullmatch(typed):
        one, two, three = match.groups()
        if len(one) == 4 and len(three) <= 2:
            return one, int(two), int(three)
        return (three, int(one), int(two)) if len(one) <= 2 and len(three) in (2, 4) else None
    if match := _MONTH_FIRST.fullmatch(typed):
        month, number, year = match.groups()
    elif match := _DAY_FIRST.fullmatch(typed):
        number, month, year = match.groups()
    else:
        return None
    known = _month(month)
    return (year, known, int(number)) if known else None


def _run_together(digits: str) -> tuple[str, int, int] | None:
    """Six digits (month, day, year of two) or eight; of eight, the year is first where it cannot be last."""
    if len(digits) == 8 and int(digits[:2]) > len(_MONTHS):
        return digits[:4], int(digits[4:6]), int(digits[6:])
    return (digits[4:], int(digits[:2]), int(digits[2:4])) if len(digits) in (6, 8) else None


def _month(word: str) -> int | None:
    if len(word) < _SHORTEST_MONTH:
        return None
    return next((place for place, name in enumerate(_MONTHS, start=1) if name.startswith(word)), None)


def _latest(digits: str, month: int, number: int, last: date) -> date | None:
    year = last.year - (last.year - int(digits)) % 100
    found = _on(year, month, number)
    return _on(year - 100, month, number) if found is not None and found > last else found


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
