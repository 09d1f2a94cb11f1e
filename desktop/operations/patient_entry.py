"""Saving what a patient's form holds: the person, a plan and an order at once, or nothing."""

from dataclasses import dataclass, replace

from db.book import file
from db.book.rows import NEW, Coverage, Doctor, OrderRow, Patient, Plan
from desktop.operations import doctors, drafts, patients, plans
from desktop.operations.book import Book


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership as it was entered; `plan` where the plan is new to the book, too."""

    coverage: Coverage
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A doctor's order as it was entered; `doctor` where the doctor is new to the book, too."""

    row: OrderRow
    doctor: Doctor | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """What a form holds; None for what it has no fields for, or what was left blank."""

    patient: Patient | None = None
    membership: Membership | None = None
    order: Order | None = None


def save(book: Book, entered: Entered, patient_id: int, draft: str) -> int:
    """Keeps all of it and forgets the half-made form, in one step; the patient's id.

    `patient_id` is whose plan or order it is where the form has no fields of the person.
    """
    with file.transaction(book.connection):
        owner = patients.save(book, entered.patient).id if entered.patient else patient_id
        if entered.membership:
            _save_membership(book, entered.membership, owner)
        if entered.order:
            _save_order(book, entered.order, owner)
        drafts.drop(book, draft)
    return owner


def use_first(book: Book, coverage: Coverage) -> Coverage:
    """Makes one of several memberships the one that is taken first: the latest is, so it is entered anew."""
    with file.transaction(book.connection):
        patients.remove_coverage(book, coverage.id)
        return patients.save_coverage(book, replace(coverage, id=NEW))


def _save_membership(book: Book, membership: Membership, owner: int) -> None:
    plan = plans.save(book, membership.plan).id if membership.plan else membership.coverage.plan_id
    patients.save_coverage(book, replace(membership.coverage, patient_id=owner, plan_id=plan))


def _save_order(book: Book, order: Order, owner: int) -> None:
    doctor = doctors.save(book, order.doctor).id if order.doctor else order.row.doctor_id
    patients.save_order(book, replace(order.row, patient_id=owner, doctor_id=doctor))
