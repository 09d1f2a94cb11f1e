"""This month's rentals: all months that patients pay themselves become superbills in one go, checked first.

Space leaves one out, P marks one as paid; what is doubtful stands aside with its reason and is opened by Enter.
"""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import money
from desktop.desk import Desk
from desktop.operations.book import Book
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import Flow
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column
from desktop.ui.parts.words import Words, heading, quiet
from desktop.ui.parts.worker import Report
from desktop.ui.rentals import words
from desktop.ui.rentals.bill_card import BillCard
from desktop.ui.rentals.bill_table import MARK, BillTable, Marks
from desktop.ui.rentals.issued_card import GoOn, IssuedCard
from desktop.ui.rentals.view import View
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.words import methods
from desktop.ui.ways import OpenDocument

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.rental_run import Bill, Came, Result

_LOWEST = 220
_AHEAD = timedelta(days=62)


class MonthView(View):
    """The day, the bills up to it, and what came of them."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._bills: list[Bill] = []
        self._marks = Marks()
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
        self._about = BillCard(desk, services, self._marks)
        self._about.paid.connect(self.table.viewport().update)
        self._about.settled.connect(self.look)
        self._busy = Busy("", self.stop)
        self._result = IssuedCard(services, self._run)
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
        return self._result.print_all()

    def stop(self) -> None:
        """Stops before the next superbill; what was issued stays."""
        self._stop.set()

    def look(self) -> None:
        """Looks at all months that begin up to the day; nothing is changed."""
        up_to = self._until.value
        if up_to is None or self._working:
            self._until.look()
            return

        def work(book: Book, desk: Desk, go_on: GoOn) -> "list[Bill]":
            from desktop.operations import rental_run  # noqa: PLC0415 -- start-up time: reportlab

            return rental_run.looked_at(book, desk, up_to, go_on)

        self._run(self.tr("Checking …"), work, self._looked)

    def issue(self) -> None:
        """Issues those that are taken."""
        up_to, taken, paid = self._until.value, set(self._marks.taken), dict(self._marks.paid)
        if self._working or not taken or up_to is None:
            return
        came: list[Came] = []

        def work(book: Book, desk: Desk, go_on: GoOn) -> "Result":
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
        column.addWidget(heading(self.tr("This month's rentals")))
        column.addWidget(quiet(self.tr("Each month that a patient pays becomes a superbill, once.")))
        column.addLayout(day)
        for widget in (self._said, self._buttons, self._busy, self._result, self._result.delivery):
            column.addWidget(widget)
        self.table.setMinimumHeight(_LOWEST)
        column.addWidget(self.table, 1)
        column.addWidget(self._about)
        self._busy.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _run(self, said: str, work: Callable[[Book, Desk, GoOn], object], then: Callable[..., object]) -> None:
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
        self._about.tell(bill, done=bill.key in self._came)

    def _pay(self, bill: "Bill") -> None:
        self._about.pay(bill)
        self._tell_one(bill)

    def _pay_all(self, *, paid: bool) -> None:
        for bill in self._bills:
            if bill.aside is None and (bill.key in self._marks.paid) is not paid:
                self._pay(bill)
        self.table.viewport().update()

    def _issued(self, result: "Result", came: "list[Came]") -> None:
        self._came = {each.bill.key: each for each in came}
        self._marks.taken -= set(self._came)  # what was not reached is still there to be issued
        self._result.tell(result, came, len(self._marks.taken))
        self._count()
        self.table.viewport().update()
        self.table.setFocus()

    def _open_one(self, bill: "Bill") -> None:
        came = self._came.get(bill.key)
        if came is not None and came.document is not None:
            self._services.go(OpenDocument(came.document.id))
        elif bill.aside is not None:
            self._about.as_draft()
        else:
            self._about.open_rental()
