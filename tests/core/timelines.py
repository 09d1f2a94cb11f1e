"""Timelines made by hand: a home unit and a portable one, as a picture is drawn of them."""

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from desktop.core.band import Span
from desktop.core.band_told import Happening, Reasons, Settled, Told
from desktop.core.codes import Why
from desktop.core.rental_history import Equipment, InterruptedWhy, Role
from desktop.core.rental_standing import Due, DueWhat, Phase, RentalFinding, UnitStanding
from desktop.core.rental_timeline import CodeFrom, Interruption, MaintenanceBlock, Month, Period, Timeline, UnitTimeline

DAY = timedelta(days=1)


def add(day: date, count: int) -> date:
    return day + relativedelta(months=count)


def months(first: date, count: int, on: date, *, cap: int = 36, number: int = 1) -> tuple[Month, ...]:
    """Months from a day on, counted on from a number."""
    found = []
    for place in range(count):
        starts = add(first, place)
        paid = starts if number + place <= cap else None
        found.append(Month(number + place, starts, add(first, place + 1) - DAY, paid, starts > on))
    return tuple(found)


def standing(unit_id: str, code: str, **told: object) -> UnitStanding:
    """A standing in which nothing is said but what is told."""
    empty: dict[str, object] = dict.fromkeys(UnitStanding.__dataclass_fields__)
    known = {"id": unit_id, "code": code, "period": 1, "phase": Phase.RENTING, "months_paid": 0}
    return UnitStanding(**(empty | known | told))  # type: ignore[arg-type]


def unit(role: Role, code: str, first: date, on: date, *, life: date | None = None) -> UnitTimeline:
    """A unit without anything happening, 36 and 60 months long."""
    whole = months(first, 60, on)
    whole = tuple(month for month in whole if life is None or month.starts < life)
    cap_ends = next(month.ends for month in whole if month.number == 36)
    begun = [month for month in whole if month.starts <= on]
    now = begun[-1]
    base = cap_ends + DAY
    blocks = tuple(
        MaintenanceBlock(n, add(base, 6 * n), add(base, 6 * n + 1) - DAY, add(base, 6 * n + 6) - DAY, None)
        for n in (1, 2, 3)
    )
    ends = life or add(first, 60)
    stands = standing(
        role[0],
        code,
        phase=Phase.RENTING if now.number <= 36 else Phase.CAPPED,
        month=min(now.number, 36),
        service_month=now.number,
        months_paid=min(now.number, 36),
        next_bill_on=add(first, now.number) if now.number < 36 else None,
        cap_ends=cap_ends,
        maintenance_next=next((block.starts for block in blocks if block.window_ends >= on), None),
        useful_life_ends=ends,
    )
    period = Period(1, first, "first_service", None, whole, cap_ends, None, None, ends, blocks)
    return UnitTimeline(
        Equipment(role[0], role, code, first), stands, (period,), (CodeFrom(first, code),), (), (), (), None
    )


REASONS = Reasons(
    {
        "period:first_service": Why("Medicare pays 36 months.", ("42USC1395m",), "published"),
        "due:bill_month": Why("Each month is billed on the day on which it begins.", ("NOR-PAY",), "published"),
        "due:cap": Why("Medicare pays for 36 months of continuous use.", ("42USC1395m",), "published"),
        "cap": Why("Medicare pays for 36 months of continuous use.", ("42USC1395m",), "published"),
        "due:maintenance": Why("A visit every six months, in the first month of them.", ("NOR-MS",), "published"),
        "due:useful_life": Why("Five years from the first day of service.", ("BAIRD-19",), "published"),
        "due:order_ends": Why("The order holds until its last day.", ("MYMEDI-SWO",), "derived"),
        "due:retest": Why("Groups 2 and 3: between day 61 and 90.", ("NOR-CC",), "published"),
        "interrupted:hospital": Why("A stay in hospital never begins a new count.", ("CGS-2009",), "published"),
    }
)
PHASES = {"renting": "Renting", "capped": "Paid up", "suspended": "On hold", "ended": "Ended"}
OUT = {"hospital": "In hospital", "need_ended": "Stopped needing oxygen"}


