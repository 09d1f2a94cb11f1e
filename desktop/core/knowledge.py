"""What a clerk must know about a code, in our own words."""

from dataclasses import dataclass

from desktop.core.finding import Mark


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One paragraph under a heading; `sources` are ids of `resources/sources.toml`."""

    heading: str
    words: str
    sources: tuple[str, ...]
    mark: Mark
