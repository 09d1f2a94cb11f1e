"""What the store sells and rents: with a product of the list a superbill needs only its serial."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rows import Product
from desktop.core import entry
from desktop.core.coding_rules import When
from desktop.desk import Desk
from desktop.operations import products
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice, Field, tick
from desktop.ui.parts.table import Column
from desktop.ui.parts.typed_form import YES
from desktop.ui.parts.words import Card
from desktop.ui.settings.list_spec import ListSpec, ListWords, RowForm


class ProductForm(RowForm):
    """A product."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._maker = Field(self.tr("Ma&ker"), reads=entry.name)
        self._model = Field(self.tr("M&odel"))
        self._description = Field(self.tr("What it is, in a line"), hint=self.tr("If it has no maker and model."))
        self._item = Choice(self.tr("What it is at the counter"), item_choices(desk))
        self._ports = Choice(self.tr("Outlets for tubing"), [("1", self.tr("One")), ("2", self.tr("Two"))])
        self._all_day = tick(self.tr("One device for day and night, at home and away"))
        self._portable = tick(self.tr("Light and small enough for the code's definition of portable"))
        self._new = Field(self.tr("Price new"), reads=entry.money, hint=self.tr("In dollars."))
        self._used = Field(self.tr("Price used"), reads=entry.money)
        self._rent = Field(self.tr("A month's rent"), reads=entry.money)
        self.hold(
            maker=self._maker,
            model=self._model,
            item=self._item,
            description=self._description,
            ports=self._ports,
            runs_all_day=self._all_day,
            portable_definition_met=self._portable,
            price_new=self._new,
            price_used=self._used,
            rent=self._rent,
        )
        what = Card(self.tr("The product"))
        what.inside.addWidget(FieldGrid((self._maker, self._model), (self._item, self._description)))
        for widget in (self._ports, self._all_day, self._portable):
            what.inside.addWidget(widget)
        prices = Card(self.tr("Prices"))
        prices.inside.addWidget(FieldGrid((self._new, self._used, self._rent)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(what)
        column.addWidget(prices)
        column.addStretch()
        self.changed()

    def changed(self) -> None:
        """Of a product only that is asked on which its code depends."""
        asked = [choice.when for choice in self._desk.rules.coding.items[self._item.value].choices]
        self._ports.setVisible(any(when.ports is not None for when in asked))
        self._all_day.setVisible(any(when.runs_all_day is not None for when in asked))
        self._portable.setVisible(_asks_portable(asked))

    def first_wrong(self) -> QWidget | None:
        """As every form; a product without any name is wrong, too."""
        nameless = not (self._maker.text or self._model.text or self._description.text)
        wrong = super().first_wrong()
        if nameless:
            self._maker.say(self.tr("Type the maker and model, or what it is in a line."))
        return self._maker if nameless else wrong

    def texts_of(self, row: Product) -> Mapping[str, str]:
        """What the fields show of a product."""
        return {
            "maker": row.maker or "",
            "model": row.model or "",
            "item": row.item,
            "description": row.description or "",
            "ports": str(row.ports),
            "runs_all_day": YES if row.runs_all_day else "",
            "portable_definition_met": YES if row.portable_definition_met else "",
            "price_new": dollars(row.price_new),
            "price_used": dollars(row.price_used),
            "rent": dollars(row.rent),
        }

    def gathered(self, before: Product) -> Product:
        """The product with what stands in the fields."""
        return replace(
            before,
            maker=self._maker.value,
            model=self._model.value,
            item=self._item.value,
            description=self._description.value,
            ports=int(self._ports.value),
            runs_all_day=self._all_day.isChecked(),
            portable_definition_met=self._portable.isChecked(),
            price_new=self._new.value,
            price_used=self._used.value,
            rent=self._rent.value,
        )


def item_choices(desk: Desk) -> list[tuple[str, str]]:
    """The items of the finder in the counter's words."""
    return [(item.id, f"{item.words[:1].upper()}{item.words[1:]}") for item in desk.rules.coding.items.values()]


def dollars(amount: Decimal | None) -> str:
    """2,495.00, nothing for None."""
    return "" if amount is None else f"{amount:,.2f}"


def product_list(desk: Desk) -> ListSpec:
    """Products as a part of the settings."""
    say = QCoreApplication.translate
    items = desk.rules.coding.items
    return ListSpec(
        "products",
        products,
        [
            Column(say("Products", "Product"), lambda product: product.name),
            Column(say("Products", "What it is"), lambda product: items[product.item].words, 200),
            Column(say("Products", "New"), lambda product: dollars(product.price_new), 84, right=True),
            Column(say("Products", "Used"), lambda product: dollars(product.price_used), 84, right=True),
            Column(say("Products", "Month"), lambda product: dollars(product.rent), 84, right=True),
        ],
        lambda: ProductForm(desk),
        Product,
        ListWords(
            new=say("Products", "New pro&duct"),
            find=say("Products", "Find a product"),
            list=say("Products", "Products"),
            nothing=say("Products", "No products yet"),
            why=say("Products", "What you sell and rent. With it on the list, a superbill needs only the serial."),
            delete=say("Products", "Delete this product"),
        ),
    )


def _asks_portable(asked: list[When]) -> bool:
    return any(when.portable_definition_met is not None for when in asked)
