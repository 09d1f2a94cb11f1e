"""Diagnoses for a superbill: found by words of the counter, official words or code; their words; their letters."""

from dataclasses import dataclass
from string import ascii_uppercase

from desktop.desk import Desk
from desktop.operations import search
from desktop.operations.catalogue import shipped
from desktop.operations.counter import lexicon

_ASKED = 40


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A diagnosis that was found."""

    code: str
    words: str


def find(desk: Desk, text: str, limit: int = 12) -> list[Diagnosis]:
    """Those that fit what was typed, best first; what was typed itself where it is one in force today."""
    if not text.strip():
        return []
    results = search.find(shipped(desk), lexicon(desk), text, _ASKED).results
    found = [Diagnosis(each.code, each.description) for each in results if each.kind == "diagnosis"]
    exact = desk.catalogue.diagnosis(text.strip(), desk.today)
    if exact is not None and exact.code not in [each.code for each in found]:
        found.insert(0, Diagnosis(exact.code, exact.words))
    return found[:limit]


def words(desk: Desk, code: str) -> str:
    """A diagnosis in the words of today's set, or of the newest that has it; empty where none does."""
    known = desk.catalogue.diagnosis(code, desk.today)
    return known.words if known is not None else desk.catalogue.newest_words(code)


def all_letters() -> str:
    """The letters that diagnoses may have, in order."""
    return ascii_uppercase
