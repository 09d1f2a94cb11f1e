"""How a month of a picture and today's line are drawn, in the measures of the window or of the paper.

A month says by its form what it is: paid full, to come empty, after the cap half as high, without use hatched.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.band import Kind
from desktop.core.band_shapes import Box, Ink, Shape, disc, hatched, segment

_LOW = 0.5  # of a band's height: a month after the cap
_WIDE_ENOUGH = 3  # a month so wide has its own outline
_RING = 0.28  # of a month's width
_MOST_RING = 3.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Heights and gaps. `band` is a month's height, `line` and `strong_line` those of words, `sign` a sign's size;
    `between` is the gap between two paid months."""

    band: float
    line: float
    strong_line: float
    sign: float
    gap: float
    hairline: float
    between: float


def cell(kind: Kind, box: Box, has: Measures, *, ring: bool = False) -> Iterator[Shape]:
    """A month by its form."""
    line = Ink.OUTLINE if box.width >= _WIDE_ENOUGH else None
    inner = box._replace(right=max(box.right - has.between, box.left + has.hairline))
    low = inner._replace(top=box.bottom - box.height * _LOW)
    if kind is Kind.PAID:
        yield inner.area(Ink.PAID)
        if ring:
            radius = min(box.width * _RING, _MOST_RING * has.hairline)
            middle = ((inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2)
            yield disc(middle, radius, Ink.GROUND)
    elif kind is Kind.COMING:
        yield inner.area(Ink.GROUND, Ink.OUTLINE, has.hairline)
    elif kind is Kind.FREE:
        yield low.area(Ink.FAINT, line, has.hairline)
    elif kind is Kind.FREE_COMING:
        yield low.area(Ink.GROUND, Ink.OUTLINE, has.hairline)
    elif kind is Kind.IDLE:
        yield from idle(inner, has)
    else:
        yield inner.area(None, Ink.OUTLINE, has.hairline, dashed=True)


def idle(box: Box, has: Measures) -> Iterator[Shape]:
    """Time without use."""
    yield box.area(Ink.GROUND, Ink.HATCH, has.hairline)
    yield from hatched(box, has.band / 5, Ink.HATCH, has.hairline)


def now(x: float, top: float, bottom: float, has: Measures) -> Iterator[Shape]:
    """Today: a line with a head, bright around it so that it is seen on any ground."""
    half, weight = has.gap * 0.8, has.hairline * 2
    yield segment((x, top), (x, bottom), Ink.GROUND, weight * 3)
    yield segment((x, top), (x, bottom), Ink.TODAY, weight)
    yield Shape(((x - half, top), (x + half, top), (x, top + half * 1.4)), Ink.TODAY)
