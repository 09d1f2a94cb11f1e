"""Places fields beside each other where there is room and below each other where there is not; and chips that flow."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QWidget

from desktop.ui.parts import theme

_TWO_FROM = 520  # pixels at 100 % from which two fields stand side by side


class FieldGrid(QWidget):
    """Fields in the order they are typed in. A tuple shares a row; its numbers, if any, say how widths are shared."""

    def __init__(self, *rows: QWidget | Sequence[QWidget], two_from: int = _TWO_FROM) -> None:
        super().__init__()
        self._two_from = two_from
        self._rows = [tuple(row) if isinstance(row, Sequence) else (row,) for row in rows]
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(3))
        self._place(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Goes to one column where it gets narrow, and back."""
        super().resizeEvent(event)
        self._place(wide=event.size().width() >= self._two_from)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As wide as its widest field alone."""
        widest = max(field.minimumSizeHint().width() for row in self._rows for field in row)
        return QSize(widest, super().minimumSizeHint().height())

    def _place(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        whole = 12
        line = 0
        for row in self._rows:
            for place, field in enumerate(row):
                span = whole // len(row) if wide else whole
                self._grid.addWidget(field, line, place * span if wide else 0, 1, span, Qt.AlignmentFlag.AlignTop)
                line += 0 if wide else 1
            line += 1 if wide else 0
        for column in range(whole):
            self._grid.setColumnStretch(column, 1)
        self.setMinimumWidth(1)


class Flow(QLayout):
    """Widgets one after the other, in as many lines as it takes: for chips and rows of buttons."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: Qt asks again and again while it lays out a page
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 -- Qt's name
        """Takes one more."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 -- Qt's name
        """The one at that place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 -- Qt's name
        """Gives one away."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """One of them needs another room."""
        self._heights.clear()
        super().invalidate()

    def clear(self) -> None:
        """Takes all away and lets go of them."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 -- Qt's name
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 -- Qt's name
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 -- Qt's name
        """How high the lines are at that width."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), moving=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 -- Qt's name
        """Places all."""
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """All in one line."""
        hints = [item.sizeHint() for item in self._seen()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 -- Qt's name
        """The widest alone."""
        size = QSize()
        for item in self._seen():
            size = size.expandedTo(item.minimumSize())
        return size

    def _seen(self) -> list[QLayoutItem]:
        """Those that are not hidden: a hidden one takes no room, and no gap either."""
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, moving: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for item in self._seen():
            hint = item.sizeHint()
            width = min(hint.width(), max(rect.width(), 1))
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, high = rect.x(), y + high + self._gap, 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if moving:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self._gap
            high = max(high, height)
        return y + high - rect.y()
