"""The letters by which a superbill's lines point at its diagnoses: A is the first."""

from string import ascii_uppercase


def letter(place: int) -> str:
    """The letter of a diagnosis, counted from 0. IndexError beyond the alphabet."""
    return ascii_uppercase[place]


def place(text: str) -> int | None:
    """The diagnosis that a letter points at, counted from 0; None for anything but one letter from A to Z."""
    return ascii_uppercase.index(text) if len(text) == 1 and text in ascii_uppercase else None
