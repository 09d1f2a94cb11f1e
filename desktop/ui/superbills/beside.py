"""Two parts beside each other where there is room, else one below the other, and the whole scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.scrolled import scroll_inside

_BESIDE_FROM = 760
_LOW = 300  # the least height of the second part where it stands below


class Beside(QScrollArea):
    """`first` keeps to its width, `second` takes the rest."""

    def __init__(self, first: QWidget, second: QWidget, first_width: int = 320) -> None:
        super().__init__()
        self._first, self._second, self._width = first, second, first_width
        inside = scroll_inside(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._box.setContentsMargins(0, 0, theme.space(1), 0)
        self._box.setSpacing(theme.space(4))
        self._box.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(second, 1)
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
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._box.setAlignment(self._first, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
        self._first.setMaximumWidth(self._width if wide else 16_777_215)
        self._first.setMinimumWidth(self._width if wide else 0)
        self._second.setMinimumHeight(0 if wide else _LOW)
