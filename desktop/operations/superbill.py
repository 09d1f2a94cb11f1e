"""A superbill: reviewed, and printed where nothing stops it."""

from desktop.core.printing import complete
from desktop.core.review import review
from desktop.desk import Desk
from desktop.operations.issued import Issued, Sums, issued
from desktop.operations.paper_look import paper_look, paper_words, unprintable
from desktop.operations.superbill_wire import from_wire
from desktop.paper.document import Drawn
from desktop.paper.superbill import draw


def issue(desk: Desk, raw: object, *, draft: bool, replaces: str | None = None, logo: bytes | None = None) -> Issued:
    """Reviews and prints the superbill of a decoded request; a draft is printed in spite of stops, and marked.

    `replaces` is the number of the voided superbill that this one corrects: the page then says so. NotRight names the
    first field of the request that does not fit; LogoProblem says why a logo cannot be used.
    """
    superbill = from_wire(raw)
    findings = review(superbill, desk.rules, desk.catalogue, unprintable)

    def drawn() -> Drawn:
        printed = complete(superbill, desk.catalogue, paper_words(), draft=draft, replaces=replaces)
        return draw(printed, paper_look(), logo)

    return issued(superbill.number, Sums(superbill.total, superbill.paid), findings, drawn, desk.catalogue, draft=draft)
