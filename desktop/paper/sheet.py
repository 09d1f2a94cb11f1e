"""The sheet of what to write in a form's blanks, as a PDF: a row for each blank, what to write at the right."""

from desktop.core.printed import PrintedBlank, PrintedSheet
from desktop.paper import document, parts
from desktop.paper.blocks import Block, Paragraph, below, beside, column, space
from desktop.paper.document import Drawn, Page
from desktop.paper.flow import Section
from desktop.paper.look import Look
from desktop.paper.measure import widest

_NAME = 0.42  # of the width, for a blank's name and how it is filled
_APART = 1.0
_PADDING = 2.5


def draw_sheet(printed: PrintedSheet, look: Look) -> Drawn:
    """The PDF of a sheet."""
    return document.draw(printed.document, lay_out_sheet(printed, look), look)


def lay_out_sheet(printed: PrintedSheet, look: Look) -> list[Page]:
    """Every text, line and picture of every page in its place; nothing is drawn yet."""
    gap = look.paper.gap
    sections = [
        parts.head(printed.head, look, None),
        Section([below([parts.statement(said, look) for said in printed.notices], parts.TIGHT)], gap=gap),
        Section([_blank(blank, look) for blank in printed.blanks], gap=gap),
    ]
    return document.lay_out(printed.document, sections, look)


def _blank(blank: PrintedBlank, look: Look) -> Block:
    """Letter, name and how it is filled left; what to write right, each with its English under it."""
    letter = widest(["W"], look.strong)
    name = letter + look.paper.gap
    room = look.width * _NAME
    write = name + room + 2 * look.paper.gap
    said = [
        Paragraph(parts.one_line(blank.name), look.emphasis),
        Paragraph(blank.how.text, look.small),
        Paragraph(blank.how.english, look.beside_label),
    ]
    written = [
        column(
            write, look.width - write, [Paragraph(label.text, look.body), Paragraph(label.english, look.beside_label)]
        )
        for label in blank.write
    ]
    row = beside(
        column(0.0, letter, [Paragraph(blank.letter, look.strong)]),
        column(name, room, said),
        below(written, _APART),
    )
    return below([parts.hairline(look), space(_PADDING), row, space(_PADDING)])
