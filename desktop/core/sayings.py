"""The values of the counter's words: what is said, what is meant by it, and what a typed text is read as."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is meant: a code, modifier or diagnosis (`kind`), and its name at the counter.

    `sold` is the code when it is sold, where that is another; `along` are codes that can apply beside it. `equipment`:
    it is a device or system, not what goes with one. `sells`: a modifier that says so.
    """

    code: str
    kind: str
    name: str
    sold: str | None = None
    along: tuple[str, ...] = ()
    equipment: bool = False
    sells: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A phrase that people say, and its meaning. A `hint` counts while nothing better is said, never against E1399.

    `product`: it names a product line; `unverified`: nobody but the trade says that it is that.
    """

    words: str
    meaning: Meaning
    hint: bool = False
    product: bool = False
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that answers the words themselves."""

    phrases: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """All that the files say, checked.

    `same` maps a spelling to the word that it is read as; `first_letters` are those of codes that such a store bills.
    """

    sayings: tuple[Saying, ...]
    excepted: tuple[str, ...]
    given: tuple[Saying, ...]
    notes: tuple[Note, ...]
    same: Mapping[str, str]
    fillers: frozenset[str]
    refusals: frozenset[str]
    companions: frozenset[str]
    asks_for: Mapping[str, str]
    noc: str
    first_letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that a text may hold. `covers` has a bit for each typed word; `whole`: the whole phrase is there."""

    saying: Saying
    score: float
    covers: int
    whole: bool

    @property
    def meaning(self) -> Meaning:
        """What the phrase means."""
        return self.saying.meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the counter's words explain it, the best meaning first.

    `words` are the typed words as they are read, `telling` has a bit for each that carries meaning. `refused`: a code
    was sent back; `accompanied`: something goes with something; `asked_for`: the kind that was asked for.
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]
    telling: int
    refused: bool
    accompanied: bool
    asked_for: str | None
