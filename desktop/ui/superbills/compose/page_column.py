"""The page as it prints, beside the form: gathered here, drawn elsewhere, the newest shown; typing never waits."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.operations.documents import RECEIPT
from desktop.ui.page import Services
from desktop.ui.parts.words import section
from desktop.ui.superbills.preview import Preview


class PageColumn(QWidget):
    """Shows the page of a kind (superbill or receipt) whenever it is asked to, and has time."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk, self._services = desk, services
        self._drawing = False
        self._next: tuple[str, Mapping[str, Any], int | None] | None = None
        self._title = section("")
        self.preview = Preview(services.work, services.complain, kind="compose-page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.preview, 1)

    def draw(self, kind: str, wire: Mapping[str, Any], number: int | None) -> None:
        """Draws the page; what is asked for meanwhile is drawn after it. `number` is the draft's."""
        receipt = kind == RECEIPT
        self._title.setText(self.tr("The receipt as it prints") if receipt else self.tr("The page as it prints"))
        if self._drawing:
            self._next = (kind, wire, number)
            return
        from desktop.operations import previewing  # noqa: PLC0415 -- start-up time: reportlab, warm by now

        try:
            draw = previewing.page(self._services.book, self._desk, kind, wire, number)
        except previewing.NotRight:
            return  # a finding says so already
        self._drawing = True
        self._services.work.run(draw, self._drawn, self._not_drawn)

    def rest(self) -> None:
        """Draws no more than what is being drawn."""
        self._next = None

    def _drawn(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, same_place=True)
        self._go_on()

    def _not_drawn(self, words: str) -> None:
        self._services.complain(words)
        self._go_on()

    def _go_on(self) -> None:
        self._drawing = False
        asked, self._next = self._next, None
        if asked is not None:
            self.draw(*asked)
