"""Parts that the answers of several operations share, as other programs read them."""

from msgspec import Struct

from desktop.core.codes import Catalogue
from desktop.core.finding import Finding


class FindingAnswer(Struct, frozen=True):
    """A finding."""

    rule: str
    severity: str
    mark: str
    words: str
    sources: tuple[str, ...]
    item: int | None
    field: str | None


class EditionAnswer(Struct, frozen=True):
    """The edition that an answer speaks from."""

    edition: str
    as_of: str


def findings(found: tuple[Finding, ...]) -> tuple[FindingAnswer, ...]:
    """Findings in their order."""
    return tuple(FindingAnswer(f.rule, f.severity, f.mark, f.words, f.sources, f.item, f.field) for f in found)


def edition(catalogue: Catalogue) -> EditionAnswer:
    """The catalogue's edition."""
    return EditionAnswer(catalogue.edition, catalogue.as_of.isoformat())
