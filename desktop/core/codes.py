"""Codes, modifiers and diagnoses as the official sets hold them, and a line that is coded with them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Code:
    """A HCPCS code or modifier of the catalogue.

    `terminated` is the last day on which it may be used. A code known only from a bare code list has no words and no
    days (`long` and `added` are None): it exists, more is not known of it.
    """

    code: str
    kind: str  # "code" or "modifier"
    short: str | None
    long: str | None
    added: date | None
    terminated: date | None

    def in_force(self, on: date) -> bool:
        """Whether it may be used for a service on that day, as far as its record says."""
        return (self.added is None or self.added <= on) and (self.terminated is None or on <= self.terminated)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """An ICD-10-CM entry of one day's set, printed with its dot (J44.9). Only a billable one may be reported."""

    code: str
    words: str
    billable: bool


class Catalogue(Protocol):
    """What core asks of a code catalogue; `operations` hands one in."""

    @property
    def edition(self) -> str:
        """The HCPCS edition that answers speak from, in words."""

    @property
    def as_of(self) -> date:
        """The first day of that edition."""

    def code(self, code: str) -> Code | None:
        """A HCPCS Level II code, whatever its days."""

    def modifier(self, modifier: str) -> Code | None:
        """A HCPCS modifier, whatever its days."""

    def place_of_service(self, place: str) -> str | None:
        """The name of a place of service, or None."""

    def has_diagnoses(self, on: date) -> bool:
        """Whether a shipped diagnosis set covers that day."""

    def diagnosis(self, code: str, on: date) -> Diagnosis | None:
        """A diagnosis of that day's set, written with or without its dot."""

    def newest_words(self, diagnosis: str) -> str:
        """A diagnosis in the words of the newest set that has it, whatever the day; empty where none does."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason in plain words; `sources` are ids of `resources/sources.toml`."""

    words: str
    sources: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class CodedLine:
    """A line as it will be billed: the code and its modifiers in their order, and why. `item` counts from 0."""

    item: int
    code: str
    modifiers: tuple[str, ...]
    units: int
    description: str
    narrative_19: str | None
    why: tuple[Why, ...]
