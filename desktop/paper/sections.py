"""The superbill's parts as blocks: head, parties, diagnoses, lines, amounts, narratives, signature."""

from collections.abc import Sequence

from desktop.core.printed import Amount, OtherCharges, Payments, Printed, PrintedDiagnosis, PrintedNarrative
from desktop.core.wording import Label
from desktop.paper.blocks import EMPTY, Block, Paragraph, Picture, below, beside, column, line, space
from desktop.paper.flow import Section
from desktop.paper.look import Look
from desktop.paper.measure import widest
from desktop.paper.table import Table

_HEAD_RIGHT = 0.34  # of the width, for the title and the number
_FEW_DIAGNOSES = 3
_SIGNATURE = 0.5
_TIGHT = 4.0
_SIGNING_ROOM = 22.0


def sections(printed: Printed, look: Look, logo: tuple[float, float] | None) -> list[Section]:
    """Everything on the superbill, from top to bottom. `logo` is its width and height."""
    gap = look.paper.gap
    table = Table(printed, look)
    return [
        Section([below([head(printed, look, logo), _rule(look)], gap)]),
        Section([_parties(printed, look)], gap=gap),
        Section(_diagnoses(printed, look), gap=gap),
        Section(table.rows(), table.header(), gap),
        *([Section(*_other_charges(printed.other_charges, look, table), gap)] if printed.other_charges else []),
        Section([_amounts(printed, look, table)], gap=gap),
        *[Section([_narrative(narrative, look)], gap=gap) for narrative in printed.narratives],
        Section([_end(printed, look)], gap=gap),
    ]


def head(printed: Printed, look: Look, logo: tuple[float, float] | None) -> Block:
    """Store left, title, number and day right."""
    right = look.width * _HEAD_RIGHT
    wide, high = logo or (0.0, 0.0)
    left = wide + look.paper.gap if logo else 0.0
    store = [Paragraph(printed.store.name, look.name)]
    store += [Paragraph(detail, look.detail) for detail in printed.store.details]
    title = [
        Paragraph(printed.heading.text, look.name),
        Paragraph(printed.itemized.text, look.small),
        Paragraph(printed.itemized.english, look.small),
        Paragraph(printed.number, look.strong_code),
        Paragraph(printed.issued, look.body),
    ]
    if printed.paid_in_full:
        title += [
            Paragraph(printed.paid_in_full.text, look.strong),
            Paragraph(printed.paid_in_full.english, look.label),
        ]
    return beside(
        Block(high, picture=Picture(0.0, 0.0, wide, high)) if logo else EMPTY,
        column(left, look.width - right - look.paper.gap - left, store),
        column(look.width - right, right, title, right=True),
    )


def _parties(printed: Printed, look: Look) -> Block:
    count = len(printed.parties)
    if not count:
        return EMPTY
    width = (look.width - (count - 1) * 2 * look.paper.gap) / count
    columns = []
    for place, party in enumerate(printed.parties):
        paragraphs = [*_heading(party.label, look), Paragraph(party.name, look.emphasis)]
        paragraphs += [Paragraph(detail, look.body) for detail in party.details]
        columns.append(column(place * (width + 2 * look.paper.gap), width, paragraphs))
    return beside(*columns)


def _diagnoses(printed: Printed, look: Look) -> list[Block]:
    """One a row while they are few, else two beside each other; the label with the first."""
    if not printed.diagnoses:
        return []
    abreast = 1 if len(printed.diagnoses) <= _FEW_DIAGNOSES else 2
    width = (look.width - (abreast - 1) * 2 * look.paper.gap) / abreast
    codes = min(widest([diagnosis.code for diagnosis in printed.diagnoses], look.code), width / 3)
    cells = [
        _diagnosis(diagnosis, look, (width + 2 * look.paper.gap) * (place % abreast), width, codes)
        for place, diagnosis in enumerate(printed.diagnoses)
    ]
    rows = [beside(*cells[place : place + abreast]) for place in range(0, len(cells), abreast)]
    label = column(0.0, look.width, [Paragraph(_one_line(printed.diagnoses_label), look.label)])
    return [below([label, rows[0]]), *rows[1:]]


def _diagnosis(diagnosis: PrintedDiagnosis, look: Look, left: float, width: float, codes: float) -> Block:
    code = left + look.paper.gap + widest(["W"], look.strong_code)
    words = code + codes + look.paper.gap
    return beside(
        column(left, code - left, [Paragraph(diagnosis.letter, look.strong_code)]),
        column(code, codes, [Paragraph(diagnosis.code, look.code)]),
        column(words, left + width - words, [Paragraph(diagnosis.words, look.body)]),
    )


