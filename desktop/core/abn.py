"""Medicare's form CMS-R-131 (Advance Beneficiary Notice): its blanks, and the reasons that Medicare may not pay.

The form is the government's; what is here is a sheet that says what to write in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.core.finding import Mark
from desktop.core.money import ZERO
from desktop.core.superbill import Superbill

Said = Mapping[str, str]  # by language


class Filled(StrEnum):
    """What of a sale stands in a blank."""

    STORE = "store"
    PATIENT = "patient"
    NUMBER = "number"
    ITEMS = "items"
    REASONS = "reasons"
    COSTS = "costs"


class Proposed(StrEnum):
    """For which sales a reason is proposed by itself."""

    NOT_ENROLLED = "not_enrolled"
    SELLS_EQUIPMENT = "sells_equipment"


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of the form: its letter, its name there and how it is filled. `write` stands where the sale has nothing
    for it; `options` are what the patient chooses from."""

    letter: str
    name: Said
    how: Said
    filled: Filled | None
    write: Said | None
    options: tuple[Said, ...]
    mark: Mark
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why Medicare may not pay, in words for the patient."""

    id: str
    words: Said
    when: Proposed | None
    mark: Mark
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AbnWords:
    """All words of the sheet. `mark` stands at its head; `together` is the sum of the costs."""

    blanks: tuple[Blank, ...]
    reasons: Mapping[str, Reason]
    notices: tuple[Said, ...]
    mark: Said
    together: Said


@dataclass(frozen=True, slots=True)
class Notice:
    """What the sheet is made from: the sale, the reasons chosen by their ids, and one in the store's own words."""

    sale: Superbill
    reasons: tuple[str, ...]
    own_reason: str | None

    @property
    def estimate(self) -> Decimal:
        """What the items cost, in dollars, without tax and other charges."""
        return sum((line.charge for line in self.sale.lines), ZERO)


def proposed(sale: Superbill, words: AbnWords, *, sells_equipment: bool) -> tuple[str, ...]:
    """The reasons that a sale has by itself, the first that holds: a store that is not enrolled, a sale of oxygen
    equipment. Nothing where a person must choose."""
    holds = {
        Proposed.NOT_ENROLLED: sale.supplier.medicare_enrolled is False,
        Proposed.SELLS_EQUIPMENT: sells_equipment,
    }
    found = [reason.id for reason in words.reasons.values() if reason.when and holds[reason.when]]
    return tuple(found[:1])
