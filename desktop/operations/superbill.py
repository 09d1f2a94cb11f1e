"""A superbill: reviewed, and printed where nothing stops it."""

import hashlib
from dataclasses import dataclass

from msgspec import Struct

from desktop.core import money
from desktop.core.finding import Finding, forbidden
from desktop.core.printing import complete
from desktop.core.review import review
from desktop.core.superbill import Superbill
from desktop.desk import Desk
from desktop.operations.paper_look import paper_look, paper_words, unprintable
from desktop.operations.superbill_wire import from_wire
from desktop.paper.document import Drawn
from desktop.paper.superbill import draw


class SuperbillAnswer(Struct, frozen=True):
    """The answer of the headless door's `superbill`. `pages` and `sha256` are null where nothing was printed."""

    number: str | None
    pages: int | None
    sha256: str | None
    total: str
    paid: str
    balance: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Issued:
    """The answer, and the document's bytes unless a finding forbids it."""

    answer: SuperbillAnswer
    pdf: bytes | None


def issue(desk: Desk, raw: object, *, draft: bool) -> Issued:
    """Reviews and prints the superbill of a decoded request; a draft is printed in spite of stops, and marked.

    NotRight names the first field of the request that does not fit.
    """
    superbill = from_wire(raw)
    findings = review(superbill, desk.rules, desk.catalogue, unprintable)
    drawn = None if forbidden(findings) and not draft else _drawn(desk, superbill, draft=draft)
    answer = SuperbillAnswer(
        number=superbill.number,
        pages=drawn.pages if drawn else None,
        sha256=hashlib.sha256(drawn.pdf).hexdigest() if drawn else None,
        total=money.plain(superbill.total),
        paid=money.plain(superbill.paid),
        balance=money.plain(superbill.balance),
        findings=findings,
    )
    return Issued(answer, drawn.pdf if drawn else None)


def _drawn(desk: Desk, superbill: Superbill, *, draft: bool) -> Drawn:
    return draw(complete(superbill, desk.catalogue, paper_words(), draft=draft), paper_look())