def _other_charges(charges: OtherCharges, look: Look, table: Table) -> tuple[list[Block], Block]:
    label = column(0.0, look.width, [Paragraph(_one_line(charges.label), look.label)])
    amounts = table.amount_width
    rows = [
        beside(
            column(0.0, look.width - amounts - look.paper.gap, [Paragraph(description, look.body)]),
            column(look.width - amounts, amounts, [Paragraph(amount, look.body)], right=True),
        )
        for description, amount in charges.rows
    ]
    return rows, label


def _amounts(printed: Printed, look: Look, table: Table) -> Block:
    """Totals under the charges at the right, payments and notes beside them at the left."""
    amounts = max(table.amount_width, _amount_width(printed.amounts, look))
    names = widest([_one_line(amount.label) for amount in printed.amounts], look.strong)
    left = look.width - amounts - names - 2 * look.paper.gap
    rows = []
    for amount in printed.amounts:
        style = look.strong if amount.strong else look.body
        row = beside(
            column(left + look.paper.gap, names, [Paragraph(_one_line(amount.label), style)], right=True),
            column(look.width - amounts, amounts, [Paragraph(amount.amount, style)], right=True),
        )
        rows.append(row)
    notes = column(0.0, left, [Paragraph(note, look.name_of_field) for note in printed.notes])
    payments = _payments(printed.payments, look, left) if printed.payments else EMPTY
    return beside(below([block for block in (notes, payments) if block is not EMPTY], look.paper.gap), below(rows))


def _payments(payments: Payments, look: Look, room: float) -> Block:
    """As wide as it must be, so that an amount stands near what it was paid with."""
    gap = look.paper.gap
    days = widest([row.day for row in payments.rows], look.body)
    amounts = min(widest([row.amount for row in payments.rows], look.body), room / 3)
    left = days + gap
    how = min(widest([row.how for row in payments.rows], look.body) + _TIGHT, room - left - amounts - 2 * gap)
    width = left + how + 2 * gap + amounts
    rows = [
        beside(
            column(0.0, days, [Paragraph(row.day, look.body)]),
            column(left, how, [Paragraph(row.how, look.body)]),
            column(width - amounts, amounts, [Paragraph(row.amount, look.body)], right=True),
        )
        for row in payments.rows
    ]
    return below([column(0.0, room, [Paragraph(_one_line(payments.label), look.label)]), *rows])


def _narrative(narrative: PrintedNarrative, look: Look) -> Block:
    fields = [(_one_line(narrative.note_label), narrative.note, look.code)]
    fields += [(_one_line(label), said, look.body) for label, said in narrative.fields]
    names = widest([label for label, _, _ in fields], look.name_of_field) + _TIGHT
    left = names + look.paper.gap
    rows = [
        beside(
            column(0.0, names, [Paragraph(label, look.name_of_field)]),
            column(left, look.width - left, [Paragraph(said, style)]),
        )
        for label, said, style in fields
    ]
    heading = column(0.0, look.width, [Paragraph(_one_line(narrative.label), look.label)])
    return below([_hairline(look), space(_TIGHT), heading, *rows])


def _end(printed: Printed, look: Look) -> Block:
    """What the supplier states, and where it signs."""
    gap = look.paper.gap
    signature = look.width * _SIGNATURE
    statement = column(
        0.0,
        look.width,
        [Paragraph(printed.statement.text, look.body), Paragraph(printed.statement.english, look.small)],
    )
    date = signature + 2 * gap
    lines = beside(
        line(0.0, signature, look.paper.hairline, look.paper.ink),
        line(date, look.width * 0.25, look.paper.hairline, look.paper.ink),
    )
    names = beside(
        column(0.0, signature, [Paragraph(_one_line(printed.signature), look.small)]),
        column(date, look.width * 0.25, [Paragraph(_one_line(printed.signed_on), look.small)]),
    )
    return below([_hairline(look), space(_TIGHT), statement, space(_SIGNING_ROOM), lines, names])


def _heading(label: Label, look: Look) -> list[Paragraph]:
    return [Paragraph(label.text, look.label), Paragraph(label.english, look.beside_label)]


def _one_line(label: Label) -> str:
    return f"{label.text} / {label.english}" if label.english else label.text


def _rule(look: Look) -> Block:
    return line(0.0, look.width, look.paper.rule, look.paper.rule_ink)


def _hairline(look: Look) -> Block:
    return line(0.0, look.width, look.paper.hairline, look.paper.hairline_ink)


def _amount_width(amounts: Sequence[Amount], look: Look) -> float:
    return min(widest([amount.amount for amount in amounts], look.strong), look.width * 0.35)
