"""Whether a patient about to be made is in the book already."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from db.book import patients
from db.book.rows import Patient
from desktop.core import search_keys
from desktop.operations.book import Book

_ENOUGH = 20
_SIMILAR = 0.75  # of a whole: Jon and John, Trevino and Trevinho


@dataclass(frozen=True, slots=True)
class Alike:
    """A patient of the book who may be the same person, and why."""

    patient: Patient
    why: str


def find(book: Book, patient: Patient, member_id: str | None) -> list[Alike]:
    """Each such patient once, with the strongest reason; not the patient himself."""
    found: dict[int, Alike] = {}
    for alike in _candidates(book, patient, member_id):
        if alike.patient.id != patient.id:
            found.setdefault(alike.patient.id, alike)
    return list(found.values())


def _candidates(book: Book, patient: Patient, member_id: str | None) -> Iterator[Alike]:
    held = book.connection
    member = search_keys.member(member_id)
    if member:
        same = patients.with_member(held, member, _ENOUGH)
        yield from (Alike(other, f"has the same member ID {member_id}") for other in same)
    if patient.dob is not None:
        born = patients.by_day_of_birth(held, patient.dob, _ENOUGH * _ENOUGH)
        named = (other for other in born if _similar(other, patient))
        yield from (Alike(other, "was born on the same day and has a similar name") for other in named)
    phone = search_keys.phone(patient.phone)
    if phone:
        same = patients.with_phone(held, phone, _ENOUGH)
        yield from (Alike(other, "has the same phone number") for other in same)


def _similar(one: Patient, other: Patient) -> bool:
    """First and last names alike, or swapped."""
    first, last = search_keys.name(one.first), search_keys.name(one.last)
    others = search_keys.name(other.first), search_keys.name(other.last)
    return (_alike(first, others[0]) and _alike(last, others[1])) or (
        _alike(first, others[1]) and _alike(last, others[0])
    )


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return True
    if one.startswith(other) or other.startswith(one):
        return True
    return SequenceMatcher(None, one, other).ratio() >= _SIMILAR
