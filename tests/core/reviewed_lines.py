"""A request with one line, changed for a test, and what was said of it."""

from collections.abc import Callable
from typing import Any

from desktop.core.finding import Finding

Review = Callable[[dict[str, Any]], tuple[Finding, ...]]
Request = dict[str, Any]


def of(rule: str, findings: tuple[Finding, ...]) -> list[str | None]:
    """The fields on which a rule was said."""
    return [finding.field for finding in findings if finding.rule == rule]


def line(request: Request, **changed: object) -> Request:
    """The request with its line changed, on a day given by `on`."""
    on = changed.pop("on", None)
    if on:
        changed |= {"from": on, "to": on}
        request["prescriber"]["order_date"] = on
    request["lines"][0].update(changed)
    return request
