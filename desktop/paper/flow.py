"""Spreads blocks over pages: what belongs together stays together, headings of tables come again on each page."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.paper.blocks import EMPTY, Block, cut


class Placed(NamedTuple):
    """A block on its page; `top` counts from the upper margin."""

    block: Block
    top: float


class Section(NamedTuple):
    """Blocks that follow each other. `header` stands above the first and again on each page that they run onto;
    `gap` is the room above the section unless it begins a page."""

    blocks: Sequence[Block]
    header: Block = EMPTY
    gap: float = 0.0


class _Pages:
    """The pages so far and how far down the last one is filled."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[list[Placed]] = [[]]
        self.top = 0.0

    @property
    def room(self) -> float:
        return self.height - self.top

    @property
    def fresh(self) -> bool:
        return not self.pages[-1]

    def turn(self) -> None:
        self.pages.append([])
        self.top = 0.0

    def put(self, block: Block) -> None:
        if block is EMPTY:
            return
        self.pages[-1].append(Placed(block, self.top))
        self.top += block.height


def flow(sections: Sequence[Section], height: float) -> list[list[Placed]]:
    """The pages, each with its blocks. A block goes to the next page where it does not fit; one that is higher than a
    whole page is cut between its lines."""
    pages = _Pages(height)
    for section in sections:
        if section.blocks:
            _section(pages, section)
    return pages.pages


def _section(pages: _Pages, section: Section) -> None:
    first = section.blocks[0]
    whole = section.header.height + first.height
    least = section.header.height + _first_line(first)
    if section.gap + (whole if whole <= pages.height else least) > pages.room:
        pages.turn()
    if not pages.fresh:
        pages.top += section.gap
    pages.put(section.header)
    for block in section.blocks:
        _block(pages, block, section.header)


def _block(pages: _Pages, block: Block, header: Block) -> None:
    """A block that can stand on a page of its own is never cut."""
    rest = block
    while rest.height > pages.room:
        if rest.height > pages.height - header.height and _first_line(rest) <= pages.room:
            here, rest = cut(rest, pages.room)
            pages.put(here)
            if not rest.texts:
                return
        pages.turn()
        pages.put(header)
    pages.put(rest)


def _first_line(block: Block) -> float:
    """How far down the first line of a block reaches."""
    return min((text.bottom for text in block.texts), default=block.height)
