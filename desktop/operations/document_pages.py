"""The page of each kind of document, made from its request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations import superbill
from desktop.operations.documents import SUPERBILL


@dataclass(frozen=True, slots=True)
class Linked:
    """What a page needs beside its request: the numbers of the document that it replaces and of the one that it gives
    back from or stands in for, and the bytes of the store's logo."""

    replaces: str | None = None
    of: str | None = None
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The document's bytes, None where a finding stops it."""

    pdf: bytes | None
    findings: tuple[Finding, ...]


Pages = Mapping[str, Callable[[Desk, Mapping[str, Any], Linked], Page]]


def of_superbill(desk: Desk, wire: Mapping[str, Any], linked: Linked) -> Page:
    """The superbill, reviewed. NotRight where the request is not one yet."""
    made = superbill.issue(desk, wire, draft=False)
    return Page(made.pdf, made.answer.findings)


PAGES: Pages = {SUPERBILL: of_superbill}
