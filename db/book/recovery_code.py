"""The recovery code in the form that a person writes down, reads aloud and types back.

Eight groups of five signs: four that carry 20 bits, and one that checks them and their place. No I, L, O and U, so
that nothing is mistaken; whoever types them anyway is understood. 160 bits in all.
"""

from dataclasses import dataclass

GROUPS = 8
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CARRYING = 4
_GROUP = _CARRYING + 1
_BITS = 5
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FIELD = 0b100101  # x^5 + x^2 + 1: arithmetic on five bits in which every sign but 0 has an inverse


@dataclass(frozen=True, slots=True)
class Mistyped:
    """What does not fit: the groups (counted from 1) whose check sign says so, or that it is too short or long."""

    groups: tuple[int, ...] = ()
    signs: int = 0


def make() -> str:
    """A new code, from the system's own randomness."""
    import secrets  # noqa: PLC0415 -- start-up time

    return write([secrets.randbits(_BITS) for _ in range(GROUPS * _CARRYING)])


def write(values: list[int]) -> str:
    """The code that carries these values of five bits each."""
    parts = [values[place * _CARRYING : (place + 1) * _CARRYING] for place in range(GROUPS)]
    return "-".join(_written([*part, _check(part, place)]) for place, part in enumerate(parts))


def read(typed: str) -> str | Mistyped:
    """The code as it was made, however it was typed: in any case, with or without hyphens and blanks, O for 0."""
    upper = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_MISTAKEN)
    if len(upper) != GROUPS * _GROUP:
        return Mistyped(signs=len(upper))
    groups = [upper[place * _GROUP : (place + 1) * _GROUP] for place in range(GROUPS)]
    wrong = tuple(place + 1 for place, group in enumerate(groups) if not _fits(group, place))
    return Mistyped(wrong) if wrong else "-".join(groups)


def _fits(group: str, place: int) -> bool:
    if not set(group) <= set(SIGNS):
        return False
    values = [SIGNS.index(sign) for sign in group]
    return values[-1] == _check(values[:-1], place)


def _check(values: list[int], place: int) -> int:
    """One sign mistaken, two neighbors or two groups exchanged: each gives another check."""
    check = place
    for weight, value in zip((2, 4, 8, 16), values, strict=True):
        check ^= _times(weight, value)
    return check


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 1 << _BITS:
            one ^= _FIELD
        other >>= 1
    return product


def _written(values: list[int]) -> str:
    return "".join(SIGNS[value] for value in values)
