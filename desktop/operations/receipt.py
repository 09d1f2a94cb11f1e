"""The papers beside the superbill: a receipt, the credit for what came back, the sheet for Medicare's ABN form."""

from collections.abc import Sequence

from desktop.border import NotRight
from desktop.core.abn import Notice, proposed
from desktop.core.abn_printing import complete_sheet
from desktop.core.abn_review import review_notice
from desktop.core.credit_printing import complete_credit
from desktop.core.credit_review import review_credit
from desktop.core.money import ZERO
from desktop.core.receipt_printing import complete_receipt
from desktop.core.receipt_review import review_receipt, sells_equipment
from desktop.desk import Desk
from desktop.operations import credit_wire, superbill_wire
from desktop.operations.issued import Issued, Sums, issued
from desktop.operations.paper_look import abn_words, paper_look, paper_words, unprintable
from desktop.paper.document import Drawn
from desktop.paper.receipt import draw_receipt
from desktop.paper.sheet import draw_sheet


def receipt(desk: Desk, raw: object, *, draft: bool = False, logo: bytes | None = None) -> Issued:
    """The receipt of a superbill's request, in which all that an insurer needs may be null.

    A draft is printed in spite of stops, and marked. NotRight names the first field of the request that does not fit;
    LogoProblem says why a logo cannot be used.
    """
    sale = superbill_wire.from_wire(raw)
    findings = review_receipt(sale, desk.rules, desk.catalogue, unprintable)

    def drawn() -> Drawn:
        sells = sells_equipment(sale, desk.rules)
        printed = complete_receipt(sale, desk.catalogue, paper_words(), sells_equipment=sells, draft=draft)
        return draw_receipt(printed, paper_look(), logo)

    return issued(sale.number, Sums(sale.total, sale.paid), findings, drawn, desk.catalogue, draft=draft)


def credit(desk: Desk, raw: object, *, draft: bool = False, logo: bytes | None = None) -> Issued:
    """The credit document of a returned item: `total` of the answer is what is credited, `paid` what of it was paid
    back, `balance` what is left of it. Problems as for `receipt`."""
    asked = credit_wire.from_wire(raw)
    findings = review_credit(asked, desk.rules, unprintable)
    back = asked.given_back

    def drawn() -> Drawn:
        printed = complete_credit(asked, desk.catalogue, paper_words(), draft=draft)
        return draw_receipt(printed, paper_look(), logo)

    return issued(asked.number, Sums(back.total, back.refunded), findings, drawn, desk.catalogue, draft=draft)


def abn_sheet(
    desk: Desk,
    raw: object,
    *,
    reasons: Sequence[str] = (),
    own_reason: str | None = None,
    draft: bool = False,
) -> Issued:
    """What to write in Medicare's ABN form for a superbill's request. `reasons` are ids of `abn_reasons`; without any
    and without an own one, the sale's own reason is taken where it has one. `total` of the answer is the estimated
    cost. NotRight names the first field that does not fit, or a reason that there is not."""
    sale, words = superbill_wire.from_wire(raw), abn_words()
    for place, reason in enumerate(reasons):
        if reason not in words.reasons:
            allowed = ", ".join(words.reasons)
            raise NotRight(f"reasons[{place}]", f"found {reason!r}; allowed is {allowed}")
    own = " ".join((own_reason or "").split()) or None
    chosen = tuple(dict.fromkeys(reasons))
    if not chosen and own is None:
        chosen = proposed(sale, words, sells_equipment=sells_equipment(sale, desk.rules))
    notice = Notice(sale, chosen, own)
    findings = review_notice(notice, desk.rules, desk.catalogue, unprintable)

    def drawn() -> Drawn:
        return draw_sheet(complete_sheet(notice, desk.catalogue, paper_words(), words, draft=draft), paper_look())

    return issued(sale.number, Sums(notice.estimate, ZERO), findings, drawn, desk.catalogue, draft=draft)


def abn_reasons(language: str) -> dict[str, str]:
    """The reasons that Medicare may not pay, by their ids, in the words that go on the form. KeyError for a language
    without words."""
    return {reason.id: reason.words[language] for reason in abn_words().reasons.values()}
