"""Patients, and finding one while the name is being typed."""

from collections.abc import Sequence
from datetime import date

from db.book.records import END, R, Table
from db.book.rows import Coverage, OrderRow, Patient
from db.driver import Connection

PATIENTS = Table("patients", Patient, "patient")
COVERAGES = Table("coverages", Coverage, "coverage")
ORDERS = Table("orders", OrderRow, "order")


def save(connection: Connection, patient: Patient, keys: dict[str, str], words: Sequence[str]) -> Patient:
    """Keeps a patient with what the patient is found by: `keys` of the columns, `words` of a longer name."""
    kept = PATIENTS.save(connection, patient, **keys)
    connection.execute("delete from patient_words where patient_id = ?", [kept.id])
    connection.executemany("insert into patient_words values (?, ?)", [(word, kept.id) for word in words])
    return kept


def set_deleted(connection: Connection, number: int, *, deleted: bool) -> None:
    """Takes a patient out of every list, or puts the patient back."""
    PATIENTS.mark_deleted(connection, number, deleted=deleted)


def by_name(connection: Connection, last: str, first: str, limit: int) -> list[Patient]:
    """Those whose folded names begin so: in the order of names, or of first names where of those more is known."""
    if len(first) > len(last):
        return _by_first(connection, last, first, limit)
    rest = (
        "indexed by idx_patients_last_key_first_key_deleted "
        "where last_key >= ? and last_key < ? and first_key >= ? and first_key < ? and deleted = 0 "
        "order by last_key, first_key limit ?"
    )
    return PATIENTS.find(connection, rest, [last, last + END, first, first + END, limit])


def by_later_word(connection: Connection, last: str, first: str, limit: int) -> list[Patient]:
    """Those of whose longer last name a later word begins so; sought from the end of which more is known."""
    words = [last, last + END]
    if len(first) > len(last):
        rest = (
            "indexed by idx_patients_first_key_last_key_deleted where first_key >= ? and first_key < ? and deleted = 0 "
            "and exists (select 1 from patient_words where patient_id = patients.id and word >= ? and word < ?) limit ?"
        )
        return PATIENTS.find(connection, rest, [first, first + END, *words, limit])
    rest = (
        "join patient_words on patient_words.patient_id = patients.id where word >= ? and word < ? "
        "and first_key >= ? and first_key < ? and deleted = 0 limit ?"
    )
    return PATIENTS.find(connection, rest, [*words, first, first + END, limit])


def by_day_of_birth(connection: Connection, dob: date, limit: int) -> list[Patient]:
    """Those who were born on a day."""
    return PATIENTS.find(connection, "where dob = ? and deleted = 0 order by last_key limit ?", [dob, limit])


def by_phone(connection: Connection, digits: str, limit: int) -> list[Patient]:
    """Those whose number begins so, with the area code or without it."""
    span = [digits, digits + END, limit]
    found = PATIENTS.find(connection, "where phone_key >= ? and phone_key < ? and deleted = 0 limit ?", span)
    return found + PATIENTS.find(connection, "where local_key >= ? and local_key < ? and deleted = 0 limit ?", span)


def by_member(connection: Connection, key: str, limit: int) -> list[Patient]:
    """Those who have a member ID that begins so."""
    rest = (
        "join coverages on coverages.patient_id = patients.id where member_key >= ? and member_key < ? "
        "and coverages.deleted = 0 and patients.deleted = 0 limit ?"
    )
    return PATIENTS.find(connection, rest, [key, key + END, limit])


def with_phone(connection: Connection, digits: str, limit: int) -> list[Patient]:
    """Those who have just this number."""
    return PATIENTS.find(connection, "where phone_key = ? and deleted = 0 limit ?", [digits, limit])


def with_member(connection: Connection, key: str, limit: int) -> list[Patient]:
    """Those who have just this member ID."""
    rest = (
        "join coverages on coverages.patient_id = patients.id where member_key = ? "
        "and coverages.deleted = 0 and patients.deleted = 0 limit ?"
    )
    return PATIENTS.find(connection, rest, [key, limit])


def latest(connection: Connection, limit: int) -> list[Patient]:
    """Those who were made last."""
    return PATIENTS.find(connection, "where deleted = 0 order by id desc limit ?", [limit])


def set_removed(connection: Connection, table: Table[R], number: int, *, deleted: bool) -> None:
    """Takes a coverage or an order out of its patient's list, or puts it back."""
    table.mark_deleted(connection, number, deleted=deleted)


def belonging(connection: Connection, number: int) -> tuple[list[Coverage], list[OrderRow]]:
    """A patient's coverages and orders, the latest first."""
    rest = "where patient_id = ? and deleted = 0 order by"
    return (
        COVERAGES.find(connection, f"{rest} id desc", [number]),
        ORDERS.find(connection, f"{rest} order_date desc, id desc", [number]),
    )


def save_coverage(connection: Connection, coverage: Coverage, member_key: str) -> Coverage:
    """Keeps a membership."""
    return COVERAGES.save(connection, coverage, member_key=member_key)


def save_order(connection: Connection, order: OrderRow) -> OrderRow:
    """Keeps an order."""
    return ORDERS.save(connection, order)


def _by_first(connection: Connection, last: str, first: str, limit: int) -> list[Patient]:
    rest = (
        "indexed by idx_patients_first_key_last_key_deleted "
        "where first_key >= ? and first_key < ? and last_key >= ? and last_key < ? and deleted = 0 "
        "order by first_key, last_key limit ?"
    )
    return PATIENTS.find(connection, rest, [first, first + END, last, last + END, limit])
