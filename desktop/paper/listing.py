"""A list of the store's own as a PDF: title and day above, a table over as many pages as it takes."""

from collections.abc import Sequence

from desktop.core.printed import Document
from desktop.core.wording import Label
from desktop.paper import document, parts
from desktop.paper.blocks import Paragraph, below, column, space
from desktop.paper.document import Drawn
from desktop.paper.flow import Section
from desktop.paper.look import Look
from desktop.paper.table import Column, Table

_WIDEST = 0.22  # of the width, for a column other than the last


def draw_list(printed: Document, above: Sequence[str], rows: Sequence[Sequence[str]], look: Look) -> Drawn:
    """The PDF of a list: `above` is its title and what stands below it, the first of `rows` are the headings.

    The last column takes the room that the others leave.
    """
    title, *details = above
    head = column(
        0.0, look.width, [Paragraph(title, look.name), *(Paragraph(detail, look.detail) for detail in details)]
    )
    table = Table(_columns(rows, look), look)
    sections = [
        Section([below([head, parts.rule(look), space(look.paper.gap)])]),
        Section(table.rows() if len(rows) > 1 else [], table.header()),
    ]
    return document.draw(printed, document.lay_out(printed, sections, look), look)


def _columns(rows: Sequence[Sequence[str]], look: Look) -> list[Column]:
    headings, *entries = rows
    last = len(headings) - 1
    return [
        Column(
            Label(words),
            [[Paragraph(entry[place], look.small if place == last else look.body)] for entry in entries],
            None if place == last else look.width * _WIDEST,
        )
        for place, words in enumerate(headings)
    ]
