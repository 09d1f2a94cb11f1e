"""A patient's rentals on the page of the patient: the next step first, then the months in one picture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from db.book.rental_rows import ListedDue
from desktop.desk import Desk
from desktop.operations import due, rentals
from desktop.operations.rentals import Shown
from desktop.ui.page import Services
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.form import Flow
from desktop.ui.parts.words import Card, Words, divider, quiet
from desktop.ui.rentals import words
from desktop.ui.rentals.picture import RentalPicture
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.ways import BeginRental, OpenRental

_NEXT = 3  # things to do that are named
_PICTURES = 2  # of older rentals there is a line only

Read = list[tuple[Shown, tuple[ListedDue, ...]]]


class PatientRentals(Card):
    """The card, filled by a worker, so that going along the list of patients never waits. `to_bill` tells a rental of
    which a month is due."""

    to_bill = Signal(int)

    def __init__(self, desk: Desk, services: Services, patient: int) -> None:
        super().__init__(self.tr("Rentals"))
        self._desk = desk
        self._services = services
        self._none = quiet(self.tr("No rentals."))
        self._rentals = QVBoxLayout()
        self.inside.addWidget(self._none)
        self.inside.addLayout(self._rentals)
        begin = quiet_button(
            self.tr("Begin a &rental"), lambda: services.go(BeginRental(patient=patient)), drawing="add"
        )
        self.inside.addWidget(begin)
        self._read(patient)

    def _read(self, patient: int) -> None:
        services, desk = self._services, self._desk

        def work() -> Read:
            with elsewhere(services.book, desk) as (book, own_desk):
                found = rentals.of_patient(book, own_desk, patient)
                return [(shown, due.of_rental(book, shown.rental.id)) for shown in found]

        services.work.run(work, self._show, services.complain, kind="patient's rentals")

    def _show(self, read: Read) -> None:
        if not isValid(self):  # another patient is shown by now
            return
        self._none.setVisible(not read)
        due_now = [shown for shown, dues in read if words.months_due(shown, dues, self._desk.today)]
        if due_now:
            self.to_bill.emit(due_now[0].rental.id)
        for place, (shown, dues) in enumerate(read):
            if place:
                self._rentals.addWidget(divider())
            self._rentals.addWidget(Words(words.standing_line(shown), "title"))
            if dues:
                self._rentals.addWidget(self._next(dues))
            self._rentals.addWidget(self._actions(shown.rental.id))
            if place < _PICTURES:
                picture = RentalPicture(self._desk, short=True)
                picture.show_rental(shown)
                self._rentals.addWidget(picture)

    def _actions(self, number: int) -> QWidget:
        part = QWidget()
        flow = Flow(part)
        flow.addWidget(quiet_button(self.tr("Open the rental"), lambda: self._services.go(OpenRental(number))))
        return part

    def _next(self, dues: tuple[ListedDue, ...]) -> Words:
        """What is to do next, in a line."""
        said = (self.tr("{day}: {what}").format(day=words.day(row.due.on), what=row.due.words) for row in dues[:_NEXT])
        return quiet("\n".join(said))
