"""Settings: the store, and the look of the window."""

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.words import heading


class SettingsPage(Page):
    """Settings."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.column.addWidget(heading(self.tr("Settings")))
        self.column.addStretch()
