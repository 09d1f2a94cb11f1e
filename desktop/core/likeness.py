"""Which known words a typed word may be: itself, one that it begins, one that it misspells."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from desktop.core.spelling import distance

EXACT = 1.0
_BEGUN = 0.55  # a beginning counts this much, and more by how much of the word is there
_BEGUN_MORE = 0.4
_SLIP = 0.82
_TWO_SLIPS = 0.62
_BEGUN_WITH_SLIP = 0.5
_BESIDES = 0.65  # what a beginning or a slip still counts where the typed word is known, or begins one
_ONE_SLIP_FROM = 4  # shorter words are too near to one another
_ANY_LETTER_FROM = 6  # shorter words must begin alike
_TWO_SLIPS_FROM = 7
_BEGUN_WITH_SLIP_FROM = 5
_REMEMBERED = 4096


def _letters(word: str) -> int:
    """The letters of a word as bits: words whose bits differ in many places need not be compared."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) - 48 if letter.isdigit() else ord(letter) - 87)
    return bits


class Vocabulary:
    """Known words, each with its place; `like` finds those that a typed word may mean."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self.place = {word: place for place, word in enumerate(self._words)}
        self._bits = [_letters(word) for word in self._words]
        self.like = lru_cache(_REMEMBERED)(self._like)
        self._beginnings = lru_cache(32)(self._all_beginnings)

    def __len__(self) -> int:
        return len(self._words)

    def word(self, place: int) -> str:
        """The word at a place."""
        return self._words[place]

    def _like(self, typed: str) -> dict[int, float]:
        """Places of the words that `typed` may mean, each with how well it fits, up to 1."""
        found = self._begun(typed)
        exact = self.place.get(typed)
        if exact is not None:
            found = {place: fits * _BESIDES for place, fits in found.items()}
            found[exact] = EXACT
        elif not typed.isdigit() and len(typed) >= _ONE_SLIP_FROM:
            besides = _BESIDES if found else 1.0
            for place, fits in self._misspelt(typed).items():
                found[place] = max(fits * besides, found.get(place, 0.0))
        return found

    def _begun(self, typed: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for place in range(bisect_left(self._words, typed), len(self._words)):
            word = self._words[place]
            if not word.startswith(typed):
                break
            if not typed.isdigit():
                found[place] = _BEGUN + _BEGUN_MORE * (len(typed) / len(word)) ** 2
        return found

    def _misspelt(self, typed: str) -> dict[int, float]:
        found: dict[int, float] = {}
        most = 2 if len(typed) >= _TWO_SLIPS_FROM else 1
        bits = _letters(typed)
        for place, word in enumerate(self._words):
            if (self._bits[place] ^ bits).bit_count() <= 2 * most and abs(len(word) - len(typed)) <= most:
                alike = word[0] == typed[0] or min(len(word), len(typed)) >= _ANY_LETTER_FROM
                slips = distance(typed, word, most) if alike and len(word) >= _ONE_SLIP_FROM else most + 1
                if slips <= most:
                    found[place] = _SLIP if slips == 1 else _TWO_SLIPS
        if not found and len(typed) >= _BEGUN_WITH_SLIP_FROM:
            for place in self._begun_with_slip(typed, bits):
                found[place] = _BEGUN_WITH_SLIP
        return found

    def _begun_with_slip(self, typed: str, bits: int) -> Iterable[int]:
        for beginning, of_beginning, places in self._beginnings(len(typed)):
            if (of_beginning ^ bits).bit_count() <= 2 and distance(typed, beginning, 1) == 1:
                yield from places

    def _all_beginnings(self, length: int) -> list[tuple[str, int, list[int]]]:
        """All beginnings of that length, their letters, and the words that begin so."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            if len(word) > length:
                places.setdefault(word[:length], []).append(place)
        return [(beginning, _letters(beginning), of) for beginning, of in places.items()]
