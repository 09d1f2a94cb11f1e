"""The Catalog: the official words and fields of every code."""

from desktop.desk import Desk
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import primary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.words import heading
from desktop.ui.ways import ToSearch


class CatalogPage(Page):
    """Catalog."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.column.addWidget(heading(self.tr("Catalog")))
        step = primary(self.tr("Search"), lambda: services.go(ToSearch()))
        self.column.addWidget(
            Empty(
                "catalog",
                self.tr("Look up a code"),
                self.tr(
                    "The official words, dates and every field of a code, explained. Search by code or by any word."
                ),
                step,
            ),
            1,
        )
