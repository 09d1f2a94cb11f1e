"""Where the words of signs go under a band: each near its sign, none over another, none crossed by another's line."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple


class Wanted(NamedTuple):
    """A label before it has its place: where its sign is, and how wide its words are."""

    x: float
    width: float


class Place(NamedTuple):
    """The left edge and the row (from 0) of a label; `line`: whether a line can lead to it from its sign."""

    left: float
    row: int
    line: bool


def places(wanted: Sequence[Wanted], room: float, gap: float) -> tuple[Place, ...]:
    """A place for each label, in their order, within `room` and at least `gap` apart. No label may be wider than that.

    Labels are placed one by one, each where it best may be; of a few orders in which to do so, the one is kept that
    leaves the fewest labels without a line, and then needs the fewest rows.
    """
    tries = [_tried(wanted, order, room, gap, flipped) for order, flipped in product(_orders(wanted, room), (0, 1))]
    return min(tries, key=_cost)


def _orders(wanted: Sequence[Wanted], room: float) -> Iterator[list[int]]:
    """From the right, so that lines pass left of what is placed; the same with those at the right edge last; from the
    left."""
    from_right = sorted(range(len(wanted)), key=lambda index: -wanted[index].x)
    yield from_right
    yield sorted(from_right, key=lambda index: wanted[index].x + wanted[index].width > room)
    yield from_right[::-1]


def _cost(placed: tuple[Place, ...]) -> tuple[int, int, int]:
    return (
        sum(not place.line for place in placed),
        max((place.row for place in placed), default=0),
        sum(place.row for place in placed),
    )


_Labeled = tuple[Wanted, Place]


def _tried(wanted: Sequence[Wanted], order: list[int], room: float, gap: float, flipped: int) -> tuple[Place, ...]:
    chosen: dict[int, Place] = {}
    for index in order:
        taken = [(wanted[other], place) for other, place in chosen.items()]
        chosen[index] = _best(wanted[index], taken, (room, gap), flipped)
    return tuple(chosen[index] for index in range(len(wanted)))


def _best(label: Wanted, taken: list[_Labeled], sides: tuple[float, float], flipped: int) -> Place:
    """The first place with a line to it; without one, the first that is free at all."""
    free = list(_free(label, taken, sides, flipped))
    led = (place for place in free if _line_is_clear(label, place, taken, sides[1]))
    return next(led, free[-1]._replace(line=False))


def _free(label: Wanted, taken: list[_Labeled], sides: tuple[float, float], flipped: int) -> Iterator[Place]:
    """The places at the sign where nothing stands yet; below all others there always is one. To the right of the sign
    first, or (`flipped`) row by row."""
    room, gap = sides
    rows = range(max((place.row for _, place in taken), default=-1) + 2)
    lefts = [max(0.0, min(left, room - label.width)) for left in (label.x, label.x - label.width)]
    tried = product(rows, lefts) if flipped else ((row, left) for left, row in product(lefts, rows))
    for row, left in tried:
        here = Place(left, row, line=True)
        if all(_apart((label, here), other, gap) for other in taken):
            yield here


def _apart(one: _Labeled, other: _Labeled, gap: float) -> bool:
    (label, here), (its, there) = one, other
    if there.row == here.row:
        return here.left + label.width + gap <= there.left or there.left + its.width + gap <= here.left
    crossed = there.line and there.row > here.row and here.left - gap < its.x < here.left + label.width + gap
    return not crossed


def _line_is_clear(label: Wanted, place: Place, taken: list[_Labeled], gap: float) -> bool:
    """Whether the line down to the words meets no others."""
    return not any(
        its.row < place.row and its.left - gap < label.x < its.left + other.width + gap for other, its in taken
    )
