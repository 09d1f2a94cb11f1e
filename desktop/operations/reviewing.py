"""What an insurer would still send back of a superbill that is being composed."""

from collections.abc import Mapping
from typing import Any

from desktop.border import NotRight
from desktop.core.finding import Finding
from desktop.core.receipt_review import review_receipt
from desktop.core.review import review
from desktop.core.superbill import Superbill
from desktop.desk import Desk
from desktop.operations.paper_look import unprintable
from desktop.operations.superbill_wire import from_wire

__all__ = ["NotRight", "receipt_reviewed", "reviewed"]

_TO_COME = "to come"


def reviewed(desk: Desk, wire: Mapping[str, Any]) -> tuple[Finding, ...]:
    """The findings as they would be if it were issued today: its number and day come with the issue.

    NotRight names a field that holds what no request may hold.
    """
    return review(_as_of_today(desk, wire), desk.rules, desk.catalogue, unprintable)


def receipt_reviewed(desk: Desk, wire: Mapping[str, Any]) -> tuple[Finding, ...]:
    """The same of a receipt: what it cannot do without."""
    return review_receipt(_as_of_today(desk, wire), desk.rules, desk.catalogue, unprintable)


def _as_of_today(desk: Desk, wire: Mapping[str, Any]) -> Superbill:
    return from_wire(dict(wire) | {"number": _TO_COME, "issued_on": desk.today.isoformat()})
