"""Rows of the Counter: what was found, and what is to be done. Arrows choose, Enter does what the row says.

Painted, not built of widgets, so that a list of forty is there within a key's time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.ui.parts import theme
from desktop.ui.parts.icons import icon

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DRAWING = 18
_VCENTER = Qt.AlignmentFlag.AlignVCenter
_EDGE = 2  # of a list that grows, as the style sheet has it
_SIDE_SHARE = 0.45  # the most of a row that its right end takes


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or (without `then`) the heading of those below it.

    `code` is monospaced and comes first; `second` is the quiet line below; `side` stands at the right end, in the color
    of the token `tone`, with the drawing of that name. `does` says what Enter does, `also` is what Ctrl+Enter does.
    """

    words: str
    second: str = ""
    code: str = ""
    drawing: str = ""
    side: str = ""
    tone: str = ""
    does: str = ""
    then: Callable[[], object] | None = None
    also: Callable[[], object] | None = None

    @property
    def said(self) -> str:
        """All of it for a screen reader."""
        return ". ".join(part for part in (self.code, self.words, self.second, self.side, self.does) if part)


class Rows(QAbstractListModel):
    """The rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def put(self, rows: Sequence[Row]) -> None:
        """Other rows in their place."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and manner
        """How many."""
        return len(self.rows)

    def data(self, index: _Index, role: int = 0) -> Any:
        """What a screen reader says, and what is cut off where there is no room."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.said
        if role == Qt.ItemDataRole.ToolTipRole and row.then is not None:
            return "\n".join(part for part in (f"{row.code} {row.words}".strip(), row.second, row.side) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if self.rows[index.row()].then is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowList(QListView):
    """A list of rows. `above` is told when the arrow goes up from the first one; `stood_on` tells the chosen row."""

    above = Signal()
    stood_on = Signal(object)

    def __init__(self, name: str, *, grows: bool = False) -> None:
        """`name` is for a screen reader. One that `grows` is as high as its rows, and the page scrolls instead."""
        super().__init__()
        self.rows = Rows()
        self.driven = False  # whether another widget has the keyboard and chooses here
        self._grows = grows
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumSize(1, 1)
        if grows:
            self.setProperty("kind", "plain")
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._open(self.rows.rows[index.row()].then))
        self.selectionModel().currentChanged.connect(lambda index, _before: self.stood_on.emit(self._at(index.row())))

    def put(self, rows: Sequence[Row], *, first: bool = False) -> None:
        """Shows other rows; with `first`, the first that can be is chosen."""
        self.rows.put(rows)
        if self._grows:
            heights = (self.sizeHintForRow(number) for number in range(len(rows)))
            self.setFixedHeight(sum(heights) + 2 * _EDGE)
        if first:
            self.step(1)

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return self._at(self.currentIndex().row())

    def step(self, by: int) -> bool:
        """Goes so many rows on, leaving headings out; whether there was one."""
        places = [place for place, row in enumerate(self.rows.rows) if row.then is not None]
        here = self.currentIndex().row()
        now = places.index(here) if here in places else (-1 if by > 0 else len(places))
        wanted = max(min(now + by, len(places) - 1), 0)
        if not places or wanted == now:
            return False
        self.setCurrentIndex(self.rows.index(places[wanted]))
        if wanted == 0:
            self.scrollToTop()
        return True

    def open(self, *, also: bool = False) -> bool:
        """Does what the chosen row says; whether there is one."""
        row = self.row
        return row is not None and self._open(row.also if also else row.then)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Arrows choose, Enter does; up from the first row leaves."""
        key = event.key()
        if key in _ENTER:
            self.open(also=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self.step(1 if key == Qt.Key.Key_Down else -1) and key == Qt.Key.Key_Up:
                self.above.emit()
        else:
            super().keyPressEvent(event)

    def keep_in_sight(self, area: QScrollArea) -> None:
        """Scrolls the area that the list lies in, so that the chosen row is seen."""
        self.stood_on.connect(lambda _row: self._show_row(area))

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 -- Qt's name
        """Whoever comes by Tab stands on the first row."""
        super().focusInEvent(event)
        if self.row is None:
            self.step(1)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802 -- Qt's name
        """Nothing looks chosen any more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """It can be as small as one row."""
        return QSize(80, 40)

    def _show_row(self, area: QScrollArea) -> None:
        content = area.widget()
        if self.hasFocus() and self.row is not None and content is not None:
            place = self.visualRect(self.currentIndex())
            at = self.viewport().mapTo(content, place.center())
            area.ensureVisible(at.x(), at.y(), 0, place.height())

    def _at(self, place: int) -> Row | None:
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def _open(self, then: Callable[[], object] | None) -> bool:
        if then is None:
            return False
        then()
        return True


class _Painter(QStyledItemDelegate):
    """Paints a row in the theme's colors of now."""

    def __init__(self, of: RowList) -> None:
        super().__init__(of)
        self._list = of

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 -- Qt's name
        """One line or two; a heading is low."""
        row = self._list.rows.rows[index.row()]
        line = QFontMetrics(_face(theme.sizes().body)).height()
        small = QFontMetrics(_face(theme.sizes().small)).height()
        if row.then is None:
            return QSize(60, small + theme.space(3))
        return QSize(60, line + theme.space(4) + (small if row.second else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The drawing, the code, the words, the second line, and what stands at the right end."""
        row = self._list.rows.rows[index.row()]
        painter.save()
        place = QRect(option.rect)
        if row.then is None:
            self._heading(painter, place, row)
        else:
            state = option.state
            chosen = bool(state & QStyle.StateFlag.State_Selected) and (self._list.driven or self._list.hasFocus())
            self._row(painter, place, row, chosen=chosen, under=bool(state & QStyle.StateFlag.State_MouseOver))
        painter.restore()

    def _heading(self, painter: QPainter, place: QRect, row: Row) -> None:
        painter.setFont(_face(theme.sizes().small, bold=True))
        painter.setPen(theme.color("ink2"))
        left = place.adjusted(theme.space(3), theme.space(2), -theme.space(3), 0)
        painter.drawText(left, _VCENTER, painter.fontMetrics().elidedText(row.words, _RIGHT, left.width()))

    def _row(self, painter: QPainter, place: QRect, row: Row, *, chosen: bool, under: bool) -> None:
        if chosen or under:
            painter.fillRect(place, theme.color("accent" if chosen else "canvas"))
        inside = place.adjusted(theme.space(3), theme.space(2), -theme.space(3), -theme.space(2))
        color = theme.color("on_accent") if chosen else None
        if row.drawing:
            tinted = icon(row.drawing, "on_accent" if chosen else (row.tone if not row.side else "") or "ink2")
            top = inside.top() + max((QFontMetrics(_face(theme.sizes().body)).height() - _DRAWING) // 2, 0)
            tinted.paint(painter, QRect(inside.left(), top, _DRAWING, _DRAWING))
        inside.setLeft(inside.left() + _DRAWING + theme.space(3))
        inside.setRight(inside.right() - self._side(painter, inside, row, color, chosen=chosen))
        self._texts(painter, inside, row, color)

    def _side(self, painter: QPainter, inside: QRect, row: Row, color: QColor | None, *, chosen: bool) -> int:
        """What stands at the right end; how much room it took."""
        text = row.does if chosen and row.does else row.side
        if not text:
            return 0
        painter.setFont(_face(theme.sizes().small, bold=bool(row.tone)))
        painter.setPen(color or theme.color(row.tone or "ink2"))
        width = min(painter.fontMetrics().horizontalAdvance(text) + 1, int(inside.width() * _SIDE_SHARE))
        place = QRect(inside.right() - width, inside.top(), width + 1, inside.height())
        painter.drawText(place, _VCENTER | Qt.AlignmentFlag.AlignRight, _cut(painter, text, width + 1))
        taken = width + theme.space(3)
        if row.tone and text == row.side:
            mark = QRect(place.left() - _DRAWING - theme.space(1), inside.center().y() - 7, 16, 16)
            icon(row.tone, "on_accent" if chosen else row.tone).paint(painter, mark)
            taken += _DRAWING + theme.space(1)
        return taken

    def _texts(self, painter: QPainter, inside: QRect, row: Row, color: QColor | None) -> None:
        first = QRect(inside)
        if row.second:
            painter.setFont(_face(theme.sizes().small))
            painter.setPen(color or theme.color("ink2"))
            small = painter.fontMetrics().height()
            below = QRect(inside.left(), inside.bottom() - small + 1, inside.width(), small)
            painter.drawText(below, _VCENTER, _cut(painter, row.second, below.width()))
            first.setBottom(below.top() - 1)
        painter.setPen(color or theme.color("ink"))
        if row.code:
            painter.setFont(_code_face())
            painter.drawText(first, _VCENTER, row.code)
            first.setLeft(first.left() + painter.fontMetrics().horizontalAdvance(row.code) + theme.space(3))
        painter.setFont(_face(theme.sizes().body))
        painter.drawText(first, _VCENTER, _cut(painter, row.words, first.width()))


_RIGHT = Qt.TextElideMode.ElideRight


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, _RIGHT, max(width, 0))


def _face(size: int, *, bold: bool = False) -> QFont:
    face = QFont()
    face.setPixelSize(size)
    if bold:
        face.setWeight(QFont.Weight.DemiBold)
    return face


def _code_face() -> QFont:
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPixelSize(theme.sizes().body)
    face.setWeight(QFont.Weight.DemiBold)
    return face
