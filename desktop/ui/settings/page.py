"""Settings: the store, and the look of the window, each behind its tab."""

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.tabs import Tabs
from desktop.ui.parts.words import heading
from desktop.ui.settings.look import LookPart
from desktop.ui.settings.store import StorePart
from desktop.ui.ways import OpenSettings, Way


class SettingsPage(Page):
    """The parts of the settings; `OpenSettings(part)` leads to one."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._store = StorePart(desk, services)
        self._tabs = Tabs(self.tr("Parts of the settings"))
        self._tabs.add("store", self.tr("Store"), self._store)
        self._tabs.add("look", self.tr("Look"), LookPart(services.preferences))
        self.column.addWidget(heading(self.tr("Settings")))
        self.column.addWidget(self._tabs, 1)

    def shown(self) -> None:
        """What the book holds of the store."""
        self._store.read()

    def arrive(self, way: Way) -> None:
        """To the part that was asked for."""
        if isinstance(way, OpenSettings):
            self._tabs.open(way.part)

    def keep(self) -> None:
        """Saves what was typed into the store's form."""
        self._store.keep()
