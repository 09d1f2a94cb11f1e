"""Texts and lines as blocks that are set beside and below each other before anything is drawn.

Inside a block everything is placed from its top left corner downwards, in points. A text's box is as high as its
leading, which holds the face's tallest accents, so boxes that do not overlap are texts that do not touch.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.paper.faces import printable
from desktop.paper.look import Style
from desktop.paper.wrap import wrapped


class Text(NamedTuple):
    """A line of text in its box."""

    x: float
    top: float
    width: float
    words: str
    style: Style

    @property
    def bottom(self) -> float:
        """The lower edge of its box."""
        return self.top + self.style.leading


class Rule(NamedTuple):
    """A horizontal line."""

    x: float
    top: float
    width: float
    weight: float
    ink: float


class Picture(NamedTuple):
    """The place of the logo."""

    x: float
    top: float
    width: float
    height: float


class Outline(NamedTuple):
    """Straight lines from point to point, or an area: `fill` and `ink` are grays, None for none. `dash` in points."""

    points: tuple[tuple[float, float], ...]
    fill: float | None
    ink: float | None
    weight: float
    dash: float = 0.0


class Block(NamedTuple):
    """Things that stand together, `height` points high."""

    height: float
    texts: tuple[Text, ...] = ()
    rules: tuple[Rule, ...] = ()
    picture: Picture | None = None
    outlines: tuple[Outline, ...] = ()

    def moved(self, down: float) -> "Block":
        """The same block with room above it."""
        return Block(
            self.height + down,
            tuple([Text(x, top + down, width, words, style) for x, top, width, words, style in self.texts]),
            tuple([Rule(x, top + down, width, weight, ink) for x, top, width, weight, ink in self.rules]),
            self.picture and self.picture._replace(top=self.picture.top + down),
            tuple([_lowered(outline, down) for outline in self.outlines]),
        )


EMPTY = Block(0.0)


class Paragraph(NamedTuple):
    """Words in their style, before they are broken into lines."""

    words: str
    style: Style


def column(x: float, width: float, paragraphs: Iterable[Paragraph], *, right: bool = False) -> Block:
    """Paragraphs below each other, broken to the width; set to the right edge where `right`."""
    texts = []
    top = 0.0
    for words, style in paragraphs:
        said, used = _set(words, style)
        for line in wrapped(said, used, width):
            wide = used.face.width(line, used.size)
            texts.append(Text(x + width - wide if right else x, top, wide, line, used))
            top += used.leading
    return Block(top, tuple(texts))


def beside(*blocks: Block) -> Block:
    """Blocks with their tops on one line."""
    pictures = [block.picture for block in blocks if block.picture]
    return Block(
        max((block.height for block in blocks), default=0.0),
        tuple([text for block in blocks for text in block.texts]),
        tuple([rule for block in blocks for rule in block.rules]),
        pictures[0] if pictures else None,
        tuple([outline for block in blocks for outline in block.outlines]),
    )


def below(blocks: Sequence[Block], gap: float = 0.0) -> Block:
    """Blocks under each other."""
    placed = []
    top = 0.0
    for block in blocks:
        placed.append(block.moved(top) if top else block)
        top += block.height + gap
    return beside(*placed)._replace(height=max(top - gap, 0.0)) if placed else EMPTY


def written(x: float, top: float, words: str, style: Style) -> Text:
    """Words on one line where they are wanted."""
    said, used = _set(words, style)
    return Text(x, top, used.face.width(said, used.size), said, used)


def space(height: float) -> Block:
    """Nothing, of some height."""
    return Block(height)


def line(x: float, width: float, weight: float, ink: float) -> Block:
    """A horizontal line of no height."""
    return Block(0.0, (), (Rule(x, 0.0, width, weight, ink),))


def cut(block: Block, room: float) -> tuple[Block, Block]:
    """What of a block stands in `room` points, and the rest moved up. Always takes at least the topmost text, so that
    cutting comes to an end."""
    first = min(text.top for text in block.texts)
    here = [text for text in block.texts if text.bottom <= room or text.top == first]
    rest = [text for text in block.texts if text.bottom > room and text.top != first]
    top = min((text.top for text in rest), default=0.0)
    below_it = [rule for rule in block.rules if rest and rule.top >= top]
    above = [rule for rule in block.rules if not (rest and rule.top >= top)]
    kept = Block(max(text.bottom for text in here), tuple(here), tuple(above), block.picture, block.outlines)
    return kept, Block(block.height, tuple(rest), tuple(below_it)).moved(-top) if rest else EMPTY


def _lowered(outline: Outline, down: float) -> Outline:
    return outline._replace(points=tuple([(x, top + down) for x, top in outline.points]))


def _set(words: str, style: Style) -> tuple[str, Style]:
    """The words as they can be printed, in the style's own face or, where that lacks a character, in the other."""
    said = printable(words, style.fallback)
    return said, style if style.face.has(said) else style.fallen_back()
