"""Search: from words of the counter, a code or its beginning, or official words to codes, modifiers, diagnoses."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from db.catalogue import search as official
from db.rows import FoundRow
from desktop import border
from desktop.core.lexicon import Lexicon
from desktop.core.meant import Meant, meant
from desktop.core.sayings import Hit, Meaning, Reading
from desktop.core.spelling import codes_in
from desktop.desk import Desk
from desktop.operations import edition
from desktop.operations.catalogue import ShippedCatalogue, dotted, shipped
from desktop.operations.counter import lexicon

_KINDS = ("code", "modifier", "diagnosis")
_TELLS_FROM = 3  # a word of fewer letters may be the beginning of any other
_MODIFIER = 2  # letters of a modifier
_LONGEST = 400  # letters that are read: what is pasted must not keep the counter waiting
_WITHOUT_WORDS = "known from a later list of codes, without its official words"


class SearchRequest(Struct, forbid_unknown_fields=True, frozen=True):
    """What to look for, and how many results at most."""

    text: str
    limit: Annotated[int, Meta(ge=1, le=50, description="a whole number from 1 to 50")] = 10


class Found(Struct, frozen=True):
    """One result. `because` says what of the text led to it."""

    code: str
    description: str
    kind: str
    because: str


class SearchAnswer(Struct, frozen=True):
    """`notes` answer the words themselves; `results` are best first."""

    notes: tuple[str, ...]
    results: tuple[Found, ...]
    catalogue: edition.Edition


class _Asked(NamedTuple):
    """A text, read: `typed` are the codes in it that exist, `begun` the one that it begins."""

    reading: Reading
    meant: Meant
    typed: list[FoundRow]
    begun: str | None


class _Candidate(NamedTuple):
    row: FoundRow
    because: str


def search(desk: Desk, raw: object) -> SearchAnswer:
    """The answer to a request as it came in. NotRight names what is not right in it."""
    asked = border.convert(raw, SearchRequest)
    return find(shipped(desk), lexicon(desk), asked.text, asked.limit)


def find(catalogue: ShippedCatalogue, counter: Lexicon, text: str, limit: int) -> SearchAnswer:
    """What a text leads to, at most `limit` results; nothing where it has no words."""
    text = counter.spaced(text[:_LONGEST])
    reading = counter.read(text)
    if not reading.words:
        return SearchAnswer((), (), edition.of(catalogue))
    asked = _asked(catalogue, counter, text, reading)
    once: dict[tuple[str, str], _Candidate] = {}
    for each in _candidates(catalogue, counter, asked, limit):
        once.setdefault((each.row.kind, each.row.code), each)
    found = tuple(_found(each) for each in islice(once.values(), limit))
    return SearchAnswer(reading.notes, found, edition.of(catalogue))


def _asked(catalogue: ShippedCatalogue, counter: Lexicon, text: str, reading: Reading) -> _Asked:
    codes = codes_in(text)
    typed = [row for code in codes for row in _exact(catalogue, code, codes[code])]
    typed += _rows(catalogue, "code", [code for word in reading.words for code in _numbered(counter, word)])
    if typed or len(reading.words) == 1 or reading.asked_for == "modifier":
        typed += _rows(
            catalogue, "modifier", [word.upper() for word in reading.words if _may_be_modifier(counter, word)]
        )
    sole = next(iter(codes)) if len(codes) == 1 else None
    begun = sole if sole and len(reading.words) <= len(codes[sole]) and _begins(counter, typed, sole) else None
    taken = [*(row.code for row in typed), *([begun] if begun else [])]
    words = {word for code in taken for word in codes.get(code, (code.lower(), code[1:]))}
    explained = sum(1 << n for n, word in enumerate(reading.words) if word in words)
    return _Asked(reading, meant(reading, explained), typed, begun)


def _begins(counter: Lexicon, typed: list[FoundRow], start: str) -> bool:
    """Whether that is the beginning of a code, and neither one nor a word of the counter (`o2`, `m6`).

    E139 is the beginning of E1390 rather than E13.9, which nobody at this counter means.
    """
    of_counter = {meaning.code.replace(".", "") for meaning in counter.meanings}
    strange = all(row.code not in of_counter for row in typed)
    known = bool(typed) and not (strange and any(code.startswith(start) for code in of_counter))
    return not known and not counter.knows(start.lower())


def _may_be_modifier(counter: Lexicon, word: str) -> bool:
    """Two letters that are a modifier of the counter or else no word of it: `g5` is a product line."""
    own = any(meaning.kind == "modifier" and meaning.code.lower() == word for meaning in counter.meanings)
    return len(word) == _MODIFIER and (own or not counter.knows(word))


def _numbered(counter: Lexicon, word: str) -> list[str]:
    """The codes of the counter whose number that is: `1392` is short for E1392."""
    if not word.isdigit():
        return []
    return [meaning.code for meaning in counter.meanings if meaning.kind == "code" and meaning.code[1:] == word]


def _exact(catalogue: ShippedCatalogue, code: str, words: tuple[str, ...]) -> list[FoundRow]:
    """The code and the diagnosis of that name: E0840 is both. Typed with its dot, it is the diagnosis first."""
    found = [*_rows(catalogue, "code", [code]), *_rows(catalogue, "diagnosis", [code])]
    return found[::-1] if len(words) > 1 and len(words[0]) > 1 else found


def _candidates(catalogue: ShippedCatalogue, counter: Lexicon, asked: _Asked, limit: int) -> Iterator[_Candidate]:
    """All that may be meant, the likeliest first; the same may come again."""
    first = asked.meant.first
    typed = [_Candidate(row, "the code itself") for row in asked.typed]
    begun = list(_beginning(catalogue, counter, asked.begun, limit)) if asked.begun else []
    if not first:
        yield from begun
    if not (asked.reading.refused and any(hit.meaning.kind == "code" for hit in first)):
        yield from typed
    official_words = list(_by_official_words(catalogue, counter, asked, limit))
    if _left_over(counter, asked):
        yield from official_words
    yield from _by_counter(catalogue, first, sold=asked.meant.sold)
    yield from typed
    yield from begun
    yield from _by_counter(catalogue, asked.meant.others, sold=None)
    yield from official_words
    yield from _by_counter(catalogue, asked.meant.rest, sold=None)


def _left_over(counter: Lexicon, asked: _Asked) -> bool:
    """Whether a word is left that the counter has never heard, nor anything like it."""
    words = asked.reading.words
    left = [word for n, word in enumerate(words) if asked.meant.left >> n & 1 and len(word) >= _TELLS_FROM]
    return any(not counter.knows(word) and not counter.guesses(word) for word in left)


def _by_counter(catalogue: ShippedCatalogue, hits: tuple[Hit, ...], *, sold: bool | None) -> Iterator[_Candidate]:
    """The codes of meanings; the code of what is sold first, last, or (None) not at all."""
    wanted = [(hit, code) for hit in hits for code in _codes(hit.meaning, sold=sold)]
    known = {
        (kind, row.code): row
        for kind in _KINDS
        for row in _rows(catalogue, kind, [code for hit, code in wanted if hit.meaning.kind == kind])
    }
    for hit, code in wanted:
        if (hit.meaning.kind, code) in known:
            yield _Candidate(known[hit.meaning.kind, code], _because(hit, code))


def _because(hit: Hit, code: str) -> str:
    """What was said and what it is: `inogen → portable concentrator`."""
    beside = " that also runs by day and by night" if code in hit.meaning.along else ""
    doubt = " (unverified)" if hit.saying.unverified else ""
    return f"{hit.saying.words.lower()} → {hit.meaning.name}{beside}{doubt}"


def _codes(meaning: Meaning, *, sold: bool | None) -> tuple[str, ...]:
    rented = (meaning.code.replace(".", ""), *meaning.along)
    if meaning.sold is None or sold is None:
        return rented
    return (meaning.sold, *rented) if sold else (*rented, meaning.sold)


def _beginning(catalogue: ShippedCatalogue, counter: Lexicon, start: str, limit: int) -> Iterator[_Candidate]:
    """Codes that begin so: those of the counter first, then all in the order of codes."""
    for kind in _KINDS:
        common = [meaning.code.replace(".", "") for meaning in counter.meanings if meaning.kind == kind]
        rows = _rows(catalogue, kind, [code for code in common if code.startswith(start)])
        rows += catalogue.ask(official.beginning, kind, start, limit) if kind != "modifier" else []
        yield from (_Candidate(row, f"begins with {start}") for row in rows)


def _by_official_words(
    catalogue: ShippedCatalogue, counter: Lexicon, asked: _Asked, limit: int
) -> Iterator[_Candidate]:
    """Entries whose official words hold every telling word that was typed, or the beginning of it.

    None where a code was typed, or where a note alone answers the words.
    """
    reading = asked.reading
    telling = [word for n, word in enumerate(reading.words) if reading.telling >> n & 1]
    if not telling or asked.typed or (reading.notes and not asked.meant.first):
        return
    groups = [(word, *counter.guesses(word), *_plural(word)) for word in dict.fromkeys(telling)]
    rows = catalogue.ask(official.holding, groups, limit)
    yield from (_Candidate(row, f"official words: {' '.join(telling)}") for row in rows)


def _plural(word: str) -> tuple[str, ...]:
    return (f"{word[:-1]}ies",) if word.endswith("y") else ()


def _rows(catalogue: ShippedCatalogue, kind: str, codes: list[str]) -> list[FoundRow]:
    """The entries of these codes, in their order."""
    known = {row.code: row for row in catalogue.ask(official.named, kind, codes)} if codes else {}
    return [known[code] for code in dict.fromkeys(codes) if code in known]


def _found(candidate: _Candidate) -> Found:
    row = candidate.row
    code = dotted(row.code) if row.kind == "diagnosis" else row.code
    return Found(code, row.description or _WITHOUT_WORDS, row.kind, candidate.because)
