"""A paper that was asked for: what other programs are told of it, and its bytes unless a finding forbids it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from msgspec import Struct

from desktop.core import money
from desktop.core.codes import Catalogue
from desktop.core.finding import Finding, forbidden
from desktop.operations import edition
from desktop.paper.document import Drawn


class PaperAnswer(Struct, frozen=True):
    """The answer of the headless door's `superbill`, and of every other paper. `pages` and `sha256` are null where
    nothing was printed."""

    number: str | None
    pages: int | None
    sha256: str | None
    total: str
    paid: str
    balance: str
    findings: tuple[Finding, ...]
    catalogue: edition.Edition


@dataclass(frozen=True, slots=True)
class Issued:
    """The answer, and the document's bytes unless a finding forbids it."""

    answer: PaperAnswer
    pdf: bytes | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What a paper comes to, in dollars."""

    total: Decimal
    paid: Decimal

    @property
    def balance(self) -> Decimal:
        """What is left."""
        return self.total - self.paid


def issued(  # noqa: PLR0913 -- what a paper is told of, each once
    number: str | None,
    sums: Sums,
    findings: tuple[Finding, ...],
    draw: Callable[[], Drawn],
    catalogue: Catalogue,
    *,
    draft: bool,
) -> Issued:
    """Draws the paper where nothing stops it; a draft is drawn in spite of stops."""
    drawn = None if forbidden(findings) and not draft else draw()
    answer = PaperAnswer(
        number=number,
        pages=drawn.pages if drawn else None,
        sha256=hashlib.sha256(drawn.pdf).hexdigest() if drawn else None,
        total=money.plain(sums.total),
        paid=money.plain(sums.paid),
        balance=money.plain(sums.balance),
        findings=findings,
        catalogue=edition.of(catalogue),
    )
    return Issued(answer, drawn.pdf if drawn else None)
