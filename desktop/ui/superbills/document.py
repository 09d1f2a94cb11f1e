"""A paper that was issued: what it is and what it is bound to, its page as it prints, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.book.rows import Document, LaterPayment
from desktop.core.finding import Severity
from desktop.desk import Desk
from desktop.operations import copies, documents, later_payments, rental_lines
from desktop.operations.book import BookProblem
from desktop.operations.copies import Opened
from desktop.operations.documents import CREDIT, ISSUED, VOIDED
from desktop.operations.rental_lines import Rents
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.seen import Seen
from desktop.ui.parts.words import Card, Words
from desktop.ui.superbills import words
from desktop.ui.superbills.beside import Beside, clear
from desktop.ui.superbills.delivery import Delivery
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.later import PaidLater, PaymentCard
from desktop.ui.superbills.preview import Preview
from desktop.ui.ways import BeginRental, OpenDocument, OpenDraft, OpenPatient, OpenRental

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.issuing import Issued

_SIGNS = {ISSUED: ("ok", "ok"), VOIDED: ("close", "ink2")}


class DocumentView(QWidget):
    """Shows the paper that `open` is asked for. `give_back` tells the paper whose items come back, `wants_abn` the one
    whose sheet for the ABN form is wanted."""

    give_back = Signal(object)
    wants_abn = Signal(object)

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._opened: Opened | None = None
        self._number = 0
        self._rents: Rents | None = None
        self.preview = Preview(services.work, services.complain, kind="document")
        self._delivery = Delivery(services)
        self._seen = Seen(services, self)
        self.payment = PaymentCard(desk, services)
        self.payment.taken.connect(self._paid)
        self._just_paid: int | None = None
        self._head = Words("", "heading")
        self._sign = Drawing("ok", "ok")
        self._state = Words("", wraps=False)
        self._facts = Card()
        self._grid = QGridLayout()
        self._bound = QVBoxLayout()
        self._actions = QWidget()
        self._place()

    @property
    def opened(self) -> Opened | None:
        """The paper that is shown."""
        return self._opened

    def open(self, number: int) -> None:
        """Reads a paper and shows it; a password that was half-typed is forgotten."""
        self._delivery.close_card()
        self._number = number
        self._seen.left()
        self.again()

    def again(self) -> None:
        """Reads it anew: another page may have changed what it is bound to."""
        number = self._number
        if not number:
            return
        book, desk = self._services.book, self._desk

        def work() -> tuple[Opened, str, Rents | None]:
            with book.another() as another:
                opened = copies.opened(another, desk, number)
                rents = rental_lines.of_document(another, desk, opened.document, opened.lines)
                return opened, copies.name(another, number), rents

        self._services.work.run(work, self._show, self._services.complain, kind="opened")

    def back(self) -> bool:
        """Takes the fields of a payment or of the password away, if they are there."""
        return self.payment.close_card() or self._delivery.close_card()

    def keep(self) -> None:
        """Saves at once what was typed of a payment."""
        self.payment.close_card()

    def print_it(self) -> None:
        """Prints what was issued."""
        if self._opened is not None:
            self._delivery.print_pdfs([self._opened.pdf], words.name_of(self._opened.document))

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._head, 1)
        head.addWidget(self._sign)
        head.addWidget(self._state)
        flow = Flow(self._actions, theme.space(2))
        self._print = primary(self.tr("Print"), self.print_it)
        self._print.setToolTip("Ctrl+P")
        self._save = secondary(self.tr("&Save as …"), self._save_it, drawing="save")
        self._with_password = secondary(self.tr("Save with a pass&word …"), self._save_with_password)
        self._abn = secondary(self.tr("Sheet for the &ABN form"), lambda: self._tell(self.wants_abn))
        self._rental = secondary("", self._to_rental, drawing="rentals")
        self._refund = secondary(self.tr("&Return or refund …"), lambda: self._tell(self.give_back))
        self._correct = secondary(self.tr("&Corrected copy"), self._corrected_copy)
        self._pay = secondary(self.tr("Take a pa&yment (F8) …"), self._take_payment)
        # not the button's own shortcut, which presses it a tenth of a second later
        QShortcut(QKeySequence("F8"), self).activated.connect(self._take_payment)
        papers = (self._print, self._pay, self._save, self._with_password)
        for button in (*papers, self._rental, self._abn, self._refund, self._correct):
            flow.addWidget(button)
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(2))
        self._grid.setColumnStretch(1, 1)
        self._facts.inside.addLayout(self._grid)
        self._facts.inside.addLayout(self._bound)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addLayout(head)
        column.addWidget(self._actions)
        column.addWidget(self._delivery)
        column.addWidget(self.payment)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Beside(above, self._facts, self.preview))

    def _tell(self, signal: SignalInstance) -> None:
        if self._opened is not None:
            signal.emit(self._opened.document)

    def _show(self, read: tuple[Opened, str, Rents | None]) -> None:
        opened, self._file_name, self._rents = read
        fresh = self._opened is None or self._opened.document.id != opened.document.id
        self._opened = opened
        document = opened.document
        self._delivery.things = [(document.kind, document.id)]
        self._seen.opened(document.kind, document.id)
        self._head.setText(f"{words.kind_word(document)} {document.number}")
        self._state.setText(words.state_word(document))
        self._sign.show_drawing(*_SIGNS[document.state])
        self._fill_facts(opened)
        alive = document.state == ISSUED
        self._pay.setVisible(later_payments.may_take(document))
        self._abn.setVisible(alive and opened.of_medicare)
        begun = self._rents is not None and self._rents.rental is not None
        self._rental.setText(self.tr("Open the renta&l") if begun else self.tr("Begin the renta&l"))
        self._rental.setVisible(self._rents is not None)
        self._refund.setVisible(alive and document.kind != CREDIT)
        self._correct.setVisible(alive)
        self.preview.show_pdf(opened.pdf, same_place=not fresh)
        if fresh:
            self.payment.close_card()
            self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_facts(self, opened: Opened) -> None:
        document = opened.document
        clear(self._grid)
        clear(self._bound)
        for label, value in (
            (self.tr("Patient"), words.patient_of(document)),
            (self.tr("Issued"), words.day(document.issued_on)),
            (self.tr("Total"), words.amount(document.total)),
            (self.tr("Paid"), words.amount(document.paid + document.paid_later)),
            *([(self.tr("Credited"), words.amount(document.credited))] if document.credited else ()),
            (self.tr("Balance"), words.amount(document.balance)),
        ):
            self._fact(label, Words(value))
        for line in opened.lines:
            coded = Words(" ".join((line.code, *line.modifiers)), "code", wraps=False)
            self._fact(self.tr("{count} of").format(count=line.units), coded)
        checksum = Words(_in_groups(document.sha256 or ""), "code")
        checksum.setToolTip(self.tr("The page's checksum: every copy of it has the same."))
        checksum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fact(self.tr("SHA-256"), checksum)
        self._fill_bound(opened)

    def _fact(self, label: str, value: Words) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Words(label, "label", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)

    def _fill_bound(self, opened: Opened) -> None:
        for payment in opened.later:
            self._bound.addWidget(self._paid_later(payment))
        bound = [
            (self.tr("Replaces {name}"), opened.replaces),
            (self.tr("Replaced by {name}"), opened.replaced_by),
            (self.tr("Go on with the corrected copy"), opened.correction),
            (self.tr("Belongs to {name}"), opened.of),
            *((self.tr("Given back: {name}"), credit) for credit in opened.credits),
        ]
        for said, document in bound:
            if document is not None:
                self._bound.addWidget(self._link(said.format(name=words.name_of(document)), document))
        patient = opened.document.patient_id
        if patient is not None:
            self._bound.addWidget(
                quiet_button(
                    self.tr("Open the patient"), lambda: self._services.go(OpenPatient(patient)), drawing="patients"
                )
            )

    def _link(self, said: str, document: Document) -> QWidget:
        way = OpenDocument(document.id) if document.state in (ISSUED, VOIDED) else OpenDraft(document.id)
        return quiet_button(said, lambda: self._services.go(way), drawing="next")

    def _to_rental(self) -> None:
        """To the rental that has this month, or to the beginning of one with all that the superbill says."""
        rents = self._rents
        if self._opened is None or rents is None:
            return
        begins = BeginRental(document=self._opened.document.id, line=rents.line)
        self._services.go(begins if rents.rental is None else OpenRental(rents.rental))

    def _paid_later(self, payment: LaterPayment) -> PaidLater:
        given = payment.receipt_id
        number = documents.read(self._services.book, given).number if given is not None else None
        row = PaidLater(payment, number, lambda: self._receipt(payment.id), lambda: self._take_back(payment.id))
        if payment.id == self._just_paid:
            self._just_paid = None
            QTimer.singleShot(0, row.receipt, row.receipt.setFocus)  # it stands there by then
        return row

    def _take_payment(self) -> None:
        if self._opened is not None and later_payments.may_take(self._opened.document):
            self.payment.ask(self._opened.document)

    def _paid(self, payment: LaterPayment) -> None:
        self._just_paid = payment.id
        self.again()
        said = self.tr("Took {amount}.").format(amount=words.amount(payment.amount))
        self._services.offer_undo(said, lambda: self._take_back(payment.id))

    def _take_back(self, payment: int, *, undo: bool = False) -> None:
        try:
            later_payments.take_back(self._services.book, payment, undo=undo)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self.again()
        if not undo:
            said = self.tr("Took the payment back.")
            self._services.offer_undo(said, lambda: self._take_back(payment, undo=True))

    def _receipt(self, payment: int) -> None:
        """Gives the receipt of a payment, or leads to it."""
        services, desk = self._services, self._desk

        def work() -> "Issued":
            with elsewhere(services.book, desk) as (book, own):
                return later_payments.receipt(book, own, payment)

        services.work.run(work, self._given, services.complain)

    def _given(self, issued: "Issued") -> None:
        if issued.done:
            self._services.go(OpenDocument(issued.document.id))
            return
        stops = [finding.words for finding in issued.findings if finding.severity is Severity.STOP]
        self._services.complain(" ".join([*stops, issued.problem or ""]).strip())

    def _save_it(self) -> None:
        if self._opened is not None:
            self._delivery.save(self._opened.pdf, self._file_name)

    def _save_with_password(self) -> None:
        if self._opened is not None:
            self._delivery.ask_password(self._opened.pdf, self._file_name)

    def _corrected_copy(self) -> None:
        if self._opened is None:
            return
        document, services = self._opened.document, self._services

        def work() -> Document:
            from desktop.operations import issuing  # noqa: PLC0415 -- start-up time: reportlab

            with services.book.another() as book:
                return issuing.corrected_copy(book, document.id)

        services.work.run(work, lambda copy: services.go(OpenDraft(copy.id)), services.complain)


def _in_groups(checksum: str) -> str:
    """In groups of eight, so that two can be compared and the line can break."""
    return " ".join(checksum[place : place + 8] for place in range(0, len(checksum), 8))
