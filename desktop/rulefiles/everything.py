"""All knowledge files at once: what one file alone cannot show, a source that nothing rests on."""

from collections.abc import Iterator
from pathlib import Path

from desktop import border, files
from desktop.rulefiles import abn, checks, coding, edition, indicators, knowledge, words
from desktop.rulefiles.findings import SOURCES, sources
from desktop.rulefiles.load import load

_NAMES = ("source", "sources")


def check(root: Path) -> None:
    """Reads every rule file of a resources folder. RuleFileProblem names file, key and reason."""
    load(root)
    known = sources(root)
    for read in (edition.load, indicators.load, knowledge.load, abn.abn_words):
        read(root, known)
    words.words(root, known, coding.items(root, known))
    checks.all_used(SOURCES, known.by_id.values(), _used(root))


def _used(root: Path) -> Iterator[str]:
    for path in sorted(root.rglob("*.toml")):
        if path.name != SOURCES:
            yield from _named(border.from_toml(files.read(path)))


def _named(value: object) -> Iterator[str]:
    """Every source that a table names, however deep."""
    if isinstance(value, list):
        for inner in value:
            yield from _named(inner)
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in _NAMES:
                yield from inner if isinstance(inner, list) else [inner]
            yield from _named(inner)
