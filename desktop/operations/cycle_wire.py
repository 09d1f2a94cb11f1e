"""A rental's history as other programs write it, checked, and made into what core counts from."""

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from msgspec import Meta, Struct

from desktop import border
from desktop.core.rental_history import (
    EndedWhy,
    Equipment,
    Event,
    History,
    InterruptedWhy,
    Payer,
    ReplacedWhy,
    Role,
    What,
)
from desktop.operations.code_wire import PayerKind, blank_as_none

# Days beyond these are slips of the pen, and counting 60 months from them must not leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999

Id = Annotated[str, Meta(pattern=r"\S", description="an id of its own")]
Months = Annotated[int, Meta(ge=1, le=1200, description="a whole number from 1 to 1200")]
Days = Annotated[int, Meta(ge=1, le=100_000, description="a whole number from 1 on")]
Before = Annotated[int, Meta(ge=0, le=1200, description="a whole number from 0 to 1200")]


class _Payer(Struct, forbid_unknown_fields=True, frozen=True):
    kind: PayerKind
    cap_months: Months | None
    reset_gap_days: Days | None


class _Equipment(Struct, forbid_unknown_fields=True, frozen=True):
    id: Id
    role: Role
    code: str
    first_service: date
    months_paid_before: Before = 0
    useful_life_from: date | None = None
    warranty_labour_ends: date | None = None
    high_flow: bool = False


class _Event(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    on: date
    what: What
    equipment: str | None = None


class _Interrupted(_Event, frozen=True, kw_only=True):
    why: InterruptedWhy


class _Resumed(_Event, frozen=True, kw_only=True):
    new_order: bool | None = None
    new_test: bool | None = None
    reason: str | None = None


class _ChangedModality(_Event, frozen=True, kw_only=True):
    code: str


class _Replaced(_Event, frozen=True, kw_only=True):
    why: ReplacedWhy
    code: str | None = None


class _Moved(_Event, frozen=True, kw_only=True):
    out_of_area: bool


class _Ended(_Event, frozen=True, kw_only=True):
    why: EndedWhy


_EVENTS: dict[What, type[_Event]] = {
    What.INTERRUPTED: _Interrupted,
    What.RESUMED: _Resumed,
    What.CHANGED_MODALITY: _ChangedModality,
    What.REPLACED: _Replaced,
    What.MAINTENANCE_VISIT: _Event,
    What.MOVED: _Moved,
    What.ENDED: _Ended,
}


class _History(Struct, forbid_unknown_fields=True, frozen=True):
    payer: _Payer
    coverage_group: Literal[1, 2, 3] | None
    equipment: tuple[_Equipment, ...]
    events: tuple[Any, ...]
    on: date | None = None
    order_ends: date | None = None


class _Kind(Struct, frozen=True):
    what: What


T = TypeVar("T")


def request(raw: object, on: date | None) -> tuple[History, date]:
    """A checked history and the day asked for, which stands in the request unless it is given. NotRight names the
    field, what was found and what is allowed."""
    wire = border.convert(raw, _History)
    events = tuple(_event(index, each) for index, each in enumerate(wire.events))
    day = _day(wire, on, given=isinstance(raw, dict) and "on" in raw)
    _check_days(wire, events)
    _known("on" if on is None else "--on", day)
    history = History(
        Payer(wire.payer.kind, wire.payer.cap_months, wire.payer.reset_gap_days),
        tuple(_equipment(each) for each in wire.equipment),
        events,
        wire.coverage_group,
        wire.order_ends,
    )
    return history, day


def _day(wire: _History, on: date | None, *, given: bool) -> date:
    if on is not None and given:
        raise border.NotRight("on", "stands in the request and in --on; keep one of them")
    day = on or wire.on
    if day is None:
        raise border.NotRight("on", "is missing; a day like 2026-03-02 is needed, here or as --on")
    return day


def _equipment(wire: _Equipment) -> Equipment:
    return Equipment(
        wire.id,
        wire.role,
        wire.code,
        wire.first_service,
        wire.months_paid_before,
        wire.useful_life_from,
        wire.warranty_labour_ends,
        wire.high_flow,
    )


def _event(index: int, raw: object) -> Event:
    path = f"events[{index}]"
    kind = _within(path, raw, _Kind).what
    wire = _within(path, raw, _EVENTS[kind])
    return Event(
        wire.on,
        wire.what,
        wire.equipment,
        why=str(wire.why) if isinstance(wire, (_Interrupted, _Replaced, _Ended)) else None,
        new_order=isinstance(wire, _Resumed) and bool(wire.new_order),
        new_test=isinstance(wire, _Resumed) and bool(wire.new_test),
        reason=blank_as_none(wire.reason) if isinstance(wire, _Resumed) else None,
        code=wire.code if isinstance(wire, (_ChangedModality, _Replaced)) else None,
        out_of_area=isinstance(wire, _Moved) and wire.out_of_area,
    )


def _within(path: str, raw: object, kind: type[T]) -> T:
    try:
        return border.convert(raw, kind)
    except border.NotRight as problem:
        raise border.NotRight(f"{path}.{problem.path}" if problem.path else path, problem.words) from problem


def _check_days(wire: _History, events: tuple[Event, ...]) -> None:
    for index, each in enumerate(wire.equipment):
        for name in ("first_service", "useful_life_from", "warranty_labour_ends"):
            _known(f"equipment[{index}].{name}", getattr(each, name))
    for index, event in enumerate(events):
        _known(f"events[{index}].on", event.on)
    _known("order_ends", wire.order_ends)


def _known(path: str, day: date | None) -> None:
    if day is not None and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise border.NotRight(path, f"found {day}; allowed is a day of the years {_FIRST_YEAR} to {_LAST_YEAR}")
