"""What scrolls up and down where the window is too low for it; never sideways. It follows the focus."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

_ROOM_AROUND = 24


def scrolling(content: QWidget) -> QScrollArea:
    """The content, scrolled."""
    area = QScrollArea()
    scroll_inside(area, content)
    return area


def scroll_inside(area: QScrollArea, content: QWidget | None = None) -> QWidget:
    """Gives an area its manner and its content (an empty widget if there is none yet), which is returned."""
    inside = content or QWidget()
    inside.setProperty("kind", "content")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    _Follows(area)
    return inside


class _Follows(QObject):
    """Scrolls to what takes the focus in any way: Qt does so for Tab alone."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 -- there is no area without one
        app.focusChanged.connect(self._changed)

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._area):  # its page is going, and the focus with it
            return
        inside = self._area.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            # when it has its place; another area inside this one has scrolled to it then
            QTimer.singleShot(0, now, lambda: self._to(now))

    def _to(self, now: QWidget) -> None:
        if isValid(self._area):
            self._area.ensureWidgetVisible(now, 0, _ROOM_AROUND)
