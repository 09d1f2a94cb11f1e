"""The Code finder: one question at a time, and the code with its modifiers and reasons at the end."""

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import primary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.words import heading
from desktop.ui.ways import ToSearch


class FinderPage(Page):
    """Code finder."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.column.addWidget(heading(self.tr("Code finder")))
        step = primary(self.tr("Search by words instead"), lambda: services.go(ToSearch()))
        self.column.addWidget(
            Empty(
                "finder",
                self.tr("What goes out of the door?"),
                self.tr("Answer a few questions, and here stands the code: modifiers, reason, and how sure that is."),
                step,
            ),
            1,
        )
