"""Settings: the store, and the look of the window, each behind its tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import heading
from desktop.ui.settings.look import LookPart
from desktop.ui.settings.store import StorePart
from desktop.ui.ways import OpenSettings, Way


class SettingsPage(Page):
    """The parts of the settings; `OpenSettings(part)` leads to one."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self.column.addWidget(heading(self.tr("Settings")))
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(False)
        self._tabs.tabBar().setAccessibleName(self.tr("Parts of the settings"))
        self._tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._names: list[str] = []
        self._store = StorePart(desk, services)
        self._add("store", self.tr("Store"), self._store)
        self._add("look", self.tr("Look"), LookPart(services.preferences))
        self.column.addWidget(self._tabs, 1)

    def shown(self) -> None:
        """What the book holds of the store."""
        self._store.read()

    def arrive(self, way: Way) -> None:
        """To the part that was asked for."""
        if isinstance(way, OpenSettings) and way.part in self._names:
            self._tabs.setCurrentIndex(self._names.index(way.part))

    def keep(self) -> None:
        """Saves what was typed into the store's form."""
        self._store.keep()

    def _add(self, name: str, words: str, part: QWidget) -> None:
        self._names.append(name)
        self._tabs.addTab(scrolling(part), words)
