"""Superbills: made, checked, issued, printed again."""

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import primary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.words import heading
from desktop.ui.ways import NewSuperbill


class SuperbillsPage(Page):
    """Superbills."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.column.addWidget(heading(self.tr("Superbills")))
        step = primary(self.tr("New superbill"), lambda: services.go(NewSuperbill()))
        self.column.addWidget(
            Empty(
                "superbills",
                self.tr("No superbills yet"),
                self.tr("What you begin, what waits and what was issued stands here. What was issued never changes."),
                step,
            ),
            1,
        )
