"""A table of lines: its columns as wide as what they hold, one of them taking the rest."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.wording import Label
from desktop.paper.blocks import Block, Paragraph, below, beside, column, line, space
from desktop.paper.look import Look
from desktop.paper.measure import widest

_PADDING = 2.5


class Column(NamedTuple):
    """A column's heading, what stands in each of its rows, and how wide it may get, in points: what is wider wraps.
    The one column whose `most` is None takes what the others leave."""

    label: Label
    cells: Sequence[Sequence[Paragraph]]
    most: float | None
    right: bool = False


class Table:
    """The rows and the heading of a table."""

    def __init__(self, columns: Sequence[Column], look: Look) -> None:
        self._columns = columns
        self._look = look
        self._widths = self._fitted()

    @property
    def amount_width(self) -> float:
        """The width of the last column, that of the amounts."""
        return self._widths[-1]

    def header(self) -> Block:
        """The headings over a line; a Spanish one has its English under it."""
        look = self._look
        labels = [
            [Paragraph(label.text, look.label), Paragraph(label.english, look.beside_label)]
            for label in (column.label for column in self._columns)
        ]
        rule = line(0.0, look.width, look.paper.rule, look.paper.rule_ink)
        return below([self._placed(labels), space(1.0), rule, space(_PADDING)])

    def rows(self) -> list[Block]:
        """A block for each line with a hairline under it; the last one's is as strong as the header's."""
        look = self._look
        rows = list(zip(*(column.cells for column in self._columns), strict=True))
        last = len(rows) - 1
        blocks = []
        for place, cells in enumerate(rows):
            weight = look.paper.hairline if place < last else look.paper.rule
            ink = look.paper.hairline_ink if place < last else look.paper.rule_ink
            rule = line(0.0, look.width, weight, ink)
            blocks.append(below([self._placed(cells), space(_PADDING), rule, space(_PADDING)]))
        return blocks

    def _placed(self, cells: Sequence[Sequence[Paragraph]]) -> Block:
        """Cells beside each other, each to its column's edge."""
        blocks = []
        left = 0.0
        for here, width, paragraphs in zip(self._columns, self._widths, cells, strict=True):
            blocks.append(column(left, width, paragraphs, right=here.right))
            left += width + self._look.paper.gap
        return beside(*blocks)

    def _fitted(self) -> tuple[float, ...]:
        widths = [self._natural(here) for here in self._columns]
        gaps = self._look.paper.gap * (len(widths) - 1)
        rest = self._look.width - sum(widths) - gaps
        return tuple(rest if here.most is None else width for here, width in zip(self._columns, widths, strict=True))

    def _natural(self, here: Column) -> float:
        """As wide as its widest text, up to the most that a column may take from the one that gives way."""
        if here.most is None:
            return 0.0
        head = widest([here.label.text, here.label.english], self._look.label)
        cells = [widest([words], style) for row in here.cells for words, style in row]
        return min(max(head, *cells, 0.0), here.most)
