"""What happened and what comes, a row each: its day, the words, and below them the rule with whoever says so.

Painted, as high as its rows; arrows go through it, the row that is chosen shows its rules whole, Enter opens what it is
about.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.core.band import Entry
from desktop.core.band_reasons import reasons
from desktop.core.band_words import PictureWords
from desktop.core.sources import Source
from desktop.ui.parts import theme

_Index = QModelIndex | QPersistentModelIndex
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.TextElideMode.ElideRight
_EDGE = 2  # of a list that grows, as the style sheet has it
_LEAST_WIDTH = 200
_BAR = 3  # the bar beside the row that is chosen
_NO_LIMIT = 10_000


class _Rows(QAbstractListModel):
    """The rows as a screen reader says them."""

    def __init__(self, sources: Mapping[str, Source], words: PictureWords) -> None:
        super().__init__()
        self._sources = sources
        self._words = words
        self.entries: Sequence[Entry] = ()

    def put(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and manner
        return len(self.entries)

    def data(self, index: _Index, role: int = 0) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _whole(self.reasons(entry))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = (line for lines in self.reasons(entry) for line in lines)
            return ". ".join(part.rstrip(".") for part in (entry.when, entry.said, *told))
        return None

    def reasons(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        """The lines of each rule behind a row."""
        return reasons(entry, self._sources, self._words)


class EntryList(QListView):
    """One of the two lists. `opened` tells the row of an Enter or a double click that leads somewhere."""

    opened = Signal(object)

    def __init__(self, name: str, sources: Mapping[str, Source], words: PictureWords) -> None:
        """`name` is for a screen reader."""
        super().__init__()
        self._rows = _Rows(sources, words)
        self._painter = _Painter(self._rows, self)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setProperty("kind", "plain")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(1, 1)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._fit())

    @property
    def entries(self) -> Sequence[Entry]:
        """The rows that are shown."""
        return self._rows.entries

    def put(self, entries: Sequence[Entry]) -> None:
        """Shows other rows."""
        self._rows.put(entries)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Words break anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter opens; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 -- Qt's name
        """Whoever comes by Tab stands on the first row."""
        super().focusInEvent(event)
        if self._rows.entries and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0))

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As high as its rows."""
        return QSize(_LEAST_WIDTH * 2, self.height())

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows.entries) and leads_on(self._rows.entries[row]):
            self.opened.emit(self._rows.entries[row])

    def _fit(self) -> None:
        width = max(self.viewport().width(), _LEAST_WIDTH)
        self._painter.lay_out(width, self.currentIndex().row())
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(self._painter.height + 2 * _EDGE)


def leads_on(entry: Entry) -> bool:
    """Whether there is something behind a row that can be opened."""
    return entry.event_id is not None or entry.due is not None or entry.document_id is not None


class _Painter(QStyledItemDelegate):
    """Paints the rows in the theme's colors of now: the first rule, cut where it has no room; in the row that is chosen
    all of them, whole."""

    def __init__(self, rows: _Rows, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self._rows = rows
        self._heights: list[int] = []
        self._day = 0  # the width of the days' column
        self._width = 0

    @property
    def height(self) -> int:
        """Of all rows."""
        return sum(self._heights)

    def lay_out(self, width: int, chosen: int) -> None:
        """Breaks all words in a width; the chosen row is as high as all its rules."""
        small = QFontMetrics(_face(theme.sizes().small))
        days = [small.horizontalAdvance(entry.when) for entry in self._rows.entries]
        self._day = max(days, default=0) + theme.space(4)
        self._width = width
        body = QFontMetrics(_face(theme.sizes().body))
        self._heights = [
            self._high(entry, body, small, whole=place == chosen) for place, entry in enumerate(self._rows.entries)
        ]

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 -- Qt's name
        """As high as its words."""
        row = index.row()
        return QSize(_LEAST_WIDTH, self._heights[row] if row < len(self._heights) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Day, words, and the rules below them."""
        painter.save()
        entry = self._rows.entries[index.row()]
        place = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, theme.color("note_ground"))
            if self._list.hasFocus():
                painter.fillRect(QRect(place.left(), place.top(), _BAR, place.height()), theme.color("accent"))
        inside = self._inside(place)
        painter.setFont(_face(theme.sizes().body))
        painter.setPen(theme.color("ink"))
        said = painter.drawText(inside, _WRAPS, entry.said)
        painter.setFont(_face(theme.sizes().small))
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRect(place.left() + theme.space(2), inside.top() + 1, self._day, inside.height()), entry.when)
        reasons = self._rows.reasons(entry)
        if reasons:
            below = inside.adjusted(0, said.height(), 0, 0)
            lines = reasons[0] if not chosen else ()
            cut = [painter.fontMetrics().elidedText(line, _RIGHT, below.width()) for line in lines]
            painter.drawText(below, _WRAPS, "\n".join(cut) if cut else _whole(reasons))
        painter.restore()

    def _high(self, entry: Entry, body: QFontMetrics, small: QFontMetrics, *, whole: bool) -> int:
        inside = self._inside(QRect(0, 0, self._width, _NO_LIMIT))
        words = body.boundingRect(inside, _WRAPS, entry.said).height()
        reasons = self._rows.reasons(entry)
        below = len(reasons[0]) * small.height() if reasons else 0
        if whole and reasons:
            below = small.boundingRect(inside, _WRAPS, _whole(reasons)).height()
        return words + below + theme.space(3)

    def _inside(self, place: QRect) -> QRect:
        return place.adjusted(theme.space(2) + self._day, theme.space(1), -theme.space(2), -theme.space(2))


def _whole(reasons: Iterable[Sequence[str]]) -> str:
    return "\n".join(line for lines in reasons for line in lines)


def _face(size: int) -> QFont:
    face = QFont()
    face.setPixelSize(size)
    return face
