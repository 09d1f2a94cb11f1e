"""The rentals of the sample store: counted back from the day on which it is made, so that something is always due."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from db.book.rental_rows import Piece, Rental, RentalEvent, RentalUnit
from db.book.rows import Product
from desktop.core import months
from desktop.desk import Desk
from desktop.operations import equipment_register, rental_beginning, rental_events, rental_papers, rentals
from desktop.operations.book import Book
from desktop.operations.documents import Whose
from desktop.operations.rental_papers import HAVE

_BILLS_FROM = timedelta(days=12)  # what began before was billed when the sample store had another program


class _Ago(Struct, forbid_unknown_fields=True):
    months: int = 0
    days: int = 0

    def before(self, today: date) -> date:
        """The day so many months and days before."""
        return months.add(today - timedelta(days=self.days), -self.months)


class _Unit(Struct, forbid_unknown_fields=True):
    code: str
    serial: str
    began: _Ago
    charge: Decimal
    product: str | None = None
    maker: str | None = None
    model: str | None = None
    purchase_price: Decimal | None = None


class _Event(Struct, forbid_unknown_fields=True):
    kind: str
    ago: _Ago
    words: str | None = None


class RentalEntry(Struct, forbid_unknown_fields=True):
    """A rental of the sample store."""

    patient: str
    number: str
    unit: tuple[_Unit, ...]
    event: tuple[_Event, ...] = ()
    coverage_group: int | None = None
    order_ends_in: int | None = None
    pays_by: str | None = None
    cap_months: int | None = None
    caps_at_price: bool = False
    converts_to_ownership: bool | None = None


class PieceEntry(Struct, forbid_unknown_fields=True):
    """A piece of equipment that nobody has."""

    product: str
    serial: str
    state: str
    place: str
    note: str | None = None


def begin(
    book: Book, desk: Desk, entry: RentalEntry, people: Mapping[str, Whose], sold: Mapping[str, Product]
) -> Rental:
    """Begins a rental of the sample, with all its papers there, and notes what happened to it."""
    rental = replace(
        rental_beginning.of_patient(book, people[entry.patient].patient_id or 0),
        number=entry.number,
        coverage_group=entry.coverage_group,
        order_ends=desk.today + timedelta(days=entry.order_ends_in) if entry.order_ends_in is not None else None,
        pays_by=entry.pays_by,
        bills_from=desk.today - _BILLS_FROM,
    )
    if entry.cap_months is not None or entry.caps_at_price:
        rental = replace(
            rental,
            cap_months=entry.cap_months,
            caps_at_price=entry.caps_at_price,
            converts_to_ownership=entry.converts_to_ownership,
        )
    units = tuple(_unit(desk, each, sold) for each in entry.unit)
    begun = rentals.begin(book, desk, rentals.Beginning(rental, units))
    for paper in rentals.show(book, desk, begun.id).papers[: None if entry.pays_by else -1]:
        rental_papers.save(book, desk, replace(paper, state=HAVE, on=units[0].unit.first_service))
    for happened in entry.event:
        kind = next(each for each in rental_events.kinds() if each.key == happened.kind)
        event = RentalEvent(
            rental_id=begun.id,
            on=happened.ago.before(desk.today),
            what=kind.what,
            why=kind.why,
            words=happened.words,
        )
        rental_events.record(book, desk, event)
    return begun


def keep(book: Book, entry: PieceEntry, sold: Mapping[str, Product]) -> Piece:
    """A piece that is in the store or in the shop."""
    product = sold[entry.product]
    return equipment_register.save(
        book,
        Piece(
            product_id=product.id,
            maker=product.maker,
            model=product.model,
            serial=entry.serial,
            state=entry.state,
            place=entry.place,
            note=entry.note,
        ),
    )


def _unit(desk: Desk, entry: _Unit, sold: Mapping[str, Product]) -> rentals.UnitGoingOut:
    product = sold[entry.product] if entry.product is not None else Product(maker=entry.maker, model=entry.model)
    return rentals.UnitGoingOut(
        RentalUnit(
            role=rental_beginning.role(desk, entry.code).value,
            code=entry.code,
            first_service=entry.began.before(desk.today),
            charge=entry.charge,
            purchase_price=entry.purchase_price,
        ),
        Piece(product_id=product.id or None, maker=product.maker, model=product.model, serial=entry.serial),
    )
