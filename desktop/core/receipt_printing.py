"""From a sale as entered to its receipt: plain proof of purchase, for whom a superbill is forbidden or must wait."""

from desktop.core import printed_lines, printed_money, printed_page, printed_parties
from desktop.core.codes import Catalogue
from desktop.core.money import ZERO
from desktop.core.printed import Amount, PrintedReceipt
from desktop.core.printed_money import owed, total
from desktop.core.printed_page import Paper
from desktop.core.printing import of_medicare, paid_in_full
from desktop.core.superbill import Superbill
from desktop.core.wording import Label, PaperWords, Voice, voice


def complete_receipt(
    sale: Superbill, catalogue: Catalogue, words: PaperWords, *, sells_equipment: bool, draft: bool = False
) -> PrintedReceipt:
    """Everything that the receipt says, ready to be placed: nothing of plan, order or diagnoses, and no codes.

    `sells_equipment` is whether oxygen equipment is sold rather than rented. KeyError for a language without words.
    """
    speaks = voice(words, sale.language)
    paper = Paper(speaks, lambda w: w.receipt, sale.supplier, sale.patient, sale.number, sale.issued_on)
    medicare = of_medicare(sale, speaks)
    not_for_filing = (speaks.label(lambda w: w.not_for_filing),) if medicare is not None else ()
    return PrintedReceipt(
        document=printed_page.document(paper, draft=draft),
        head=printed_page.head(paper, (*paid_in_full(sale, speaks), *not_for_filing)),
        parties=printed_parties.customer(sale.patient, speaks),
        columns=printed_lines.item_columns(speaks),
        items=tuple(printed_lines.printed_item(line, catalogue, words, speaks) for line in sale.lines),
        other_charges=printed_money.other_charges(sale.other_charges, speaks.label(lambda w: w.charged_apart)),
        amounts=_amounts(sale, speaks),
        payments=printed_money.payments(sale.payments, speaks.label(lambda w: w.payments), speaks),
        statements=_statements(sale, medicare, speaks, sells_equipment=sells_equipment),
    )


def _amounts(sale: Superbill, speaks: Voice) -> tuple[Amount, ...]:
    """Tax and other charges apart from the items, as spending accounts ask."""
    apart: tuple[Amount, ...] = ()
    if sale.other_charges or sale.tax:
        items = sum((line.charge for line in sale.lines), ZERO)
        others = sale.total - items - (sale.tax or ZERO)
        apart = (total(speaks, lambda w: w.items, items),)
        if sale.other_charges:
            apart += (total(speaks, lambda w: w.not_for_the_plan, others),)
    return (*apart, *owed(sale, speaks))


def _statements(sale: Superbill, medicare: Label | None, speaks: Voice, *, sells_equipment: bool) -> tuple[Label, ...]:
    """What the page is; for a Medicare patient who files a claim, or that nobody does."""
    said = [speaks.label(lambda w: w.proof_of_purchase)]
    if medicare is not None:
        said.append(medicare)
        if sells_equipment and sale.supplier.medicare_enrolled is not False:
            said.append(speaks.label(lambda w: w.medicare_never_buys))
    return tuple(said)
