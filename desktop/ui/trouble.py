"""What stands in the window when the book cannot be opened. No patient in it."""

from collections.abc import Callable

from desktop.ui.page import Page
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.empty import Empty
from desktop.ui.to_about import about_button


class TroublePage(Page):
    """A sentence on what keeps the store from opening, and another try; `bring_back` leads to the backups."""

    def __init__(
        self, sentence: str, again: Callable[[], object], bring_back: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._again = primary(self.tr("Try again"), again)
        steps = [self._again]
        if bring_back is not None:
            steps.append(quiet_button(self.tr("Bring back a backup …"), bring_back))
        self.column.addWidget(
            Empty("warn", self.tr("The store does not open"), sentence, *steps, about_button(self)), 1
        )

    def shown(self) -> None:
        """Enter tries again."""
        self._again.setFocus()
