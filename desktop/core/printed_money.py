"""How charges without a code, totals and payments read on paper."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from desktop.core.money import printed
from desktop.core.printed import Amount, OtherCharges, Payments, PrintedPayment
from desktop.core.superbill import OtherCharge, Payment, Superbill
from desktop.core.wording import Label, Voice, Wording

_BETWEEN = " · "


def other_charges(charges: Iterable[OtherCharge], label: Label) -> OtherCharges | None:
    """A row for each; None where there is none."""
    rows = tuple((other.description or "", amount(other.amount)) for other in charges)
    return OtherCharges(label, rows) if rows else None


def payments(received: Iterable[Payment], label: Label, speaks: Voice) -> Payments | None:
    """A row for each; None where there is none."""
    rows = tuple(
        PrintedPayment(
            speaks.day(payment.on) if payment.on else "",
            _BETWEEN.join(part for part in (payment.method, payment.reference) if part),
            amount(payment.amount),
        )
        for payment in received
    )
    return Payments(label, rows) if rows else None


def total(speaks: Voice, pick: Callable[[Wording], str], value: Decimal, *, strong: bool = False) -> Amount:
    """An amount under its name."""
    return Amount(speaks.label(pick), printed(value), strong)


def owed(sale: Superbill, speaks: Voice) -> tuple[Amount, ...]:
    """Tax where it is known, what all comes to, what of it is paid, and what is left."""
    tax = (total(speaks, lambda w: w.tax, sale.tax),) if sale.tax is not None else ()
    return (
        *tax,
        total(speaks, lambda w: w.total, sale.total, strong=True),
        total(speaks, lambda w: w.paid, sale.paid),
        total(speaks, lambda w: w.balance, sale.balance, strong=True),
    )


def amount(value: Decimal | None) -> str:
    """`2,495.00`; empty where it is not known yet."""
    return "" if value is None else printed(value)
