"""What is meant by a whole text: several things at once, a product before what is done with it, what was refused last."""

from dataclasses import dataclass

from desktop.core.sayings import Hit, Reading

_ENOUGH = 0.45  # what else may be meant must score this share of the best
_KINDS = ("code", "modifier", "diagnosis")


@dataclass(frozen=True, slots=True)
class Meant:
    """`first` explain the text together, each a part of it; `others` may be meant too.

    `left` has a bit for each telling word that is still unexplained; `sold`: the words say that something is sold.
    """

    first: tuple[Hit, ...]
    others: tuple[Hit, ...]
    left: int
    sold: bool


def meant(reading: Reading, explained: int) -> Meant:
    """The hits of a reading in their order. `explained` has a bit for each word that something else explains (a code)."""
    first = _first(reading, explained)
    covered = explained
    for hit in first:
        covered |= hit.covers
    best = first[0].score if first else 0.0
    others = tuple(
        hit
        for hit in reading.hits
        if hit not in first and hit.covers & ~explained and hit.score >= _ENOUGH * best
    )
    return Meant(first, others, reading.telling & ~covered, any(hit.meaning.sells for hit in first))


def _first(reading: Reading, explained: int) -> tuple[Hit, ...]:
    """The best hit, then every further one that stands there whole and explains a word that no better one does."""
    first: list[Hit] = []
    covered = explained
    for hit in reading.hits:
        new = hit.covers & (reading.telling or -1) & ~covered
        if new and (not first or (hit.whole and not hit.hint)):
            first.append(hit)
            covered |= hit.covers
    if len(first) > 1 and first[0].hint:
        first.append(first.pop(0))
    return tuple(sorted(first, key=lambda hit: _place(hit, reading.asked_for)))


def _place(hit: Hit, asked_for: str | None) -> int:
    """Codes before modifiers before diagnoses, but first the kind that was asked for; a mere hint last."""
    if hit.meaning.kind == asked_for:
        return -1
    return len(_KINDS) if hit.hint else _KINDS.index(hit.meaning.kind)
