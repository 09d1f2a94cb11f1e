"""What is wrong, asked or worth knowing about a request: one rule's word on it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    STOP = "stop"
    WARN = "warn"
    NOTE = "note"


class Mark(StrEnum):
    """How sure we are of a rule."""

    PUBLISHED = "published"
    DERIVED = "derived"
    UNVERIFIED = "unverified"
    CONFLICT = "conflict"

    @property
    def may_stop(self) -> bool:
        """Only what is published or follows from it without judgment may forbid."""
        return self in (Mark.PUBLISHED, Mark.DERIVED)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's word on a request. `sources` are ids of `resources/sources.toml`; `item` counts from 0."""

    rule: str
    severity: Severity
    mark: Mark
    words: str
    sources: tuple[str, ...]
    item: int | None = None
    field: str | None = None

    def __post_init__(self) -> None:
        if self.severity is Severity.STOP and not self.mark.may_stop:
            raise ValueError(f"{self.rule}: a rule marked {self.mark} never stops")


def forbidden(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding stops."""
    return any(finding.severity is Severity.STOP for finding in findings)
