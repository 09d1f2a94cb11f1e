"""Rows as they come out of the database: frozen, plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A HCPCS code or modifier (`kind`). `terminated` is its last day. All None but the code: known without words."""

    code: str
    kind: str
    short: str | None
    long: str | None
    added: date | None
    terminated: date | None


@dataclass(frozen=True, slots=True)
class DiagnosisRow:
    """An ICD-10-CM entry, its code without a dot, as it stood from `first_day` up to but not on `until`."""

    code: str
    first_day: date
    until: date
    billable: bool
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the official record. `headings` are its columns in the official file, one for each occurrence.

    Where it is blank, the column `blank_from` holds its value, if there is one.
    """

    name: str
    label: str
    kind: str
    headings: tuple[str, ...]
    blank: str
    blank_from: str | None
    words: str | None
    meanings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnowledgeRow:
    """A paragraph of what a clerk must know about a code."""

    heading: str
    words: str
    sources: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """What a search finds: a code, modifier or diagnosis (without its dot). Known without words: no description."""

    kind: str
    code: str
    description: str | None
