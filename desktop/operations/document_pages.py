"""The page of each kind of document, made from its request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop.core import money
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations import receipt, superbill
from desktop.operations.documents import CREDIT, RECEIPT, SUPERBILL
from desktop.operations.issued import Issued


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page needs beside its request: the number of the document that it replaces, and the store's logo."""

    replaces: str | None = None
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The document's bytes (None where a finding stops it), and what it comes to: a credit, to less than nothing."""

    pdf: bytes | None
    findings: tuple[Finding, ...]
    total: Decimal
    paid: Decimal


Pages = Mapping[str, Callable[[Desk, Mapping[str, Any], Beside], Page]]


def of_superbill(desk: Desk, wire: Mapping[str, Any], beside: Beside) -> Page:
    """The superbill, reviewed. NotRight where the request is not one yet, LogoProblem for the logo."""
    return _page(superbill.issue(desk, wire, draft=False, replaces=beside.replaces, logo=beside.logo))


def of_receipt(desk: Desk, wire: Mapping[str, Any], beside: Beside) -> Page:
    """The receipt of a superbill's request. Problems as for the superbill."""
    return _page(receipt.receipt(desk, wire, logo=beside.logo))


def of_credit(desk: Desk, wire: Mapping[str, Any], beside: Beside) -> Page:
    """The credit of a credit's request. Problems as for the superbill."""
    return _page(receipt.credit(desk, wire, logo=beside.logo), sign=-1)


PAGES: Pages = {SUPERBILL: of_superbill, RECEIPT: of_receipt, CREDIT: of_credit}


def _page(made: Issued, sign: int = 1) -> Page:
    answer = made.answer
    amounts = (sign * money.parse(amount) + money.ZERO for amount in (answer.total, answer.paid))
    return Page(made.pdf, answer.findings, *amounts)
