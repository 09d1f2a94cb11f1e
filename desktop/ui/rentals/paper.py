"""A patient's rental on paper: the page as it prints, to print it or to save it."""

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.ui.page import Services


class RentalPaper(QWidget):
    """The page of one rental in the preview, with Print and Save."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services

    def open(self, rental_id: int) -> None:
        """Draws the page of a rental, in a worker, and shows it."""
        raise NotImplementedError

    def print_it(self) -> None:
        """Ctrl+P: to the printer."""
        raise NotImplementedError
