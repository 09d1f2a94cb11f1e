"""This month's rentals: all months that patients pay themselves become superbills in one go, checked first.

Space leaves one out, P marks one as paid; what is doubtful stands aside with its reason and is opened by Enter.
"""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import RentalMonth
from db.book.rows import Document
from desktop.core import money
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.book import Book, BookProblem
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column
from desktop.ui.parts.words import Card, Words, heading, quiet
from desktop.ui.parts.worker import Report
from desktop.ui.rentals import words
from desktop.ui.rentals.bill_table import MARK, BillTable, Marks
from desktop.ui.rentals.view import View
from desktop.ui.superbills.delivery import Delivery
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.words import methods
from desktop.ui.ways import OpenDocument, OpenDraft, OpenRental

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.rental_run import Bill, Came, Result

_LOWEST = 220
_AHEAD = timedelta(days=62)
_NOT_PAID = ""


class MonthView(View):
    """The day, the bills up to it, and what came of them."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._bills: list[Bill] = []
        self._marks = Marks()
        self._numbers: list[int] = []
        self._came: dict[str, Came] = {}
        self._stop = threading.Event()
        self._working = False
        self._until = DayField(
            self.tr("Months that begin up to"), desk.today, ahead=_AHEAD, needed=self.tr("Say up to which day.")
        )
        self._until.put(written(desk.today))
        self._until.edit.returnPressed.connect(self.look)
        self._said = Words("", tone="quiet")
        self.table = BillTable(self.tr("Superbills to be made"), self._columns(), self._marks, self._pay)
        self.table.opened.connect(self._open_one)
        self.table.marked.connect(self._count)
        self.table.picked.connect(self._tell_one)
        self._about = Card()
        self._busy = Busy("", self.stop)
        self._delivery = Delivery(services)
        self._result = Card(self.tr("What came of it"))
        self._place()

    def again(self) -> None:
        """Looks at what is due, unless it works."""
        if not self._working:
            self.look()

    def back(self) -> bool:
        """Stops what runs."""
        if self._working:
            self.stop()
        return self._working

    def print_it(self) -> bool:
        """Prints all superbills of the run."""
        if not self._numbers:
            return False
        self._print()
        return True

    def stop(self) -> None:
        """Stops before the next superbill; what was issued stays."""
        self._stop.set()

    def look(self) -> None:
        """Looks at all months that begin up to the day; nothing is changed."""
        up_to = self._until.value
        if up_to is None or self._working:
            self._until.look()
            return

        def work(book: Book, desk: Desk, go_on: Callable[[int, int], bool]) -> "list[Bill]":
            from desktop.operations import rental_run  # noqa: PLC0415 -- start-up time: reportlab

            return rental_run.looked_at(book, desk, up_to, go_on)

        self._run(self.tr("Checking …"), work, self._looked)

    def issue(self) -> None:
        """Issues those that are taken."""
        up_to, taken, paid = self._until.value, set(self._marks.taken), dict(self._marks.paid)
        if self._working or not taken or up_to is None:
            return
        came: list[Came] = []

        def work(book: Book, desk: Desk, go_on: Callable[[int, int], bool]) -> "Result":
            from desktop.operations import rental_run  # noqa: PLC0415 -- start-up time: reportlab

            return rental_run.run(book, desk, up_to, go_on, only=taken, paid=paid, heard=came.append)

        self._run(self.tr("Issuing …"), work, lambda result: self._issued(result, came))

    def _columns(self) -> list[Column["Bill"]]:
        return [
            Column(MARK, self._mark, 34),
            Column(self.tr("Patient"), lambda bill: bill.patient_name, 190),
            Column(self.tr("Begins"), lambda bill: words.day(bill.on), 110),
            Column(self.tr("Codes"), lambda bill: ", ".join(bill.codes), 200, code=True),
            Column(self.tr("Total"), lambda bill: money.printed(bill.total), 90, right=True),
            Column(self.tr("Paid"), self._paid_word, 110),
            Column(self.tr("What becomes of it"), self._outcome, tone=self._tone),
        ]

    def _mark(self, bill: "Bill") -> str:
        return MARK if bill.key in self._marks.taken else ""

    def _paid_word(self, bill: "Bill") -> str:
        paid = self._marks.paid.get(bill.key)
        return dict(methods()).get(paid.method, paid.method) if paid else ""

    def _outcome(self, bill: "Bill") -> str:
        came = self._came.get(bill.key)
        if came is not None:
            return came.document.number or "" if came.document else came.aside or ""
        if bill.aside is not None:
            return bill.aside
        return self.tr("Ready")

    def _tone(self, bill: "Bill") -> str:
        came = self._came.get(bill.key)
        aside = came.aside if came is not None else bill.aside
        return "warn" if aside else "ok"

    def _place(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        day = Flow()
        day.addWidget(self._until)
        self._buttons = QWidget()
        flow = Flow(self._buttons, theme.space(2))
        self._issue = primary("", self.issue)
        self._issue.setToolTip(self.tr("Space leaves one out, P: paid, Enter opens"))
        flow.addWidget(self._issue)
        flow.addWidget(secondary(self.tr("&Check again"), self.look))
        flow.addWidget(quiet_button(self.tr("All paid"), lambda: self._pay_all(paid=True)))
        flow.addWidget(quiet_button(self.tr("None paid"), lambda: self._pay_all(paid=False)))
        self._place_about()
        self._place_result()
        column.addWidget(heading(self.tr("This month's rentals")))
        column.addWidget(quiet(self.tr("Each month that a patient pays becomes a superbill, once.")))
        column.addLayout(day)
        for widget in (self._said, self._buttons, self._busy, self._result, self._delivery):
            column.addWidget(widget)
        self.table.setMinimumHeight(_LOWEST)
        column.addWidget(self.table, 1)
        column.addWidget(self._about)
        self._busy.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _place_about(self) -> None:
        """What can be done with the bill that is stood on."""
        self._why = Words("")
        self._method = Choice(self.tr("Pai&d"), [(_NOT_PAID, self.tr("Not paid yet")), *methods()])
        self._method.box.activated.connect(lambda _place: self._take_payment())
        self._reference = Field(self.tr("Reference"), hint=self.tr("Authorization, or the check's number."))
        self._reference.left.connect(self._take_payment)
        self._payment = FieldGrid((self._method, self._reference))
        self._aside = QWidget()
        flow = Flow(self._aside)
        flow.addWidget(secondary(self.tr("Open as a draft"), self._as_draft))
        flow.addWidget(quiet_button(self.tr("Nothing is to be billed here"), self._settle))
        flow.addWidget(quiet_button(self.tr("Open the rental"), self._open_rental))
        for widget in (self._why, self._payment, self._aside):
            self._about.inside.addWidget(widget)
        self._about.hide()

    def _place_result(self) -> None:
        self._came_of = Words("")
        self._result.inside.addWidget(self._came_of)
        flow = Flow()
        flow.addWidget(secondary(self.tr("P&rint all"), self._print, drawing="print"))
        flow.addWidget(secondary(self.tr("&Save all …"), self._save, drawing="save"))
        self._result.inside.addLayout(flow)
        self._result.hide()

    def _run(
        self,
        said: str,
        work: Callable[[Book, Desk, Callable[[int, int], bool]], object],
        then: Callable[..., object],
    ) -> None:
        self._stop = stop = threading.Event()
        self._working = True
        book, desk = self._services.book, self._desk

        def whole(report: Report) -> object:
            def go_on(done: int, every: int) -> bool:
                report(said, done / max(every, 1))
                return not stop.is_set()

            with elsewhere(book, desk) as (own_book, own_desk):
                return work(own_book, own_desk, go_on)

        def over(found: object) -> None:
            self._settled()
            then(found)

        self._buttons.setEnabled(False)
        self._busy.tell(said, 0)
        self._busy.show()
        self._services.work.run_reporting(whole, over, self._wrong, self._busy.tell)

    def _settled(self) -> None:
        self._working = False
        self._busy.hide()
        self._buttons.setEnabled(True)

    def _wrong(self, said: str) -> None:
        self._settled()
        self._services.complain(said)

    def _looked(self, bills: "list[Bill]") -> None:
        from desktop.operations.rental_run import Paid  # noqa: PLC0415 -- loaded by the worker

        ready = [bill for bill in bills if bill.aside is None]
        self._bills = bills
        self._came = {}
        self._marks.taken = {bill.key for bill in ready}
        self._marks.paid = {bill.key: Paid(bill.pays_by) for bill in ready if bill.pays_by}
        self.table.put(sorted(bills, key=lambda bill: bill.aside is None), first=True)
        self._count()
        self.table.setFocus()

    def _count(self) -> None:
        taken = [bill for bill in self._bills if bill.key in self._marks.taken]
        aside = sum(bill.aside is not None for bill in self._bills)
        total = money.printed(sum((bill.total for bill in taken), money.ZERO))
        self._issue.setText(self.tr("&Issue {count} superbills").format(count=len(taken)))
        self._issue.setEnabled(bool(taken))
        said = self.tr("{count} to be issued, {total} in all.").format(count=len(taken), total=total)
        if aside:
            said += self.tr(" {count} stand aside, with their reason.").format(count=aside)
        self._said.setText(said if self._bills else self.tr("No month is due up to that day."))
        self._about.setVisible(self.table.row is not None)

    def _tell_one(self, bill: "Bill") -> None:
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
        done = bill.key in self._came
        self._payment.setVisible(bill.aside is None and not done)
        self._aside.setVisible(bill.aside is not None and not done)
        self._about.show()

    def _pay(self, bill: "Bill") -> None:
        """Marks one as paid as its patient mostly does, or as not paid."""
        from desktop.operations.rental_run import Paid  # noqa: PLC0415 -- loaded by the worker

        if self._marks.paid.pop(bill.key, None) is None:
            self._marks.paid[bill.key] = Paid(bill.pays_by or methods()[0][0])
        self._tell_one(bill)

    def _pay_all(self, *, paid: bool) -> None:
        for bill in self._bills:
            if bill.aside is None and (bill.key in self._marks.paid) is not paid:
                self._pay(bill)
        self.table.viewport().update()

    def _take_payment(self) -> None:
        """What was chosen for the one that is stood on."""
        from desktop.operations.rental_run import Paid  # noqa: PLC0415 -- loaded by the worker

        bill = self.table.row
        if bill is None:
            return
        if self._method.value == _NOT_PAID:
            self._marks.paid.pop(bill.key, None)
        else:
            self._marks.paid[bill.key] = Paid(self._method.value, self._reference.text or None)
        self.table.viewport().update()

    def _issued(self, result: "Result", came: "list[Came]") -> None:
        self._came = {each.bill.key: each for each in came}
        left = len(self._marks.taken - set(self._came))
        self._marks.taken.clear()
        self._numbers = [each.document.id for each in came if each.document is not None]
        said = self.tr("{count} issued, {total} in all, {paid} of it paid.").format(
            count=result.issued, total=money.printed(result.total), paid=money.printed(result.paid)
        )
        if left:
            said += self.tr(" {count} were not reached; go on when you like, none is made twice.").format(count=left)
        self._came_of.setText(said)
        self._result.show()
        self._count()
        self.table.viewport().update()
        self.table.setFocus()

    def _open_one(self, bill: "Bill") -> None:
        came = self._came.get(bill.key)
        if came is not None and came.document is not None:
            self._services.go(OpenDocument(came.document.id))
        elif bill.aside is not None:
            self._as_draft()
        else:
            self._open_rental()

    def _open_rental(self) -> None:
        if self.table.row is not None:
            self._services.go(OpenRental(self.table.row.rental_id))

    def _as_draft(self) -> None:
        bill = self.table.row
        if bill is None:
            return
        services, desk = self._services, self._desk

        def work() -> Document:
            from desktop.operations import rental_run  # noqa: PLC0415 -- start-up time: reportlab

            with elsewhere(services.book, desk) as (book, own_desk):
                return rental_run.as_draft(book, own_desk, bill)

        services.work.run(work, lambda draft: services.go(OpenDraft(draft.id)), services.complain)

    def _settle(self) -> None:
        from desktop.operations import rental_run  # noqa: PLC0415 -- loaded by the worker

        bill = self.table.row
        if bill is None:
            return
        try:
            months = rental_run.settle(self._services.book, self._desk, bill, bill.aside or "")
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self.look()
        said = self.tr("Nothing is billed here for {patient}, {day}.")
        self._services.offer_undo(
            said.format(patient=bill.patient_name, day=words.day(bill.on)), lambda: self._undo_settle(months)
        )

    def _undo_settle(self, months: tuple[RentalMonth, ...]) -> None:
        from desktop.operations import rental_run  # noqa: PLC0415 -- loaded by the worker

        rental_run.undo_settle(self._services.book, self._desk, months)
        self.look()

    def _print(self) -> None:
        book, numbers = self._services.book, list(self._numbers)

        def work() -> list[bytes]:
            with book.another() as another:
                return [documents.pdf(another, number) for number in numbers]

        title = self.tr("{count} superbills").format(count=len(numbers))
        self._services.work.run(work, lambda pdfs: self._delivery.print_pdfs(pdfs, title), self._wrong)

    def _save(self) -> None:
        services, numbers = self._services, list(self._numbers)
        folder = services.ask.folder(self.window(), self.tr("Save the superbills in"), "")
        if folder is None:
            return

        def work(book: Book, _desk: Desk, go_on: Callable[[int, int], bool]) -> int:
            from desktop.operations import together  # noqa: PLC0415 -- start-up time: reportlab

            return together.saved(book, numbers, folder, lambda done: go_on(done, len(numbers)))

        said = self.tr("Saved {count} in {folder}.")
        self._run(self.tr("Saving …"), work, lambda count: services.say(said.format(count=count, folder=folder)))
