"""The superbill's parts as blocks: head, parties, diagnoses, lines, amounts, narratives, signature."""

from desktop.core.printed import Printed, PrintedDiagnosis, PrintedNarrative
from desktop.paper import parts
from desktop.paper.blocks import Block, Paragraph, below, beside, column, line, space
from desktop.paper.flow import Section
from desktop.paper.logo import Logo
from desktop.paper.look import Look
from desktop.paper.measure import widest
from desktop.paper.table import Column, Table

_FEW_DIAGNOSES = 3
_SIGNATURE = 0.5
_SIGNING_ROOM = 22.0


def sections(printed: Printed, look: Look, logo: Logo | None) -> list[Section]:
    """Everything on the superbill, from top to bottom."""
    gap = look.paper.gap
    table = _table(printed, look)
    others = printed.other_charges
    return [
        parts.head(printed.head, look, logo),
        parts.parties(printed.parties, look),
        Section(_diagnoses(printed, look), gap=gap),
        Section(table.rows(), table.header(), gap),
        *([parts.other_charges(others, look, table.amount_width)] if others else []),
        parts.amounts(printed.amounts, printed.notes, printed.payments, look, table.amount_width),
        *[Section([_narrative(narrative, look)], gap=gap) for narrative in printed.narratives],
        Section([_end(printed, look)], gap=gap),
    ]


def _table(printed: Printed, look: Look) -> Table:
    heads, rows = printed.columns, printed.lines
    described = [
        [Paragraph(row.title, look.body), *[Paragraph(detail, look.detail) for detail in row.details]] for row in rows
    ]
    columns = [
        Column(heads.days, [[Paragraph(day, look.body) for day in row.days] for row in rows], 64.0),
        Column(heads.place_of_service, [[Paragraph(row.place_of_service, look.body)] for row in rows], 34.0),
        Column(heads.code, [[Paragraph(row.code, look.strong_code)] for row in rows], 52.0),
        Column(heads.modifiers, [[Paragraph(" ".join(row.modifiers), look.code)] for row in rows], 60.0),
        Column(heads.description, described, None),
        Column(heads.pointers, [[Paragraph(" ".join(row.pointers), look.code)] for row in rows], 44.0),
        Column(heads.units, [[Paragraph(row.units, look.body)] for row in rows], 44.0, right=True),
        Column(heads.charge, [[Paragraph(row.charge, look.body)] for row in rows], 110.0, right=True),
    ]
    return Table(columns, look)


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
    label = column(0.0, look.width, [Paragraph(parts.one_line(printed.diagnoses_label), look.label)])
    return [below([label, rows[0]]), *rows[1:]]


def _diagnosis(diagnosis: PrintedDiagnosis, look: Look, left: float, width: float, codes: float) -> Block:
    code = left + look.paper.gap + widest(["W"], look.strong_code)
    words = code + codes + look.paper.gap
    return beside(
        column(left, code - left, [Paragraph(diagnosis.letter, look.strong_code)]),
        column(code, codes, [Paragraph(diagnosis.code, look.code)]),
        column(words, left + width - words, [Paragraph(diagnosis.words, look.body)]),
    )


def _narrative(narrative: PrintedNarrative, look: Look) -> Block:
    fields = [(parts.one_line(narrative.note_label), narrative.note, look.code)]
    fields += [(parts.one_line(label), said, look.body) for label, said in narrative.fields]
    names = widest([label for label, _, _ in fields], look.name_of_field) + parts.TIGHT
    left = names + look.paper.gap
    rows = [
        beside(
            column(0.0, names, [Paragraph(label, look.name_of_field)]),
            column(left, look.width - left, [Paragraph(said, style)]),
        )
        for label, said, style in fields
    ]
    heading = column(0.0, look.width, [Paragraph(parts.one_line(narrative.label), look.label)])
    return below([parts.hairline(look), space(parts.TIGHT), heading, *rows])


def _end(printed: Printed, look: Look) -> Block:
    """What the supplier states, and where it signs."""
    signature = look.width * _SIGNATURE
    date = signature + 2 * look.paper.gap
    lines = beside(
        line(0.0, signature, look.paper.hairline, look.paper.ink),
        line(date, look.width * 0.25, look.paper.hairline, look.paper.ink),
    )
    names = beside(
        column(0.0, signature, [Paragraph(parts.one_line(printed.signature), look.small)]),
        column(date, look.width * 0.25, [Paragraph(parts.one_line(printed.signed_on), look.small)]),
    )
    said = parts.statement(printed.statement, look)
    return below([parts.hairline(look), space(parts.TIGHT), said, space(_SIGNING_ROOM), lines, names])
