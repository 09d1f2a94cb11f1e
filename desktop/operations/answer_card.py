"""An answer as a card: codes and modifiers, reasons with their sources, findings, and what to ask the plan.

The finder's answer and a typed code that was checked get the same card; with the latter stands what the finder would
have chosen instead, and what may be done with the thing where the code alone does not say it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop.core import typed, typed_items, typed_text
from desktop.core.codes import CodedLine, Why
from desktop.core.conversation import Chip, Conversation
from desktop.core.finding import Finding, Severity, forbidden
from desktop.core.plan_questions import AskPlan
from desktop.core.request import Request, Transaction
from desktop.core.sources import Source
from desktop.core.typed import Checked
from desktop.core.typed_text import NotTyped, TypedLine
from desktop.desk import Desk
from desktop.operations import finding_code
from desktop.operations.finding_code import PAYER, left_open
from desktop.operations.found import Found, FoundLine, of_lines

__all__ = ["Card", "Choice", "LookAlike", "NotTyped", "Reason"]

_LINE = "lines["
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
class Choice:
    """One way in which a typed code may be meant: what is done with the thing, and the codes that say so."""

    done: Transaction
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that the answer says. `reasons` has one entry a line. `instead`: what the finder has for a typed line that
    it would write otherwise. `others`: codes that a plan may take instead, and when. `left_open`: what is not known.
    `choices`: what may be done with the thing, where a typed code does not say it.
    """

    found: Found
    reasons: tuple[tuple[Reason, ...], ...]
    findings: tuple[Finding, ...]
    instead: Found | None
    others: tuple[tuple[str, str], ...]
    look_alikes: tuple[LookAlike, ...]
    ask_plan: tuple[AskPlan, ...]
    left_open: tuple[Chip, ...]
    choices: tuple[Choice, ...] = ()

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)

    @property
    def mistyped(self) -> bool:
        """Whether what was typed is wrong by itself, whoever pays: then nothing goes out under it."""
        stops = (finding for finding in self.findings if finding.severity is Severity.STOP)
        return any((finding.field or "").startswith(_LINE) for finding in stops)

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


def of_text(desk: Desk, text: str, payer: str) -> Card | None:
    """The card of codes that were typed straight in, checked as a plan of a kind would take them today; None where
    something else was typed."""
    request = finding_code.begin(desk, {PAYER: payer}).request() if is_typed_code(text) else None
    return of_typed(desk, text, request) if request is not None else None


def of_typed(desk: Desk, text: str, request: Request) -> Card:
    """The card of codes that were typed straight in. NotTyped, a sentence, where the text is no line of codes."""
    lines = typed_text.parse(text)
    checked = typed.check(lines, request, desk.rules, desk.catalogue, desk.noc)
    found = Found(
        replace(request, items=tuple(item for item in checked.items if item is not None)),
        tuple(_typed_line(desk, checked, number) for number in range(len(lines))),
        tuple(finding for finding in checked.findings if finding.item is None),
    )
    choices = tuple(_choices(desk, checked))
    return Card(
        found=found,
        reasons=_reasons(desk, checked.coding.lines if _same(found, checked) else ()),
        findings=_sorted(checked.findings),
        instead=None if choices or _same(found, checked) else _instead(checked, request),
        others=(),
        look_alikes=tuple(LookAlike(each.code, each.right, each.words) for each in checked.look_alikes),
        ask_plan=checked.ask_plan,
        left_open=(),
        choices=choices,
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


def _choices(desk: Desk, checked: Checked) -> Iterator[Choice]:
    """For one code alone: what may be done with the thing under that code, each with its modifier."""
    if len(checked.lines) != 1 or checked.items[0] is None:
        return
    line, item, rules = checked.lines[0], checked.items[0], desk.rules.coding
    if not typed_items.done_is_open(line, item, rules):
        return
    own = {*rules.modifiers.places[0].modifiers}
    rest = tuple(modifier for modifier in line.modifiers if modifier not in own)
    for done, standing in rules.modifiers.transactions.items():
        fits = any(done in each.transactions and line.code in each.codes for each in rules.items[item.item].choices)
        if fits and done is not Transaction.REPLACE:
            yield Choice(done, TypedLine(line.code, (standing.modifier, *rest)).words)


def _reasons(desk: Desk, lines: Iterable[CodedLine]) -> tuple[tuple[Reason, ...], ...]:
    return tuple(tuple(_reason(desk, why) for why in line.why) for line in lines)


def _reason(desk: Desk, why: Why) -> Reason:
    known = desk.rules.sources.by_id
    return Reason(why.words, str(why.mark), tuple(known[each] for each in why.sources))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stops first, then what asks; each in its order."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: _ORDER.index(finding.severity)))
