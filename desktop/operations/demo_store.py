"""Makes the book of the sample store from `resources/demo`, through the same operations as a person would.

Its days are counted back from the day on which it is made, so that it always looks like a store at work.
"""

import dataclasses
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from db.book.rows import Address, Coverage, Doctor, Document, OrderRow, Patient, Plan, Product, Store
from desktop import border, files
from desktop.desk import Desk
from desktop.operations import (
    demo_rentals,
    doctors,
    documents,
    drafts,
    issuing,
    parties,
    patients,
    plans,
    products,
    reviewing,
    store,
    waiting,
)
from desktop.operations.book import Book, open_book
from desktop.operations.demo_rentals import PieceEntry, RentalEntry
from desktop.operations.documents import Content, Whose

_BEGAN = timedelta(days=9)
_NOON = time(12, tzinfo=UTC)
_AT_HOME = "12"


class _Place(Struct, kw_only=True):
    line1: str | None = None
    line2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None


class _Store(_Place, forbid_unknown_fields=True):
    legal_name: str
    dba: str
    npi: str
    ein: str
    taxonomy: str
    license: str
    phone: str
    email: str
    medicare_enrolled: bool
    tax_rate: Decimal


class _Plan(_Place, forbid_unknown_fields=True):
    key: str
    kind: str
    name: str
    phone: str | None = None
    purchase_portable_code: str | None = None
    wants_q: bool = False
    wants_kx: bool = False


class _Doctor(Struct, forbid_unknown_fields=True):
    key: str
    first: str
    last: str
    credentials: str
    npi: str
    phone: str


class _Patient(_Place, forbid_unknown_fields=True):
    key: str
    first: str
    last: str
    dob: date
    sex: str
    phone: str
    middle: str | None = None
    language: str = "en"
    plan: str | None = None
    member_id: str | None = None
    group: str | None = None
    doctor: str | None = None
    ordered_days_ago: int | None = None
    day_lpm: float | None = None
    night_lpm: float | None = None
    device: str | None = None
    hours_per_day: float | None = None
    length_of_need_months: int | None = None
    portable: bool | None = None
    diagnoses: tuple[str, ...] = ()


class _Product(Struct, forbid_unknown_fields=True):
    key: str
    model: str
    item: str
    maker: str | None = None
    description: str | None = None
    ports: int = 1
    runs_all_day: bool = False
    price_new: Decimal | None = None
    price_used: Decimal | None = None
    rent: Decimal | None = None


class _Paper(Struct, forbid_unknown_fields=True):
    kind: Literal["superbill", "receipt"]
    state: Literal["issued", "waiting", "draft"]
    patient: str
    days_ago: int
    code: str
    modifiers: tuple[str, ...]
    charge: str
    product: str
    units: int = 1
    serial: str | None = None
    rental_month: int | None = None
    paid: str | None = None
    method: str | None = None


class _Draft(Struct, forbid_unknown_fields=True):
    key: str
    form: dict[str, str]


class _Demo(Struct, forbid_unknown_fields=True):
    store: _Store
    plan: tuple[_Plan, ...]
    doctor: tuple[_Doctor, ...]
    patient: tuple[_Patient, ...]
    product: tuple[_Product, ...]
    paper: tuple[_Paper, ...]
    draft: tuple[_Draft, ...]
    rental: tuple[RentalEntry, ...]
    piece: tuple[PieceEntry, ...]


class _Clock:
    """The moment that the paper at hand was made; a computer's own would make every sample another one."""

    def __init__(self, day: date) -> None:
        self.moment = datetime.combine(day, _NOON)

    def show(self, day: date) -> None:
        """Noon of a day."""
        self.moment = datetime.combine(day, _NOON)

    def __call__(self) -> datetime:
        return self.moment


