"""The finder's answer as a card: codes and modifiers, reasons with their sources, findings, and what to ask the plan.

A typed code that is checked gets the same card, with what the finder would have chosen instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.core import typed, typed_text
from desktop.core.codes import CodedLine, Why
from desktop.core.conversation import Chip, Conversation
from desktop.core.finding import Finding, Severity, forbidden
from desktop.core.plan_questions import AskPlan
from desktop.core.request import Request
from desktop.core.sources import Source
from desktop.core.typed import Checked
from desktop.core.typed_text import NotTyped
from desktop.desk import Desk
from desktop.operations.finding_code import left_open
from desktop.operations.found import Found, FoundLine, of_lines

__all__ = ["Card", "LookAlike", "NotTyped", "Reason"]

_ORDER = (Severity.STOP, Severity.WARN, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something stands, how sure that is, and who says so."""

    words: str
    mark: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A code that people take for it (`code`), or what else the typed code is taken for (`right` are its codes)."""

    code: str
    right: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that the answer says. `reasons` has one entry a line. `instead`: what the finder has for a typed line that
    it would write otherwise. `others`: codes that a plan may take instead, and when. `left_open`: what is not known.
    """

    found: Found
    reasons: tuple[tuple[Reason, ...], ...]
    findings: tuple[Finding, ...]
    instead: Found | None
    others: tuple[tuple[str, str], ...]
    look_alikes: tuple[LookAlike, ...]
    ask_plan: tuple[AskPlan, ...]
    left_open: tuple[Chip, ...]

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)

    @property
    def plan_text(self) -> str:
        """What to ask the plan, to be pasted into a letter or read on the phone."""
        return "\n".join(f"{number}. {each.words}" for number, each in enumerate(self.ask_plan, start=1))


def of_talk(desk: Desk, talk: Conversation) -> Card | None:
    """The card at the end of a conversation; None before the code is known."""
    result, request = talk.result(), talk.request()
    if result is None or request is None:
        return None
    coding = result.coding
    return Card(
        found=of_lines(coding.lines, request, request.items, coding.findings),
        reasons=_reasons(desk, coding.lines),
        findings=_sorted(coding.findings),
        instead=None,
        others=tuple((" ".join((each.code, *each.modifiers)), each.when) for each in coding.alternatives),
        look_alikes=tuple(LookAlike(each.code, (), each.words) for each in coding.rejected),
        ask_plan=result.ask_plan,
        left_open=left_open(talk, coding.missing),
    )


def of_typed(desk: Desk, text: str, request: Request) -> Card:
    """The card of codes that were typed straight in. NotTyped, a sentence, where the text is no line of codes."""
    lines = typed_text.parse(text)
    checked = typed.check(lines, request, desk.rules, desk.catalogue, desk.noc)
    found = Found(
        replace(request, items=tuple(item for item in checked.items if item is not None)),
        tuple(_typed_line(desk, checked, number) for number in range(len(lines))),
        tuple(finding for finding in checked.findings if finding.item is None),
    )
    return Card(
        found=found,
        reasons=_reasons(desk, checked.coding.lines if _same(found, checked) else ()),
        findings=_sorted(checked.findings),
        instead=None if _same(found, checked) else _instead(checked, request),
        others=(),
        look_alikes=tuple(LookAlike(each.code, each.right, each.words) for each in checked.look_alikes),
        ask_plan=checked.ask_plan,
        left_open=(),
    )


def is_typed_code(text: str) -> bool:
    """Whether a text is a line of codes, whatever they are worth."""
    try:
        return bool(typed_text.parse(text))
    except NotTyped:
        return False


def _typed_line(desk: Desk, checked: Checked, number: int) -> FoundLine:
    line, item = checked.lines[number], checked.items[number]
    known = desk.catalogue.code(line.code)
    same = next((each for each in checked.coding.lines if (each.item, each.code) == (number, line.code)), None)
    return FoundLine(
        code=line.code,
        modifiers=line.modifiers,
        units=1,
        item=item.item if item else None,
        description=(known.long if known else None) or "",
        narrative=None,
        narrative_19=same.narrative_19 if same else None,
        findings=tuple(finding for finding in checked.findings if finding.item == number),
    )


def _same(found: Found, checked: Checked) -> bool:
    return [(line.code, line.modifiers) for line in found.lines] == [
        (line.code, line.modifiers) for line in checked.coding.lines
    ]


def _instead(checked: Checked, request: Request) -> Found | None:
    """What the finder would have written, unless it is not known what was done or nothing would be billed."""
    if not checked.coding.lines or any(path.endswith(".transaction") for path in checked.coding.missing):
        return None
    asked = replace(request, items=tuple(item for item in checked.items if item is not None))
    return of_lines(checked.coding.lines, asked, checked.items, checked.coding.findings)


def _reasons(desk: Desk, lines: Iterable[CodedLine]) -> tuple[tuple[Reason, ...], ...]:
    return tuple(tuple(_reason(desk, why) for why in line.why) for line in lines)


def _reason(desk: Desk, why: Why) -> Reason:
    known = desk.rules.sources.by_id
    return Reason(why.words, str(why.mark), tuple(known[each] for each in why.sources))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stops first, then what asks; each in its order."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: _ORDER.index(finding.severity)))
