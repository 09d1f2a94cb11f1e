"""What scrolls up and down where the window is too low for it; never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
    return inside
