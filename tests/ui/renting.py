"""The window with rentals in the book: begun relative to today, opened, and driven by the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.book.rental_rows import Piece, Rental, RentalUnit
from db.book.rows import Coverage, Patient, Plan
from desktop.core import months
from desktop.desk import Desk
from desktop.operations import patients, plans, rentals
from desktop.operations.book import Book
from desktop.operations.rentals import Asked, Beginning, Shown, UnitGoingOut
from desktop.ui.main_window import MainWindow
from desktop.ui.rentals.opened import RentalView
from desktop.ui.rentals.page import RentalsPage
from desktop.ui.ways import OpenRental, OpenRentals

HOME, PORTABLE = "stationary", "portable"
RENT = Decimal("145.00")


@dataclass
class Renting:
    """What a test of rentals works with; `answers` are what the person would answer to questions."""

    window: MainWindow
    keys: Any
    answers: Any
    qtbot: QtBot

    @property
    def book(self) -> Book:
        """The sample store's book."""
        assert self.window.services is not None
        return self.window.services.book

    @property
    def desk(self) -> Desk:
        """The desk."""
        desk = self.window._desk
        assert desk is not None
        return desk

    @property
    def today(self) -> date:
        """The day on which the test runs."""
        return self.desk.today

    @property
    def page(self) -> RentalsPage:
        """The page of rentals, at the front."""
        page = self.window.page
        assert isinstance(page, RentalsPage)
        return page

    def settle(self) -> None:
        """Until no work is under way."""
        for pause in (60, 120):  # a button that was pressed by its letter is down for a tenth of a second
            self.qtbot.wait(pause)
            self.qtbot.waitUntil(lambda: not self.window.workers.busy, timeout=20_000)

    def until(self, comes: Callable[[], bool]) -> None:
        """Until that has come, and no work is under way."""
        self.qtbot.waitUntil(comes, timeout=20_000)
        self.settle()

    def go(self, part: str = "list") -> RentalsPage:
        """To a part of the page of rentals."""
        self.window.go(OpenRentals(part))
        self.settle()
        return self.page

    def open(self, rental: int) -> RentalView:
        """To a rental; its view."""
        self.window.go(OpenRental(rental))
        self.settle()
        return self.page.rental

    def empty(self) -> None:
        """Takes every rental of the sample store out of the book."""
        while rows := rentals.listed(self.book, Asked()).rows:
            rentals.delete(self.book, self.desk, rows[0].standing.rental_id)

    def patient(self, last: str = "Abernathy", kind: str = "commercial", cap: int | None = 13) -> Rental:
        """A rental to begin, of a new patient with a plan."""
        who = patients.save(self.book, Patient(first="Ida", last=last, dob=date(1950, 5, 5), phone="361-555-0130"))
        plan = plans.save(self.book, Plan(kind=kind, name=f"Lone Star {kind}", cap_months=cap))
        held = patients.save_coverage(self.book, Coverage(patient_id=who.id, plan_id=plan.id, member_id="XJ1"))
        return Rental(
            patient_id=who.id,
            coverage_id=held.id,
            payer_kind=kind,
            cap_months=cap,
            bills_from=self.today - timedelta(days=10),
            number=f"R-{last}",
        )

    def begun(self, rental: Rental | None = None, *, ago: int = 3, serial: str = "EVF-1", role: str = HOME) -> Rental:
        """A rental of one unit that was delivered so many months ago, and five days."""
        first = months.add(self.today, -ago) - timedelta(days=5)
        code = {HOME: "E1390", PORTABLE: "E1392"}[role]
        unit = RentalUnit(role=role, code=code, first_service=first, charge=RENT)
        going_out = UnitGoingOut(unit, Piece(maker="Philips", model="EverFlo", serial=serial))
        return rentals.begin(self.book, self.desk, Beginning(rental or self.patient(), (going_out,)))

    def shown(self, rental: int) -> Shown:
        """A rental as the book has it."""
        return rentals.show(self.book, self.desk, rental)

    def focus(self, name: str) -> QWidget:
        """Stands on the control that a screen reader calls so."""
        front = self.page.front
        assert front is not None
        found = [one for one in front.findChildren(QWidget) if one.accessibleName() == name and one.isVisible()]
        assert found, f"nothing is called {name}"
        found[0].setFocus()
        QApplication.processEvents()
        return found[0]

    def fill(self, name: str, text: str) -> None:
        """Types into the field that is called so, in place of what stands there."""
        self.focus(name)
        self.keys.press("Ctrl+A")
        self.keys.type(text)

    def press(self, words: str) -> None:
        """Presses the button that says so, by the keyboard."""
        front = self.page.front
        assert front is not None
        buttons = [one for one in front.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        found = [one for one in buttons if words in one.text().replace("&", "")]
        assert found, f"no button says {words}"
        found[0].setFocus()
        self.keys.press("Space")
        self.settle()
