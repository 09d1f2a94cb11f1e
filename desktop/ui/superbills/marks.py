"""A table whose rows can be marked: Space marks, Shift with an arrow marks as it goes, Ctrl+A marks all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from db.book.rows import Document
from desktop.ui.parts.table import Column, Table

_MARK = "✓"
_SIGN_WIDTH = 34


class MarkTable(Table[Document]):
    """Papers that can be marked by their ids. `marked` tells that a mark was set or taken away."""

    marks_changed = Signal()
    asked_to_drop = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[Document]]) -> None:
        """`name` is what the table is called for a screen reader."""
        self.marked: set[int] = set()
        sign: Column[Document] = Column(_MARK, self._sign, _SIGN_WIDTH)
        super().__init__(name, [sign, *columns])

    def put(self, rows: Sequence[Document], *, first: bool = False) -> None:
        """Other rows; who stood on one stands on it again, else on the first. Marks of what is gone are gone."""
        before = self.row
        self.marked &= {row.id for row in rows}
        super().put(rows, first=first)
        if rows:
            same = (place for place, row in enumerate(rows) if before is not None and row.id == before.id)
            self.selectRow(next(same, 0))
        self.marks_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Marks; the rest is the table's."""
        row, key = self.row, event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if row is not None and key == Qt.Key.Key_Space:
            self._mark({row.id} ^ self.marked)
        elif row is not None and shift and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark({row.id for row in self.rows.rows})
        elif row is not None and key == Qt.Key.Key_Delete:
            self.asked_to_drop.emit(row)
        else:
            super().keyPressEvent(event)

    def clear_marks(self) -> None:
        """Nothing is marked any more."""
        self._mark(set())

    def _sign(self, document: Document) -> str:
        return _MARK if document.id in self.marked else ""

    def _go(self, rows: int) -> None:
        place = self.currentIndex().row()
        there = max(0, min(place + rows, len(self.rows.rows) - 1))
        self._mark(self.marked | {self.rows.rows[place].id, self.rows.rows[there].id})
        self.selectRow(there)

    def _mark(self, marked: set[int]) -> None:
        self.marked = marked
        self.viewport().update()
        self.marks_changed.emit()
