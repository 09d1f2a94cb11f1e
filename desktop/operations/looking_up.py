"""Looking up a code in the catalog: its official record, what to know about it, and what of it goes on a superbill."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from desktop.core.finding import Finding
from desktop.core.knowledge import Knowledge
from desktop.core.sources import Source
from desktop.desk import Desk
from desktop.operations import search, show
from desktop.operations.catalogue import elsewhere
from desktop.operations.found import Found, FoundLine
from desktop.operations.search import SearchAnswer
from desktop.operations.show import RecordField

__all__ = ["LookedUp", "Paragraph", "Part", "RecordField", "SearchAnswer"]

CODE, MODIFIER, DIAGNOSIS = "code", "modifier", "diagnosis"
_MOST = 40
_LONG = {"HCPCS_LONG_DESC_TXT", "LONG"}
_STATUS = "status"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What to know, how sure that is, and who says so."""

    words: str
    mark: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs under one heading."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A code as the page shows it. `kind` is None for what nothing is known of; `findings` then say so.

    `words` are the official ones in full; `status` says whether it is in force; `edition` where that is from and what
    is known of 2026; `found` is what goes on a superbill, None for a modifier.
    """

    code: str
    kind: str | None
    words: str
    status: RecordField | None
    record: tuple[RecordField, ...]
    parts: tuple[Part, ...]
    edition: str
    found: Found | None
    findings: tuple[Finding, ...]


def find(desk: Desk, text: str) -> SearchAnswer:
    """What a text leads to, in a worker's thread: codes, modifiers and diagnoses, best first."""
    with elsewhere(desk) as own:
        return search.search(own, {"text": text, "limit": _MOST})


def look_up(desk: Desk, code: str) -> LookedUp:
    """All that is known of a code, a modifier or a diagnosis, however it was typed."""
    shown = show.show(desk, code)
    words = next((field.value for field in reversed(shown.record) if field.field in _LONG and field.value), "")
    return LookedUp(
        code=shown.code,
        kind=shown.kind,
        words=words,
        status=next((field for field in shown.record if field.field == _STATUS), None),
        record=tuple(field for field in shown.record if field.field != _STATUS),
        parts=tuple(_parts(desk, shown.knowledge)),
        edition=shown.edition,
        found=_found(shown.kind, shown.code, words),
        findings=shown.findings,
    )


def _parts(desk: Desk, knowledge: Iterable[Knowledge]) -> Iterable[Part]:
    known = desk.rules.sources.by_id
    for heading, told in groupby(knowledge, key=lambda each: each.heading):
        yield Part(
            heading,
            tuple(Paragraph(each.words, each.mark, tuple(known[name] for name in each.sources)) for each in told),
        )


def _found(kind: str | None, code: str, words: str) -> Found | None:
    """What of it goes on a superbill: a line without modifiers, or a diagnosis."""
    if kind == CODE:
        return Found(None, (FoundLine(code, (), 1, None, words, None, None, ()),))
    return Found(None, (), diagnoses=(code,)) if kind == DIAGNOSIS else None
