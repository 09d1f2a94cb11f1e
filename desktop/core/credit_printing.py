"""From a credit as entered to the document: it names the original, and everything on it is taken back."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.core import printed_lines, printed_money, printed_page, printed_parties
from desktop.core.codes import Catalogue
from desktop.core.credit import Credit
from desktop.core.money import ZERO
from desktop.core.printed import Amount, Party, PrintedItem, PrintedReceipt
from desktop.core.printed_money import total
from desktop.core.printed_page import Paper
from desktop.core.superbill import OtherCharge
from desktop.core.wording import PaperWords, Voice, voice

_BETWEEN = " · "


def complete_credit(credit: Credit, catalogue: Catalogue, words: PaperWords, *, draft: bool = False) -> PrintedReceipt:
    """Everything that the credit says, ready to be placed; quantities and amounts are negative. KeyError for a
    language without words."""
    speaks = voice(words, credit.language)
    original = credit.original
    paper = Paper(speaks, lambda w: w.credit, original.supplier, original.patient, credit.number, credit.issued_on)
    refunds = credit.returned.refunds
    return PrintedReceipt(
        document=printed_page.document(paper, draft=draft),
        head=printed_page.head(paper, ()),
        parties=(*printed_parties.customer(original.patient, speaks), *_why(credit, speaks)),
        columns=printed_lines.item_columns(speaks),
        items=tuple(_items(credit, catalogue, words, speaks)),
        other_charges=printed_money.other_charges(_charges(credit), speaks.label(lambda w: w.others_back)),
        amounts=_amounts(credit, speaks),
        payments=printed_money.payments(refunds, speaks.label(lambda w: w.refunds), speaks),
        statements=(speaks.label(lambda w: w.tell_the_plan),),
    )


def _why(credit: Credit, speaks: Voice) -> tuple[Party, ...]:
    """The original by number and day, and why it came back."""
    number, day = credit.original.number or "", credit.original.issued_on
    of_day = speaks.own.issued.format(day=speaks.day(day)) if day else ""
    found = (
        Party(speaks.label(lambda w: w.returns), number, (of_day,) if of_day else ()),
        Party(speaks.label(lambda w: w.reason), "", (credit.reason,) if credit.reason else ()),
    )
    return tuple(party for party in found if party.name or party.details)


def _items(credit: Credit, catalogue: Catalogue, words: PaperWords, speaks: Voice) -> Iterator[PrintedItem]:
    """What came back, as the original named it."""
    original = credit.original
    for back, amount in zip(credit.returned.lines, credit.given_back.lines, strict=True):
        if 0 <= back.line < len(original.lines):
            line = replace(original.lines[back.line], units=-back.units, charge=-amount)
            where = speaks.own.original_line.format(line=back.line + 1, number=original.number or "")
            coded = " ".join(part for part in (line.code, *line.modifiers) if part)
            found = _BETWEEN.join(part for part in (where, coded) if part)
            yield printed_lines.printed_item(line, catalogue, words, speaks, found)


def _charges(credit: Credit) -> Iterator[OtherCharge]:
    known = credit.original.other_charges
    for back, amount in zip(credit.returned.other_charges, credit.given_back.other_charges, strict=True):
        if 0 <= back.charge < len(known):
            yield OtherCharge(known[back.charge].description, -amount)


def _amounts(credit: Credit, speaks: Voice) -> tuple[Amount, ...]:
    back = credit.given_back
    items, others = sum(back.lines, ZERO), sum(back.other_charges, ZERO)
    apart: tuple[Amount, ...] = ()
    if back.other_charges or back.tax:
        apart = (total(speaks, lambda w: w.items_back, -items),)
        if back.other_charges:
            apart += (total(speaks, lambda w: w.not_for_the_plan, -others),)
        if back.tax:
            apart += (total(speaks, lambda w: w.tax_back, -back.tax),)
    return (
        *apart,
        total(speaks, lambda w: w.credited, -back.total, strong=True),
        total(speaks, lambda w: w.refunded, back.refunded),
        total(speaks, lambda w: w.credit_left, -credit.left, strong=True),
    )
