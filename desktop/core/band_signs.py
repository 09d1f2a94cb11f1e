"""The signs of the picture as shapes: each has a form of its own, so that none needs a color to be known by."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.core.band import Sign
from desktop.core.band_shapes import Ink, Shape, disc, segment

_Drawn = tuple[Shape, ...]


def sign(kind: Sign, x: float, y: float, size: float) -> _Drawn:
    """A sign around a point, about `size` wide and high."""
    return tuple(shape.moved(x, y) for shape in _SIGNS[kind](size / 2))


def _cap(half: float) -> _Drawn:
    """Two bars: the end of a street."""
    gap = half * 0.3
    return tuple(segment((side, -half), (side, half), Ink.SIGN, half * 0.4) for side in (-gap, gap))


def _refills(half: float) -> _Drawn:
    """A drop."""
    return (Shape(((0, -half), (half * 0.7, half * 0.25), (0, half), (-half * 0.7, half * 0.25)), Ink.SIGN),)


def _service(half: float) -> _Drawn:
    """A bracket, open at the top: in these days."""
    points = ((-half, -half * 0.5), (-half, half * 0.5), (half, half * 0.5), (half, -half * 0.5))
    return (Shape(points, None, Ink.SIGN, half * 0.3),)


def _visit(half: float) -> _Drawn:
    """A full disc: done."""
    return (disc((0, 0), half * 0.7, Ink.SIGN),)


def _life(half: float) -> _Drawn:
    """A clock."""
    hands = Shape(((0, -half * 0.6), (0, 0), (half * 0.5, 0)), None, Ink.SIGN, half * 0.25)
    return disc((0, 0), half, Ink.GROUND, Ink.SIGN, half * 0.25), hands


def _order(half: float) -> _Drawn:
    """A sheet with a turned corner."""
    edge, fold = half * 0.75, half * 0.6
    corners = ((-edge, -half), (edge - fold, -half), (edge, fold - half), (edge, half), (-edge, half), (-edge, -half))
    line = segment((-edge * 0.5, half * 0.3), (edge * 0.5, half * 0.3), Ink.SIGN, half * 0.2)
    return Shape(corners, Ink.GROUND, Ink.SIGN, half * 0.25), line


def _new_count(half: float) -> _Drawn:
    """A flag."""
    flag = Shape(((0, -half), (half, -half * 0.45), (0, half * 0.1)), Ink.SIGN)
    return segment((0, -half), (0, half), Ink.SIGN, half * 0.25), flag


def _code(half: float) -> _Drawn:
    """One square beside another."""
    square = ((-half, -half * 0.5), (0, -half * 0.5), (0, half * 0.5), (-half, half * 0.5), (-half, -half * 0.5))
    one = Shape(square, Ink.GROUND, Ink.SIGN, half * 0.2)
    return one, one._replace(fill=Ink.SIGN).moved(half, 0)


def _moved(half: float) -> _Drawn:
    """An arrow to the right."""
    head = Shape(((half * 0.1, -half * 0.6), (half, 0), (half * 0.1, half * 0.6)), Ink.SIGN)
    return segment((-half, 0), (half * 0.3, 0), Ink.SIGN, half * 0.3), head


def _ended(half: float) -> _Drawn:
    """A cross."""
    reach = half * 0.7
    return (
        segment((-reach, -reach), (reach, reach), Ink.SIGN, half * 0.3),
        segment((-reach, reach), (reach, -reach), Ink.SIGN, half * 0.3),
    )


def _next(half: float) -> _Drawn:
    """A lozenge."""
    return (Shape(((0, -half), (half, 0), (0, half), (-half, 0)), Ink.NEXT),)


_SIGNS: Mapping[Sign, Callable[[float], _Drawn]] = MappingProxyType(
    {
        Sign.CAP: _cap,
        Sign.REFILLS: _refills,
        Sign.SERVICE: _service,
        Sign.VISIT: _visit,
        Sign.LIFE: _life,
        Sign.ORDER: _order,
        Sign.RETEST: _service,
        Sign.NEW_COUNT: _new_count,
        Sign.CODE: _code,
        Sign.MOVED: _moved,
        Sign.ENDED: _ended,
        Sign.NEXT: _next,
    }
)
