"""How typed words are read: without case, accents and hyphens, in one form for singular and plural."""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f'’`]")
_WORD = re.compile(r"[0-9]+|[a-z][a-z0-9]*")
_CODE = re.compile(
    r"(?<![a-z0-9.])(?:"
    r"[a-z](?:[0-9]|o(?=[0-9]))[0-9a-z]{0,5}(?:\.[0-9a-z]{1,4})?"  # E1390, EO431, J44.9, e13
    r"|[a-z][ -][0-9]{3,5}[a-z]?"  # E-1390, E 1390
    r")(?![a-z0-9])"
)
_LOOKS_LIKE_A_DIGIT = str.maketrans("oil", "011")
_SHORTEST_PLURAL = 4


def plain(text: str) -> str:
    """The text without case, accents, apostrophes and special forms of letters."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in their order: letters and digits, digits before letters apart (`50ft` is two words)."""
    return tuple(_WORD.findall(plain(text)))


def stem(word: str) -> str:
    """One form for singular and plural, English and Spanish."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("dores", "ciones")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


def codes_in(text: str) -> dict[str, tuple[str, ...]]:
    """What looks like a code or its beginning, in capitals and without a dot, with the words that it was typed as.

    A letter O, I or L among digits is read as the digit that it looks like.
    """
    found = {}
    for match in _CODE.finditer(plain(text)):
        typed = match[0].replace(" ", "").replace("-", "").replace(".", "")
        mended = typed[1:].translate(_LOOKS_LIKE_A_DIGIT)
        found[(typed[0] + (mended if mended.isdigit() else typed[1:])).upper()] = words_of(match[0])
    return found


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbor; `most` + 1 if more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1] if row[-1] <= most else most + 1
