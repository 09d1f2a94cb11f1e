"""Reads `catalogue/indicators.toml`: the fields of the official HCPCS record and what each of their values means."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.core.finding import Mark
from desktop.core.rulebook import Sources
from desktop.rulefiles import checks

FILE = "catalogue/indicators.toml"

Words = Annotated[str, Meta(min_length=1, description="words")]


class Field(Struct, forbid_unknown_fields=True, frozen=True):
    """A field of the record by its own name. `columns` are its headings in CMS's workbook, one per occurrence.

    Where it is blank, `blank` says what that means; the column `blank_from` then holds its value, if there is one.
    """

    name: Words
    label: Words
    kind: Literal["coded", "text", "day", "code", "modifier"]
    columns: tuple[Words, ...]
    about: Words
    blank: Words
    words: Words | None = None
    blank_from: Words | None = None
    values: dict[str, Words] = {}


class Indicators(Struct, forbid_unknown_fields=True, frozen=True):
    """All fields, in the record's order."""

    sources: tuple[str, ...]
    mark: Mark
    field: tuple[Field, ...]

    @property
    def headings(self) -> list[str]:
        """The workbook's columns, each once."""
        return list(dict.fromkeys(column for field in self.field for column in field.columns))


def load(root: Path, known: Sources) -> Indicators:
    """The fields of a resources folder, checked."""
    read = checks.table(root, FILE, Indicators)
    checks.sourced(FILE, "sources", read.sources, known.by_id)
    checks.once(FILE, [field.label for field in read.field])
    for field in read.field:
        if (field.kind == "coded") != bool(field.values):
            raise checks.RuleFileProblem(FILE, field.name, "only a coded field has values, and it has some")
        if field.blank_from not in (None, *read.headings):
            raise checks.RuleFileProblem(FILE, f"{field.name}.blank_from", "names no column of the workbook")
        if (field.kind == "coded") == (field.words is not None):
            raise checks.RuleFileProblem(FILE, field.name, "either has values or words that say how one is read")
    return read
