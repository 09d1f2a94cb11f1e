"""Widgets side by side, in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.parts import theme


class Columns(QWidget):
    """The widgets, row after row. A column is at least `least` pixels wide at 100 %; `shares` are their widths."""

    def __init__(self, widgets: Sequence[QWidget], least: int, *, gap: int = 4, shares: Sequence[int] = ()) -> None:
        super().__init__()
        self._widgets = list(widgets)
        self._least = least
        self._shares = shares
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(gap))
        self._place(max(len(self._widgets), 1))

    def begin_with(self, widget: QWidget) -> None:
        """One more, before the others."""
        self._widgets.insert(0, widget)
        self._across = 0
        self._place(self._fitting(self.width()))

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Other widgets in their place; the ones before are let go of."""
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = list(widgets)
        self._across = 0
        self._place(self._fitting(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """More or fewer columns."""
        super().resizeEvent(event)
        self._place(self._fitting(event.size().width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As wide as its widest widget alone."""
        widest = max((widget.minimumSizeHint().width() for widget in self._widgets), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _fitting(self, width: int) -> int:
        return max(1, min(len(self._widgets), width // self._least))

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        for column in range(max(self._across, across)):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for number, widget in enumerate(self._widgets):
            row, column = divmod(number, across)
            self._grid.addWidget(widget, row, column)
        for column in range(across):
            share = self._shares[column] if across > 1 and column < len(self._shares) else 1
            self._grid.setColumnStretch(column, share)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(1)
