"""A row of what was sold: whether it came back, how many, and what is given back for it."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import entry, money
from desktop.core.wrong import Wrong
from desktop.ui.parts import theme
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Field, tick
from desktop.ui.parts.words import Words


class BackRow(QWidget):
    """A line of the original (with `units`) or a charge without a code. `typed` is what stands in it, to be kept."""

    edited = Signal()

    def __init__(self, said: str, code: str, units: int | None) -> None:
        """`said` is what was sold, `code` its code and modifiers, `units` how many of it."""
        super().__init__()
        self._has_units = units is not None
        say = QCoreApplication.translate
        self.box = tick(said)
        self.units = Field(say("CreditLines", "How many came back, of {count}").format(count=units or 1), reads=_units)
        self.amount = Field(
            say("CreditLines", "Given back in dollars"),
            reads=lambda text: entry.money(text, negative=not self._has_units),
            hint=say("CreditLines", "Empty: their share of the price."),
        )
        self._fields = FieldGrid((self.units, self.amount)) if self._has_units else FieldGrid(self.amount)
        self.units.put(str(units or ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.box)
        if code:
            column.addWidget(Words(code, "code", wraps=False))
        column.addWidget(self._fields)
        for field in (self.units, self.amount):
            field.control.setAccessibleName(f"{said}: {field.label.text()}")
            field.edited.connect(self.edited)
        self.box.toggled.connect(self._ticked)
        self._fields.hide()

    @property
    def came_back(self) -> bool:
        """Whether it came back."""
        return self.box.isChecked()

    @property
    def count(self) -> int:
        """How many came back; 0 where what was typed is no number."""
        return int(self.units.value or 0)

    @property
    def wire(self) -> str | None:
        """What is given back as a request says it; None: their share."""
        value = self.amount.value
        return None if value is None else money.plain(value)

    @property
    def typed(self) -> dict[str, Any]:
        """What stands in it."""
        return {"back": self.came_back, "units": self.units.text, "amount": self.amount.text}

    def put(self, typed: dict[str, Any]) -> None:
        """Puts in what was kept."""
        self.units.put(str(typed.get("units", "")))
        self.amount.put(str(typed.get("amount", "")))
        self.box.setChecked(bool(typed.get("back")))

    def stand_in(self, name: str) -> None:
        """Stands in the field of that name: `units`, `amount`, else the tick."""
        control = {"units": self.units.control, "amount": self.amount.control}.get(name, self.box)
        control.setFocus()

    def _ticked(self, came_back: bool) -> None:  # noqa: FBT001 -- a signal's value
        self._fields.setVisible(came_back)
        self.edited.emit()


def _units(text: str) -> int | Wrong | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        return Wrong(QCoreApplication.translate("CreditLines", "type how many came back, like 1"))
    return int(text[:9])
