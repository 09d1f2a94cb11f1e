"""The table of coded lines: its columns as wide as what they hold, the description taking the rest."""

from collections.abc import Sequence

from desktop.core.printed import Printed, PrintedLine
from desktop.core.wording import Label
from desktop.paper.blocks import Block, Paragraph, below, beside, column, line, space
from desktop.paper.look import Look
from desktop.paper.measure import widest

_DESCRIPTION = 4
_PADDING = 2.5
_MOST = (64.0, 34.0, 52.0, 60.0, 0.0, 44.0, 44.0, 110.0)  # points; more than that wraps


class Table:
    """The rows and the heading of the table for one superbill."""

    def __init__(self, printed: Printed, look: Look) -> None:
        self._printed = printed
        self._look = look
        heads = printed.columns
        self._labels = (
            heads.days,
            heads.place_of_service,
            heads.code,
            heads.modifiers,
            heads.description,
            heads.pointers,
            heads.units,
            heads.charge,
        )
        self._rows = [self._cells(row) for row in printed.lines]
        self._widths = self._fitted()

    @property
    def amount_width(self) -> float:
        """The width of the column of charges."""
        return self._widths[-1]

    def header(self) -> Block:
        """The headings over a line; a Spanish one has its English under it."""
        look = self._look
        labels = [
            [Paragraph(label.text, look.label), Paragraph(label.english, look.beside_label)] for label in self._labels
        ]
        rule = line(0.0, look.width, look.paper.rule, look.paper.rule_ink)
        return below([self._placed(labels), space(1.0), rule, space(_PADDING)])

    def rows(self) -> list[Block]:
        """A block for each line with a hairline under it; the last one's is as strong as the header's."""
        look = self._look
        last = len(self._rows) - 1
        blocks = []
        for place, cells in enumerate(self._rows):
            weight = look.paper.hairline if place < last else look.paper.rule
            ink = look.paper.hairline_ink if place < last else look.paper.rule_ink
            rule = line(0.0, look.width, weight, ink)
            blocks.append(below([self._placed(cells), space(_PADDING), rule, space(_PADDING)]))
        return blocks

    def _cells(self, row: PrintedLine) -> list[list[Paragraph]]:
        look = self._look
        return [
            [Paragraph(day, look.body) for day in row.days],
            [Paragraph(row.place_of_service, look.body)],
            [Paragraph(row.code, look.strong_code)],
            [Paragraph(" ".join(row.modifiers), look.code)],
            [Paragraph(row.title, look.body), *[Paragraph(detail, look.detail) for detail in row.details]],
            [Paragraph(" ".join(row.pointers), look.code)],
            [Paragraph(row.units, look.body)],
            [Paragraph(row.charge, look.body)],
        ]

    def _placed(self, cells: Sequence[Sequence[Paragraph]]) -> Block:
        """Cells beside each other; units and charges to the right edge of their columns."""
        blocks = []
        left = 0.0
        for place, (width, paragraphs) in enumerate(zip(self._widths, cells, strict=True)):
            blocks.append(column(left, width, paragraphs, right=place > _DESCRIPTION + 1))
            left += width + self._look.paper.gap
        return beside(*blocks)

    def _fitted(self) -> tuple[float, ...]:
        widths = [self._natural(place, label) for place, label in enumerate(self._labels)]
        widths[_DESCRIPTION] = 0.0
        gaps = self._look.paper.gap * (len(widths) - 1)
        widths[_DESCRIPTION] = self._look.width - sum(widths) - gaps
        return tuple(widths)

    def _natural(self, place: int, label: Label) -> float:
        """As wide as its widest text, up to the most that a column may take from the description."""
        head = widest([label.text, label.english], self._look.label)
        cells = [widest([words], style) for row in self._rows for words, style in row[place]]
        return min(max(head, *cells, 0.0), _MOST[place])
