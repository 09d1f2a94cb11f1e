"""What the finder hands to a superbill: the lines that it found (or that were typed and checked) and what was asked."""

from dataclasses import dataclass

from desktop.core.finding import Finding
from desktop.core.request import Request
from desktop.core.superbill import Narrative


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line as it will be billed.

    `item` is the id of the thing at the counter (`rules.coding.items`), None for a typed code that none of them has;
    `description` the official words; `narrative` what was told of an item without a code of its own; `narrative_19`
    what belongs into item 19 of the claim; `findings` what was said of this line.
    """

    code: str
    modifiers: tuple[str, ...]
    units: int
    item: str | None
    description: str
    narrative: Narrative | None
    narrative_19: str | None
    findings: tuple[Finding, ...]

    @property
    def words(self) -> str:
        """`E1392 NU`."""
        return " ".join((self.code, *self.modifiers))


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that goes out of the door. Most have one line, a unit that does two jobs has two.

    `request` is what was asked: date of service (`on`), the plan's kind (`payer.kind`), order and coverage, as far as
    they were answered; `findings` what holds for all lines.
    """

    request: Request
    lines: tuple[FoundLine, ...]
    findings: tuple[Finding, ...]

    @property
    def words(self) -> str:
        """`E0431 RR and E1390 RR`."""
        return " and ".join(line.words for line in self.lines)
