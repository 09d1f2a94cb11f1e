"""The receipt and the credit as a PDF: what was sold or came back, amounts, payments, and what the page is good for."""

from desktop.core.printed import PrintedReceipt
from desktop.paper import document, parts
from desktop.paper.blocks import Paragraph, below, space
from desktop.paper.document import Drawn, Page
from desktop.paper.flow import Section
from desktop.paper.logo import Logo, read_logo
from desktop.paper.look import Look
from desktop.paper.table import Column, Table


def draw_receipt(printed: PrintedReceipt, look: Look, logo: bytes | None = None) -> Drawn:
    """The PDF of a receipt or a credit. `logo` as for a superbill."""
    picture = read_logo(logo, look.paper) if logo is not None else None
    return document.draw(printed.document, lay_out_receipt(printed, look, picture), look, picture)


def lay_out_receipt(printed: PrintedReceipt, look: Look, logo: Logo | None = None) -> list[Page]:
    """Every text, line and picture of every page in its place; nothing is drawn yet."""
    gap = look.paper.gap
    table = _table(printed, look)
    others = printed.other_charges
    statements = below([parts.statement(said, look) for said in printed.statements], parts.TIGHT)
    sections = [
        parts.head(printed.head, look, logo),
        parts.parties(printed.parties, look),
        Section(table.rows(), table.header(), gap),
        *([parts.other_charges(others, look, table.amount_width)] if others else []),
        parts.amounts(printed.amounts, (), printed.payments, look, table.amount_width),
        Section([below([parts.hairline(look), space(parts.TIGHT), statements])], gap=gap),
    ]
    return document.lay_out(printed.document, sections, look)


def _table(printed: PrintedReceipt, look: Look) -> Table:
    heads, rows = printed.columns, printed.items
    named = [
        [Paragraph(row.title, look.body), *[Paragraph(detail, look.detail) for detail in row.details]] for row in rows
    ]
    columns = [
        Column(heads.days, [[Paragraph(day, look.body) for day in row.days] for row in rows], 64.0),
        Column(heads.item, named, None),
        Column(heads.quantity, [[Paragraph(row.quantity, look.body)] for row in rows], 44.0, right=True),
        Column(heads.amount, [[Paragraph(row.amount, look.body)] for row in rows], 110.0, right=True),
    ]
    return Table(columns, look)
