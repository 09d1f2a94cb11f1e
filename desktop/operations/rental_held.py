"""A rental as the book holds it: its rows together, and the histories that they tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.book import rental_events, rental_months, rental_papers, rentals
from db.book.rental_rows import Rental, RentalEvent, RentalMonth, RentalPaper, RentalUnit
from db.driver import Connection
from desktop.core.money import ZERO
from desktop.core.purchase_price import Paying
from desktop.core.rental_history import Equipment, Event, History, Payer, Role, What
from desktop.core.rental_rules import RentalRules

OF_ALL = 0  # the unit of what concerns a whole rental
NEW_ORDER = "new_order"  # the book's own event: it moves the day on which the doctor's order ends


_NAMES = {Role.STATIONARY: "home unit", Role.PORTABLE: "portable unit"}


@dataclass(frozen=True, slots=True)
class Held:
    """A rental with its units, events, papers and settled months."""

    rental: Rental
    units: tuple[RentalUnit, ...]
    events: tuple[RentalEvent, ...]
    papers: tuple[RentalPaper, ...]
    months: tuple[RentalMonth, ...]

    def unit(self, number: int) -> RentalUnit | None:
        """The unit with this id, if it is of this rental."""
        return next((unit for unit in self.units if unit.id == number), None)

    def number(self, name: str | None) -> int:
        """The id of the unit that the cycle calls so; OF_ALL for what it says of the whole rental."""
        return next((unit.id for unit in self.units if named(unit) == name), OF_ALL)

    def concerning(self, unit: RentalUnit) -> tuple[RentalEvent, ...]:
        """The events that concern a unit; those of the whole rental only once the unit was delivered."""
        return tuple(
            event
            for event in self.events
            if event.unit_id == unit.id
            or (event.unit_id is None and _day(event.on, date.min) >= _day(unit.first_service, date.max))
        )


def named(unit: RentalUnit) -> str:
    """What the cycle calls a unit, so that its sentences can be read: a rental has one of each role at most."""
    return _NAMES[Role(unit.role)]


def read(connection: Connection, number: int) -> Held:
    """The rental with this id, a deleted one too. NotInBook where there is none."""
    return Held(
        rentals.RENTALS.read(connection, number),
        tuple(rentals.units(connection, number)),
        tuple(rental_events.of_rental(connection, number)),
        tuple(rental_papers.of_rental(connection, number)),
        tuple(rental_months.of_rental(connection, number)),
    )


def histories(held: Held, on: date, rules: RentalRules) -> tuple[History, ...]:
    """What the cycle is asked about: the whole rental, or each unit by itself where its plan pays up to the price of
    each (which no payer does whose rules look at both)."""
    if not pays_to_price(held.rental, rules):
        return (_history(held, held.units, held.events, held.rental.cap_months, on),)
    return tuple(_history(held, (unit,), held.concerning(unit), _cap(held, unit), on) for unit in held.units)


def pays_to_price(rental: Rental, rules: RentalRules) -> bool:
    """Whether the plan's purchase price is a cap: never where the law says what is paid after a cap."""
    return rental.caps_at_price and not rules.payers[rental.payer_kind].after_cap


def paying(held: Held, unit: RentalUnit, period: int | None = None) -> Paying | None:
    """How far a unit is on the way to its price, in a period (None: the last that was billed).

    None where no price or no rent is known.
    """
    if unit.purchase_price is None or unit.charge is None:
        return None
    own = [month for month in held.months if month.unit_id == unit.id]
    last = max((month.period for month in own), default=1) if period is None else period
    before, paid = (unit.months_paid_before, unit.paid_before) if last == 1 else (0, ZERO)
    return Paying(unit.purchase_price, unit.charge, before, paid, _charged(own, last))


def caps(held: Held, on: date, rules: RentalRules) -> Mapping[str, int | None]:
    """How many months are paid at most, by the ids of the cycle."""
    return {
        unit.id: rules.terms(history.payer).cap for history in histories(held, on, rules) for unit in history.equipment
    }


def order_ends(held: Held, on: date) -> date | None:
    """The last day of the doctor's order that holds on a day: of the latest one by then."""
    orders = [event for event in held.events if event.what == NEW_ORDER and event.on is not None and event.on <= on]
    return orders[-1].order_ends if orders else held.rental.order_ends


def _history(
    held: Held, units: tuple[RentalUnit, ...], events: tuple[RentalEvent, ...], cap: int | None, on: date
) -> History:
    rental = held.rental
    return History(
        Payer(rental.payer_kind, cap, rental.reset_gap_days),
        tuple(_equipment(units)),
        tuple(_event(event, held) for event in events if event.what != NEW_ORDER and event.on is not None),
        rental.coverage_group,
        order_ends(held, on),
    )


def _equipment(units: tuple[RentalUnit, ...]) -> Iterator[Equipment]:
    for unit in units:
        if unit.first_service is not None:
            yield Equipment(
                named(unit),
                Role(unit.role),
                unit.code,
                unit.first_service,
                unit.months_paid_before,
                unit.useful_life_from,
                unit.warranty_labour_ends,
                unit.high_flow,
            )


def _event(event: RentalEvent, held: Held) -> Event:
    unit = held.unit(event.unit_id) if event.unit_id is not None else None
    return Event(
        _day(event.on, date.min),
        What(event.what),
        named(unit) if unit else None,
        event.why,
        event.new_order,
        event.new_test,
        event.reason,
        event.code,
        event.out_of_area,
    )


def _cap(held: Held, unit: RentalUnit) -> int | None:
    towards = paying(held, unit)
    caps = [cap for cap in (held.rental.cap_months, towards.months if towards else None) if cap is not None]
    return min(caps, default=None)


def _charged(months: list[RentalMonth], period: int) -> Mapping[int, Decimal]:
    """What billed months came to; what was settled otherwise counts as a rent."""
    return {month.month: month.charge for month in months if month.period == period and month.document_id is not None}


def _day(day: date | None, otherwise: date) -> date:
    return otherwise if day is None else day
