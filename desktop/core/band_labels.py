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


class _Manner(NamedTuple):
    """Where a label is tried: `sides` 0 to the right of its sign and 1 to its left, in this order; `by_row` both on a
    row before the next."""

    sides: tuple[int, int]
    by_row: bool


_GOOD_ENOUGH = (0, 2)  # all with a line, on the first two rows
_Labeled = tuple[Wanted, Place]
_MANNERS = tuple(_Manner(sides, by_row) for sides in ((0, 1), (1, 0)) for by_row in (False, True))


def places(wanted: Sequence[Wanted], room: float, gap: float) -> tuple[Place, ...]:
    """A place for each label, in their order, within `room` and at least `gap` apart. No label may be wider than that.

    Labels are placed one by one, each where it best may be. Of a few orders in which to do so, the first that is good
    enough is kept, else the one that leaves the fewest labels without a line, and then needs the fewest rows.
    """
    best: tuple[Place, ...] | None = None
    for order, manner in product(_orders(wanted, room), _MANNERS):
        tried = _tried(wanted, order, (room, gap), manner)
        if best is None or _cost(tried) < _cost(best):
            best = tried
        if _cost(best) < _GOOD_ENOUGH:
            break
    return best or ()


def _orders(wanted: Sequence[Wanted], room: float) -> Iterator[list[int]]:
    """From the right, so that lines pass left of what is placed; the same with those at the right edge last; from the
    left."""
    from_right = sorted(range(len(wanted)), key=lambda index: -wanted[index].x)
    yield from_right
    yield sorted(from_right, key=lambda index: wanted[index].x + wanted[index].width > room)
    yield from_right[::-1]


def _cost(placed: tuple[Place, ...]) -> tuple[int, int]:
    """How many are without a line, and the last row that is used."""
    return sum(not place.line for place in placed), max((place.row for place in placed), default=0)


def _tried(
    wanted: Sequence[Wanted], order: list[int], sides: tuple[float, float], manner: _Manner
) -> tuple[Place, ...]:
    chosen: dict[int, Place] = {}
    for index in order:
        taken = [(wanted[other], place) for other, place in chosen.items()]
        chosen[index] = _best(wanted[index], taken, sides, manner)
    return tuple(chosen[index] for index in range(len(wanted)))


def _best(label: Wanted, taken: list[_Labeled], sides: tuple[float, float], manner: _Manner) -> Place:
    """The first place with a line to it; without one, the first that is free at all."""
    free = list(_free(label, taken, sides, manner))
    led = (place for place in free if _line_is_clear(label, place, taken, sides[1]))
    return next(led, free[-1]._replace(line=False))


def _free(label: Wanted, taken: list[_Labeled], sides: tuple[float, float], manner: _Manner) -> Iterator[Place]:
    """The places at the sign where nothing stands yet; below all others there always is one. On the one
    side of the sign first, down to the last row, or row by row."""
    room, gap = sides
    rows = range(max((place.row for _, place in taken), default=-1) + 2)
    lefts = [max(0.0, min(label.x - side * label.width, room - label.width)) for side in manner.sides]
    tried = product(rows, lefts) if manner.by_row else ((row, left) for left, row in product(lefts, rows))
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
