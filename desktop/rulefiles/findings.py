"""Reads `sources.toml` and the findings' words from `rules/findings-*.toml`."""

from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from desktop.core.finding import Mark, Severity
from desktop.core.rulebook import FindingRule, FindingRules, Sources
from desktop.core.sources import Source
from desktop.rulefiles import checks

SOURCES = "sources.toml"

Words = Annotated[str, Meta(min_length=1, description="words")]


class _Source(Struct, forbid_unknown_fields=True, frozen=True):
    id: Words
    title: Words
    citation: Words
    read: date
    link: str | None = None


class _SourceFile(Struct, forbid_unknown_fields=True, frozen=True):
    source: tuple[_Source, ...]


class _Finding(Struct, forbid_unknown_fields=True, frozen=True):
    rule: Words
    severity: Severity
    mark: Mark
    words: Words
    sources: tuple[str, ...]
    variant: Words | None = None


class _FindingFile(Struct, forbid_unknown_fields=True, frozen=True):
    finding: tuple[_Finding, ...]


def sources(root: Path) -> Sources:
    """All authorities."""
    read = checks.table(root, SOURCES, _SourceFile).source
    checks.once(SOURCES, [source.id for source in read])
    return Sources({s.id: Source(s.id, s.title, s.citation, s.link, s.read) for s in read})


def findings(root: Path, known: Sources) -> FindingRules:
    """All findings' words, from every `rules/findings-*.toml`."""
    by_id: dict[str, FindingRule] = {}
    for path in sorted(root.glob("rules/findings-*.toml")):
        name = f"rules/{path.name}"
        for entry in checks.table(root, name, _FindingFile).finding:
            key = f"{entry.rule}/{entry.variant}" if entry.variant else entry.rule
            if key in by_id:
                raise checks.RuleFileProblem(name, key, "stands twice; a name has one meaning")
            by_id[key] = _rule(name, entry, known)
    return FindingRules(by_id)


def _rule(name: str, entry: _Finding, known: Sources) -> FindingRule:
    checks.sourced(name, entry.rule, entry.sources, known.by_id)
    if entry.severity is Severity.STOP and not entry.mark.may_stop:
        reason = f"is marked {entry.mark} and would stop; only published and derived rules may"
        raise checks.RuleFileProblem(name, entry.rule, reason)
    return FindingRule(entry.rule, entry.severity, entry.mark, entry.words, entry.sources)
