"""Our own drawings, in whatever color and size they are painted, at every scale of the screen.

An icon asks for its color when it is painted, so that it follows the theme.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from desktop import files
from desktop.ui.parts import theme

SIZE = 20


def icon(name: str, color: str = "ink2") -> QIcon:
    """A drawing of `resources/icons` in a token's color; `on` (a chosen rail button) in the accent."""
    return QIcon(_Drawn(name, color))


def program_icon() -> QIcon:
    """The program's own icon, in its own colors."""
    return QIcon(_Drawn("oxydesk", ""))


class Drawing(QLabel):
    """A drawing beside words that say the same: it has no name of its own."""

    def __init__(self, name: str, color: str = "ink2", size: int = SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(name, color)
        self.setFixedSize(size, size)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """It needs no more than it has."""
        return self.size()

    def show_drawing(self, name: str, color: str) -> None:
        """Another drawing in its place."""
        self._icon = icon(name, color)
        self.update()

    def paintEvent(self, _event: object) -> None:  # noqa: N802 -- Qt's name
        """Paints it in the theme's color of now."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


class _Drawn(QIconEngine):
    """Paints an SVG in the color that its token has now."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """The drawing, filling the rectangle."""
        _renderer(self._name, self._now(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing on nothing."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        """A second one of the same."""
        return _Drawn(self._name, self._color)

    def _now(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if not self._color:
            return ""
        if mode is QIcon.Mode.Disabled:
            return theme.colors().edge
        if state is QIcon.State.On:
            return theme.colors().accent
        return str(getattr(theme.colors(), self._color))


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = files.resource(f"icons/{name}.svg").decode("utf-8").replace("currentColor", color)
    return QSvgRenderer(QByteArray(drawing.encode("utf-8")))
