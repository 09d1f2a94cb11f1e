"""A patient's rental on paper: the page as it prints, to print it or to save it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.superbills.delivery import Delivery
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.preview import Preview


class RentalPaper(QWidget):
    """The page of one rental in the preview, with Print and Save."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._name = ""
        self._pdf = b""
        self.preview = Preview(services.work, services.complain, kind="rental on paper")
        self._delivery = Delivery(services)
        self._print = primary(self.tr("Print"), self.print_it)
        self._print.setToolTip("Ctrl+P")
        self._save = secondary(self.tr("&Save as …"), self.save, drawing="save")
        self._with_password = secondary(self.tr("Save with a pass&word …"), self._ask_password)
        self._place()
        self._enable()

    @property
    def name(self) -> str:
        """What its file is called; empty until it is drawn."""
        return self._name

    @property
    def pdf(self) -> bytes:
        """The page; empty until it is drawn."""
        return self._pdf

    def open(self, rental_id: int) -> None:
        """Draws the page of a rental, in a worker, and shows it."""
        services, desk = self._services, self._desk
        self._name, self._pdf = "", b""
        self._delivery.things = [("rental", rental_id)]
        self._delivery.close_card()
        self._enable()

        def work() -> tuple[str, bytes]:
            from desktop.operations import rental_paper  # noqa: PLC0415 -- start-up time: reportlab

            with elsewhere(services.book, desk) as (book, own_desk):
                sheet = rental_paper.page(book, own_desk, rental_id)
            return sheet.name, sheet.draw()

        services.work.run(work, self._show, services.complain, kind="rental's page")

    def print_it(self) -> None:
        """Ctrl+P: to the printer."""
        if self._pdf:
            self._delivery.print_pdfs([self._pdf], self._name.removesuffix(".pdf"))

    def save(self) -> None:
        """Into a file."""
        if self._pdf:
            self._delivery.save(self._pdf, self._name)

    def back(self) -> bool:
        """Takes the field of the password away, if it is there."""
        return self._delivery.close_card()

    def _place(self) -> None:
        actions = QWidget()
        flow = Flow(actions, theme.space(2))
        for button in (self._print, self._save, self._with_password):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(actions)
        column.addWidget(self._delivery)
        column.addWidget(self.preview, 1)

    def _enable(self) -> None:
        for button in (self._print, self._save, self._with_password):
            button.setEnabled(bool(self._pdf))

    def _ask_password(self) -> None:
        if self._pdf:
            self._delivery.ask_password(self._pdf, self._name)

    def _show(self, drawn: tuple[str, bytes]) -> None:
        self._name, self._pdf = drawn
        self._enable()
        self.preview.show_pdf(self._pdf)
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)
