"""What every rule file is held to, and the words in which one is refused: file, key, reason."""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from desktop import border, files
from desktop.core.sources import Source

T = TypeVar("T")


class RuleFileProblem(Exception):
    """A rule file that is not used: which file, which key, and why."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}" if key else f"{file}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


def table(root: Path, name: str, kind: type[T]) -> T:
    """A TOML file below `root` as a checked type."""
    try:
        return border.convert(border.from_toml(files.read(root / name)), kind)
    except border.NotRight as problem:
        raise RuleFileProblem(name, problem.path, problem.words) from problem
    except files.FileProblem as problem:
        raise RuleFileProblem(name, "", str(problem)) from problem


def once(file: str, keys: Iterable[str]) -> None:
    """Refuses a key that stands twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise RuleFileProblem(file, key, "stands twice; a name has one meaning")
        seen.add(key)


def sourced(file: str, key: str, sources: Sequence[str], known: Iterable[str]) -> None:
    """Refuses an entry without a source, or with one that `sources.toml` does not have."""
    if not sources:
        raise RuleFileProblem(file, key, "has no source; say whose word it is")
    for source in sources:
        if source not in known:
            raise RuleFileProblem(file, key, f"names the source {source!r}, which sources.toml does not have")


def rising(file: str, key: str, days: Sequence[date]) -> None:
    """Refuses days that do not rise: two values for one day overlap, an earlier one after a later is out of order."""
    for before, after in itertools.pairwise(days):
        if after == before:
            raise RuleFileProblem(file, key, f"has two values from {after}; they overlap")
        if after < before:
            raise RuleFileProblem(file, key, f"has dates out of order: {after} stands after {before}")


def all_used(file: str, known: Iterable[Source], used: Iterable[str]) -> None:
    """Refuses a source that nothing rests on."""
    rest = set(used)
    for source in known:
        if source.id not in rest:
            raise RuleFileProblem(file, source.id, "is used by nothing; remove it or use it")
