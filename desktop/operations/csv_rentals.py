"""All of a store's running rentals from a table, on its first day with Oxydesk; and out again.

A row is a unit. Rows of one patient (a home unit and a portable one) become one rental. Each is checked against the
book before anything is written: whose it is, whether its history can be, with whom its serial number is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.book import patients as patient_rows
from db.book import pieces, rental_due, rental_events, rentals
from db.book.rental_rows import Piece, Rental, RentalUnit
from db.book.rows import Patient
from desktop.core import search_keys
from desktop.core.csv_cells import CellError, RowRead
from desktop.core.rental_history import What
from desktop.desk import Desk
from desktop.operations import equipment_register, rental_beginning, rental_looking
from desktop.operations.book import Book
from desktop.operations.rental_held import Held
from desktop.operations.rental_looking import Contradicting
from desktop.operations.rental_pieces import WITH_PATIENT

Values = Mapping[str, Any]
_OF_RENTAL = ("coverage_group", "order_ends", "bills_from", "by_superbill", "pays_by", "number", "note")
_OF_UNIT = (
    *("code", "first_service", "months_paid_before", "paid_before", "useful_life_from", "warranty_labour_ends"),
    *("high_flow", "charge", "purchase_price"),
)
_OF_PIECE = ("maker", "model", "serial")
_WHO, _SERIAL, _CODE, _RENTAL = "Patient", "Serial number", "Code", "Rental"


@dataclass(frozen=True, slots=True)
class _Known:
    """The patients of the book by name and birth date, and by member ID; units that run, and serials that are out."""

    by_name: Mapping[tuple[str, str, date | None], tuple[int, ...]]
    by_member: Mapping[str, tuple[int, ...]]

    def whose(self, values: Values) -> int | CellError:
        """The patient of a row, by the member ID if there is one, else by name and birth date."""
        member = search_keys.member(values.get("member_id"))
        name = search_keys.name(values.get("last")), search_keys.name(values.get("first"))
        if not member and not all((*name, values.get("dob"))):
            return CellError(_WHO, "is not named; give last name, first name and birth date, or the member ID")
        found = self.by_member.get(member, ()) if member else self.by_name.get((*name, values.get("dob")), ())
        if len(found) == 1:
            return found[0]
        many = "is in the book more than once; give the member ID" if found else "is not in the book"
        return CellError(_WHO, many if found else f"{many}; bring in the patients first")


def checked(book: Book, desk: Desk, rows: tuple[RowRead, ...]) -> tuple[RowRead, ...]:
    """The rows with whose they are, and with what is wrong beside their cells."""
    known = _known(book)
    serials: dict[str, int] = {}
    roles: dict[tuple[int, str], int] = {}
    return tuple(row if row.errors else _checked(book, desk, known, row, (serials, roles)) for row in rows)


def known_by(values: Values) -> tuple[object, ...]:
    """A unit that runs is known by whose it is, its code and its first day."""
    return values.get("patient_id"), values.get("code"), values.get("first_service")


def every(book: Book, _limit: int) -> Iterator[Values]:
    """All units of running rentals, as a table holds them."""
    named = {patient.id: patient for patient in patient_rows.PATIENTS.find(book.connection, "where deleted = 0")}
    members = {row.id: row.member_id for row in patient_rows.COVERAGES.find(book.connection)}
    held = {piece.unit_id: piece for piece in pieces.PIECES.find(book.connection, "where unit_id is not null")}
    for rental in rentals.RENTALS.find(book.connection, "where deleted = 0 order by id"):
        patient = named.get(rental.patient_id)
        for unit in rentals.units(book.connection, rental.id) if patient else ():
            yield _values(patient or Patient(), members.get(rental.coverage_id or 0), rental, unit, held.get(unit.id))


def save(book: Book, values: Values) -> None:
    """Keeps a checked row: a unit of the patient's rental, or of a new one. Where it stands is looked at later."""
    role, patient_id = values["role"], values["patient_id"]
    rental = _rental_without(book, patient_id, role)
    if rental is None:
        fresh = replace(rental_beginning.of_patient(book, patient_id), **_given(values, _OF_RENTAL))
        rental = rentals.save(book.connection, fresh, search_keys.name(fresh.number))
        rental_beginning.ask_for_papers(book, rental)
    piece = equipment_register.known(book, Piece(**_given(values, _OF_PIECE)))
    asked = RentalUnit(rental_id=rental.id, role=role, piece_id=piece.id, **_given(values, _OF_UNIT))
    unit = rentals.save_unit(book.connection, asked)
    out = replace(piece, state=WITH_PATIENT, patient_id=patient_id, unit_id=unit.id)
    pieces.change(book.connection, out)
    rental_due.make_old(book.connection, rental.id)


