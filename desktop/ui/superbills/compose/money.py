"""What a superbill comes to: charges without a code, tax, payments, and the sum at the end."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core import money, request_fields
from desktop.desk import Desk
from desktop.operations import composing, later_payments
from desktop.operations.book import Book
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import secondary
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.words import Card, Words, section
from desktop.ui.superbills.compose import fields
from desktop.ui.superbills.compose.fields import Bound, Typed, stand_on
from desktop.ui.superbills.compose.part import TWO_FROM
from desktop.ui.superbills.compose.rows import Row, RowList
from desktop.ui.superbills.words import methods


class ChargeRow(Row):
    """A charge without a code: delivery, a bag; a discount is below nothing."""

    def __init__(self, request: Mapping[str, Any]) -> None:
        super().__init__(request, QCoreApplication.translate("ChargeRow", "Take this charge away"))
        what = Typed(self.tr("What it is"), fields.TEXT)
        amount = Typed(self.tr("Amount"), fields.ANY_MONEY)
        self.bound = Bound(self, {"description": what, "amount": amount})
        self.bound.edited.connect(self.edited)
        self.amount = amount
        self.inside.addWidget(FieldGrid((what, amount), two_from=TWO_FROM))

    def number(self, place: int) -> None:
        """Tells the row its place, from 0."""
        self.entitle(self.tr("Other charge {number}").format(number=place + 1))


class PaymentRow(Row):
    """A payment."""

    def __init__(self, desk: Desk, request: Mapping[str, Any]) -> None:
        super().__init__(request, QCoreApplication.translate("PaymentRow", "Take this payment away"))
        day = Typed(self.tr("Paid on"), fields.days(desk.today))
        method = Choice(self.tr("How it was paid"), methods())
        amount = Typed(self.tr("Amount paid"), fields.MONEY)
        reference = Typed(self.tr("Reference"), fields.TEXT, hint=self.tr("Authorization, or the check's number."))
        self.bound = Bound(self, {"amount": amount, "method": method, "on": day, "reference": reference})
        self.bound.edited.connect(self.edited)
        self.amount = amount
        self.inside.addWidget(FieldGrid((amount, method), (day, reference), two_from=TWO_FROM))

    def number(self, place: int) -> None:
        """Tells the row its place, from 0."""
        self.entitle(self.tr("Payment {number}").format(number=place + 1))


class MoneyPart(Card):
    """Other charges, tax, payments, total. The tax follows the store's rate until somebody types another."""

    edited = Signal()

    def __init__(self, desk: Desk, book: Book, wire: Callable[[], Mapping[str, Any]]) -> None:
        """`wire` gives the request as it is now."""
        super().__init__()
        self._desk, self._book, self._wire = desk, book, wire
        self.tax_follows = True
        self.charges: RowList[ChargeRow] = RowList(ChargeRow)
        self.payments: RowList[PaymentRow] = RowList(lambda request: PaymentRow(desk, request))
        self.tax = Typed(self.tr("Sales ta&x"), fields.MONEY)
        self._tax = Bound(self, {"tax": self.tax})
        self._sums = Words("", "title")
        self.setAccessibleName(self.tr("Charges, tax and payments"))
        self._method = ""
        self._place()
        for part in (self.charges, self.payments):
            part.edited.connect(self.edited)
        self._tax.edited.connect(self._tax_typed)

    def fill(self, request: Mapping[str, Any], typed: Mapping[str, str], *, tax_follows: bool) -> None:
        """Shows a request. Payments begin as the store was paid last."""
        words = dict(methods())
        self._method = later_payments.usual_method(self._book, words)
        self.full.setText(self.tr("Paid in full: {method} (F8)").format(method=words[self._method]))
        self.tax_follows = tax_follows
        self.charges.fill(request["other_charges"], typed, "other_charges")
        self.payments.fill(request["payments"], typed, "payments")
        self._tax.fill(request, typed)

    def values(self) -> Iterator[tuple[str, Any]]:
        """Paths and what goes into the request."""
        yield "other_charges", self.charges.requests()
        yield "payments", self.payments.requests()
        yield "tax", self.tax.sent

    def unread(self) -> Iterator[tuple[str, str, str]]:
        """Path, text and sentence of what was not understood."""
        yield from self.charges.unread("other_charges")
        yield from self.payments.unread("payments")
        yield from self._tax.unread()

    def reckon(self) -> None:
        """The tax anew, where it follows the rate; and the sums."""
        before_tax, paid = request_fields.sums(self._wire())
        if self.tax_follows:
            self._tax.fill({"tax": composing.tax(self._book, before_tax)})
        total = before_tax + (self.tax.value or money.ZERO)
        self._sums.setText(
            self.tr("Total {total} · paid {paid} · balance {balance}").format(
                total=money.printed(total), paid=money.printed(paid), balance=money.printed(total - paid)
            )
        )

    @property
    def sums(self) -> str:
        """What stands at the end."""
        return self._sums.text()

    def paid_in_full(self, method: str) -> None:
        """A payment of what is still owed, today; nothing where nothing is."""
        before_tax, paid = request_fields.sums(self._wire())
        owed = before_tax + (self.tax.value or money.ZERO) - paid
        if owed > Decimal(0):
            self._pay(method, money.plain(owed))

    def _place(self) -> None:
        self.inside.addWidget(section(self.tr("Other charges and tax")))
        self.inside.addWidget(
            _flow(
                secondary(self.tr("Delivery"), lambda: self._charge(self.tr("Delivery"))),
                secondary(self.tr("Carrying bag"), lambda: self._charge(self.tr("Carrying bag"))),
                secondary(self.tr("Warranty"), lambda: self._charge(self.tr("Warranty"))),
                secondary(self.tr("Discount"), lambda: self._charge(self.tr("Discount"), "-")),
            )
        )
        self.inside.addWidget(self.charges)
        self.inside.addWidget(self.tax)
        self.inside.addWidget(section(self.tr("Payments")))
        self.full = secondary("", lambda: self.paid_in_full(self._method))
        # not the button's own shortcut, which presses it a tenth of a second later
        QShortcut(QKeySequence("F8"), self).activated.connect(self.full.click)
        another = secondary(self.tr("Another payment"), lambda: self._pay(self._method, None))
        self.inside.addWidget(_flow(self.full, another))
        self.inside.addWidget(self.payments)
        self.inside.addWidget(self._sums)

    def _charge(self, what: str, amount: str = "") -> None:
        row = self.charges.add({"description": what, "amount": None})
        row.amount.put(amount)
        row.amount.edit.setFocus()

    def _pay(self, method: str, amount: str | None) -> None:
        payment = {"on": self._desk.today.isoformat(), "method": method, "amount": amount, "reference": None}
        row = self.payments.add(payment)
        if amount is None:
            stand_on(row.amount)

    def _tax_typed(self) -> None:
        self.tax_follows = False
        self.edited.emit()


def _flow(*buttons: QWidget) -> QWidget:
    widget = QWidget()
    flow = Flow(widget, theme.space(2))
    for button in buttons:
        flow.addWidget(button)
    return widget
