"""The superbills of this month's rentals as a table in which some are taken, some left out, and some are paid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.parts.table import Column, Table

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.rental_run import Bill, Paid

MARK = "✓"


@dataclass
class Marks:
    """What is to become of each bill: which are issued, and how each was paid."""

    taken: set[str] = field(default_factory=set)
    paid: dict[str, "Paid"] = field(default_factory=dict)


class BillTable(Table["Bill"]):
    """The bills; Space takes or leaves one, P marks it as paid or not, Ctrl+A takes all."""

    marked = Signal()

    def __init__(
        self, name: str, columns: Sequence[Column["Bill"]], marks: Marks, pay: Callable[["Bill"], None]
    ) -> None:
        super().__init__(name, columns)
        self._marks = marks
        self._pay = pay

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Marks; the rest is the table's."""
        row, key = self.row, event.key()
        if row is not None and row.aside is None and key == Qt.Key.Key_Space:
            self._marks.taken ^= {row.key}
        elif row is not None and row.aside is None and key == Qt.Key.Key_P:
            self._pay(row)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            every = {bill.key for bill in self.rows.rows if bill.aside is None}
            self._marks.taken = set() if every <= self._marks.taken else every
        else:
            super().keyPressEvent(event)
            return
        self.viewport().update()
        self.marked.emit()
