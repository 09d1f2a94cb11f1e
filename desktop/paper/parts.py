"""The parts that the store's papers share: head, parties, other charges, amounts with payments, a closing word."""

from collections.abc import Sequence

from desktop.core.printed import Amount, Head, OtherCharges, Party, Payments
from desktop.core.wording import Label
from desktop.paper.blocks import EMPTY, Block, Paragraph, Picture, below, beside, column, line
from desktop.paper.flow import Section
from desktop.paper.logo import Logo
from desktop.paper.look import Look
from desktop.paper.measure import widest

TIGHT = 4.0
_HEAD_RIGHT = 0.34  # of the width, for the title and the number


def head(printed: Head, look: Look, logo: Logo | None) -> Section:
    """Store left, title, number and day right, over a line."""
    right = look.width * _HEAD_RIGHT
    left = logo.width + look.paper.gap if logo else 0.0
    store = [Paragraph(printed.store.name, look.name)]
    store += [Paragraph(detail, look.detail) for detail in printed.store.details]
    title = [
        Paragraph(printed.heading.text, look.name),
        Paragraph(printed.itemized.text, look.small),
        Paragraph(printed.itemized.english, look.small),
        Paragraph(printed.number, look.strong_code),
        Paragraph(printed.issued, look.body),
    ]
    for mark in printed.marks:
        title += [Paragraph(mark.text, look.strong), Paragraph(mark.english, look.label)]
    block = beside(
        Block(logo.height, picture=Picture(0.0, 0.0, logo.width, logo.height)) if logo else EMPTY,
        column(left, look.width - right - look.paper.gap - left, store),
        column(look.width - right, right, title, right=True),
    )
    return Section([below([block, rule(look)], look.paper.gap)])


def parties(printed: Sequence[Party], look: Look) -> Section:
    """Columns beside each other, as many as there are parties."""
    count = len(printed)
    if not count:
        return Section([EMPTY], gap=look.paper.gap)
    width = (look.width - (count - 1) * 2 * look.paper.gap) / count
    columns = []
    for place, party in enumerate(printed):
        paragraphs = [*heading(party.label, look), Paragraph(party.name, look.emphasis)]
        paragraphs += [Paragraph(detail, look.body) for detail in party.details]
        columns.append(column(place * (width + 2 * look.paper.gap), width, paragraphs))
    return Section([beside(*columns)], gap=look.paper.gap)


def other_charges(charges: OtherCharges, look: Look, amount_width: float) -> Section:
    """What has no code, a row each, its amount under those of the lines."""
    label = column(0.0, look.width, [Paragraph(one_line(charges.label), look.label)])
    rows = [
        beside(
            column(0.0, look.width - amount_width - look.paper.gap, [Paragraph(description, look.body)]),
            column(look.width - amount_width, amount_width, [Paragraph(amount, look.body)], right=True),
        )
        for description, amount in charges.rows
    ]
    return Section(rows, label, look.paper.gap)


def amounts(
    printed: Sequence[Amount], notes: Sequence[str], paid: Payments | None, look: Look, amount_width: float
) -> Section:
    """Totals under the charges at the right, payments and notes beside them at the left."""
    widths = max(amount_width, _amount_width(printed, look))
    names = widest([one_line(amount.label) for amount in printed], look.strong)
    left = look.width - widths - names - 2 * look.paper.gap
    rows = []
    for amount in printed:
        style = look.strong if amount.strong else look.body
        row = beside(
            column(left + look.paper.gap, names, [Paragraph(one_line(amount.label), style)], right=True),
            column(look.width - widths, widths, [Paragraph(amount.amount, style)], right=True),
        )
        rows.append(row)
    noted = column(0.0, left, [Paragraph(note, look.name_of_field) for note in notes])
    payments = _payments(paid, look, left) if paid else EMPTY
    beside_them = below([block for block in (noted, payments) if block.height], look.paper.gap)
    return Section([beside(beside_them, below(rows))], gap=look.paper.gap)


def _payments(payments: Payments, look: Look, room: float) -> Block:
    """As wide as it must be, so that an amount stands near what it was paid with."""
    gap = look.paper.gap
    days = widest([row.day for row in payments.rows], look.body)
    amounts = min(widest([row.amount for row in payments.rows], look.body), room / 3)
    left = days + gap
    how = min(widest([row.how for row in payments.rows], look.body) + TIGHT, room - left - amounts - 2 * gap)
    width = left + how + 2 * gap + amounts
    rows = [
        beside(
            column(0.0, days, [Paragraph(row.day, look.body)]),
            column(left, how, [Paragraph(row.how, look.body)]),
            column(width - amounts, amounts, [Paragraph(row.amount, look.body)], right=True),
        )
        for row in payments.rows
    ]
    return below([column(0.0, room, [Paragraph(one_line(payments.label), look.label)]), *rows])


def statement(said: Label, look: Look) -> Block:
    """A sentence, and its English below it in small."""
    return column(0.0, look.width, [Paragraph(said.text, look.body), Paragraph(said.english, look.small)])


def heading(label: Label, look: Look) -> list[Paragraph]:
    """A quiet heading with its English under it."""
    return [Paragraph(label.text, look.label), Paragraph(label.english, look.beside_label)]


def one_line(label: Label) -> str:
    """A heading with its English behind it."""
    return f"{label.text} / {label.english}" if label.english else label.text


def rule(look: Look) -> Block:
    """A strong line over the whole width."""
    return line(0.0, look.width, look.paper.rule, look.paper.rule_ink)


def hairline(look: Look) -> Block:
    """A fine line over the whole width."""
    return line(0.0, look.width, look.paper.hairline, look.paper.hairline_ink)


def _amount_width(amounts: Sequence[Amount], look: Look) -> float:
    return min(widest([amount.amount for amount in amounts], look.strong), look.width * 0.35)
