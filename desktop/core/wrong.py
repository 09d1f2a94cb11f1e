"""What somebody typed and cannot have meant so: what `desktop.core.entry` and others who read it give back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was typed cannot be meant so; `words` say what was found and what to type."""

    words: str
