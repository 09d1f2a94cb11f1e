"""The title of the finder, and the ways through its questions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, quiet_button
from desktop.ui.parts.words import heading


class Head(QWidget):
    """One step back, one forward again, and over from the start."""

    back = Signal()
    forward = Signal()
    anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = icon_button(self.tr("One step back (Esc)"), "back", self.back.emit)
        self._forward = icon_button(self.tr("One step forward (Alt+Right)"), "next", self.forward.emit)
        self._anew = quiet_button(self.tr("Start over"), self.anew.emit)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.space(1))
        across.addWidget(heading(self.tr("Code finder")), 1)
        for button in (self._back, self._forward, self._anew):
            across.addWidget(button)

    def allow(self, *, back: bool, forward: bool, anew: bool) -> None:
        """Which of them lead somewhere."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)
        self._anew.setEnabled(anew)
