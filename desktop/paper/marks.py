"""Accents that have no letter of their own with their base (Navajo ǫ́): set over the middle of the base, above its top.

The faces' own rules for this need a shaping engine; centering each mark by the outlines reads right on paper.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from desktop.paper.faces import Face

_ABOVE = 230  # Unicode's class of marks that stand above their base
_HIGHEST = 1.06  # so high the line's box reaches; more marks than it holds stand on each other
_MODEL = "x"  # marks are drawn to stand over a letter of this height


class Run(NamedTuple):
    """A part of a text, `right` of the text's start and `up` from its baseline, both at size 1."""

    words: str
    right: float
    up: float


def has_marks(text: str) -> bool:
    """Whether any accent stands on its own."""
    return not text.isascii() and any(map(unicodedata.combining, text))


def runs(text: str, face: Face) -> Iterator[Run]:
    """The text in its order: stretches without marks, and each mark in its place."""
    start, right, base = 0, 0.0, ""
    used = 0.0
    raised = 0.0
    for place, letter in enumerate(text):
        kind = unicodedata.combining(letter)
        if not kind:
            used, base, raised = used + face.advances[letter], letter, 0.0
            continue
        if start < place:
            yield Run(text[start:place], right, 0.0)
        low, high = _over(base, letter, face)
        up = min(high + raised, _HIGHEST - face.box(letter).top) if kind == _ABOVE else 0.0
        yield Run(letter, used + low, up)
        raised += face.box(letter).height if kind == _ABOVE else 0.0
        start, right = place + 1, used
    if start < len(text):
        yield Run(text[start:], right, 0.0)


def _over(base: str, mark: str, face: Face) -> tuple[float, float]:
    """How far from the end of its base a mark goes to the right, and how far up, to stand over the base's middle."""
    if not base:
        return -face.box(mark).left, 0.0
    middle = face.advances[base] / 2 - face.advances[base]
    above = max(face.box(base).top - face.box(_MODEL).top, 0.0)
    return middle - face.box(mark).middle, above
