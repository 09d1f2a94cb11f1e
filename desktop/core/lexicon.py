"""The words of the counter: what people say, and the codes that they mean by it.

A `Lexicon` is made once from the checked files of `resources/words/` and read on every key: words in any order, several
things at once, beginnings of words and misspelt ones. It knows nothing of the official words; `operations` adds those.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from typing import TypeVar

from desktop.core.likeness import EXACT, Vocabulary
from desktop.core.sayings import Hit, Reading, Saying, Words
from desktop.core.spelling import stem, words_of

T = TypeVar("T")

_WITH_MODIFIER = re.compile(r"\b([A-Za-z][0-9]{4})([A-Za-z][A-Za-z0-9])\b")

_FILLER = 0.15  # weight of a word that says nothing
_MISSING = 0.6  # what a phrase's word that was not typed costs, of its weight
_ALL_THERE = 0.3  # what a phrase gains when all its words were typed as they are written
_CLEAR = 0.6  # a word is there when it fits at least so well
_MOST_WORDS = 40  # nobody types more; what is pasted must not keep the counter waiting
_MOST_HITS = 60
_MOST_GUESSES = 3
_BEGUN_WEIGHS = 1.2  # the most that a word counts of which only a beginning is there, and what each typed letter adds
_LETTER_WEIGHS = 0.9
_COMMON = (
    0.4  # what the first meaning of the files gains, and the last does not: they stand in the order of the counter
)
_SHORTEST_TOGETHER = 5  # shorter words are not two typed together
_SHORTEST_PART = 3


@dataclass(slots=True)
class _Phrase:
    saying: Saying
    weights: tuple[float, ...]
    places: tuple[int, ...]
    weight: float
    rank: int
    prior: float


@dataclass(slots=True)
class _Fit:
    """How well a typed word (its number) fits a phrase's word (its number)."""

    gain: float
    fits: float
    typed: int
    of_phrase: int


@dataclass(slots=True)
class _Index:
    phrases: list[_Phrase] = field(default_factory=list)
    holding: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


