"""Forms that were left half-made, a line each, above the list they belong to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.parts.buttons import quiet_button

_MOST = 3
_LONGEST = 34  # letters that have room in a narrow list

Lines = Sequence[tuple[str, Callable[[], object]]]


class HalfMade(QWidget):
    """Nothing where nothing is half-made. A line's words, and what goes on with it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: list[str] = []

    def put(self, lines: Lines) -> None:
        """Shows the first few."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, then in lines[:_MOST]:
            shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
            button = quiet_button(shown.replace("&", "&&"), then, drawing="edit")
            button.setAccessibleName(words)
            button.setToolTip(words)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(lines))
