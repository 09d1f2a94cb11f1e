"""What a history that contradicts itself is told in: the unit, the field or the event, and what to do."""

import re
from datetime import date

from desktop.core.rental_changes import said
from desktop.core.rental_history import History, HistoryNotRight
from desktop.operations.rental_words import rental_words

_PATH = re.compile(r"(equipment|events)\[(\d+)\]\.?(\w*)")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_FIELDS = {
    "months_paid_before": "months paid to another store",
    "useful_life_from": "five-year clock from",
    "first_service": "first day of rent",
    "warranty_labour_ends": "warranty on labor",
}


def sentence(problem: HistoryNotRight, history: History) -> str:
    """The problem with its place in a store's words: `Home unit, months paid to another store: found 36, …`."""
    place, words = _PATH.match(problem.path), _DAY.sub(_as_said, problem.words)
    if place is None:
        return words
    what, number, field = place[1], int(place[2]), place[3]
    if what == "equipment":
        unit = history.equipment[number].id
        where = f"{unit[:1].upper()}{unit[1:]}, {_FIELDS.get(field, field.replace('_', ' '))}"
    else:
        event = history.events[number]
        kinds = (kind for kind in rental_words().events if kind.what == event.what and kind.why in (None, event.why))
        where = f"{next(kinds).words}, {said(event.on)}"
    return f"{where}: {words}"


def _as_said(day: re.Match[str]) -> str:
    return said(date.fromisoformat(day[0]))
