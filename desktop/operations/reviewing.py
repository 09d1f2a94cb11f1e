"""What an insurer would still send back of a superbill that is being composed."""

from collections.abc import Mapping
from typing import Any

from desktop.border import NotRight
from desktop.core.finding import Finding
from desktop.core.review import review
from desktop.desk import Desk
from desktop.operations.paper_look import unprintable
from desktop.operations.superbill_wire import from_wire

__all__ = ["NotRight", "reviewed"]

_TO_COME = "to come"


def reviewed(desk: Desk, wire: Mapping[str, Any]) -> tuple[Finding, ...]:
    """The findings as they would be if it were issued today: its number and day come with the issue.

    NotRight names a field that holds what no request may hold.
    """
    asked = dict(wire) | {"number": _TO_COME, "issued_on": desk.today.isoformat()}
    return review(from_wire(asked), desk.rules, desk.catalogue, unprintable)
