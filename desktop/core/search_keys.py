"""What a name, a phone number or a member ID is found by: without case, accents, blanks and signs."""

import re
import unicodedata
from collections.abc import Iterator

# Letters that are one with their stroke, so that taking signs away does not make them plain.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_APOSTROPHES = re.compile("['’ʼʻ‘`´.]")
_LOCAL_DIGITS = 7
_MOST_SOUGHT = 12


def words(text: str | None) -> list[str]:
    """The words of a name, folded: `Treviño-O'Neill` is `trevino` and `oneill`."""
    if not text:
        return []
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()).translate(_STROKES)
    plain = _APOSTROPHES.sub("", plain)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", letters)


def sought(text: str | None) -> list[str]:
    """The words of what is typed into a search box, each once; a page that was pasted into it is looked for by its
    beginning."""
    return list(dict.fromkeys(words(text)))[:_MOST_SOUGHT]


def name(text: str | None) -> str:
    """A name folded into one word: `De la Cruz` is `delacruz`."""
    return "".join(words(text))


def later_words(text: str | None) -> list[str]:
    """What a name is also found by: the rest of it from its second word, its third word, …"""
    found = words(text)
    return ["".join(found[place:]) for place in range(1, len(found))]


def digits(text: str | None) -> str:
    """The digits of a text alone."""
    return "".join(letter for letter in text or "" if letter in "0123456789")


def phone(text: str | None) -> str:
    """A US phone number's ten digits, without the country's 1."""
    found = digits(text)
    return found[1:] if len(found) == 11 and found.startswith("1") else found


def local(text: str | None) -> str:
    """The seven digits by which a number is known in town."""
    return phone(text)[-_LOCAL_DIGITS:]


def member(text: str | None) -> str:
    """A member ID as one word of capitals and digits."""
    return name(text).upper()


def splits(text: str) -> Iterator[tuple[str, str]]:
    """What was typed as (beginning of the last name, beginning of the first): `tre,mar` is one way, `mar tre` is two.

    With one word alone it is either of them, the other one empty.
    """
    before, comma, after = text.partition(",")
    if comma:
        yield name(before), name(after)
        return
    typed = words(text)[:_MOST_SOUGHT]
    for place in range(len(typed), 0, -1):
        yield "".join(typed[:place]), "".join(typed[place:])
    for place in range(1, len(typed) + 1):
        yield "".join(typed[place:]), "".join(typed[:place])
