"""What stands in the window when the book cannot be opened. No patient in it."""

from collections.abc import Callable

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
