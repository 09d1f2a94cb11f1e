"""What is looked at as a page: a rental's picture as it prints, and the scan of one of its papers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout

from db.book.rental_rows import RentalPaper as Paper
from desktop.desk import Desk
from desktop.operations import audit, rental_papers
from desktop.operations.rental_papers import Scan
from desktop.ui.page import Services
from desktop.ui.parts import pictures
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.rentals.paper import RentalPaper
from desktop.ui.rentals.view import View
from desktop.ui.superbills.preview import Preview

_PDF = "application/pdf"
_WIDEST = 900
_HIGHEST = 20_000  # dots; a strip of paper, at most


class PaperView(View):
    """Shows the page that `open` is asked for, or the scan that `open_scan` is."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._services = services
        self.paper = RentalPaper(desk, services)
        self.preview = Preview(services.work, services.complain, kind="scan", foreign=True)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._pictures = scrolling(self._picture)
        self._stack = QStackedWidget()
        for widget in (self.paper, self.preview, self._pictures):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def open(self, rental: int) -> None:
        """A rental as it prints."""
        self._stack.setCurrentWidget(self.paper)
        self.paper.open(rental)

    def open_scan(self, paper: Paper) -> None:
        """A paper's scan; it does not leave the encrypted book."""
        book = self._services.book

        def work() -> tuple[Scan, QImage | None] | None:
            with book.another() as another:
                scan = rental_papers.scan(another, paper.id)
                audit.note(another, audit.OPENED, audit.RENTAL_PAPER, paper.id)
            return None if scan is None else (scan, None if scan.kind == _PDF else _fitting(scan.data))

        self._services.work.run(work, self._show_scan, self._services.complain, kind="scan of a paper")

    def print_it(self) -> bool:
        """Prints a rental's page."""
        if self._stack.currentWidget() is not self.paper:
            return False
        self.paper.print_it()
        return True

    def _show_scan(self, found: tuple[Scan, QImage | None] | None) -> None:
        if found is None:
            return
        scan, image = found
        if scan.kind == _PDF:
            self._stack.setCurrentWidget(self.preview)
            self.preview.show_pdf(scan.data)
            self.preview.area.setFocus()
            return
        if image is None:
            self._services.complain(self.tr("This scan cannot be shown; save it, and open it with another program."))
            return
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setAccessibleName(scan.name)
        self._stack.setCurrentWidget(self._pictures)


def _fitting(data: bytes) -> QImage | None:
    """A scan as wide as it is shown."""
    image = pictures.read(data)
    if image is None:
        return None
    wide = min(image.width(), _WIDEST)
    return pictures.within(image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation), _HIGHEST)