class Lexicon:
    """Reads what was typed."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.meanings = tuple(dict.fromkeys(saying.meaning for saying in words.sayings))
        self._modifiers = {meaning.code for meaning in self.meanings if meaning.kind == "modifier"}
        self._silent = words.fillers | words.refusals
        self._same = {written: stem(word) for written, word in words.same.items()}
        read = [self.read_words(saying.words) for saying in words.sayings]
        self._vocabulary = Vocabulary([*self._same, *(word for phrase in read for word in phrase)])
        self._canonical = [
            self._vocabulary.place.get(self._same.get(word, word), n)
            for n, word in enumerate(map(self._vocabulary.word, range(len(self._vocabulary))))
        ]
        self._weights = self._weigh(read)
        self._index = self._index_of(read)
        self._given = self._table((s.words, s) for s in (*words.sayings, *words.given) if self._speaks_against_noc(s))
        self._excepted = self._table((phrase, phrase) for phrase in words.excepted)
        self._notes = self._table((phrase, note.words) for note in words.notes for phrase in note.phrases)

    def read_words(self, text: str) -> tuple[str, ...]:
        """The words of a text in the one form that phrases are compared in."""
        return tuple(self._one_form(word) for word in words_of(text))

    def read(self, text: str) -> Reading:
        """What a text may mean: nothing without words, and of a long text its beginning counts. Never raises."""
        typed = self._taken_apart(words_of(text))[:_MOST_WORDS]
        words = tuple(self._one_form(word) for word in typed)
        telling = sum(1 << n for n, word in enumerate(typed) if not self._says_nothing(word))
        return Reading(
            words=words,
            hits=tuple(self._hits(words, telling)),
            notes=tuple(dict.fromkeys(_contained(words, self._notes))),
            telling=telling,
            refused=not self.words.refusals.isdisjoint(typed),
            accompanied=not self.words.companions.isdisjoint(typed),
            asked_for=max((self.words.asks_for[word] for word in typed if word in self.words.asks_for), default=None),
        )

    def spaced(self, text: str) -> str:
        """The text with a blank between a code and its modifier where they were typed together (`E1392NU`)."""
        return _WITH_MODIFIER.sub(
            lambda typed: " ".join(typed.groups()) if typed[2].upper() in self._modifiers else typed[0], text
        )

    def guesses(self, word: str) -> tuple[str, ...]:
        """What a word that is not known as it stands may have been meant for, the likeliest first."""
        likely = self._likely(word)
        if EXACT in likely.values():
            return ()
        clear = [(-quality, self._vocabulary.word(place)) for place, quality in likely.items() if quality >= _CLEAR]
        return tuple(guess for _, guess in sorted(clear)[:_MOST_GUESSES])

    def knows(self, word: str) -> bool:
        """Whether a word stands so in a phrase."""
        return word in self._vocabulary.place

    def noc_code_for(self, description: str) -> str | None:
        """The code that a description for E1399 already has, or None.

        It has one if it contains, word for word, a phrase that is given to a code and none that is excepted; the
        longest phrase decides, a thing before a product line.
        """
        words = self.read_words(description)
        if _contained(words, self._excepted):
            return None
        found = _contained(words, self._given)
        best = max(found, key=lambda saying: (not saying.product, len(self.read_words(saying.words))), default=None)
        return best.meaning.code if best else None

    def _speaks_against_noc(self, saying: Saying) -> bool:
        return saying.meaning.kind == "code" and saying.meaning.code != self.words.noc and not saying.hint

    def _says_nothing(self, word: str) -> bool:
        return not {word, stem(word)}.isdisjoint(self._silent)

    def _one_form(self, word: str) -> str:
        stemmed = stem(word)
        return self._same.get(word) or self._same.get(stemmed) or stemmed

    def _taken_apart(self, typed: Sequence[str]) -> list[str]:
        """Two words that were typed in one apart (`inogenone`), and one that was typed in two together (`ever flo`)."""
        apart: list[str] = []
        for word in typed:
            apart += self._parts(word)
        known = self._vocabulary.place
        joined: list[str] = []
        for word in apart:
            if joined and joined[-1] + word in known and not self._tells(joined[-1], word):
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _tells(self, *words: str) -> bool:
        """Whether all are words of the counter that carry meaning by themselves."""
        known = self._vocabulary.place
        return all(len(word) > 1 and word in known and word not in self.words.fillers for word in words)

    def _parts(self, word: str) -> list[str]:
        known = self._vocabulary.place
        if self._one_form(word) in known or len(word) < _SHORTEST_TOGETHER or self._is_like_one(word):
            return [word]
        for at in range(len(word) - 2, 1, -1):
            one, other = word[:at], word[at:]
            long = min(len(one), len(other)) >= _SHORTEST_PART or not other.isalpha()
            if long and self._tells(one) and self._one_form(other) in known:
                return [one, other]
        return [word]

    def _is_like_one(self, word: str) -> bool:
        return max(self._vocabulary.like(word).values(), default=0) > _CLEAR

    def _weigh(self, read: Sequence[Sequence[str]]) -> list[float]:
        """The weight of each known word: the fewer meanings have it, the more it tells."""
        meanings: dict[str, set[str]] = {}
        for words, saying in zip(read, self.words.sayings, strict=True):
            for word in words:
                meanings.setdefault(word, set()).add(saying.meaning.code)
        count = len({meaning.code for meaning in self.meanings})
        fillers = {self._one_form(word) for word in self.words.fillers}
        return [
            _FILLER if word in fillers else math.log(1 + count / len(meanings.get(word, (1,))))
            for word in map(self._vocabulary.word, range(len(self._vocabulary)))
        ]

    def _index_of(self, read: Sequence[Sequence[str]]) -> _Index:
        index = _Index()
        seen: set[tuple[object, ...]] = set()
        standing = {meaning.code: n for n, meaning in enumerate(self.meanings)}
        for rank, (words, saying) in enumerate(zip(read, self.words.sayings, strict=True)):
            places = tuple(self._vocabulary.place[word] for word in words)
            if (key := (*sorted(places), saying.meaning.code)) in seen:
                continue
            seen.add(key)
            weights = tuple(self._weights[place] for place in places)
            for of_phrase, place in enumerate(places):
                index.holding.setdefault(place, []).append((len(index.phrases), of_phrase))
            prior = _COMMON * (1 - standing[saying.meaning.code] / len(standing))
            index.phrases.append(_Phrase(saying, weights, places, sum(weights), rank, prior))
        return index

    def _hits(self, words: Sequence[str], telling: int) -> list[Hit]:
        """The best phrase of each meaning that any word speaks for, the best meaning first."""
        best: dict[str, tuple[tuple[float, int], Hit]] = {}
        for phrase, fits in self._touched(words, telling):
            hit = _weighed(phrase, fits)
            if hit.score <= _COMMON:
                continue
            order = (hit.score, -phrase.rank)
            held = best.get(hit.meaning.code + hit.meaning.kind)
            if held is None or order > held[0]:
                best[hit.meaning.code + hit.meaning.kind] = (order, hit)
        return [hit for _, hit in nlargest(_MOST_HITS, best.values(), key=lambda entry: entry[0])]

    def _touched(self, words: Sequence[str], telling: int) -> Iterable[tuple[_Phrase, list[_Fit]]]:
        """The phrases that any typed word speaks for, with how well each fits which of their words."""
        fits: dict[int, list[_Fit]] = {}
        for typed, word in enumerate(words):
            if word in words[:typed]:
                continue
            begins = len(words) == 1 or bool(telling >> typed & 1)
            for place, quality in self._likely(word).items():
                if quality < EXACT and not begins:
                    continue
                most = _BEGUN_WEIGHS + _LETTER_WEIGHS * len(word) if quality < EXACT else math.inf
                gain = quality * min(self._weights[place], most)
                for number, of_phrase in self._index.holding.get(place, ()):
                    fits.setdefault(number, []).append(_Fit(gain, quality, typed, of_phrase))
        return ((self._index.phrases[number], found) for number, found in fits.items())

    def _likely(self, word: str) -> dict[int, float]:
        """The words of phrases that a typed word may mean, other spellings read as they are meant."""
        likely: dict[int, float] = {}
        for place, quality in self._vocabulary.like(word).items():
            canonical = self._canonical[place]
            likely[canonical] = max(quality, likely.get(canonical, 0.0))
        return likely

    def _table(self, entries: Iterable[tuple[str, T]]) -> dict[tuple[str, ...], T]:
        table: dict[tuple[str, ...], T] = {}
        for phrase, value in entries:
            table.setdefault(self.read_words(phrase), value)
        return table


def _weighed(phrase: _Phrase, fits: list[_Fit]) -> Hit:
    """How much of a phrase was typed: each typed word speaks for one of its words, the best fitting pairs first."""
    if len(fits) > 1:
        fits.sort(key=lambda fit: -fit.gain)
    covers = there = 0
    gained = present = 0.0
    exactly = True
    for fit in fits:
        if covers >> fit.typed & 1 or there >> fit.of_phrase & 1:
            continue
        covers |= 1 << fit.typed
        there |= 1 << fit.of_phrase
        gained += fit.gain
        present += phrase.weights[fit.of_phrase]
        exactly = exactly and fit.fits == EXACT
    complete = there == (1 << len(phrase.places)) - 1
    score = gained - _MISSING * (phrase.weight - present) + phrase.prior
    if complete and exactly:
        score += _ALL_THERE
    whole = complete and gained >= _CLEAR * phrase.weight
    return Hit(phrase.saying, score, covers, whole)


def _contained(words: Sequence[str], table: Mapping[tuple[str, ...], T]) -> list[T]:
    """The values of all phrases that stand in the words, word for word and side by side."""
    longest = max(map(len, table), default=0)
    return [
        table[phrase]
        for start in range(len(words))
        for end in range(start + 1, min(start + longest, len(words)) + 1)
        if (phrase := tuple(words[start:end])) in table
    ]
