"""One of this month's bills: what it holds, how it was paid, and what becomes of one that stands aside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.book.rental_rows import RentalMonth
from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations.book import BookProblem
from desktop.ui.page import Services
from desktop.ui.parts.buttons import quiet_button, secondary
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.words import Card, Words
from desktop.ui.rentals import words
from desktop.ui.rentals.bill_table import Marks
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.words import methods
from desktop.ui.ways import OpenDraft, OpenRental

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.rental_run import Bill

_NOT_PAID = ""


class BillCard(Card):
    """The bill that is stood on. `paid` tells that its payment changed; `settled` that nothing, or something again, is
    to be billed there."""

    paid = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, services: Services, marks: Marks) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._marks = marks
        self._bill: Bill | None = None
        self._place()
        self.hide()

    def tell(self, bill: "Bill", *, done: bool) -> None:
        """Shows a bill; of one that is `done` nothing can be changed any more."""
        self._bill = bill
        months = [
            self.tr("{code} month {month}, {starts} to {ends}").format(
                code=each.code, month=each.month, starts=words.day(each.starts), ends=words.day(each.ends)
            )
            for each in bill.months
        ]
        self._why.setText(" · ".join((bill.patient_name, *months, *((bill.aside,) if bill.aside else ()))))
        paid = self._marks.paid.get(bill.key)
        self._method.put(paid.method if paid else _NOT_PAID)
        self._reference.put(paid.reference if paid else "")
        self._payment.setVisible(bill.aside is None and not done)
        self._aside.setVisible(bill.aside is not None and not done)
        self.show()

    def pay(self, bill: "Bill") -> None:
        """Marks one as paid as its patient mostly does, or as not paid."""
        from desktop.operations.rental_run import Paid  # noqa: PLC0415 -- loaded by the worker

        if self._marks.paid.pop(bill.key, None) is None:
            self._marks.paid[bill.key] = Paid(bill.pays_by or methods()[0][0])

    def as_draft(self) -> None:
        """Opens it as a draft."""
        bill = self._bill
        if bill is None:
            return
        services, desk = self._services, self._desk

        def work() -> Document:
            from desktop.operations import rental_run  # noqa: PLC0415 -- start-up time: reportlab

            with elsewhere(services.book, desk) as (book, own_desk):
                return rental_run.as_draft(book, own_desk, bill)

        services.work.run(work, lambda draft: services.go(OpenDraft(draft.id)), services.complain)

    def open_rental(self) -> None:
        """Goes to its rental."""
        if self._bill is not None:
            self._services.go(OpenRental(self._bill.rental_id))

    def _place(self) -> None:
        self._why = Words("")
        self._method = Choice(self.tr("Pai&d"), [(_NOT_PAID, self.tr("Not paid yet")), *methods()])
        self._method.box.activated.connect(lambda _place: self._take_payment())
        self._reference = Field(self.tr("Reference"), hint=self.tr("Authorization, or the check's number."))
        self._reference.left.connect(self._take_payment)
        self._payment = FieldGrid((self._method, self._reference))
        self._aside = QWidget()
        flow = Flow(self._aside)
        flow.addWidget(secondary(self.tr("Open as a draft"), self.as_draft))
        flow.addWidget(quiet_button(self.tr("Nothing is to be billed here"), self._settle))
        flow.addWidget(quiet_button(self.tr("Open the rental"), self.open_rental))
        for widget in (self._why, self._payment, self._aside):
            self.inside.addWidget(widget)

    def _take_payment(self) -> None:
        """What was chosen for it."""
        from desktop.operations.rental_run import Paid  # noqa: PLC0415 -- loaded by the worker

        bill = self._bill
        if bill is None:
            return
        if self._method.value == _NOT_PAID:
            self._marks.paid.pop(bill.key, None)
        else:
            self._marks.paid[bill.key] = Paid(self._method.value, self._reference.text or None)
        self.paid.emit()

    def _settle(self) -> None:
        from desktop.operations import rental_run  # noqa: PLC0415 -- loaded by the worker

        bill = self._bill
        if bill is None:
            return
        try:
            months = rental_run.settle(self._services.book, self._desk, bill, bill.aside or "")
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self.settled.emit()
        said = self.tr("Nothing is billed here for {patient}, {day}.")
        self._services.offer_undo(
            said.format(patient=bill.patient_name, day=words.day(bill.on)), lambda: self._undo_settle(months)
        )

    def _undo_settle(self, months: tuple[RentalMonth, ...]) -> None:
        from desktop.operations import rental_run  # noqa: PLC0415 -- loaded by the worker

        rental_run.undo_settle(self._services.book, self._desk, months)
        self.settled.emit()
