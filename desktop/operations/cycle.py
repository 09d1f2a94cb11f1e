"""Where a patient's rental stands on a day: months, what is due, what was noticed."""

from datetime import date

from msgspec import Struct

from desktop.border import NotRight
from desktop.core.finding import forbidden
from desktop.core.rental import standing
from desktop.core.rental_history import HistoryNotRight
from desktop.core.rental_standing import Due, RentalFinding, UnitStanding
from desktop.core.rulebook import Rulebook
from desktop.operations import cycle_wire


class CycleAnswer(Struct, frozen=True):
    """The answer of the headless door's `cycle`."""

    on: date
    equipment: tuple[UnitStanding, ...]
    due: tuple[Due, ...]
    findings: tuple[RentalFinding, ...]

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)


def cycle(rules: Rulebook, raw: object, on: date | None = None) -> CycleAnswer:
    """Where the history of a request stands on a day: `on`, or the request's own. NotRight where it is not a history,
    contradicts itself, or where the day stands in both or neither."""
    history, day = cycle_wire.request(raw, on)
    try:
        stands = standing(history, day, rules)
    except HistoryNotRight as problem:
        raise NotRight(problem.path, problem.words) from problem
    return CycleAnswer(stands.on, stands.equipment, stands.due, stands.findings)
