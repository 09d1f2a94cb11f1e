"""Histories and days to ask for, by chance and with a seed: most can have happened, a few contradict themselves.

Chance alone seldom meets a threshold. So a history is lived while it is written, and its next event often falls on one
of the days that matter then, or a day beside it.
"""

import copy
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.second_reading.cycle import answer, refusal
from tests.second_reading.days import ONE_DAY, day_before, months_after
from tests.second_reading.terms import terms
from tests.second_reading.unit import Unit
from tests.second_reading.walk import Contradicts, Walk

History = dict[str, Any]
Event = dict[str, Any]

CODES = {
    "stationary": ("E1390", "E1390", "E1391", "E0424", "E0439", "E1405", "E1406"),
    "portable": ("E0431", "E0434", "E1392", "K0738", "E0433"),
}
NAMES = {"stationary": "s", "portable": "p"}
KINDS = ("medicare",) * 5 + ("medicare_advantage",) * 2 + ("medicaid", "tricare", "commercial", "none")
STAYS = ("hospital", "skilled_nursing", "other_payer", "away")
LOSSES = ("lost", "stolen", "damaged", "supplier_exit")
ENDS = ("died", "picked_up", "need_ended", "transferred")
GONE = {"resumed": 50, "moved": 1, "ended": 1, "maintenance_visit": 1}
PAPERS_WANTED = {"resumed": 6, "replaced": 4, "changed_modality": 2, "moved": 2, "interrupted": 2, "ended": 1}
CAPPED = {"interrupted": 3, "replaced": 4, "maintenance_visit": 7, "moved": 3, "changed_modality": 2, "ended": 1}
RENTING = {"interrupted": 22, "replaced": 5, "changed_modality": 3, "maintenance_visit": 1, "moved": 1, "ended": 1}
GAPS = (0, 1, 3, 12, 25, 40, 61, 90, 130, 250, 500, 900)
REASON = "the need had ended, and came back"


def history(rng: Random) -> History:
    """One history as the door takes it."""
    payer = _payer(rng)
    made: History = {"payer": payer, "coverage_group": rng.choice((1, 1, 2, 3))}
    made["equipment"] = _equipment(rng, terms(payer).cap)
    if rng.random() < 0.3:
        made["order_ends"] = _some_day(rng, 2019, 2030).isoformat()
    made["events"] = []
    if refusal(made) is None:
        made["events"] = _events(rng, made)
    return made


def _events(rng: Random, made: History) -> list[Event]:
    way = rng.random()
    if way < 0.04:
        told = _careless(rng, made)
    elif way < 0.2:
        told = _packed(rng, made)
    else:
        told = _lived(rng, made)
    if rng.random() < 0.04:
        rng.shuffle(told)
    return told


def day_to_ask(rng: Random, told: History) -> date:
    """A day: often one that matters, or a day beside it."""
    firsts = [date.fromisoformat(unit["first_service"]) for unit in told["equipment"]]
    days = [date.fromisoformat(event["on"]) for event in told["events"]] + firsts
    way = rng.random()
    if way < 0.4:
        day = rng.choice([*days, days[len(told["events"]) - 1]])
    elif way < 0.7:
        day = months_after(rng.choice(days), rng.randrange(0, 75))
    else:
        day = min(days) + timedelta(days=rng.randrange(-40, 3000))
    if rng.random() < 0.4:
        day = rng.choice(_days_of(told, day))
    return _beside(rng, day)


def _days_of(told: History, day: date) -> list[date]:
    """The days that stand in the answer for a day."""
    if refusal(told) is not None:
        return [day]
    rows = answer(told, day)["equipment"]
    texts = [value for row in rows for name, value in row.items() if value and name.endswith(_DAY_FIELDS)]
    return [date.fromisoformat(text) for text in texts] or [day]


_DAY_FIELDS = ("_from", "_to", "_on", "_ends", "_next")


def _beside(rng: Random, day: date) -> date:
    return day + timedelta(days=rng.choice((-1, 0, 0, 0, 1)))


def _some_day(rng: Random, first_year: int, last_year: int) -> date:
    day = date(first_year, 1, 1) + timedelta(days=rng.randrange((last_year - first_year) * 365))
    if rng.random() < 0.35:
        last = day_before(months_after(day.replace(day=1), 1))
        day = last - timedelta(days=rng.choice((0, 0, 1, 2)))
    return day


