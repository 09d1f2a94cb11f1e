"""Two parts beside each other where there is room, the first scrolling alone; else below each other, all scrolling."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.scrolled import scroll_inside

_BESIDE_FROM = 760
_LOW = 300  # the least height of the second part where it stands below


class Beside(QWidget):
    """`first` keeps to its width, `second` takes the rest; `above` stands over both."""

    def __init__(self, above: QWidget, first: QWidget, second: QWidget, first_width: int = 320) -> None:
        super().__init__()
        self._above, self._first, self._second = above, first, second
        self._alone = QScrollArea()
        alone = scroll_inside(self._alone)
        self._alone.setFixedWidth(first_width)
        self._whole = QScrollArea()
        inside = scroll_inside(self._whole)
        self._below = QVBoxLayout(inside)
        self._below.setContentsMargins(0, 0, theme.space(1), 0)
        self._below.setSpacing(theme.space(4))
        self._across = QHBoxLayout()
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.space(4))
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(theme.space(3))
        self._down.addLayout(self._across, 1)
        self._across.addWidget(self._alone)
        self._across.addWidget(self._whole, 1)
        self._column = QVBoxLayout(alone)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        self._wide: bool | None = None
        self._lay(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Below each other where it gets narrow, and back."""
        super().resizeEvent(event)
        self._lay(wide=event.size().width() >= _BESIDE_FROM)

    def _lay(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        focus = QApplication.focusWidget()
        if wide:
            self._down.insertWidget(0, self._above)
            self._column.insertWidget(0, self._first, 0, Qt.AlignmentFlag.AlignTop)
            self._across.addWidget(self._second, 1)
        else:
            self._below.addWidget(self._above)
            self._below.addWidget(self._first)
            self._below.addWidget(self._second, 1)
        self._second.setMinimumHeight(0 if wide else _LOW)
        self._alone.setVisible(wide)
        self._whole.setVisible(not wide)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()  # what gets another parent lets go of it


def clear(layout: QLayout) -> None:
    """Takes all widgets out of a layout and lets go of them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
