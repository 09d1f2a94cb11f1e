"""Receipts, credits and sheets for the ABN form, of plainly invented people."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.core.abn import Notice
from desktop.core.credit import Credit, Return, ReturnedCharge, ReturnedLine
from desktop.core.superbill import OxygenOrder, Payer, Payment, Prescriber, Superbill
from tests.paper import samples

LATER = date(2026, 3, 9)


def medicare_sale(*, enrolled: bool = True) -> Superbill:
    """A Medicare patient bought a portable concentrator; nothing of an order is known."""
    start = samples.one_line()
    return replace(
        start,
        number="R-2026-000031",
        supplier=replace(start.supplier, medicare_enrolled=enrolled),
        patient=replace(start.patient, member_id=None, group=None),
        payer=Payer("medicare", None, None),
        prescriber=Prescriber(None, None, None, None, None, None),
        order=OxygenOrder(None, None, None, None, None, None),
        diagnoses=(),
        lines=(replace(samples.line(), pointers=()),),
    )


def unknown_customer() -> Superbill:
    """Someone bought tubing for cash and left no name."""
    start = medicare_sale()
    nobody = replace(start.patient, first=None, last=None, dob=None, phone=None, address=samples.nowhere())
    tubing = replace(samples.line("A4616", charge="30.00"), modifiers=(), units=25, serial=None, maker=None, model=None)
    return replace(
        start,
        patient=nobody,
        payer=Payer("none", None, None),
        lines=(tubing,),
        tax=Decimal("2.48"),
        payments=(Payment(samples.DAY, "cash", Decimal("32.48"), None),),
    )


def returned(*lines: ReturnedLine, refund: str | None = None) -> Return:
    """Lines that came back, the refund in one piece."""
    refunds = (Payment(LATER, "card", Decimal(refund), "auth 00502"),) if refund else ()
    return Return(lines, (), None, refunds)


def credit() -> Credit:
    """The portable concentrator came back after a week."""
    return Credit(
        number="CR-2026-000004",
        issued_on=LATER,
        language="en",
        reason="Too heavy for the patient; returned unused within 14 days",
        original=samples.one_line(),
        returned=returned(ReturnedLine(0, 1, None), refund="2495.00"),
        earlier=(),
    )


def credit_with_charges() -> Credit:
    """Ten of 25 feet of tubing and the bag came back, with their tax and their part of the discount."""
    refunds = (Payment(LATER, "cash", Decimal("40.00"), None),)
    charges = (ReturnedCharge(1, None), ReturnedCharge(2, Decimal("-3.00")))
    back = Return((ReturnedLine(2, 10, None),), charges, Decimal("1.10"), refunds)
    return replace(credit(), original=samples.with_other_charges(), returned=back)


def credit_of_longest() -> Credit:
    """Everything as long as people have ever written it."""
    original = samples.longest()
    lines = tuple(ReturnedLine(place, 1, None) for place in range(len(original.lines)))
    word = "W" * 120
    refund = Payment(LATER, f"check {word}", Decimal("12345678901.00"), word)
    back = Return(lines, (ReturnedCharge(0, None),), Decimal("0.00"), (refund,))
    return Credit(f"CR-{word}", LATER, "en", f"Because of {word} and " + "so on " * 60, original, back, ())


def credit_of_many(count: int) -> Credit:
    """That many lines, all of which came back."""
    lines = tuple(ReturnedLine(place, 1, None) for place in range(count))
    return replace(credit(), original=samples.many_lines(count), returned=returned(*lines))


def notice() -> Notice:
    """The same sale before it is handed over, by an enrolled store."""
    return Notice(medicare_sale(), ("bought",), None)
