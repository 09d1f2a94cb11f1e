"""Rentals and their units, and the list of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.book import audit
from db.book.records import Table, ask
from db.book.rental_rows import ListedUnit, Rental, RentalUnit, UnitStanding
from db.driver import Connection

RENTALS = Table("rentals", Rental, "rental")
UNITS = Table("rental_units", RentalUnit, "rented unit")
STANDINGS = Table("unit_standings", UnitStanding, "standing")

_LAST = "\U0010ffff"
_JOINED = (
    "from unit_standings join rentals on rentals.id = unit_standings.rental_id "
    "join patients on patients.id = rentals.patient_id"
)
_PIECES = "left join pieces on pieces.unit_id = unit_standings.unit_id"
_PLANS = "left join coverages on coverages.id = rentals.coverage_id left join plans on plans.id = coverages.plan_id"
_NAME = "patients.last_key {way}, patients.first_key {way}, rentals.id, unit_standings.role desc"
_ORDERS = {
    "name": _NAME,
    "phase": "unit_standings.phase {way}, unit_standings.unit_id",
    "month": "unit_standings.service_month {way} nulls last, unit_standings.unit_id",
    "next": "unit_standings.next_on {way} nulls last, unit_standings.unit_id",
    "cap": "unit_standings.cap_ends {way} nulls last, unit_standings.unit_id",
    "useful_life": "unit_standings.useful_life_ends {way} nulls last, unit_standings.unit_id",
}
SORTS = tuple(_ORDERS)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which units of rentals, and in which order; what is empty or None asks nothing.

    `parts` are folded words of a patient's name, `key` the whole as numbers and serial numbers are folded.
    """

    parts: Sequence[str] = ()
    key: str = ""
    phases: Sequence[str] = ()
    payer_kinds: Sequence[str] = ()
    until: date | None = None
    sort: str = "name"
    descending: bool = False


def save(connection: Connection, rental: Rental, number_key: str, at: datetime) -> Rental:
    """Keeps a rental; `number_key` is what the store's own number is found by."""
    kept = RENTALS.save(connection, rental, number_key=number_key)
    audit.note(connection, at, "changed" if rental.id else "made", RENTALS.noun, kept.id)
    return kept


def save_unit(connection: Connection, unit: RentalUnit, at: datetime) -> RentalUnit:
    """Keeps a unit."""
    kept = UNITS.save(connection, unit)
    audit.note(connection, at, "changed" if unit.id else "made", UNITS.noun, kept.id)
    return kept


def set_deleted(connection: Connection, number: int, at: datetime, *, deleted: bool) -> None:
    """Takes a rental out of every list, or puts it back."""
    RENTALS.mark_deleted(connection, number, deleted=deleted)
    audit.note(connection, at, "deleted" if deleted else "brought back", RENTALS.noun, number)


def units(connection: Connection, rental_id: int) -> list[RentalUnit]:
    """A rental's units, the home unit first."""
    return UNITS.find(connection, "where rental_id = ? and deleted = 0 order by role desc, id", [rental_id])


def of_patient(connection: Connection, patient_id: int) -> list[Rental]:
    """A patient's rentals, the latest first."""
    return RENTALS.find(connection, "where patient_id = ? and deleted = 0 order by id desc", [patient_id])


def listed(connection: Connection, asked: Asked, limit: int, offset: int) -> list[ListedUnit]:
    """A page of the list, from what is stored."""
    way = "desc" if asked.descending else "asc"
    order = _ORDERS[asked.sort].format(way=way)
    held, values = _asked(asked)
    columns = STANDINGS.select.partition(" from ")[0]
    question = (
        f"{columns}, patients.id, patients.first, patients.middle, patients.last, rentals.number, "
        f"pieces.serial, pieces.maker, pieces.model, plans.name {_JOINED} {_PIECES} {_PLANS} where {held} "
        f"order by {order} limit ? offset ?"
    )
    return [_row(cells) for cells in ask(connection, question, [*values, limit, offset])]


def count(connection: Connection, asked: Asked) -> int:
    """How many rows the list has in all."""
    held, values = _asked(asked)
    joined = f"{_JOINED} {_PIECES}" if asked.key else _JOINED
    ((found,),) = ask(connection, f"select count(*) {joined} where {held}", values)
    return int(found)


def _asked(asked: Asked) -> tuple[str, list[object]]:
    held = ["rentals.deleted = 0", "patients.deleted = 0"]
    values: list[object] = []
    for column, allowed in (("unit_standings.phase", asked.phases), ("rentals.payer_kind", asked.payer_kinds)):
        if allowed:
            held.append(f"{column} in ({', '.join('?' * len(allowed))})")
            values += list(allowed)
    if asked.until is not None:
        held.append("unit_standings.next_on <= ?")
        values.append(asked.until)
    if asked.key:
        held.append(f"({_named(asked.parts)} or {_numbered(asked.key)})")
        values += [f"%{part}%" for part in asked.parts] + [asked.key, asked.key + _LAST] * 2
    return " and ".join(held), values


def _named(parts: Iterable[str]) -> str:
    held = ["patients.last_key || ' ' || patients.first_key like ?" for _ in parts]
    return " and ".join(held) or "0"


def _numbered(key: str) -> str:
    spans = " or ".join(f"({column} >= ? and {column} < ?)" for column in ("rentals.number_key", "pieces.serial_key"))
    return f"({'' if key else '0 and '}({spans}))"


def _row(cells: Sequence[object]) -> ListedUnit:
    own = len(STANDINGS.columns)
    patient_id, first, middle, last, number, serial, maker, model, plan = cells[own:]
    return ListedUnit(
        STANDINGS.row(cells[:own]),
        int(str(patient_id)),
        _joined(first, middle, last),
        _text(number),
        _text(serial),
        _joined(maker, model),
        _text(plan),
    )


def _joined(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)
