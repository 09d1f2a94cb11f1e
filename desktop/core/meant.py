"""What is meant by a whole text: several things at once, and which of them stands first."""

from dataclasses import dataclass

from desktop.core.sayings import Hit, Reading

_ENOUGH = 0.45  # what else may well be meant scores this share of the best
_KINDS = ("code", "modifier", "diagnosis")


@dataclass(frozen=True, slots=True)
class Meant:
    """`first` explain the text together, each a part of it; `others` may be meant too, `rest` hardly.

    `left` has a bit for each telling word that is still unexplained; `sold`: the words say that something is sold.
    """

    first: tuple[Hit, ...]
    others: tuple[Hit, ...]
    rest: tuple[Hit, ...]
    left: int
    sold: bool


def meant(reading: Reading, explained: int) -> Meant:
    """The hits of a reading in their order. `explained` has a bit for each word that a code explains.

    Where a note answers the words, a phrase that is not there whole means nothing.
    """
    if reading.notes and not any(hit.whole for hit in reading.hits):
        return Meant((), (), (), 0, sold=False)
    first = _first(reading, explained)
    covered = explained
    for hit in first:
        covered |= hit.covers
    best = first[0].score if first else 0.0
    besides = [hit for hit in reading.hits if hit not in first and hit.covers & ~explained]
    others = tuple(hit for hit in besides if hit.score >= _ENOUGH * best)
    rest = tuple(besides[len(others) :])
    return Meant(first, others, rest, reading.telling & ~covered, sold=any(hit.meaning.sells for hit in first))


def _first(reading: Reading, explained: int) -> tuple[Hit, ...]:
    """The best hit, then every further one that stands there whole and explains a word that no better one does.

    Codes stand before modifiers before diagnoses, but first the kind that was asked for, and what goes with something
    behind it. A mere hint gives way to anything else that is a code or a diagnosis.
    """
    first: list[Hit] = []
    covered = explained
    for hit in sorted(reading.hits, key=lambda hit: hit.saying.hint):
        new = hit.covers & (reading.telling or -1) & ~covered
        needed = not hit.saying.hint or all(other.meaning.kind == "modifier" for other in first)
        if new and needed and (hit.whole or hit is reading.hits[0]):
            first.append(hit)
            covered |= hit.covers
    asked = [hit for hit in reading.hits if hit.meaning.kind == reading.asked_for]
    if asked and not any(hit in asked for hit in first):
        first.append(asked[0])
    devices = [hit for hit in first if hit.meaning.equipment]
    beside = [] if reading.accompanied else devices

    def place(hit: Hit) -> tuple[bool, int, bool, int]:
        led = reading.accompanied and hit not in devices
        return hit.meaning.kind != reading.asked_for, _KINDS.index(hit.meaning.kind), led, _among(hit, beside)

    return tuple(sorted(first, key=place))


def _among(hit: Hit, devices: list[Hit]) -> int:
    """Where a code stands among others: what goes with a device that the same words name stands before it (the battery
    of a product line, the contents of a tank), and a product line before what kind of device it is."""
    if hit.meaning.equipment:
        return 1 + (not hit.saying.product and any(other.saying.product for other in devices))
    return int(not devices)
