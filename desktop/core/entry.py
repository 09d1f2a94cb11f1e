"""What people type into a field: understood in any usual form, or a sentence that says what to type instead.

Each function returns the value, None where nothing was typed, or Wrong.
"""

import re
import unicodedata
from decimal import Decimal

from desktop.core import ein as eins
from desktop.core import money as amounts
from desktop.core import npi as npis
from desktop.core import search_keys, zip_code
from desktop.core.wrong import Wrong

_LONGEST_NAME = 100
_DOLLAR_DIGITS = 12  # below a trillion dollars a page has room
_MONEY = re.compile(r"(?P<minus>-)?\$?(?P<dollars>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.(?P<cents>[0-9]{0,2}))?")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}")
_PHONE = re.compile(
    r"(?P<number>\+?[0-9().\-/ ]+?)(?: *(?:x|ext\.?|extension|#) *(?P<extension>[0-9]{1,6}))?", re.IGNORECASE
)
_US_NUMBER = re.compile(r"[2-9][0-9]{2}[2-9][0-9]{6}")
_MONTHS = re.compile(r"0?[1-9]|[1-9][0-9]")
_STATE_LETTERS = 2
_SHOWN = 40
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def name(text: str) -> str | Wrong | None:
    """A person's or company's name in any alphabet: one form for each letter (NFC), single blanks."""
    found = unicodedata.normalize("NFC", " ".join(text.split()))
    if not found:
        return None
    if _hides(found, ("Cc", "Cn", "Co", "Cs")):
        return Wrong("it holds a character that no paper can show; type the name again")
    if not any(letter.isalpha() for letter in found):
        return Wrong(f"found {_shown(found)}, which has no letter; type a name")
    if len(found) > _LONGEST_NAME:
        return Wrong(f"it has {len(found)} letters; shorten it to {_LONGEST_NAME}")
    return found


def line(text: str) -> str | Wrong | None:
    """A line of anything, single blanks; nothing that is not seen or turns the letters around it."""
    found = " ".join(text.split())
    if _hides(found, ("Cc", "Cs")):
        return Wrong("it holds a character that cannot be seen; type it again")
    return found or None


def phone(text: str) -> str | Wrong | None:
    """A US phone number as 361-555-0142, its extension after ` x`."""
    found = _tidy(text)
    if not found:
        return None
    match = _PHONE.fullmatch(found)
    digits = search_keys.digits(match["number"]) if match else ""
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    elif found.startswith("+"):
        return Wrong(f"found {_shown(found)}; only US numbers fit here, ten digits like 361-555-0142")
    if match is None or len(digits) != 10:
        return Wrong(f"found {_shown(found)}; a US number has ten digits, like 361-555-0142")
    if not _US_NUMBER.fullmatch(digits):
        return Wrong(f"found {_shown(found)}; in a US number neither part begins with 0 or 1, like 361-555-0142")
    extension = f" x{match['extension']}" if match["extension"] else ""
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}{extension}"


def money(text: str, *, negative: bool = False) -> Decimal | Wrong | None:
    """An amount in dollars: 2495, 2,495.00, $2,495, .5; in brackets or with a minus only where that is allowed."""
    found = _tidy(text).replace(" ", "").replace("\N{MINUS SIGN}", "-")
    if not found:
        return None
    plain = f"-{found[1:-1]}" if found.startswith("(") and found.endswith(")") else found
    match = _MONEY.fullmatch(plain.replace("$-", "-$"))
    if match is None or not (match["dollars"] or match["cents"]):
        return Wrong(f"found {_shown(found)}; type an amount like 2495.00")
    dollars = match["dollars"].replace(",", "") or "0"
    if len(dollars.lstrip("0")) > _DOLLAR_DIGITS:
        return Wrong(f"found {_shown(found)}, which is more than a page has room for")
    amount = Decimal(f"{dollars}.{(match['cents'] or '').ljust(2, '0')}").quantize(amounts.CENT)
    if match["minus"] and amount and not negative:
        return Wrong(f"found {_shown(found)}; an amount here cannot be negative")
    return -amount if match["minus"] and amount else amount


