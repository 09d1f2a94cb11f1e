"""The store's patients: found while typing, made without doubles, with plans, orders and what they had last."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from db.book import file, patients
from db.book.rows import Coverage, Doctor, OrderRow, Patient, Plan
from desktop.core import search_keys
from desktop.operations import doctors, documents, patient_search, plans
from desktop.operations.alike import Alike
from desktop.operations.alike import find as find_alike
from desktop.operations.book import Book

__all__ = ["Alike", "Belonging", "Returning"]


@dataclass(frozen=True, slots=True)
class Belonging:
    """What the book has of a patient beside the name; the latest first."""

    coverages: tuple[Coverage, ...]
    orders: tuple[OrderRow, ...]


@dataclass(frozen=True, slots=True)
class Returning:
    """A patient at the counter again, with what was used last time; None or empty where there was nothing.

    `diagnoses` and `lines` are those of the last superbill, as its request writes them; `lines` have no days, serials
    and rental months.
    """

    patient: Patient
    coverage: Coverage | None = None
    plan: Plan | None = None
    order: OrderRow | None = None
    doctor: Doctor | None = None
    diagnoses: tuple[str, ...] = ()
    lines: tuple[dict[str, Any], ...] = ()


def read(book: Book, number: int) -> Patient:
    """The patient with this id, a deleted one too. BookProblem where there is none."""
    return patients.PATIENTS.read(book.connection, number)


def find(book: Book, text: str, today: date, limit: int = 50) -> list[Patient]:
    """Those who fit what was typed: `tre,mar`, `mar tre`, a birth date, a phone number or a member ID in any form.

    Quick enough to be asked at every key. Nothing typed: those who were made last.
    """
    return patient_search.find(book, text, today, limit)


def save(book: Book, patient: Patient) -> Patient:
    """Keeps the patient; the row as it now stands, with an id."""
    keys = {
        "last_key": search_keys.name(patient.last),
        "first_key": search_keys.name(patient.first),
        "phone_key": search_keys.phone(patient.phone),
        "local_key": search_keys.local(patient.phone),
    }
    with file.transaction(book.connection) as connection:
        return patients.save(connection, patient, keys, search_keys.later_words(patient.last))


def alike(book: Book, patient: Patient, member_id: str | None = None) -> list[Alike]:
    """Those in the book who may be the same person, each with the reason; to be asked before a new one is made."""
    return find_alike(book, patient, member_id)


def delete(book: Book, number: int) -> None:
    """Takes the patient out of every list; `undo_delete` brings everything back. What was issued stays as it is."""
    _set_deleted(book, number, deleted=True)


def undo_delete(book: Book, number: int) -> None:
    """Brings a deleted patient back."""
    _set_deleted(book, number, deleted=False)


def belonging(book: Book, number: int) -> Belonging:
    """A patient's memberships and orders."""
    coverages, orders = patients.belonging(book.connection, number)
    return Belonging(tuple(coverages), tuple(orders))


def save_coverage(book: Book, coverage: Coverage) -> Coverage:
    """Keeps a membership of a patient in a plan."""
    with file.transaction(book.connection) as connection:
        return patients.save_coverage(connection, coverage, search_keys.member(coverage.member_id))


def save_order(book: Book, order: OrderRow) -> OrderRow:
    """Keeps a doctor's order for a patient."""
    with file.transaction(book.connection) as connection:
        return patients.save_order(connection, order)


def remove_coverage(book: Book, number: int, *, undo: bool = False) -> None:
    """Takes a membership out of the patient's list, or puts it back."""
    with file.transaction(book.connection) as connection:
        patients.set_removed(connection, patients.COVERAGES, number, deleted=not undo)


def remove_order(book: Book, number: int, *, undo: bool = False) -> None:
    """Takes an order out of the patient's list, or puts it back."""
    with file.transaction(book.connection) as connection:
        patients.set_removed(connection, patients.ORDERS, number, deleted=not undo)


def returning(book: Book, number: int) -> Returning:
    """The patient with everything that was used last, so that only what is new must be typed."""
    held = belonging(book, number)
    coverage = held.coverages[0] if held.coverages else None
    order = held.orders[0] if held.orders else None
    last = documents.last_wire(book, number)
    return Returning(
        patient=read(book, number),
        coverage=coverage,
        plan=plans.read(book, coverage.plan_id) if coverage else None,
        order=order,
        doctor=doctors.read(book, order.doctor_id) if order and order.doctor_id else None,
        diagnoses=order.diagnoses if order and order.diagnoses else tuple(last.get("diagnoses", ())),
        lines=tuple(_anew(line) for line in last.get("lines", ())),
    )


def plan_kind(book: Book, number: int) -> str | None:
    """The kind of the plan that the patient had last; None where none is known."""
    coverages = belonging(book, number).coverages
    return plans.read(book, coverages[0].plan_id).kind if coverages else None


def _anew(line: dict[str, Any]) -> dict[str, Any]:
    return line | {"from": None, "to": None, "serial": None, "rental_month": None}


def _set_deleted(book: Book, number: int, *, deleted: bool) -> None:
    with file.transaction(book.connection) as connection:
        patients.set_deleted(connection, number, deleted=deleted)
