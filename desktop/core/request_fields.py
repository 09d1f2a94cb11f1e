"""A superbill's request, field by field: its values by their paths (`patient.address.zip`), read and written."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from desktop.core import money


def value(request: Mapping[str, Any], path: str) -> Any:
    """What stands at a path; None where nothing does."""
    found: Any = request
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def written(request: Mapping[str, Any], values: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The request with these values at their paths; the one that was handed in stays as it is."""
    whole = dict(request)
    for path, new in values:
        _write(whole, path.split("."), new)
    return whole


def sums(request: Mapping[str, Any]) -> tuple[Decimal, Decimal]:
    """What the lines and other charges come to without the tax, and what was paid, as far as it is typed."""
    lines = (line["charge"] for line in request["lines"])
    others = (other["amount"] for other in request["other_charges"])
    paid = (payment["amount"] for payment in request["payments"])
    return _sum((*lines, *others)), _sum(paid)


def _sum(amounts: Iterable[str | None]) -> Decimal:
    return sum((money.parse(amount) for amount in amounts if amount), money.ZERO)


def _write(whole: dict[str, Any], names: list[str], new: Any) -> None:
    first, *rest = names
    if rest:
        inner = dict(whole.get(first) or {})
        _write(inner, rest, new)
        whole[first] = inner
    else:
        whole[first] = new
