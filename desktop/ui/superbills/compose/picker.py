"""A field that searches while it is typed in, with what was found below it: arrows move, Enter takes, Esc closes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout

from desktop.ui.parts.labelled import Labelled

_MOST_ROWS = 7
_ROW = 30


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that was found: its words, and what it stands for."""

    words: str
    value: Any


class Picker(Labelled):
    """Asks `find` at every key; `picked` hands over the value of what was taken."""

    picked = Signal(object)
    opened = Signal()

    def __init__(
        self, label: str, find: Callable[[str], Sequence[Option]], *, hint: str = "", placeholder: str = ""
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(label, self.edit, hint=hint)
        self.edit.setPlaceholderText(placeholder)
        self._find = find
        self._options: Sequence[Option] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found: {name}").format(name=self.edit.accessibleName()))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _item: self.take())
        self.list.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 -- Labelled lays its parts out so
        column.insertWidget(2, self.list)
        self.edit.textEdited.connect(lambda _text: self.look())
        self.edit.returnPressed.connect(self.take)
        self.edit.installEventFilter(self)

    def look(self) -> None:
        """Shows what is found now."""
        self._options = self._find(self.edit.text())
        self.list.clear()
        self.list.addItems([option.words for option in self._options])
        for place, option in enumerate(self._options):
            self.list.item(place).setToolTip(option.words)
        rows = min(len(self._options), _MOST_ROWS)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * self._row_height() + 6)
        if rows:
            self.list.setCurrentRow(0)
            self.opened.emit()

    def close_list(self) -> bool:
        """Hides what was found; whether it was there."""
        there = self.list.isVisible()
        self.list.hide()
        self._options = ()
        return there

    def take(self) -> None:
        """Takes what is chosen; with nothing found or typed, goes on to the next field."""
        row = self.list.currentRow()
        if not self._options and self.edit.text().strip():
            self.look()
            row = 0
        if not self._options:
            self.focusNextChild()
            return
        value = self._options[max(row, 0)].value
        self.close_list()
        self.edit.clear()
        self.picked.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Arrows move in the list, Down opens it; it goes when the field is left."""
        if watched is self.edit and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        if watched is self.edit and event.type() is QEvent.Type.FocusOut:
            self.close_list()
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        if not self.list.isVisible():
            self.look()
            return
        row = max(0, min(self.list.currentRow() + step, len(self._options) - 1))
        self.list.setCurrentRow(row)
        self.edit.setAccessibleDescription(self._options[row].words)

    def _row_height(self) -> int:
        return max(_ROW, QFontMetrics(self.list.font()).height() + 8)
