"""Kind, state, day and amount of a document in the words of the screen."""

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from db.book.rows import Document
from desktop.core import money
from desktop.operations import later_payments
from desktop.operations.documents import CREDIT, DRAFT, ISSUED, RECEIPT, SUPERBILL, VOIDED, WAITING


def kind_word(document: Document) -> str:
    """Superbill, receipt or credit."""
    say = QCoreApplication.translate
    return {
        SUPERBILL: say("Documents", "Superbill"),
        RECEIPT: say("Documents", "Receipt"),
        CREDIT: say("Documents", "Credit"),
    }[document.kind]


def state_word(document: Document) -> str:
    """How far it is."""
    say = QCoreApplication.translate
    if document.state == WAITING and document.ready:
        return say("Documents", "Ready now")
    return {
        DRAFT: say("Documents", "Draft"),
        WAITING: say("Documents", "Waiting"),
        ISSUED: say("Documents", "Issued"),
        VOIDED: say("Documents", "Voided"),
    }[document.state]


def state_tone(document: Document) -> str:
    """The color that goes with the word."""
    if document.state == WAITING:
        return "ok" if document.ready else "warn"
    return {DRAFT: "note", ISSUED: "ok", VOIDED: "ink2"}[document.state]


def name_of(document: Document) -> str:
    """A document as one speaks of it."""
    return document.number or QCoreApplication.translate("Documents", "{kind}, not issued yet").format(
        kind=kind_word(document)
    )


def patient_of(document: Document) -> str:
    """Whose it is."""
    return document.patient_name or QCoreApplication.translate("Documents", "no name yet")


def day(value: date | datetime | None) -> str:
    """A day as it is written here."""
    return "" if value is None else QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def amount(value: Decimal) -> str:
    """Dollars and cents."""
    return money.printed(value)


def method_word(method: str | None) -> str:
    """How it was paid, as the screen says it; what was typed otherwise stays."""
    return dict(methods()).get(method or "", method or "")


def balance_word(document: Document) -> str:
    """What is still owed for an issued paper; nothing of what is not issued, or stands in for another."""
    counts = document.state == ISSUED and (document.kind == SUPERBILL or document.balance > money.ZERO)
    if not counts or (document.kind != SUPERBILL and not later_payments.may_take(document)):
        return ""
    return amount(document.balance) if document.balance else QCoreApplication.translate("Documents", "paid")


def methods() -> list[tuple[str, str]]:
    """How people pay; the first word goes on the paper."""
    say = QCoreApplication.translate
    return [
        ("card", say("PaymentRow", "Card")),
        ("cash", say("PaymentRow", "Cash")),
        ("check", say("PaymentRow", "Check")),
        ("HSA card", say("PaymentRow", "HSA or FSA card")),
        ("transfer", say("PaymentRow", "Bank transfer")),
        ("other", say("PaymentRow", "Other")),
    ]
