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
    """The best hit, then every further one that stands there whole and explains a word that no better one does.

    A mere hint gives way to anything else that is a code or a diagnosis.
    """
    first: list[Hit] = []
    covered = explained
    for hit in sorted(reading.hits, key=lambda hit: hit.hint):
        new = hit.covers & (reading.telling or -1) & ~covered
        needed = not hit.hint or all(other.meaning.kind == "modifier" for other in first)
        if new and needed and (hit.whole or hit is reading.hits[0]):
            first.append(hit)
            covered |= hit.covers
    asked = [hit for hit in reading.hits if hit.meaning.kind == reading.asked_for]
    if asked and not any(hit in asked for hit in first):
        first.append(asked[0])
    return tuple(sorted(first, key=lambda hit: (hit.meaning.kind != reading.asked_for, *_place(hit, first))))


def _place(hit: Hit, first: list[Hit]) -> tuple[int, int]:
    """Codes before modifiers before diagnoses.

    Of codes, what goes with a device that the same words name stands before it (the battery of a product line, the
    contents of a tank), and a product line before what kind of device it is.
    """
    kind = _KINDS.index(hit.meaning.kind)
    if hit.meaning.kind != "code" or hit.meaning.equipment:
        return kind, 1 + (not hit.product and any(other.product for other in first))
    devices = [other for other in first if other.meaning.equipment]
    return kind, int(not any(other.product or other.covers & hit.covers for other in devices))
