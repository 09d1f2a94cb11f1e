"""The short note that a claim carries for an item without a code of its own."""

import unicodedata

from desktop.core.money import plain
from desktop.core.superbill import Narrative

_BETWEEN = "; "
_LEAST = 12  # a shorter stump of a sentence says nothing
_DELIMITERS = str.maketrans("*~:^|", "     ")


def claim_note(narrative: Narrative, longest: int) -> str:
    """What it is, what for, maker and model, price, related code, in at most `longest` plain characters.

    What identifies the item (maker, model, price, related code) stays whole as long as it can; the description and
    then the purpose take the room that is left. Letters lose their accents, and signs that divide the fields of an
    electronic claim become blanks.
    """
    facts = _facts(narrative)
    texts: list[str] = []
    for text in (narrative.description, narrative.purpose):
        short = _shortened(_plain(text or ""), longest - len(_BETWEEN.join(["", *texts, *facts])))
        if short:
            texts.append(short)
    return _shortened(_BETWEEN.join(texts + facts), longest)


def _facts(narrative: Narrative) -> list[str]:
    product = " ".join(part for part in (narrative.maker, narrative.model) if part)
    price = f"${plain(narrative.price)}" if narrative.price is not None else ""
    related = f"for {narrative.related_code}" if narrative.related_code else ""
    return [fact for fact in (_plain(part) for part in (product, price, related)) if fact]


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text).translate(_DELIMITERS)
    return " ".join("".join(letter for letter in spread if " " <= letter <= "~").split())


def _shortened(text: str, room: int) -> str:
    """The text, or as many of its words as fit; empty where only a stump would be left."""
    if len(text) <= room:
        return text
    if room < _LEAST:
        return ""
    return (text[: room + 1].rpartition(" ")[0] or text[:room]).rstrip(" ,;.")