def _payer(rng: Random) -> dict[str, Any]:
    kind = rng.choice(KINDS)
    cap, gap = None, None
    if kind == "medicare_advantage":
        cap, gap = rng.choice((None, None, 36, 13)), rng.choice((None, None, 60, 61, 30))
    elif kind != "medicare" or rng.random() < 0.03:
        cap, gap = rng.choice((None, 10, 13, 36)), rng.choice((None, None, 60, 61, 30))
    return {"kind": kind, "cap_months": cap, "reset_gap_days": gap}


def _equipment(rng: Random, cap: int | None) -> list[dict[str, Any]]:
    first = _some_day(rng, 2018, 2024)
    roles = rng.choice((("stationary",), ("portable",), ("stationary", "portable"), ("stationary", "portable")))
    made = []
    for role in roles:
        day = first
        if len(roles) == 2 and rng.random() < 0.6:
            day = _some_day(rng, 2018, 2026) if rng.random() < 0.5 else first + timedelta(days=rng.randrange(0, 120))
        made.append(_unit(rng, role, day, cap or 40))
    if rng.random() < 0.1:
        made.reverse()
    return made


def _unit(rng: Random, role: str, first: date, cap: int) -> dict[str, Any]:
    made = {"id": NAMES[role], "role": role, "code": rng.choice(CODES[role]), "first_service": first.isoformat()}
    more: dict[str, Any] = {}
    if rng.random() < 0.2:
        paid = rng.choice((1, 5, cap // 2, cap - 4, cap - 3, cap - 2, cap - 1, cap - 1 + (rng.random() < 0.1)))
        more["months_paid_before"] = paid
        lived = first - timedelta(days=30 * paid + rng.randrange(0, 90))
        more["useful_life_from"] = lived.isoformat() if rng.random() < 0.97 else None
    if rng.random() < 0.3:
        more["warranty_labour_ends"] = (first + timedelta(days=rng.randrange(300, 2200))).isoformat()
    if rng.random() < 0.3:
        more["high_flow"] = rng.random() < 0.7
    return {**made, **more}


def _careless(rng: Random, made: History) -> list[Event]:
    """Events without regard to what can have happened."""
    first = min(date.fromisoformat(unit["first_service"]) for unit in made["equipment"])
    days = sorted(first + timedelta(days=rng.randrange(-20, 1500)) for _ in range(rng.randrange(1, 5)))
    units = [Unit(unit, terms(made["payer"])) for unit in made["equipment"]]
    return [_event(rng, day, rng.choice(units), named=rng.random() < 0.7) for day in days]


def _packed(rng: Random, made: History) -> list[Event]:
    """Events on very few days, several of them on one, in an order that can have been."""
    firsts = [date.fromisoformat(unit["first_service"]) for unit in made["equipment"]]
    months = rng.choice((0, 1, 2, 9, 34, 35, 36, 42, 60))
    start = months_after(rng.choice(firsts), months)
    days = [start + timedelta(days=ahead) for ahead in rng.choice(((0, 1), (-1, 0, 1), (0, 30, 61), (0, 60, 92)))]
    units = [Unit(unit, terms(made["payer"])) for unit in made["equipment"]]
    events: list[Event] = []
    for day in sorted(rng.choice(days) for _ in range(rng.randrange(2, 6))):
        for _ in range(8):
            told = _any_event(rng, day, rng.choice(units))
            if refusal(made | {"events": [*events, told]}) is None:
                events.append(told)
                break
    return events


def _any_event(rng: Random, day: date, unit: Unit) -> Event:
    unit.gone_since = day if rng.random() < 0.4 else None
    return _event(rng, day, unit, named=rng.random() < 0.6)


def _lived(rng: Random, made: History) -> list[Event]:
    walk = Walk(made | {"events": []}, date.min)
    events: list[Event] = []
    walk.live_to(walk.lived_to + ONE_DAY)
    for _ in range(rng.choice((0, 1, 2, 2, 3, 4, 5, 7, 10))):
        day = max(walk.lived_to + ONE_DAY, _next_day(rng, walk)) if events or rng.random() < 0.95 else walk.lived_to
        try:
            walk.live_to(day_before(day))
            units = [unit for unit in walk.units if unit.first_service <= day and unit.ended_on is None]
            if not units:
                return events
            told = _of_one_day(rng, day, units)
            walk.events[day] = [(len(events) + place, event) for place, event in enumerate(told)]
            events += told
            walk.live_to(day)
        except Contradicts:
            return events
    return events


def _next_day(rng: Random, walk: Walk) -> date:
    units = [unit for unit in walk.units if unit.ended_on is None] or walk.units
    unit = rng.choice(units)
    if rng.random() < (0.15 if unit.suspended() else 0.35):
        return walk.lived_to + timedelta(days=rng.choice(GAPS) + rng.randrange(0, 12))
    matter = [unit.next_anniversary(), unit.own_life_ends(), walk.life_ends(unit, walk.lived_to)]
    matter += [months_after(unit.period_began, months) for months in (35, 36, 42, 43, 48, 49, 60)]
    if unit.suspended() and unit.gone_since is not None:
        last_of_month = day_before(unit.next_anniversary())
        matter = [last_of_month + timedelta(days=days) for days in (1, 2, 60, 61, 62, 62, 63)]
        if unit.terms.gap is not None:
            matter = [unit.gone_since + timedelta(days=unit.terms.gap + days) for days in (-1, 0, 1)]
    elif unit.cap_reached():
        matter += [day for first, last in _two(unit) for day in (first, last)]
    coming = [day for day in matter if day > walk.lived_to]
    if coming and unit.suspended():
        return rng.choice(coming)
    return _beside(rng, rng.choice(coming)) if coming else walk.lived_to + timedelta(days=rng.randrange(1, 60))


def _two(unit: Unit) -> list[tuple[date, date]]:
    months = unit.first_months()
    return [next(months), next(months)]


def _of_one_day(rng: Random, day: date, units: list[Unit]) -> list[Event]:
    """Mostly one event; now and then what comes together on a day."""
    unit = rng.choice(units)
    same = len({(other.gone_since is None, other.papers_wanted_since is None) for other in units}) == 1
    named = not same or rng.random() < 0.5
    told = [_event(rng, day, unit, named=named)]
    if rng.random() > 0.12:
        return told
    if len(units) == 2 and told[0]["what"] == "replaced" and named:
        other = next(other for other in units if other is not unit)
        return [*told, {**told[0], "equipment": other.id, "code": rng.choice(CODES[other.role])}]
    if told[0]["what"] == "interrupted":
        return [*told, _resumed(rng, told[0])]
    return [*told, {"on": day.isoformat(), "what": "moved", "out_of_area": True}]


def _resumed(rng: Random, before: Event) -> Event:
    made = {name: value for name, value in before.items() if name in {"on", "equipment"}} | {"what": "resumed"}
    if rng.random() < 0.7:
        made |= {"new_order": True, "new_test": True, "reason": REASON}
        if rng.random() < 0.3:
            made[rng.choice(("new_order", "new_test"))] = False
        elif rng.random() < 0.15:
            del made["reason"]
    return made


def _event(rng: Random, day: date, unit: Unit, *, named: bool) -> Event:
    made: Event = {"on": day.isoformat()}
    if named:
        made["equipment"] = unit.id
    what = _what(rng, unit)
    if what == "changed_modality" and rng.random() < 0.97:
        made["equipment"] = unit.id
    if what == "resumed":
        return _resumed(rng, made)
    made["what"] = what
    if what == "interrupted":
        made["why"] = "need_ended" if rng.random() < 0.6 else rng.choice(STAYS)
    elif what == "changed_modality":
        made["code"] = rng.choice(CODES[unit.role])
    elif what == "replaced":
        made["why"] = rng.choice((*LOSSES, "worn", *("useful_life",) * 4))
        if named and rng.random() < 0.4:
            made["code"] = rng.choice(CODES[unit.role])
    elif what == "moved":
        made["out_of_area"] = rng.random() < 0.7
    elif what == "ended":
        made["why"] = rng.choice(ENDS)
    return made


def _what(rng: Random, unit: Unit) -> str:
    if unit.gone_since is not None:
        likely = GONE
    elif unit.papers_wanted_since is not None:
        likely = PAPERS_WANTED
    else:
        likely = CAPPED if unit.cap_reached() else RENTING
    return rng.choice([what for what, times in likely.items() for _ in range(times)])


def smaller(told: History) -> list[History]:
    """The same history with one thing less, for each thing that it can do without."""
    made = []
    for place in range(len(told["events"])):
        made.append(copy.deepcopy(told))
        del made[-1]["events"][place]
    for place, unit in enumerate(told["equipment"]):
        if len(told["equipment"]) > 1:
            made.append(copy.deepcopy(told))
            del made[-1]["equipment"][place]
            made[-1]["events"] = [event for event in told["events"] if event.get("equipment") != unit["id"]]
        for name in ("warranty_labour_ends", "high_flow"):
            if name in unit:
                made.append(copy.deepcopy(told))
                del made[-1]["equipment"][place][name]
    if "order_ends" in told:
        made.append({name: value for name, value in told.items() if name != "order_ends"})
    return made
