"""What a store says of its rentals, from the shipped list: events, places of equipment, papers, what can be due."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from desktop import files

K = TypeVar("K")

FILE = "book/rentals.toml"


@dataclass(frozen=True, slots=True)
class EventKind:
    """Something that can happen, as the store says it. `key` is its own; `what` and `why` are those of its event.

    `asks` are the fields that its form asks for (of RentalEvent; `serial`: the piece that comes in its
    place); `help` says what it does to the months; `when`: how the equipment stands for it (`in_use`, `stopped`,
    `waiting`), none for anyhow.
    """

    key: str
    words: str
    help: str
    what: str
    why: str | None
    asks: tuple[str, ...]
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Where a piece of equipment can be. `after`: what it was that ended there."""

    key: str
    words: str
    help: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper: `key` stands in the book, `words` on the screen, `help` says what it must say.

    `needed`: the kinds of payer for which every rental needs it.
    """

    key: str
    words: str
    help: str
    needed: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueKind:
    """What can be due: `key` stands in the book, `words` name it, `because` says why it is asked for.

    Mark and sources only for what the book itself asks for: the cycle's stand among its rules. `days_before`: how long
    before a paper's last day. `dated`: whether its day is one by which something is to be done.
    """

    key: str
    words: str
    because: str
    mark: str = ""
    sources: tuple[str, ...] = ()
    days_before: int = 0
    dated: bool = True


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """What a phase of the cycle is called."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class RentalWords:
    """The whole list."""

    phases: tuple[PhaseWords, ...]
    events: tuple[EventKind, ...]
    states: tuple[State, ...]
    papers: tuple[PaperKind, ...]
    due: Mapping[str, DueKind]
    billed_by_the_store: frozenset[str]


@cache
def rental_words() -> RentalWords:
    """The shipped list."""
    read = tomllib.loads(files.resource(FILE).decode("utf-8"))
    return RentalWords(
        tuple(_made(PhaseWords, entry) for entry in read["phase"]),
        tuple(_made(EventKind, {"why": None} | entry) for entry in read["event"]),
        tuple(_made(State, entry) for entry in read["state"]),
        tuple(_made(PaperKind, entry) for entry in read["paper"]),
        MappingProxyType({entry["key"]: _made(DueKind, entry) for entry in read["due"]}),
        frozenset(read["billing"]["by_the_store"]),
    )


def _made(kind: Callable[..., K], entry: Mapping[str, Any]) -> K:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()})
