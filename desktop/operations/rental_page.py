"""A rental in one picture: its months, what was noted and what is to do, with the rules behind all of it.

Light enough for the window's thread; `rental_paper` makes the printed page of it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from db.book.rental_rows import RentalEvent
from desktop import files
from desktop.core import band_picture
from desktop.core.band import Picture, Span
from desktop.core.band_told import Happening, MonthKey, Reasons, Settled, Told
from desktop.core.band_words import PictureWords
from desktop.core.codes import Why
from desktop.core.rental_history import What
from desktop.core.rental_rules import RentalRules
from desktop.core.rental_standing import DueWhat, Phase
from desktop.desk import Desk
from desktop.operations import rental_events, rental_held, rental_todo
from desktop.operations.rental_held import Held
from desktop.operations.rental_words import rental_words
from desktop.operations.rentals import Shown, ShownUnit
from desktop.rulefiles import look

_BETWEEN = " · "
_DAY = timedelta(days=1)


@cache
def picture_words() -> PictureWords:
    """The words of the picture."""
    return look.picture_words(files.resources())


def life_months(desk: Desk) -> int:
    """The months of the five-year clock: as many as a small bar has ticks."""
    return desk.rules.rental.number("useful_life_months")


def picture(shown: Shown, desk: Desk) -> Picture | None:
    """The picture of a rental; None where its history contradicts itself, or nothing was delivered."""
    if shown.timeline is None or not shown.timeline.units:
        return None
    return band_picture.picture(shown.timeline, _told(shown, desk), picture_words())


def _told(shown: Shown, desk: Desk) -> Told:
    assert shown.timeline is not None  # noqa: S101 -- for the type: `picture` has looked
    held = Held(shown.rental, tuple(each.unit for each in shown.units), shown.events, shown.papers, shown.months)
    rules, on = desk.rules.rental, shown.timeline.on
    return Told(
        titles={unit.name: f"{unit.name[:1].upper()}{unit.name[1:]}" for unit in shown.units},
        details={unit.name: _detail(unit) for unit in shown.units},
        caps=rental_held.caps(held, on, rules),
        out={kind.why: kind.words for kind in rental_events.kinds() if kind.what == What.INTERRUPTED and kind.why},
        phases={phase.key: phase.words for phase in rental_words().phases},
        reasons=reasons(rules, shown.rental.payer_kind),
        happenings=tuple(_happening(event, held) for event in shown.events if event.on is not None),
        settled=dict(_settled(held)),
        to_bill=_to_bill(shown, held),
        order_ends=_order_ends(shown),
        retests=_retests(shown, rules),
    )


def _detail(unit: ShownUnit) -> str:
    """The code, and which piece it is."""
    code = unit.timeline.standing.code if unit.timeline is not None else unit.unit.code
    piece = unit.piece
    named = (piece.name, picture_words().serial.format(serial=piece.serial) if piece.serial else "") if piece else ()
    return _BETWEEN.join(part for part in (code, *named) if part)


def _happening(event: RentalEvent, held: Held) -> Happening:
    unit = held.unit(event.unit_id) if event.unit_id is not None else None
    assert event.on is not None  # noqa: S101 -- for the type: asked of events with a day
    return Happening(
        event.on,
        rental_events.kind_of(event).words,
        rental_held.named(unit) if unit is not None else None,
        event.words,
        f"{event.what}:{event.why or ''}",
        event.id,
    )


def _settled(held: Held) -> Iterator[tuple[MonthKey, Settled]]:
    names = {unit.id: rental_held.named(unit) for unit in held.units}
    for month in held.months:
        yield (names.get(month.unit_id, ""), month.period, month.month), Settled(month.document_id, month.why)


def _to_bill(shown: Shown, held: Held) -> frozenset[MonthKey]:
    """The months that began and are not settled, of a rental whose months are billed here."""
    if shown.timeline is None or not shown.rental.by_superbill:
        return frozenset()
    return frozenset(
        (unit.equipment.id, period.number, month.number)
        for unit in shown.timeline.units
        for period, month in rental_todo.unbilled(held, unit, shown.timeline.on)
    )


def _order_ends(shown: Shown) -> date | None:
    """The last day of the order, while the rental lasts."""
    lasts = any(unit.timeline and unit.timeline.standing.phase is not Phase.ENDED for unit in shown.units)
    return shown.order_ends if lasts else None


def _retests(shown: Shown, rules: RentalRules) -> tuple[Span, ...]:
    """The days for a retest in each unit's count."""
    if shown.rental.coverage_group not in rules.retest_groups or shown.timeline is None:
        return ()
    starts = {unit.periods[-1].starts for unit in shown.timeline.units if unit.ended_on is None}
    first, last = rules.number("retest_from_day"), rules.number("retest_to_day")
    return tuple(Span(day + (first - 1) * _DAY, day + last * _DAY) for day in sorted(starts))


def reasons(rules: RentalRules, payer_kind: str) -> Reasons:
    """The rules that a picture names, for a rental of this kind of payer."""
    payer = rules.payers[payer_kind].why
    due = rental_words().due
    found = {f"due:{what}": Why(due[what].because, why.sources, why.mark) for what, why in rules.due.items()}
    found |= {f"{What.INTERRUPTED}:{why}": rule.why for why, rule in rules.interrupted.items()}
    for why, rule in rules.replaced.items():
        found |= {f"{What.REPLACED}:{why}": rule.why, f"period:{why}": rule.why}
    found |= {f"contents:{code}": rule.why for code, rule in rules.contents.items()}
    return Reasons(
        found
        | {
            "cap": payer,
            "period:first_service": payer,
            "period:reset_gap": payer,
            "period:break_in_need": rules.numbers["temporary_days"].why,
            "life": rules.numbers["useful_life_months"].why,
            f"{What.MAINTENANCE_VISIT}:": found[f"due:{DueWhat.MAINTENANCE}"],
            f"{rental_held.NEW_ORDER}:": found[f"due:{DueWhat.ORDER_ENDS}"],
        }
    )
