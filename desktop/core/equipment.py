"""Which codes are oxygen equipment, by the items of the finder, and which need a story told, and what it lacks."""

from desktop.core.coding_rules import CodingRules
from desktop.core.superbill import Narrative


def is_equipment(code: str | None, rules: CodingRules) -> bool:
    """Whether the code is one of the ten kinds of oxygen equipment; one for what has no code of its own is not."""
    items = (item for item in rules.items.values() if item.group == "equipment")
    return any(code in choice.codes for item in items for choice in item.choices) and not needs_narrative(code, rules)


def needs_narrative(code: str | None, rules: CodingRules) -> bool:
    """Whether the code says nothing by itself, so that words must say what it is."""
    return code is not None and rules.within("needs_narrative", code)


def untold(narrative: Narrative | None, rules: CodingRules) -> list[str]:
    """What must be told of an item without a code of its own and is not; a price of nothing is told."""
    return [name for name in rules.narrative_needs if getattr(narrative, name, None) is None]
