"""The history lived through day by day, both pieces of equipment side by side."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from tests.second_reading.days import ONE_DAY, day_before
from tests.second_reading.terms import Terms, terms
from tests.second_reading.unit import SERVICED, Unit

LOSSES = {"lost", "stolen", "damaged", "supplier_exit"}
NOT_INSIDE = {"replaced", "changed_modality", "maintenance_visit"}


class Contradicts(Exception):
    """The history cannot have happened; `path` says where."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Noticed(NamedTuple):
    """A finding without its words. `on` is the day from which it is true."""

    rule: str
    severity: str
    equipment: str | None
    on: date | None


class Walk:
    """Every day from the first delivery to `to`, its last day included."""

    def __init__(self, request: dict[str, Any], to: date) -> None:
        self.terms: Terms = terms(request["payer"])
        self.units = [Unit(given, self.terms) for given in request["equipment"]]
        self.home = next((unit for unit in self.units if unit.role == "stationary"), None)
        self.events: dict[date, list[tuple[int, dict[str, Any]]]] = {}
        for place, event in enumerate(request["events"]):
            self.events.setdefault(date.fromisoformat(event["on"]), []).append((place, event))
        self.noticed: list[Noticed] = []
        self._told: set[tuple[str, int, str]] = set()
        self._lives_yesterday: dict[str, date] = {}
        self.first_service = min(unit.first_service for unit in self.units)
        if self.terms.varies:
            self.noticed.append(Noticed("plan-rules-vary", "note", None, self.first_service))
        self.lived_to = day_before(min([self.first_service, *self.events]))
        self.live_to(to)

    def live_to(self, to: date) -> None:
        """Lives through the days that are left, the last one included."""
        while self.lived_to < to:
            self.lived_to += ONE_DAY
            self._live(self.lived_to)

    def stationary_in_service(self, day: date) -> Unit | None:
        """The home equipment where it is delivered and not ended."""
        return self.home if self.home is not None and self.home.in_service(day) else None

    def life_ends(self, unit: Unit, day: date) -> date:
        """The end of the useful life as it stands: portable equipment takes the home equipment's (point 14)."""
        home = self.stationary_in_service(day)
        return home.own_life_ends() if home is not None else unit.own_life_ends()

    def _live(self, day: date) -> None:
        for unit in self.units:
            if unit.first_service == day:
                unit.begin_period(day)
        for place, event in self.events.get(day, []):
            concerned = self._concerned(place, event, day)
            for unit in concerned:
                self._happens(unit, event, day)
            if event["what"] == "maintenance_visit":
                self._visited(concerned, day)
        for unit in self.units:
            unit.close_day(day)
            self._look(unit, day)
        self._lives_yesterday = {unit.id: self._life_to_choose(unit, day) for unit in self.units}

    def _life_to_choose(self, unit: Unit, day: date) -> date:
        home = self.stationary_in_service(day)
        own = unit.own_life_ends()
        return min(own, home.own_life_ends()) if home is not None else own

    # Whom an event concerns, and whether it can have happened (point 13a).

    def _concerned(self, place: int, event: dict[str, Any], day: date) -> list[Unit]:
        name = event.get("equipment")
        if name is not None:
            found = [unit for unit in self.units if unit.id == name and unit.in_service(day)]
        else:
            found = [unit for unit in self.units if unit.in_service(day)]
            if event["what"] == "changed_modality" and len(found) > 1:
                raise Contradicts(f"events[{place}].equipment")
            if event["what"] == "resumed":
                found = [unit for unit in found if self._away(unit)]
        if not found:
            raise Contradicts(f"events[{place}]")
        for unit in found:
            self._check(unit, place, event["what"])
        return found

    def _away(self, unit: Unit) -> bool:
        return unit.gone_since is not None or unit.papers_wanted_since is not None

    def _check(self, unit: Unit, place: int, what: str) -> None:
        gone = unit.gone_since is not None
        wrong = (
            (what == "resumed" and not self._away(unit))
            or (what == "interrupted" and gone)
            or (what in NOT_INSIDE and gone)
        )
        if wrong:
            raise Contradicts(f"events[{place}]")

    # What it does.

    def _happens(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        doing: dict[str, Callable[[], None]] = {
            "interrupted": lambda: unit.interrupt(day, event["why"]),
            "resumed": lambda: self._resumed(unit, event, day),
            "changed_modality": lambda: self._changed(unit, event, day),
            "replaced": lambda: self._replaced(unit, event, day),
            "maintenance_visit": lambda: unit.visits.append(day),
            "moved": lambda: self._moved(unit, event, day),
            "ended": lambda: unit.end(day),
        }
        doing[event["what"]]()

    def _notice(self, rule: str, severity: str, unit: Unit, day: date) -> None:
        self.noticed.append(Noticed(rule, severity, unit.id, day))

    def _resumed(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        for rule, severity in unit.resume(day, event):
            self._notice(rule, severity, unit, day)

    def _changed(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        unit.code = event["code"]
        self._notice("modality-needs-order", "note", unit, day)

    def _replaced(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        why = event["why"]
        if why == "worn":
            self._notice("supplier-replaces-free", "note", unit, day)
        elif why in LOSSES or not self.terms.medicare_rules:
            self._lost(unit, event, day)
        else:
            self._chosen_anew(unit, event, day)

    def _lost(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        unit.start_again(day)
        unit.code = event.get("code") or unit.code
        unit.warranty_ends = None
        self._notice("replacement-narrative", "note", unit, day)

    def _chosen_anew(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        if self._names_only_one(unit, event, day):
            self._notice("replace-both", "warn", unit, day)
        if unit.role == "stationary":
            over = unit.own_life_ends() <= day
        else:
            over = self._lives_yesterday.get(unit.id, unit.own_life_ends()) <= day
        if over:
            self._lost(unit, event, day)
        else:
            self._notice("useful-life-not-over", "stop", unit, day)

    def _names_only_one(self, unit: Unit, event: dict[str, Any], day: date) -> bool:
        """Both are there to the end of the day, and the other is not replaced on it."""
        others = [other for other in self.units if other is not unit and other.in_service(day)]
        if event.get("equipment") is None or not others:
            return False
        told = [(other["what"], other.get("equipment")) for _, other in self.events[day]]
        ends = any(what == "ended" for what, _ in told)
        return not ends and not any(what == "replaced" and name in {None, others[0].id} for what, name in told)

    def _visited(self, units: list[Unit], day: date) -> None:
        """One visit, one fee: it is outside only where it is outside the first months of every unit that it serves."""
        served = [unit for unit in units if unit.code in SERVICED and unit.after_cap(day)]
        if self.terms.medicare_rules and not any(unit.in_first_month(day) for unit in served):
            for unit in served:
                self._notice("ms-outside-window", "warn", unit, day)

    def _moved(self, unit: Unit, event: dict[str, Any], day: date) -> None:
        if event.get("out_of_area") and unit.after_cap(day):
            self._notice("must-arrange-service", "note", unit, day)

    # What comes to be true without an event.

    def _look(self, unit: Unit, day: date) -> None:
        if not self.terms.medicare_rules or not unit.in_service(day):
            return
        if unit.code in SERVICED and unit.after_cap(day) and day >= self.life_ends(unit, day):
            self._once("after-useful-life", unit, day, unit.period)
        home = self.stationary_in_service(day)
        if unit.role == "portable" and home is not None and home.after_cap(day):
            rents = not unit.suspended() and unit.papers_wanted_since is None and not unit.after_cap(day)
            if rents and unit.contents_code() is not None:
                self._once("contents-between-caps", unit, day, home.period)

    def _once(self, rule: str, unit: Unit, day: date, period: int) -> None:
        """Noticed on the first day; again only in another period of the unit that the rule is about."""
        key = (rule, period, unit.id)
        if key not in self._told:
            self._told.add(key)
            self._notice(rule, "note", unit, day)


def refusal(request: dict[str, Any]) -> str | None:
    """Where a history contradicts itself, by the path of the field; None where it does not (points 4 and 13a)."""
    cap = terms(request["payer"]).cap
    for place, given in enumerate(request["equipment"]):
        paid = given.get("months_paid_before") or 0
        if cap is not None and paid >= cap:
            return f"equipment[{place}].months_paid_before"
        if paid and given.get("useful_life_from") is None:
            return f"equipment[{place}].useful_life_from"
    days = [date.fromisoformat(event["on"]) for event in request["events"]]
    try:
        Walk(request, max(days, default=date.min))
    except Contradicts as contradiction:
        return contradiction.path
    return None
