"""Reads `catalogue/edition.toml`: the official files that the code catalogue is made from, and of which days."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.core.rulebook import Sources
from desktop.rulefiles import checks

FILE = "catalogue/edition.toml"

Words = Annotated[str, Meta(min_length=1, description="words")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="a SHA-256 in 64 hexadecimal digits")]
Part = Literal["codes", "code_list", "diagnoses", "places", "zip_prefixes"]


class OfficialFile(Struct, forbid_unknown_fields=True, frozen=True):
    """One official file. It speaks for `first_day` up to but not on `until`; `known` says what is and is not in it."""

    part: Part
    file: Words
    title: Words
    origin: Words
    released: date
    first_day: date
    sha256: Sha256
    licence: Words
    known: Words
    source: Words
    until: date | None = None
    member: Words | None = None
    collected: bool = False


class Edition(Struct, forbid_unknown_fields=True, frozen=True):
    """What the catalogue is made from, and what it says of itself."""

    edition: Words
    as_of: date
    of_2026: Words
    later_list: Words
    file: tuple[OfficialFile, ...]

    def of(self, part: Part) -> list[OfficialFile]:
        """The files of a part, in the order of their days."""
        return [file for file in self.file if file.part == part]


def load(root: Path, known: Sources) -> Edition:
    """The edition of a resources folder, checked."""
    edition = checks.table(root, FILE, Edition)
    checks.once(FILE, [file.file for file in edition.file])
    for file in edition.file:
        checks.sourced(FILE, file.file, [file.source], known.by_id)
    for single in ("codes", "code_list", "places", "zip_prefixes"):
        if len(edition.of(single)) != 1:
            raise checks.RuleFileProblem(FILE, single, "needs exactly one file")
    _check_diagnoses(edition.of("diagnoses"))
    return edition


def _check_diagnoses(sets: list[OfficialFile]) -> None:
    checks.rising(FILE, "diagnoses", [file.first_day for file in sets])
    before: date | None = None
    for file in sets:
        if file.until is None or file.member is None:
            raise checks.RuleFileProblem(FILE, file.file, "needs `until` and `member`: a year's set, a file in a zip")
        if file.until <= file.first_day or (before is not None and file.first_day < before):
            raise checks.RuleFileProblem(FILE, file.file, "has days that overlap another set's or are out of order")
        before = file.until
