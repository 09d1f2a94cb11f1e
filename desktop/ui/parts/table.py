"""A table for the keyboard: arrows move, Enter opens the row, Tab leaves. Columns say how they show a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.ui.parts import theme

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its heading, what it shows of a row, and how. `width` in pixels at 100 %, None for what is left."""

    title: str
    shows: Callable[[T], str]
    width: int | None = None
    code: bool = False
    right: bool = False
    tone: Callable[[T], str] | None = None  # a color's token


class Rows(QAbstractTableModel, Generic[T]):
    """Rows that were read, as the columns show them."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[T] = ()
        self._code_face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._code_face.setPixelSize(theme.sizes().body)
        self._code_face.setWeight(QFont.Weight.DemiBold)

    def put(self, rows: Sequence[T]) -> None:
        """Other rows in their place."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and manner
        """How many rows."""
        return len(self.rows)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and manner
        """How many columns."""
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802 -- Qt's name
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(self.columns[section])
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        """What a cell shows."""
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return column.shows(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.FontRole and column.code:
            return self._code_face
        if role == Qt.ItemDataRole.ForegroundRole and column.tone and column.tone(row):
            return theme.color(column.tone(row))
        return None

    def _side(self, column: Column[T]) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView, Generic[T]):
    """A table of rows. `opened` tells the row of an Enter or a double click, `picked` the one that is stood on."""

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[T]], rows: Rows[T] | None = None) -> None:
        """`name` is what the table is called for a screen reader; `rows` are its own where they are read by and by."""
        super().__init__()
        self.rows: Rows[T] = rows or Rows(columns)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        for place, column in enumerate(columns):
            if column.width is None:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(place, column.width)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.rows[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def put(self, rows: Sequence[T], *, first: bool = False) -> None:
        """Shows other rows; with `first`, the first is chosen."""
        self.rows.put(rows)
        if first and rows:
            self.selectRow(0)

    @property
    def row(self) -> T | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens; the rest is Qt's."""
        row = self.row
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 -- Qt's name
        """Whoever comes by Tab stands on the first row."""
        super().focusInEvent(event)
        if self.rows.rows and not self.currentIndex().isValid():
            self.selectRow(0)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.rows.rows):
            self.picked.emit(self.rows.rows[now.row()])
