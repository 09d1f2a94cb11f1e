"""A rental's history as far as it has been followed: the courses of its equipment, and what was noticed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.core.rental_course import Course
from desktop.core.rental_history import Event, History
from desktop.core.rental_rules import RentalRules, Terms


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a rule will say: its key, about what, from which day, and what fills its words."""

    rule: str
    equipment: str | None
    on: date
    places: Mapping[str, object]


@dataclass(slots=True)
class Followed:
    """The courses in the history's order, and what its events gave to notice."""

    history: History
    terms: Terms
    courses: list[Course]
    noticed: list[Noticed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """One event as it happens to one piece of equipment."""

    followed: Followed
    course: Course
    event: Event
    rules: RentalRules

    @property
    def on(self) -> date:
        """The event's day."""
        return self.event.on

    def notice(self, rule: str, **places: object) -> None:
        """Notes a rule's word on the equipment, true from the event's day on."""
        noticed = Noticed(rule, self.course.id, self.on, {"code": self.course.code, **places})
        self.followed.noticed.append(noticed)
