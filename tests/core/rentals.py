"""Rentals for tests, written shortly: a home unit and a portable, and what happened to them."""

from datetime import date, timedelta

from desktop.core.rental import standing
from desktop.core.rental_history import Equipment, Event, History, Payer, Role, What
from desktop.core.rental_standing import Due, DueWhat, RentalFinding, Standing, UnitStanding
from desktop.core.rulebook import Rulebook

MEDICARE = Payer("medicare")


def day(text: str) -> date:
    """A day as it is written in data."""
    return date.fromisoformat(text)


def later(when: date, days: int) -> date:
    """So many days on."""
    return when + timedelta(days=days)


def home(first: str = "2024-01-10", code: str = "E1390", **more: object) -> Equipment:
    """A home unit, a concentrator unless said otherwise."""
    return _equipment("s", Role.STATIONARY, code, first, more)


def portable(first: str = "2024-01-10", code: str = "E0431", **more: object) -> Equipment:
    """A portable, gas unless said otherwise."""
    return _equipment("p", Role.PORTABLE, code, first, more)


def _equipment(name: str, role: Role, code: str, first: str, more: dict[str, object]) -> Equipment:
    return Equipment(name, role, code, day(first), **more)  # type: ignore[arg-type]


def event(on: str, what: What, equipment: str | None = None, **more: object) -> Event:
    """Something that happened."""
    return Event(day(on), what, equipment, **more)  # type: ignore[arg-type]


def stop(on: str, why: str = "hospital", equipment: str | None = None) -> Event:
    """The first day without use."""
    return event(on, What.INTERRUPTED, equipment, why=why)


def back(on: str, equipment: str | None = None, *, papers: bool = False) -> Event:
    """The first day with use again, with all papers of a new period or with none."""
    reason = "pneumonia was over, emphysema is new" if papers else None
    return event(on, What.RESUMED, equipment, new_order=papers, new_test=papers, reason=reason)


def replaced(on: str, why: str, equipment: str | None = None, code: str | None = None) -> Event:
    """A replacement."""
    return event(on, What.REPLACED, equipment, why=why, code=code)


def visit(on: str, equipment: str | None = None) -> Event:
    """A service visit."""
    return event(on, What.MAINTENANCE_VISIT, equipment)


def ended(on: str, equipment: str | None = None) -> Event:
    """Picked up."""
    return event(on, What.ENDED, equipment, why="picked_up")


def history(*what: Equipment | Event, payer: Payer = MEDICARE, **more: object) -> History:
    """A history of equipment and events."""
    equipment = tuple(each for each in what if isinstance(each, Equipment))
    events = tuple(each for each in what if isinstance(each, Event))
    return History(payer, equipment, events, **more)  # type: ignore[arg-type]


class Asked:
    """A history asked on a day: its units by id, what is due, what was noticed."""

    def __init__(self, rules: Rulebook, asked: History, on: str | date) -> None:
        when = day(on) if isinstance(on, str) else on
        self.standing: Standing = standing(asked, when, rules)

    def unit(self, name: str = "s") -> UnitStanding:
        """One piece of equipment."""
        return next(unit for unit in self.standing.equipment if unit.id == name)

    @property
    def rules(self) -> list[str]:
        """What was noticed, by rule."""
        return [finding.rule for finding in self.standing.findings]

    def finding(self, rule: str) -> RentalFinding:
        """The one finding of a rule."""
        (found,) = [finding for finding in self.standing.findings if finding.rule == rule]
        return found

    def due(self, what: DueWhat) -> list[Due]:
        """What is due of a kind."""
        return [each for each in self.standing.due if each.what is what]

    def due_on(self, what: DueWhat) -> list[str]:
        """The days of what is due of a kind."""
        return [str(each.on) for each in self.due(what)]
