"""A payment after the issue: the fields for one, and what came already, each with the way to its receipt."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.book.rows import Document, LaterPayment, Payment
from desktop.core import entry, money, typed_day
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import drafts, later_payments
from desktop.operations.book import BookProblem
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import quiet_button, secondary
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.words import Card, Words
from desktop.ui.superbills import words
from desktop.ui.superbills.compose.fields import Kind, Typed, shown_day, shown_money, stand_on

_WIDEST = 560
_ON, _AMOUNT, _METHOD, _REFERENCE = "on", "amount", "method", "reference"


class PaymentCard(Card):
    """Takes a payment for the paper that `ask` is given; `taken` hands it over, kept in the book."""

    taken = Signal(object)

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk, self._services = desk, services
        self._document = Document()
        self.setMaximumWidth(_WIDEST)
        self._title = Words("", "title")
        self.amount = Typed(self.tr("A&mount paid"), Kind(self._reads_amount, shown_money, money.plain))
        self.method = Choice(self.tr("&How it was paid"), words.methods())
        self.on = Typed(self.tr("Paid &on"), Kind(self._reads_day, shown_day, date.isoformat))
        about = self.tr("Authorization, or the check's number.")
        self.reference = Typed(self.tr("Re&ference"), Kind(lambda text: text or None), hint=about)
        self._keeper = Keeper(self, self._keep)
        for field in (self.amount, self.method, self.on, self.reference):
            field.edited.connect(self._keeper.touch)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take)
        self._place()
        self.hide()

    def ask(self, document: Document) -> None:
        """Shows the fields: all that is owed, today, as the store was paid last; or what was half typed before."""
        self._document = document
        usual = later_payments.usual_method(self._services.book, dict(words.methods()))
        fresh = {_AMOUNT: money.printed(document.balance), _METHOD: usual}
        known = fresh | {_ON: shown_day(self._desk.today.isoformat()), _REFERENCE: ""}
        known |= drafts.take_up(self._services.book, self._key) or {}
        self._title.setText(self.tr("Payment for {number}").format(number=document.number))
        self.setAccessibleName(self._title.text())
        self.amount.put(known[_AMOUNT])
        self.method.put(known[_METHOD])
        self.on.put(known[_ON])
        self.reference.put(known[_REFERENCE])
        self._keeper.forget()
        self.show()
        stand_on(self.amount)

    def close_card(self) -> bool:
        """Takes the fields away, what was typed is kept; whether they were there."""
        was = not self.isHidden()
        self._keeper.keep()
        self.hide()
        return was

    @property
    def _key(self) -> str:
        return f"payment/{self._document.id}"

    def _place(self) -> None:
        self.inside.addWidget(self._title)
        self.inside.addWidget(FieldGrid((self.amount, self.method), (self.on, self.reference)))
        row = QWidget()
        flow = Flow(row, theme.space(2))
        take = secondary(self.tr("Take the payment"), self._take, drawing="ok")
        take.setToolTip(self.tr("Ctrl+Enter"))
        flow.addWidget(take)
        flow.addWidget(quiet_button(self.tr("Cancel"), self.close_card))
        self.inside.addWidget(row)

    def _take(self) -> None:
        problem = next((each for each in (self.amount, self.on) if each.unread or each.value is None), None)
        if problem is not None:
            problem.say(problem.unread or self.tr("Type what was paid, and when."))
            stand_on(problem)
            return
        paid = Payment(
            self._document.id, self.on.value, self.method.value, self.amount.value, self.reference.text or None
        )
        try:
            kept = later_payments.take(self._services.book, paid)
        except BookProblem as wrong:
            self._services.complain(str(wrong))
            return
        self._keeper.forget()
        drafts.drop(self._services.book, self._key)
        self.hide()
        self.taken.emit(kept)

    def _keep(self) -> None:
        typed = {_AMOUNT: self.amount.text, _ON: self.on.text, _REFERENCE: self.reference.text}
        drafts.keep(self._services.book, self._key, typed | {_METHOD: self.method.value})

    def _reads_amount(self, text: str) -> object:
        found = entry.money(text)
        if isinstance(found, Decimal) and not money.ZERO < found <= self._document.balance:
            said = self.tr("found {found}; {owed} is owed")
            return Wrong(said.format(found=money.printed(found), owed=money.printed(self._document.balance)))
        return found

    def _reads_day(self, text: str) -> object:
        return typed_day.day(text, self._desk.today)


class PaidLater(QWidget):
    """One payment that came after the issue. `receipt` is the button that gives its receipt, or leads to it."""

    def __init__(
        self, payment: LaterPayment, number: str | None, give: Callable[[], object], take_back: Callable[[], object]
    ) -> None:
        """`number` is its receipt's, once one was given; `give` gives it, or leads to it."""
        super().__init__()
        about = (
            words.day(payment.on),
            words.method_word(payment.method),
            payment.reference,
            words.amount(payment.amount),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(1), 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(self.tr("Paid after the issue"), "label"))
        column.addWidget(Words(" · ".join(part for part in about if part)))
        across = QHBoxLayout()
        said = self.tr("Receipt {number}").format(number=number) if number else self.tr("Receipt for it")
        self.receipt = quiet_button(said, give, drawing="receipt")
        across.addWidget(self.receipt)
        if number is None:
            across.addWidget(quiet_button(self.tr("Take it back"), take_back, drawing="undo"))
        across.addStretch(1)
        column.addLayout(across)
