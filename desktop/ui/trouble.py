"""What stands in the window when the book cannot be opened, and the last-resort error window. No patient in either."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.problems import unexpected
from desktop.ui.page import Page
from desktop.ui.parts.buttons import primary
from desktop.ui.parts.empty import Empty


class TroublePage(Page):
    """A sentence on what keeps the store from opening, and another try."""

    def __init__(self, sentence: str, again: Callable[[], object]) -> None:
        super().__init__()
        self._again = primary(self.tr("Try again"), again)
        self.column.addWidget(Empty("warn", self.tr("The store does not open"), sentence, self._again), 1)

    def shown(self) -> None:
        """Enter tries again."""
        self._again.setFocus()


def last_resort(window: QWidget | None, error: BaseException) -> QMessageBox:
    """A window on a problem that nobody foresaw: its kind and place, and that what was typed is kept."""
    box = QMessageBox(window)
    box.setWindowTitle("Oxydesk")
    box.setText(unexpected(error))
    box.setInformativeText(
        box.tr("What you typed is kept. You can go on; if it happens again, close Oxydesk and open it.")
    )
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