def make(folder: Path, desk: Desk) -> None:
    """A whole sample store in an empty folder, as of `desk.today`. ValueError where a paper that is to be issued cannot
    be."""
    clock = _Clock(desk.today - _BEGAN)
    demo = _read()
    with open_book(folder, clock) as book:
        row = Store(**_row(demo.store))
        store.save(book, dataclasses.replace(row, sample=True))
        planned = {plan.key: plans.save(book, Plan(**_row(plan))).id for plan in demo.plan}
        known = {doctor.key: doctors.save(book, Doctor(**_row(doctor))).id for doctor in demo.doctor}
        sold = {product.key: products.save(book, Product(**_row(product))) for product in demo.product}
        people = {patient.key: _patient(book, desk.today, patient, planned, known) for patient in demo.patient}
        for paper in demo.paper:
            day = desk.today - timedelta(days=paper.days_ago)
            clock.show(day)
            _paper(book, dataclasses.replace(desk, today=day), paper, people[paper.patient], sold[paper.product])
        for rental in demo.rental:
            demo_rentals.begin(book, desk, rental, people, sold)
        for piece in demo.piece:
            demo_rentals.keep(book, piece, sold)
        for draft in demo.draft:
            drafts.keep(book, draft.key, draft.form)


def _read() -> _Demo:
    raw: dict[str, Any] = {}
    for name in files.resource_names("demo", ".toml"):
        raw |= border.from_toml(files.resource(name))
    return border.convert(raw, _Demo)


def _row(entry: Struct) -> dict[str, Any]:
    """The values of a row of the book; an address's in one."""
    values = msgspec.structs.asdict(entry)
    values.pop("key", None)
    if isinstance(entry, _Place):
        names = [field.name for field in dataclasses.fields(Address)]
        values["address"] = Address(**{name: values.pop(name) for name in names})
    return values


def _patient(book: Book, today: date, entry: _Patient, planned: Mapping[str, int], known: Mapping[str, int]) -> Whose:
    """The patient with a membership and an order, where there are such."""
    values = _row(entry)
    if entry.ordered_days_ago is not None:
        values["order_date"] = today - timedelta(days=entry.ordered_days_ago)
    own = {field.name: values[field.name] for field in dataclasses.fields(Patient) if field.name in values}
    patient = patients.save(book, Patient(**own))
    coverage = order = None
    if entry.plan is not None:
        asked = Coverage(
            patient_id=patient.id, plan_id=planned[entry.plan], member_id=entry.member_id, group=entry.group
        )
        coverage = patients.save_coverage(book, asked).id
    if entry.doctor is not None:
        said = {field.name: values[field.name] for field in dataclasses.fields(OrderRow) if field.name in values}
        order = patients.save_order(book, OrderRow(patient_id=patient.id, doctor_id=known[entry.doctor], **said)).id
    return Whose(patient.id, coverage, order)


def _paper(book: Book, desk: Desk, paper: _Paper, whose: Whose, product: Product) -> None:
    wire = parties.wire(book, whose)
    day = desk.today.isoformat()
    wire |= {"lines": [_line(day, paper, product, wire["diagnoses"])], "tax": "0.00", "payments": _payments(day, paper)}
    document = documents.begin(book, paper.kind, whose, Content(wire))
    if paper.state == "issued":
        _issue(book, desk, document)
    elif paper.state == "waiting":
        waiting.put(book, document.id, reviewing.reviewed(desk, wire))


def _issue(book: Book, desk: Desk, document: Document) -> None:
    issued = issuing.issue(book, desk, document.id)
    if not issued.done:
        raise ValueError(f"sample paper {document.id} is not issued: {issued.problem or issued.findings}")


def _line(day: str, paper: _Paper, product: Product, diagnoses: list[str]) -> dict[str, Any]:
    return {
        "from": day,
        "to": day,
        "pos": _AT_HOME,
        "code": paper.code,
        "modifiers": list(paper.modifiers),
        "units": paper.units,
        "charge": paper.charge,
        "pointers": [chr(ord("A") + place) for place in range(len(diagnoses))],
        "maker": product.maker,
        "model": product.model,
        "serial": paper.serial,
        "rental_month": paper.rental_month,
        "purchase_price": None,
        "narrative": None,
    }


def _payments(day: str, paper: _Paper) -> list[dict[str, Any]]:
    if paper.paid is None:
        return []
    return [{"on": day, "method": paper.method, "amount": paper.paid, "reference": None}]
