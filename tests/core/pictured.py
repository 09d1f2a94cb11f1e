"""Pictures of rentals as the tests look at them: from a history, with what a book would tell beside it."""

from datetime import date
from functools import cache
from typing import Any

from desktop import files
from desktop.core import band_picture
from desktop.core.band import Picture
from desktop.core.band_shapes import Type
from desktop.core.band_told import Told
from desktop.core.band_words import PictureWords
from desktop.core.rental import timeline
from desktop.core.rental_history import History
from desktop.core.rulebook import Rulebook
from desktop.operations import rental_page
from desktop.rulefiles.look import picture_words

TITLES = {"s": "Home unit", "p": "Portable unit"}
OUT = {"hospital": "In hospital", "need_ended": "Stopped needing oxygen"}
PHASES = {"renting": "Renting", "capped": "Paid up", "suspended": "On hold", "ended": "Ended"}
ON = date(2026, 5, 26)


@cache
def words() -> PictureWords:
    """The shipped words."""
    return picture_words(files.resources())


def pictured(rules: Rulebook, asked: History, on: date = ON, **told: Any) -> Picture:
    """The picture of a history on a day; `told` as of Told."""
    cap = rules.rental.terms(asked.payer).cap
    known: dict[str, Any] = {
        "titles": TITLES,
        "details": {},
        "caps": {unit.id: cap for unit in asked.equipment},
        "out": OUT,
        "phases": PHASES,
        "reasons": rental_page.reasons(rules.rental, asked.payer.kind),
        "order_ends": asked.order_ends,
    }
    return band_picture.picture(timeline(asked, on, rules), Told(**(known | told)), words())


def sentences(picture: Picture, lane: int = 0) -> dict[int | None, str]:
    """The sentences of a unit by the numbers of its months (of the last count)."""
    return {month.number: month.sentence for month in picture.lanes[lane].months}


def wide(said: str, kind: Type) -> float:
    """How wide words are, if every letter were as wide."""
    return len(said) * (7.5 if kind is Type.STRONG else 6.5)
