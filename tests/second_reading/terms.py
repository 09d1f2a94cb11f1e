"""What a payer's kind and its own numbers mean for the count (points 4, 5, 9, 13a, 19)."""

from dataclasses import dataclass
from typing import Any

MEDICARE = "medicare"
ADVANTAGE = "medicare_advantage"
CAP = 36


@dataclass(frozen=True)
class Terms:
    """`cap` months are paid, None for no end; `gap` days start a new period, None for no such rule."""

    cap: int | None
    gap: int | None
    medicare_rules: bool
    break_in_need: bool
    varies: bool


def terms(payer: dict[str, Any]) -> Terms:
    """The terms of a payer. Medicare has its own numbers whatever is given."""
    kind, cap, gap = payer["kind"], payer.get("cap_months"), payer.get("reset_gap_days")
    if kind == MEDICARE:
        return Terms(CAP, None, medicare_rules=True, break_in_need=True, varies=False)
    if kind == ADVANTAGE:
        return Terms(CAP if cap is None else cap, gap, medicare_rules=True, break_in_need=gap is None, varies=True)
    return Terms(cap, gap, medicare_rules=False, break_in_need=False, varies=False)