def _checked(
    book: Book, desk: Desk, known: _Known, row: RowRead, seen: tuple[dict[str, int], dict[tuple[int, str], int]]
) -> RowRead:
    values = dict(row.values)
    whose = known.whose(values)
    if isinstance(whose, CellError):
        return replace(row, errors=(whose,))
    role = rental_beginning.role(desk, values["code"]).value
    values |= {"patient_id": whose, "role": role, "bills_from": values.get("bills_from") or desk.today}
    serials, roles = seen
    wrong = [
        *_of_serial(book, values, serials.setdefault(search_keys.name(values.get("serial")), row.line), row.line),
        *_of_role(roles.setdefault((whose, role), row.line), row.line),
        *_of_history(book, desk, values),
    ]
    return RowRead(row.line, values, tuple(wrong))


def _of_serial(book: Book, values: Values, first: int, line: int) -> Iterator[CellError]:
    serial = values.get("serial")
    if not serial:
        return
    if first != line:
        yield CellError(_SERIAL, f"{serial} stands in line {first}, too; a serial number is with one patient")
    held = equipment_register.by_serial(book, serial)
    if held is not None and held.piece.unit_id is not None and held.piece.patient_id != values["patient_id"]:
        yield CellError(_SERIAL, f"{serial} is with {held.patient_name}; note there first that it came back")


def _of_role(first: int, line: int) -> Iterator[CellError]:
    if first != line:
        words = f"line {first} is of the same patient and kind; a rental has one home unit and one portable unit"
        yield CellError(_CODE, words)


def _of_history(book: Book, desk: Desk, values: Values) -> Iterator[CellError]:
    """What the cycle says against it."""
    rental = replace(rental_beginning.of_patient(book, values["patient_id"]), **_given(values, _OF_RENTAL))
    unit = RentalUnit(role=values["role"], **_given(values, _OF_UNIT))
    try:
        rental_looking.timeline(Held(rental, (unit,), (), (), ()), desk, desk.today)
    except Contradicting as problem:
        yield CellError(_RENTAL, str(problem))


def _known(book: Book) -> _Known:
    by_name: dict[tuple[str, str, date | None], tuple[int, ...]] = {}
    by_member: dict[str, tuple[int, ...]] = {}
    for patient in patient_rows.PATIENTS.find(book.connection, "where deleted = 0"):
        key = search_keys.name(patient.last), search_keys.name(patient.first), patient.dob
        by_name[key] = (*by_name.get(key, ()), patient.id)
    for row in patient_rows.COVERAGES.find(book.connection, "where deleted = 0 and member_id is not null"):
        member = search_keys.member(row.member_id)
        by_member[member] = tuple(dict.fromkeys((*by_member.get(member, ()), row.patient_id)))
    return _Known(by_name, by_member)


def _rental_without(book: Book, patient_id: int, role: str) -> Rental | None:
    """A rental of the patient that goes on and has no unit of this kind yet."""
    for rental in rentals.of_patient(book.connection, patient_id):
        ended = any(event.what == What.ENDED for event in rental_events.of_rental(book.connection, rental.id))
        if not ended and all(unit.role != role for unit in rentals.units(book.connection, rental.id)):
            return rental
    return None


def _given(values: Values, names: Sequence[str]) -> dict[str, Any]:
    return {name: values[name] for name in names if values.get(name) is not None}


def _values(patient: Patient, member_id: str | None, rental: Rental, unit: RentalUnit, piece: Piece | None) -> Values:
    found: dict[str, Any] = {"patient_id": patient.id, "member_id": member_id}
    parts = ((patient, ("last", "first", "dob")), (rental, _OF_RENTAL), (unit, _OF_UNIT), (piece or Piece(), _OF_PIECE))
    for row, names in parts:
        found |= {name: getattr(row, name) for name in names}
    return found
