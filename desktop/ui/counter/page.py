"""The Counter: where one stands when somebody comes in. One search box for everything, and the next thing to do."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import primary
from desktop.ui.parts.empty import Empty
from desktop.ui.ways import NewSuperbill, ToSearch, Way

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame
    from desktop.desk import Desk


class CounterPage(Page):
    """The search box above, what is to be done below."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._desk: Desk | None = None
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setPlaceholderText(self.tr("Name, phone, product, code, or what they say …"))
        self._search.setAccessibleName(self.tr("Search everything"))
        self._search.setClearButtonEnabled(True)
        self.column.addWidget(self._search)
        new = primary(self.tr("New superbill"), lambda: services.go(NewSuperbill()))
        self.column.addWidget(
            Empty(
                "counter",
                self.tr("Ready for the first customer"),
                self.tr("Superbills that you begin and what still waits for something will stand here."),
                new,
            ),
            1,
        )

    def desk_opened(self, desk: "Desk") -> None:
        """Rules and catalog are there: from now on codes can be found."""
        self._desk = desk

    def arrive(self, way: Way) -> None:
        """To the search box."""
        if isinstance(way, ToSearch):
            if way.words:
                self._search.setText(way.words)
            self._search.setFocus()
            self._search.selectAll()

    def shown(self) -> None:
        """The search box is where typing goes."""
        self._search.setFocus()
