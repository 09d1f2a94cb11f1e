"""What search finds by official words: every code, modifier and billable diagnosis, those of the counter foremost."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from db.catalogue.official import CodeCells, DiagnosisCells
from db.catalogue.search import Entry
from desktop.core.rulebook import Sources
from desktop.core.spelling import words_of
from desktop.rulefiles.coding import items
from desktop.rulefiles.words import words

_ORDER = {"code": 0, "diagnosis": 1, "modifier": 2}
_OTHER_CODES = 3


def searched(
    root: Path,
    known: Sources,
    codes: Iterable[CodeCells],
    listed: Iterable[str],
    diagnoses: list[DiagnosisCells],
) -> list[Entry]:
    """The entries in the order in which they are to be found: the counter's first, then the store's codes, diagnoses,
    modifiers, other codes; by length, for the shortest description that holds what was typed says the least beyond it.

    `listed` are codes of a later list; those without a record are found by their code alone.
    """
    said = words(root, known, items(root, known))
    meanings = dict.fromkeys((saying.meaning.kind, saying.meaning.code.replace(".", "")) for saying in said.sayings)
    standing = {meaning: place for place, meaning in enumerate(meanings)}

    def place(entry: Entry) -> tuple[int, int, int, str]:
        kind, code, description, _ = entry
        ours = kind != "code" or code[0] in said.first_letters
        after = _ORDER[kind] if ours else _OTHER_CODES
        return standing.get((kind, code), len(standing)), after, len(description or ""), code

    entries = [*_codes(codes, listed, said.same), *_diagnoses(diagnoses)]
    return sorted(entries, key=place)


def _codes(codes: Iterable[CodeCells], listed: Iterable[str], same: Mapping[str, str]) -> Iterator[Entry]:
    recorded = set()
    for code, kind, short, long, _added, _terminated in codes:
        recorded.add(code)
        official = words_of(f"{long or ''} {short or ''}")
        # the government writes 02 for O2; whoever looks for oxygen must find it
        read = dict.fromkeys([*official, *(same[word] for word in official if word in same)])
        yield kind, code, long or short, " ".join(read)
    yield from (("code", code, None, "") for code in listed if code not in recorded)


def _diagnoses(diagnoses: list[DiagnosisCells]) -> Iterator[Entry]:
    """The billable ones of the newest set."""
    newest = max(until for _code, _first_day, until, *_ in diagnoses)
    for code, _first_day, until, billable, _short, long in diagnoses:
        if billable and until == newest:
            yield "diagnosis", code, long, long
