"""The fields of a unit of a rental: what it is, its serial number, since when it is there, what a month costs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import Piece, RentalUnit
from db.book.rows import Product
from desktop.core import entry, line_entry, money
from desktop.core.rental_history import Role
from desktop.desk import Desk
from desktop.operations import equipment_register, products
from desktop.operations.book import Book
from desktop.operations.rentals import UnitGoingOut
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field, tick
from desktop.ui.parts.typed_form import YES, TypedForm
from desktop.ui.parts.words import Card
from desktop.ui.rentals import words
from desktop.ui.superbills.compose.picker import Option, Picker

_FOUND = 12
_NO_CODE = ""
_AHEAD = timedelta(days=3660)  # a warranty's end lies years ahead


class UnitForm(TypedForm):
    """The home unit or the portable one; nothing of it is asked until it is said to be there."""

    def __init__(self, desk: Desk, book: Book, role: Role) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self._role = role
        self._unit = RentalUnit(role=role)
        self._piece = Piece()
        self._wants_price = False
        self._make_fields()
        self._parts = self._made_parts()
        card = Card(words.role_word(role))
        for widget in (self.there, *self._parts):
            card.inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.changed()

    @property
    def is_there(self) -> bool:
        """Whether the patient has such a unit."""
        return self.there.isChecked()

    def begin(self, going_out: UnitGoingOut | None) -> None:
        """A unit as it begins or stands in the book, to be filled in or changed; None: there is none (yet)."""
        self._unit = going_out.unit if going_out else RentalUnit(role=self._role)
        self._piece = going_out.piece if going_out else Piece()
        self.put(_texts(self._unit, self._piece, there=going_out is not None))
        self.there.setVisible(self._unit.id == 0)

    def gathered(self) -> UnitGoingOut:
        """The unit and its piece with what stands in the fields."""
        middle = self._middle.isChecked()
        unit = replace(
            self._unit,
            code=self._code.value,
            first_service=self._from.value,
            months_paid_before=(self._months.value or 0) if middle else 0,
            paid_before=self._paid.value if middle else None,
            useful_life_from=self._life.value if middle else None,
            warranty_labour_ends=self._warranty.value,
            high_flow=self._high_flow.isChecked(),
            charge=self._charge.value,
            purchase_price=self._price.value,
        )
        piece = replace(
            self._piece, maker=self._maker.value, model=self._model.value, serial=self._serial.value, unit_id=None
        )
        return UnitGoingOut(unit, piece)

    def wants_price(self, *, wanted: bool) -> None:
        """Whether the plan pays up to the purchase price."""
        self._price_part.setVisible(wanted and self.is_there)
        self._wants_price = wanted

    def first_wrong(self) -> QWidget | None:
        """As every form; a unit needs a code, too."""
        uncoded = self._code.value == _NO_CODE
        self._code.say(self.tr("Choose the code that is billed.") if uncoded else None)
        return self._code if uncoded else super().first_wrong()

    def changed(self) -> None:
        """What belongs to a unit that is there, or that came with months paid, is there only then."""
        for part in self._parts:
            part.setVisible(self.is_there)
        self._before.setVisible(self.is_there and self._middle.isChecked())
        self._price_part.setVisible(self.is_there and self._wants_price)

    def _make_fields(self) -> None:
        today = self._desk.today
        there = {Role.STATIONARY: self.tr("There is a home unit"), Role.PORTABLE: self.tr("There is a portable unit")}
        self.there = tick(there[self._role])
        self._product = Picker(self.tr("Product of your list"), self._products, placeholder=self.tr("Maker, model"))
        self._product.picked.connect(self._take_product)
        self._code = Choice(self.tr("Code"), self._codes())
        self._maker = Field(self.tr("Maker"), reads=entry.name)
        self._model = Field(self.tr("Model"))
        self._serial = Field(self.tr("Serial number"))
        self._serial.edit.setProperty("kind", "code")
        self._serial.edit.returnPressed.connect(self._serial.edit.focusNextChild)
        self._serial.left.connect(self._look_up)
        self._from = DayField(
            self.tr("Delivered by us on"), today, needed=self.tr("A unit needs the day on which it was delivered.")
        )
        self._charge = Field(self.tr("A month's rent"), reads=entry.money, hint=self.tr("In dollars."))
        self._warranty = DayField(
            self.tr("Warranty for labor ends"), today, ahead=_AHEAD, hint=self.tr("Last day, if there is one.")
        )
        self._high_flow = tick(self.tr("More than four liters a minute at rest or asleep"))
        self._middle = tick(self.tr("It came to us with months paid already"))
        self._months = Field(
            self.tr("Months paid before"), reads=line_entry.months, hint=self.tr("By the same plan, to another store.")
        )
        self._paid = Field(self.tr("Paid for them"), reads=entry.money, hint=self.tr("If the plan pays up to a price."))
        self._life = DayField(self.tr("The five years run from"), today, hint=self.tr("First delivery by the other."))
        self._price = Field(self.tr("Purchase price that the plan pays up to"), reads=entry.money)
        self.hold(
            there=self.there,
            code=self._code,
            maker=self._maker,
            model=self._model,
            serial=self._serial,
            first_service=self._from,
            charge=self._charge,
            warranty=self._warranty,
            high_flow=self._high_flow,
            middle=self._middle,
            months_before=self._months,
            paid_before=self._paid,
            life_from=self._life,
            price=self._price,
        )

    def _made_parts(self) -> Sequence[QWidget]:
        self._before = FieldGrid((self._months, self._paid, self._life))
        self._price_part = FieldGrid((self._price,))
        return (
            FieldGrid(
                (self._product, self._code), (self._serial, self._maker, self._model), (self._from, self._charge)
            ),
            self._price_part,
            self._middle,
            self._before,
            FieldGrid((self._warranty,)),
            self._high_flow,
        )

    def _codes(self) -> list[tuple[str, str]]:
        """The codes of such a unit, with the catalog's short words."""
        rules = self._desk.rules
        codes = sorted(code for code in rules.coding.groups[self._role] if code in rules.rental.codes)
        found = [(code, self._desk.catalogue.code(code)) for code in codes]
        named = [(code, f"{code}  {known.short or ''}".strip() if known else code) for code, known in found]
        return [(_NO_CODE, self.tr("Choose it …")), *named]

    def _products(self, text: str) -> Sequence[Option]:
        found = products.find(self._book, text, _FOUND)
        return [Option(product.name, product) for product in found if product.name]

    def _take_product(self, product: Product) -> None:
        self._piece = replace(self._piece, product_id=product.id)
        self._maker.put(product.maker)
        self._model.put(product.model)
        codes = (code for choice in self._desk.rules.coding.items[product.item].choices for code in choice.codes)
        self._code.put(next((code for code in codes if self._code.box.findData(code) >= 0), self._code.value))
        if product.rent is not None and not self._charge.text:
            self._charge.put(money.printed(product.rent))
        self._serial.setFocus()

    def _look_up(self) -> None:
        """What the register has under a serial number is taken from there."""
        held = equipment_register.by_serial(self._book, self._serial.text) if self._serial.text else None
        if held is None or held.piece.id == self._piece.id:
            return
        if held.patient_name is not None:
            self._serial.say(self.tr("It is with {patient}.").format(patient=held.patient_name), "warn")
            return
        self._piece = held.piece
        self._maker.put(held.piece.maker)
        self._model.put(held.piece.model)


def _texts(unit: RentalUnit, piece: Piece, *, there: bool) -> dict[str, str]:
    """What the fields show of a unit."""
    return {
        "there": YES if there else "",
        "code": unit.code,
        "maker": piece.maker or "",
        "model": piece.model or "",
        "serial": piece.serial or "",
        "first_service": written(unit.first_service),
        "charge": "" if unit.charge is None else money.printed(unit.charge),
        "warranty": written(unit.warranty_labour_ends),
        "high_flow": YES if unit.high_flow else "",
        "middle": YES if unit.months_paid_before else "",
        "months_before": str(unit.months_paid_before or ""),
        "paid_before": "" if unit.paid_before is None else money.printed(unit.paid_before),
        "life_from": written(unit.useful_life_from),
        "price": "" if unit.purchase_price is None else money.printed(unit.purchase_price),
    }
