"""Phases, units, months and days of a rental in the words of the screen."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from db.book.rental_rows import ListedDue, UnitStanding
from desktop.core.rental_history import Role
from desktop.core.rental_standing import DueWhat, Phase
from desktop.operations import due, rentals
from desktop.operations.rentals import Shown

_TONES = {
    Phase.RENTING: "ok",
    Phase.SUSPENDED: "warn",
    Phase.CAPPED: "note",
    Phase.USEFUL_LIFE_OVER: "note",
    Phase.NEW_PERIOD_NEEDED: "stop",
}


def phase_word(phase: str) -> str:
    """Where in its life a rental is."""
    return _phase_words()[phase]


@cache
def _phase_words() -> dict[str, str]:
    return {each.key: each.words for each in rentals.phases()}


def phase_tone(phase: str) -> str:
    """The color that goes with the word."""
    return _TONES.get(Phase(phase), "ink2")


def role_word(role: str | None) -> str:
    """Home (plug-in) or portable unit; nothing for what is about the patient."""
    say = QCoreApplication.translate
    named = {Role.STATIONARY: say("Rentals", "Home unit"), Role.PORTABLE: say("Rentals", "Portable unit")}
    return named[Role(role)] if role else ""


def month_word(standing: UnitStanding) -> str:
    """The month of how many that are paid at most."""
    if standing.month is None:
        return ""
    if standing.cap is None:
        return str(standing.month)
    say = QCoreApplication.translate
    return say("Rentals", "{month} of {cap}").format(month=standing.month, cap=standing.cap)


def next_word(standing: UnitStanding) -> str:
    """The next day on which something is to do, and what."""
    if standing.next_on is None:
        return ""
    return " · ".join(part for part in (day(standing.next_on), due_word(standing.next_what or "")) if part)


def due_word(what: str) -> str:
    """What is due, as the store calls it."""
    return _due_words().get(what, "")


@cache
def _due_words() -> dict[str, str]:
    return {kind.key: kind.words for kind in due.kinds()}


def standing_line(shown: Shown) -> str:
    """Where each unit of a rental stands, in a line."""
    said = []
    for unit in shown.units:
        if unit.timeline is not None:
            standing = unit.timeline.standing
            parts = (role_word(unit.unit.role), standing.code, phase_word(standing.phase))
            said.append(" ".join(part for part in parts if part))
    plan = shown.plan.name if shown.plan else ""
    return " · ".join(part for part in (plan or "", *said, shown.rental.number or "") if part)


def months_due(shown: Shown, dues: Sequence[ListedDue], today: date) -> bool:
    """Whether a month that the patient pays is due."""
    found = any(row.due.what == DueWhat.BILL_MONTH and row.due.on <= today for row in dues)
    return found and shown.rental.by_superbill


def day(value: date | None, *, near: date | None = None) -> str:
    """A day as it is written here; without its year where that is the one of `near`."""
    if value is None:
        return ""
    form = "MMM d" if near is not None and near.year == value.year else "MMM d, yyyy"
    return QLocale().toString(QDate(value.year, value.month, value.day), form)
