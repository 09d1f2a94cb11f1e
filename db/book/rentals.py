"""Rentals and their units, and the list of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.book.records import END, Table, ask
from db.book.rental_rows import ListedUnit, Rental, RentalUnit, UnitStanding
from db.driver import Connection

RENTALS = Table("rentals", Rental, "rental")
UNITS = Table("rental_units", RentalUnit, "rented unit")
STANDINGS = Table("unit_standings", UnitStanding, "standing")

_JOINED = (
    "join rentals on rentals.id = unit_standings.rental_id join patients on patients.id = rentals.patient_id "
    "left join pieces on pieces.unit_id = unit_standings.unit_id "
    "left join coverages on coverages.id = rentals.coverage_id left join plans on plans.id = coverages.plan_id"
)
_U = "unit_standings"
_ORDERS = {
    "name": f"{_U}.last_key {{way}}, {_U}.first_key {{way}}, {_U}.rental_id {{way}}, {_U}.role desc",
    **{
        sort: f"{_U}.{column} {{way}} nulls last, {_U}.unit_id"
        for sort, column in (
            ("phase", "phase"),
            ("month", "service_month"),
            ("next", "next_on"),
            ("cap", "cap_ends"),
            ("useful_life", "useful_life_ends"),
        )
    },
}
SORTS = tuple(_ORDERS)
_FEW = 1_000  # rows that are sorted sooner than found in the order of a list
_NAMED = (
    "select unit_id from unit_standings where hidden = 0 and last_key >= ?1 and last_key < ?2 "
    "union all select unit_id from unit_standings where hidden = 0 and first_key >= ?1 and first_key < ?2 "
    "union all select unit_id from patient_words join rentals on rentals.patient_id = patient_words.patient_id "
    "join unit_standings on unit_standings.rental_id = rentals.id where word >= ?1 and word < ?2"
)
_NUMBERED = (
    "select unit_id from rentals join unit_standings on unit_standings.rental_id = rentals.id "
    "where number_key >= ?1 and number_key < ?2 "
    "union all select unit_id from pieces where serial_key >= ?1 and serial_key < ?2 and serial_key <> '' "
    "and pieces.deleted = 0 and unit_id is not null"
)


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


def save(connection: Connection, rental: Rental, number_key: str) -> Rental:
    """Keeps a rental; `number_key` is what the store's own number is found by."""
    return RENTALS.save(connection, rental, number_key=number_key)


def save_unit(connection: Connection, unit: RentalUnit) -> RentalUnit:
    """Keeps a unit."""
    return UNITS.save(connection, unit)


def set_deleted(connection: Connection, number: int, *, deleted: bool) -> None:
    """Takes a rental out of every list, or puts it back."""
    RENTALS.mark_deleted(connection, number, deleted=deleted)


def units(connection: Connection, rental_id: int) -> list[RentalUnit]:
    """A rental's units, the home unit first."""
    return UNITS.find(connection, "where rental_id = ? and deleted = 0 order by role desc, id", [rental_id])


def of_patient(connection: Connection, patient_id: int) -> list[Rental]:
    """A patient's rentals, the latest first."""
    return RENTALS.find(connection, "where patient_id = ? and deleted = 0 order by id desc", [patient_id])


def listed(connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[ListedUnit], int]:
    """A page of the list from what is stored, and how many rows the list has in all.

    The rows are chosen, from one index, before anything else is read of them.
    """
    held, values = _asked(connection, asked)
    found = _count(connection, asked, held, values)
    walked = f"indexed by standings_by_{asked.sort}" if found > _FEW else ""
    order = _ORDERS[asked.sort].format(way="desc" if asked.descending else "asc")
    chosen = f"select unit_id as chosen from unit_standings {walked} where {held} order by {order} limit ? offset ?"  # noqa: S608 -- own names
    columns = STANDINGS.select.partition(" from ")[0]
    question = (
        f"{columns}, patients.id, patients.first, patients.middle, patients.last, rentals.number, "
        f"pieces.serial, pieces.maker, pieces.model, plans.name from ({chosen}) "
        f"join unit_standings on unit_standings.unit_id = chosen {_JOINED} order by {order}"
    )
    return [_row(cells) for cells in ask(connection, question, [*values, limit, offset])], found


def _count(connection: Connection, asked: Asked, held: str, values: Sequence[object]) -> int:
    """How many rows the list has; where nothing else is asked, from the counts by phase and payer."""
    question = f"select count(*) from unit_standings where {held}"  # noqa: S608 -- own names
    if not asked.key and asked.until is None:
        held, values = _kinds(asked)
        question = f"select coalesce(sum(many), 0) from standing_counts where {held}"  # noqa: S608 -- own names
    ((found,),) = ask(connection, question, values)
    return int(found)


def _kinds(asked: Asked) -> tuple[str, list[object]]:
    held, values = ["1"], list[object]()
    for column, allowed in (("phase", asked.phases), ("payer_kind", asked.payer_kinds)):
        if allowed:
            held.append(f"{column} in ({', '.join('?' * len(allowed))})")
            values += list(allowed)
    return " and ".join(held), values


def _asked(connection: Connection, asked: Asked) -> tuple[str, list[object]]:
    held, values = _kinds(asked)
    held = f"hidden = 0 and {held}"
    if asked.until is not None:
        held += " and next_on <= ?"
        values.append(asked.until)
    if asked.key:
        units = _of_text(connection, asked)
        held += " and unit_standings.unit_id in (select value from json_each(?))"
        values.append(json.dumps(sorted(units)))
    return held, values


def _of_text(connection: Connection, asked: Asked) -> set[int]:
    """The units of patients of whose names words begin so, and those whose number or serial number begins so."""
    named = [_beginning(connection, _NAMED, part) for part in asked.parts]
    return set.intersection(*named) | _beginning(connection, _NUMBERED, asked.key) if named else set()


def _beginning(connection: Connection, question: str, key: str) -> set[int]:
    return {unit for (unit,) in ask(connection, question, [key, key + END])}


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
