"""The letters by which a superbill's lines point at its diagnoses: A is the first."""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase
from typing import Any

_MOST = 4  # a claim's line has room for so many; the review says so too


def letter(place: int) -> str:
    """The letter of a diagnosis, counted from 0. IndexError beyond the alphabet."""
    return ascii_uppercase[place]


def place(text: str) -> int | None:
    """The diagnosis that a letter points at, counted from 0; None for anything but one letter from A to Z."""
    return ascii_uppercase.index(text) if len(text) == 1 and text in ascii_uppercase else None


def for_all(diagnoses: Sequence[str]) -> list[str]:
    """The letters of a line that is for all diagnoses, as far as it has room for them."""
    return list(ascii_uppercase[: min(len(diagnoses), _MOST)])


def followed(lines: Iterable[Mapping[str, Any]], before: Sequence[str], now: Sequence[str]) -> list[Mapping[str, Any]]:
    """A request's lines after its diagnoses were changed: a line that was for all of them stays so."""
    all_before, all_now = for_all(before), for_all(now)
    return [dict(line) | {"pointers": all_now} if list(line["pointers"]) == all_before else line for line in lines]