def home_and_portable(on: date = date(2026, 5, 26)) -> tuple[Timeline, Told]:
    """Both units in the middle of their lives: a stay in hospital that moved the months, and one that did not."""
    first = date(2024, 4, 12)
    home = unit(Role.STATIONARY, "E1390", first, on)
    moved = (
        *months(first, 14, on),
        *months(date(2025, 7, 2), 47, on, number=15),
    )
    (period,) = home.periods
    cap_ends = next(month.ends for month in moved if month.number == 36)
    life = add(first, 60)
    moved = tuple(month for month in moved if month.starts < life)
    home = replace(
        home,
        periods=(replace(period, months=moved, cap_ends=cap_ends, blocks=period.blocks[:2]),),
        interruptions=(
            Interruption(date(2025, 6, 3), date(2025, 7, 2), InterruptedWhy.HOSPITAL),
            Interruption(date(2026, 5, 6), date(2026, 5, 14), InterruptedWhy.HOSPITAL),
        ),
        standing=replace(
            home.standing, month=25, service_month=25, months_paid=25, next_bill_on=date(2026, 6, 2), cap_ends=cap_ends
        ),
    )
    portable = unit(Role.PORTABLE, "E1392", date(2024, 11, 20), on, life=life)
    finding = RentalFinding(
        "anniversary-moved",
        severity="note",  # type: ignore[arg-type]
        mark="published",  # type: ignore[arg-type]
        words="The months begin on the day of the return from now on; say so in item 19.",
        sources=("CGS-2009",),
        equipment="s",
        on=date(2025, 7, 2),
    )
    due = (
        Due(date(2026, 6, 2), DueWhat.BILL_MONTH, "s", "Bill month 26 of the home unit."),
        Due(date(2026, 6, 20), DueWhat.BILL_MONTH, "p", "Bill month 20 of the portable unit."),
    )
    timeline = Timeline(on, (home, portable), due, (finding,))
    told = Told(
        titles={"s": "Home unit", "p": "Portable unit"},
        details={"s": "E1390 · Philips EverFlo · serial EF-118207", "p": "E1392 · Inogen One G5 · serial G5-20441"},
        out=OUT,
        reasons=REASONS,
        caps={"s": 36, "p": 36},
        phases=PHASES,
        happenings=(
            Happening(date(2025, 6, 3), "In hospital", None, "pneumonia", "interrupted:hospital", 1),
            Happening(date(2025, 7, 2), "Back home", None, None, "resumed", 2),
            Happening(date(2026, 5, 6), "In hospital", None, None, "interrupted:hospital", 3),
            Happening(date(2026, 5, 14), "Back home", None, None, "resumed", 4),
        ),
        settled={("s", 1, number): Settled(number) for number in range(20, 25)},
        to_bill=frozenset({("s", 1, 25), ("p", 1, 18), ("p", 1, 19)}),
        order_ends=date(2027, 4, 11),
        retests=(Span(date(2024, 6, 11), date(2024, 7, 11)),),
    )
    return timeline, told


def capped(on: date = date(2027, 11, 20)) -> tuple[Timeline, Told]:
    """Both units after their caps."""
    first = date(2024, 4, 12)
    home = unit(Role.STATIONARY, "E0439", first, on)
    (period,) = home.periods
    assert period.cap_ends is not None
    period = replace(period, contents_code="E0442", contents_from=period.cap_ends + DAY, blocks=())
    home = replace(home, periods=(period,), standing=replace(home.standing, maintenance_next=None))
    portable = unit(Role.PORTABLE, "E1392", date(2024, 9, 20), on, life=add(first, 60))
    portable = replace(portable, visits=(date(2027, 2, 3),))
    _, told = home_and_portable()
    return Timeline(on, (home, portable), (), ()), replace(told, happenings=(), settled={}, to_bill=frozenset())
