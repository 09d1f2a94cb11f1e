"""What a row of a table is in the book: how it is kept, whether it is there already, how it is written again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from db.book import patients as patient_rows
from db.book.rows import NEW, Address, Coverage, Doctor, Patient, Plan, Product
from desktop.core import search_keys
from desktop.core.csv_cells import RowRead
from desktop.desk import Desk
from desktop.operations import csv_rentals, doctors, patients, plans, products
from desktop.operations.book import Book

Values = Mapping[str, Any]
_ADDRESS = tuple(field.name for field in fields(Address))
_ALL = 1_000_000
_COVERAGE = ("plan", "member_id", "group")


def as_read(_book: Book, _desk: Desk, rows: tuple[RowRead, ...]) -> tuple[RowRead, ...]:
    """The rows: their cells say all there is to check."""
    return rows


@dataclass(frozen=True, slots=True)
class Noun:
    """How to keep a row, how to know it again, and how to read all of them; `checked` finds what cells alone do not
    show."""

    save: Callable[[Book, Values], object]
    known_by: Callable[[Values], tuple[object, ...]]
    every: Callable[[Book, int], Iterator[Values]]
    checked: Callable[[Book, Desk, tuple[RowRead, ...]], tuple[RowRead, ...]] = as_read

    def there(self, book: Book, rows: Iterable[RowRead]) -> frozenset[int]:
        """The lines of sound rows that the book has, or that an earlier row has."""
        sound = [row for row in rows if not row.errors]
        seen = {self.known_by(values) for values in self.every(book, _ALL)} if sound else set()
        found = set()
        for row in sound:
            known_by = self.known_by(row.values)
            if known_by in seen:
                found.add(row.line)
            seen.add(known_by)
        return frozenset(found)


def _save_patient(book: Book, values: Values) -> None:
    own = {name: value for name, value in _with_address(values).items() if name not in _COVERAGE}
    patient = patients.save(book, Patient(**own))
    if values.get("plan") is not None:
        member_id, group = values.get("member_id"), values.get("group")
        patients.save_coverage(book, Coverage(NEW, patient.id, values["plan"], member_id, group))


def _with_address(values: Values) -> dict[str, Any]:
    """The values with those of the address in one; what is blank stays as a new row has it."""
    own = {name: value for name, value in values.items() if name not in _ADDRESS and value is not None}
    return own | {"address": Address(**{name: values.get(name) for name in _ADDRESS})}


def _given(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _cells(row: object) -> dict[str, Any]:
    """A row by its fields, its address taken apart."""
    values = {field.name: getattr(row, field.name) for field in fields(row)}  # type: ignore[arg-type]
    address = values.pop("address", None)
    return values | ({name: getattr(address, name) for name in _ADDRESS} if address else {})


def _every_patient(book: Book, limit: int) -> Iterator[Values]:
    """Patients with the last plan that each of them has."""
    held = book.connection
    named = {plan.id: plan.name for plan in plans.find(book, limit=limit)}
    coverages = {row.patient_id: row for row in patient_rows.COVERAGES.find(held, "where deleted = 0 order by id")}
    for patient in patient_rows.PATIENTS.find(held, "where deleted = 0 order by last_key, first_key"):
        last = coverages.get(patient.id, Coverage())
        yield _cells(patient) | {
            "plan": named.get(last.plan_id),
            "member_id": last.member_id,
            "group": last.group,
        }


def _patient_known_by(values: Values) -> tuple[object, ...]:
    return search_keys.name(values.get("last")), search_keys.name(values.get("first")), values.get("dob")


def _plan_known_by(values: Values) -> tuple[object, ...]:
    return search_keys.name(values.get("name")), values.get("kind") or Plan().kind


def _doctor_known_by(values: Values) -> tuple[object, ...]:
    npi = values.get("npi")
    return (npi,) if npi else (search_keys.name(values.get("last")), search_keys.name(values.get("first")))


def _product_known_by(values: Values) -> tuple[object, ...]:
    return search_keys.name(values.get("maker")), search_keys.name(values.get("model")), values.get("item")


NOUNS: Mapping[str, Noun] = {
    "patients": Noun(_save_patient, _patient_known_by, _every_patient),
    "plans": Noun(
        lambda book, values: plans.save(book, Plan(**_with_address(values))),
        _plan_known_by,
        lambda book, limit: map(_cells, plans.find(book, limit=limit)),
    ),
    "doctors": Noun(
        lambda book, values: doctors.save(book, Doctor(**_given(values))),
        _doctor_known_by,
        lambda book, limit: map(_cells, doctors.find(book, limit=limit)),
    ),
    "products": Noun(
        lambda book, values: products.save(book, Product(**_given(values))),
        _product_known_by,
        lambda book, limit: map(_cells, products.find(book, limit=limit)),
    ),
    "rentals": Noun(csv_rentals.save, csv_rentals.known_by, csv_rentals.every, csv_rentals.checked),
}
