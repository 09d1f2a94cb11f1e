"""What an issued document says, apart from its page: its lines with the words of that day, and its payments."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from db.book.papers import Told
from db.book.rows import Document, IssuedLine, Payment
from desktop.core import money
from desktop.core.codes import Catalogue
from desktop.core.superbill import Line
from desktop.core.superbill import Payment as Paid
from desktop.operations import credit_wire, superbill_wire
from desktop.operations.documents import CREDIT


def told(document: Document, wire: Mapping[str, Any], catalogue: Catalogue) -> Told:
    """Lines and payments of a request that was just printed; of a credit they are what was given back, negative."""
    if document.kind == CREDIT:
        credit = credit_wire.from_wire(wire)
        returned = zip(credit.returned.lines, credit.given_back.lines, strict=True)
        lines = [
            _line(document.id, credit.original.lines[back.line], back.units, -amount, catalogue)
            for back, amount in returned
        ]
        return Told(lines, list(_payments(document.id, credit.returned.refunds, -1)))
    sale = superbill_wire.from_wire(wire)
    lines = [_line(document.id, line, line.units, line.charge, catalogue) for line in sale.lines]
    return Told(lines, list(_payments(document.id, sale.payments, 1)))


def _line(number: int, line: Line, units: int, charge: Decimal, catalogue: Catalogue) -> IssuedLine:
    known = catalogue.code(line.code) if line.code else None
    words = known.long if known else None
    return IssuedLine(number, line.code or "", line.modifiers, words, units, charge, catalogue.edition)


def _payments(number: int, paid: tuple[Paid, ...], sign: int) -> Iterator[Payment]:
    for payment in paid:
        amount = sign * (payment.amount or money.ZERO)
        yield Payment(number, payment.on, payment.method, amount, payment.reference)
