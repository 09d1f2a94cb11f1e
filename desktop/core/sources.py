"""The authorities that rules and words rest on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """An authority: a law, a manual, a contractor's article, a maker's page. `read` is the day it was read."""

    id: str
    title: str
    citation: str
    link: str | None
    read: date
