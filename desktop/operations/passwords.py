"""Whether a new password is good enough: long, not one of those that everybody tries first, not a name of the store.

No rules on kinds of letters, and none that lets a password grow old: both make people write it on the screen's edge.
"""

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from desktop.operations import protection

_LEAST_NAME = 4


def wrong(password: str, names: Iterable[str | None] = ()) -> str | None:
    """What is wrong with a new password, as a sentence; `names` (of the user, of the store) must not be all of it."""
    rule = protection.password_rule()
    typed = unicodedata.normalize("NFKC", password)
    if len(typed) < rule.shortest:
        return (
            f"It has {len(typed)} letters; at least {rule.shortest} are needed. "
            "Four or five words with blanks between them are easy to keep in mind."
        )
    if len(typed) > rule.longest:
        return f"It has {len(typed)} letters; at most {rule.longest} can be used."
    folded = typed.casefold()
    if len(set(folded)) < rule.different_letters or _goes_on(folded):
        return "It repeats itself or counts on, so it is soon guessed; take other words."
    pieces = {*protection.common_passwords(), "oxydesk"}
    own = {
        word for name in names if name for word in (_bare(name), *name.casefold().split()) if len(word) >= _LEAST_NAME
    }
    if _made_of(_bare(folded), frozenset(pieces | own), rule.common_pieces):
        return "It is made of names or passwords that everybody tries first; take other words."
    return None


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _goes_on(text: str) -> bool:
    """Whether every letter is the one after (or before) the one before it, or one and the same."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return len(steps) == 1 and abs(steps.pop()) <= 1


def _made_of(text: str, pieces: frozenset[str], most: int) -> bool:
    """Whether a text is made of at most so many different pieces, repeated as often as one likes."""
    longest = max(map(len, pieces))
    found: list[set[frozenset[str]]] = [{frozenset()}, *(set() for _ in text)]
    for end in range(1, len(text) + 1):
        for begin in range(max(0, end - longest), end):
            piece = text[begin:end]
            if found[begin] and piece in pieces:
                found[end] |= {used | {piece} for used in found[begin] if len(used | {piece}) <= most}
    return bool(text) and bool(found[-1])