def percent(text: str) -> Decimal | Wrong | None:
    """A tax rate in percent, 8.25 or 8.25%, from 0 to 100."""
    return _number(_tidy(text).removesuffix("%").strip(), 100, "a rate in percent like 8.25")


def flow(text: str) -> float | Wrong | None:
    """Liters of oxygen a minute, from 0 to 100: 2, 2.5, 2 L/min."""
    bare = re.sub(r" *(?:l|lpm|l/min|liters?(?: per minute| a minute)?)\.?$", "", _tidy(text), flags=re.IGNORECASE)
    found = _number(bare, 100, "liters a minute like 2 or 2.5")
    return float(found) if isinstance(found, Decimal) else found


def zip_(text: str) -> str | Wrong | None:
    """A ZIP code as 78411 or 78411-1234."""
    found = _tidy(text).replace(" ", "")
    if not found:
        return None
    if not zip_code.valid(found):
        return Wrong(f"found {_shown(found)}; a ZIP code has five digits like 78411, or nine like 78411-1234")
    digits = search_keys.digits(found)
    return f"{digits[:5]}-{digits[5:]}" if digits[5:] else digits


def state(text: str) -> str | Wrong | None:
    """A state's two letters, as TX."""
    found = _tidy(text).upper()
    if not found:
        return None
    if len(found) != _STATE_LETTERS or not (found.isascii() and found.isalpha()):
        return Wrong(f"found {_shown(text)}; a state has two letters like TX")
    return found


def hours(text: str) -> float | Wrong | None:
    """Hours of a day, from 0 to 24."""
    found = _number(_tidy(text), 24, "hours of a day like 15 or 24")
    return float(found) if isinstance(found, Decimal) else found


def months(text: str) -> int | Wrong | None:
    """Months that something is needed, from 1 to 99; 99 is for life."""
    found = _tidy(text)
    if not found:
        return None
    if not _MONTHS.fullmatch(found):
        return Wrong(f"found {_shown(found)}; type whole months from 1 to 99, and 99 for life")
    return int(found)


def npi(text: str) -> str | Wrong | None:
    """A national provider identifier: ten digits of which the last checks the others."""
    found = re.sub(r"[ \-]", "", _tidy(text))
    if not found:
        return None
    if len(found) != 10 or search_keys.digits(found) != found:
        return Wrong(f"found {_shown(found)}; an NPI has ten digits")
    return found if npis.valid(found) else Wrong(f"found {found}; its check digit is not right, so a digit is mistyped")


def ein(text: str) -> str | Wrong | None:
    """An employer identification number as 91-1144442."""
    found = re.sub(r"[ \-]", "", _tidy(text))
    if not found:
        return None
    if not eins.well_formed(found):
        return Wrong(f"found {_shown(found)}; an EIN has nine digits like 91-1144442")
    return f"{found[:2]}-{found[2:]}"


def _hides(text: str, kinds: tuple[str, ...]) -> bool:
    """Whether a text has letters of these kinds, or such as turn the order of the letters: they make one name look like
    another."""
    return any(letter in _TURNING or unicodedata.category(letter) in kinds for letter in text)


def _number(found: str, highest: int, like: str) -> Decimal | Wrong | None:
    if not found:
        return None
    if not _NUMBER.fullmatch(found) or Decimal(found) > highest:
        return Wrong(f"found {_shown(found)}; type {like}, at most {highest}")
    return Decimal(found)


def _tidy(text: str) -> str:
    """Full-width digits and odd hyphens and blanks as the plain ones."""
    plain = unicodedata.normalize("NFKC", text)
    return " ".join(re.sub(r"[\u2010-\u2015]", "-", plain).split())


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
