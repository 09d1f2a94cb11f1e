"""What the finder hands to a superbill: the lines that it found (or that were typed and checked) and what was asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.codes import CodedLine
from desktop.core.finding import Finding
from desktop.core.request import Item, Request
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
    they were answered; None where nobody was asked, as when a code comes straight from the catalog. `findings` are
    those that hold for all lines; `diagnoses` come from the catalog, too.
    """

    request: Request | None
    lines: tuple[FoundLine, ...]
    findings: tuple[Finding, ...] = ()
    diagnoses: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """`E0431 RR and E1390 RR`."""
        return " and ".join(line.words for line in self.lines)


def of_lines(
    lines: Iterable[CodedLine], request: Request, items: tuple[Item | None, ...], findings: tuple[Finding, ...]
) -> Found:
    """Coded lines as they go to a superbill. `items` are what their `item` counts."""
    made = tuple(_line(line, items[line.item], findings) for line in lines)
    return Found(request, made, tuple(finding for finding in findings if finding.item is None))


def _line(line: CodedLine, item: Item | None, findings: tuple[Finding, ...]) -> FoundLine:
    return FoundLine(
        code=line.code,
        modifiers=line.modifiers,
        units=line.units,
        item=item.item if item else None,
        description=line.description,
        narrative=item.narrative if item else None,
        narrative_19=line.narrative_19,
        findings=tuple(finding for finding in findings if finding.item == line.item),
    )
