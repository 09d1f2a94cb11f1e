"""Who a document is about, from the book's rows into a superbill's request: store, patient, plan, doctor, order."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from db.book import patients
from db.book.rows import Address, Coverage, Doctor, OrderRow, Patient, Plan, Store
from desktop.core.superbill import NOT_SAID
from desktop.operations import doctors, plans, store
from desktop.operations.book import Book
from desktop.operations.documents import Whose


def wire(book: Book, whose: Whose) -> dict[str, Any]:
    """A request to begin with: `supplier`, `patient`, `payer`, `prescriber`, `order`, `diagnoses` and `language` as far
    as the book knows them, null where it does not; no lines, charges and payments yet."""
    held = book.connection
    patient = patients.PATIENTS.read(held, whose.patient_id) if whose.patient_id else Patient()
    coverage = patients.COVERAGES.read(held, whose.coverage_id) if whose.coverage_id else Coverage()
    order = patients.ORDERS.read(held, whose.order_id) if whose.order_id else OrderRow()
    plan = plans.read(book, coverage.plan_id) if coverage.plan_id else None
    doctor = doctors.read(book, order.doctor_id) if order.doctor_id else Doctor()
    return {
        "issued_on": None,
        "language": patient.language,
        "number": None,
        "supplier": supplier(store.read(book)),
        "patient": _patient(patient, coverage),
        "payer": _payer(plan),
        "prescriber": _prescriber(doctor, order),
        "order": _named(order, ("day_lpm", "night_lpm", "exertion_lpm", "device", "hours_per_day"))
        | {"length_of_need_months": order.length_of_need_months},
        "diagnoses": list(order.diagnoses),
        "lines": [],
        "other_charges": [],
        "tax": None,
        "payments": [],
    }


def supplier(row: Store) -> dict[str, Any]:
    """The store as a request names it."""
    names = ("legal_name", "dba", "npi", "ein", "taxonomy", "license", "phone", "email", "medicare_enrolled")
    return _named(row, names) | {"address": _address(row.address)}


def with_store(book: Book, wire: Mapping[str, Any]) -> dict[str, Any]:
    """A superbill's or receipt's request with the store as it is now: it may have moved since this was typed. Where no
    store is set up, the request is as it was."""
    row = store.read(book)
    return dict(wire) | ({} if row.legal_name is None else {"supplier": supplier(row)})


def filled(old: Mapping[str, Any], new: Mapping[str, Any], stopping: frozenset[str], path: str = "") -> dict[str, Any]:
    """`old` with what `new` knows wherever `old` has nothing, or something that stops (by the field's path)."""
    whole = dict(old)
    for name, value in new.items():
        here = f"{path}.{name}" if path else name
        before = whole.get(name)
        if isinstance(value, Mapping):
            whole[name] = filled(before if isinstance(before, Mapping) else {}, value, stopping, here)
        elif value not in (None, []) and (before in (None, "", []) or here in stopping):
            whole[name] = value
        else:
            whole.setdefault(name, value)
    return whole


def _patient(row: Patient, coverage: Coverage) -> dict[str, Any]:
    return (
        _named(row, ("first", "middle", "last", "phone"))
        | {
            "dob": row.dob.isoformat() if row.dob else None,
            "sex": row.sex or NOT_SAID,
            "address": _address(row.address),
        }
        | _named(coverage, ("member_id", "group", "relationship", "insured_name"))
    )


def _payer(plan: Plan | None) -> dict[str, Any]:
    """No membership is no plan: the patient pays."""
    if plan is None:
        return {"kind": "none", "name": None, "address": None}
    known = any(dataclasses.astuple(plan.address))
    return {"kind": plan.kind, "name": plan.name, "address": _address(plan.address) if known else None}


def _prescriber(doctor: Doctor, order: OrderRow) -> dict[str, Any]:
    day = order.order_date.isoformat() if order.order_date else None
    return _named(doctor, ("first", "last", "credentials", "npi", "phone")) | {"order_date": day}


def _address(address: Address) -> dict[str, str | None]:
    return dataclasses.asdict(address)


def _named(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
