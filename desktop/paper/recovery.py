"""The recovery sheet as a PDF: what it is for, and the code's groups below each other, large enough to read aloud."""

from dataclasses import replace

from desktop.core.printed import PrintedBlank, PrintedSheet
from desktop.paper import document, parts
from desktop.paper.blocks import Block, Paragraph, below, beside, column, space
from desktop.paper.document import Drawn
from desktop.paper.flow import Section
from desktop.paper.look import Look

_TIMES = 2.0  # the code's size, to that of other codes
_NUMBER = 30.0  # points for a group's number
_PADDING = 5.0


def draw_recovery(printed: PrintedSheet, look: Look) -> Drawn:
    """The PDF; each blank is a group: its number and its signs."""
    sections = [
        parts.head(printed.head, look, None),
        Section([below([parts.statement(said, look) for said in printed.notices], parts.TIGHT)], gap=look.paper.gap),
        Section([_group(blank, look) for blank in printed.blanks], gap=look.paper.gap),
    ]
    return document.draw(printed.document, document.lay_out(printed.document, sections, look), look)


def _group(blank: PrintedBlank, look: Look) -> Block:
    large = replace(look.strong_code, size=look.strong_code.size * _TIMES, leading=look.strong_code.leading * _TIMES)
    row = beside(
        column(0.0, _NUMBER, [Paragraph(blank.letter, look.small)]),
        column(_NUMBER, look.width - _NUMBER, [Paragraph(blank.name.text, large)]),
    )
    return below([parts.hairline(look), space(_PADDING), row, space(_PADDING)])
