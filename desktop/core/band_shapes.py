"""Lines, areas and words of a drawing, in whatever unit it is drawn in; `Ink` names what each is, not its color."""

from collections.abc import Iterator
from enum import StrEnum
from math import cos, pi, sin
from typing import NamedTuple

Point = tuple[float, float]


class Ink(StrEnum):
    """What is painted. The window gives each a color of its theme, the paper a gray."""

    GROUND = "ground"
    PAID = "paid"
    OUTLINE = "outline"
    FAINT = "faint"
    HATCH = "hatch"
    TODAY = "today"
    SIGN = "sign"
    WORDS = "words"
    QUIET = "quiet"
    NEXT = "next"


class Type(StrEnum):
    """How words are set."""

    SMALL = "small"
    STRONG = "strong"


class Shape(NamedTuple):
    """Straight lines from point to point; an area where `fill` is given. `top` counts downward."""

    points: tuple[Point, ...]
    fill: Ink | None = None
    line: Ink | None = None
    weight: float = 1.0
    dashed: bool = False

    def moved(self, x: float, y: float) -> "Shape":
        """The same somewhere else."""
        return self._replace(points=tuple((px + x, py + y) for px, py in self.points))


class Written(NamedTuple):
    """Words on one line: their left edge, the top of their line, how wide they are."""

    x: float
    top: float
    width: float
    words: str
    type: Type
    ink: Ink


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def area(self, fill: Ink | None, line: Ink | None = None, weight: float = 1.0, *, dashed: bool = False) -> Shape:
        """Filled, outlined, or both."""
        corners = ((self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom))
        return Shape((*corners, corners[0]), fill, line, weight, dashed)


def segment(one: Point, other: Point, ink: Ink, weight: float = 1.0) -> Shape:
    """A line."""
    return Shape((one, other), None, ink, weight)


def disc(middle: Point, radius: float, fill: Ink | None, line: Ink | None = None, weight: float = 1.0) -> Shape:
    """A circle, as a polygon that looks round at the sizes of a sign."""
    x, y = middle
    corners = 20
    turns = (2 * pi * corner / corners for corner in range(corners + 1))
    return Shape(tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns), fill, line, weight)


def hatched(box: Box, step: float, ink: Ink, weight: float) -> Iterator[Shape]:
    """Lines that rise to the right, `step` apart, inside a rectangle; they meet those of the rectangle beside it."""
    first = int((box.left + box.top) // step) + 1
    last = int((box.right + box.bottom) // step)
    for place in range(first, last + 1):
        total = place * step  # x + y of the line
        left = max(box.left, total - box.bottom)
        right = min(box.right, total - box.top)
        if left < right:
            yield segment((left, total - left), (right, total - right), ink, weight)
