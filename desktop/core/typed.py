"""Codes typed straight in, checked: their form, what they stand for, and what the finder would have chosen instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core import finder, plan_questions, review_lines, superbill_fields, typed_items
from desktop.core.codes import Catalogue, CodedLine
from desktop.core.coding_rules import CodingRules
from desktop.core.finder import Coding, NocCode
from desktop.core.finding import Finding
from desktop.core.money import ZERO
from desktop.core.plan_questions import AskPlan
from desktop.core.request import Item, Request, Transaction
from desktop.core.rulebook import Rulebook
from desktop.core.superbill import NOT_SAID, Address, Line, OxygenOrder, Patient, Payer, Prescriber, Superbill, Supplier
from desktop.core.typed_items import LookAlike
from desktop.core.typed_text import TypedLine

_FORM = {
    "code-unknown",
    "code-not-in-force",
    "modifier-unknown",
    "modifier-conflict",
    "modifier-missing",
    "modifier-too-many",
    "duplicate-line",
}
_NOWHERE = Address(None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is to be said of typed lines. `item` counts the typed lines from 0, everywhere.

    `coding` is what the finder chooses for the items that the lines stand for; `items` has None for a line that stands
    for none.
    """

    lines: tuple[TypedLine, ...]
    items: tuple[Item | None, ...]
    coding: Coding
    findings: tuple[Finding, ...]
    look_alikes: tuple[LookAlike, ...]
    ask_plan: tuple[AskPlan, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A typed line, counted from 0, beside the finder's lines for the item that it stands for."""

    number: int
    line: TypedLine
    item: Item
    found: tuple[CodedLine, ...]
    rulebook: Rulebook

    @property
    def rules(self) -> CodingRules:
        """The rules for codes and modifiers."""
        return self.rulebook.coding

    def say(self, rule: str, part: str, **places: object) -> Finding:
        """A rule's word on a part of the line."""
        path = f"lines[{self.number}].{part}"
        return self.rulebook.findings.finding(rule, item=self.number, field=path, **places)


def check(
    lines: Sequence[TypedLine], request: Request, rulebook: Rulebook, catalogue: Catalogue, noc_code: NocCode
) -> Checked:
    """Typed lines held against the catalogue and the rules. `request` gives the day, payer, order and coverage; what
    goes out of the door is read from the lines."""
    typed = tuple(lines)
    items = tuple(typed_items.item_for(line, request, rulebook.coding) for line in typed)
    numbers = [number for number, item in enumerate(items) if item is not None]
    asked = replace(request, items=tuple(item for item in items if item is not None))
    coding = _numbered(finder.find(asked, rulebook, catalogue, noc_code), numbers)
    form = tuple(_form(typed, request, rulebook, catalogue))
    findings = (
        *form,
        *_elsewhere(typed, items, rulebook, catalogue),
        *(said for held in _held(typed, items, coding, rulebook) for said in _differences(held, coding, form)),
        *(finding for finding in coding.findings if finding.rule not in _FORM),
    )
    things = [rulebook.coding.items[item.item].words if item else "" for item in items]
    look_alikes = tuple(_look_alikes(typed, items, rulebook.coding))
    ask_plan = plan_questions.ask(coding, things, rulebook)
    return Checked(typed, items, _as_far(coding, typed, items, rulebook.coding), findings, look_alikes, ask_plan)


def _form(
    lines: tuple[TypedLine, ...], request: Request, rulebook: Rulebook, catalogue: Catalogue
) -> Iterator[Finding]:
    """What the review of a superbill says of codes and modifiers by themselves."""
    for finding in review_lines.lines(_superbill(lines, request), rulebook, catalogue):
        if finding.rule in _FORM and finding.field is not None:
            yield replace(finding, item=superbill_fields.places(finding.field)[0] - 1)


def _elsewhere(
    lines: tuple[TypedLine, ...], items: tuple[Item | None, ...], rulebook: Rulebook, catalogue: Catalogue
) -> Iterator[Finding]:
    for number, (line, item) in enumerate(zip(lines, items, strict=True)):
        if item is None and catalogue.code(line.code) is not None:
            field = f"lines[{number}].code"
            yield rulebook.findings.finding("typed-code-elsewhere", item=number, field=field, code=line.code)


def _held(
    lines: tuple[TypedLine, ...], items: tuple[Item | None, ...], coding: Coding, rulebook: Rulebook
) -> Iterator[_Held]:
    for number, (line, item) in enumerate(zip(lines, items, strict=True)):
        if item is not None:
            found = tuple(each for each in coding.lines if each.item == number)
            yield _Held(number, line, item, found, rulebook)


def _differences(held: _Held, coding: Coding, form: Sequence[Finding]) -> Iterator[Finding]:
    """What the code stands for, and where the finder would have written something else."""
    rule = held.rules.items[held.item.item]
    code = held.line.code
    same = next((each for each in held.found if each.code == code), None)
    own = min((choice for choice in rule.choices if code in choice.codes), key=lambda choice: len(choice.codes))
    why = same.why[0] if same else own.why
    yield held.say("typed-code-stands-for", "code", code=code, what=rule.words, why=why.words)
    if same is not None:
        yield from _modifiers(held, same, coding, form)
    elif held.found:
        right = " and ".join(_words(each.code, each.modifiers) for each in held.found)
        why = held.found[0].why[0]
        yield held.say("typed-code-differs", "code", what=rule.words, right=right, typed=held.line.words, why=why.words)


def _modifiers(held: _Held, found: CodedLine, coding: Coding, form: Sequence[Finding]) -> Iterator[Finding]:
    typed, right = held.line.modifiers, found.modifiers
    left_open = _left_open(held, form)
    lacking = [modifier for modifier in right if modifier not in typed and modifier not in left_open]
    beyond = [each for each in typed if each not in right and each not in left_open and _decided(each, held, coding)]
    places = {"typed": held.line.words, "right": _words(found.code, right)}
    if lacking or beyond:
        why = "".join(f" {why.words}" for why in found.why[1:] if any(each in why.words for each in lacking))
        yield held.say("typed-modifiers-differ", "modifiers", why=why, **places)
    elif [modifier for modifier in typed if modifier in right] != [each for each in right if each in typed]:
        yield held.say("typed-modifiers-order", "modifiers", **places)


def _left_open(held: _Held, form: Sequence[Finding]) -> tuple[str, ...]:
    """The modifiers of what was done, where the line says two of them or the review already asks for one."""
    first = held.rules.modifiers.places[0].modifiers
    asked = any(finding.rule == "modifier-missing" and finding.item == held.number for finding in form)
    return first if asked or len({*held.line.modifiers} & {*first}) > 1 else ()


def _decided(modifier: str, held: _Held, coding: Coding) -> bool:
    """Whether the finder has decided that a modifier does not stand: it knows it, and nothing is missing for it.

    What was done with the item is always known, from the line itself.
    """
    places = held.rules.modifiers.places
    place = next((place for place in places if modifier in place.modifiers), None)
    return place is not None and (not coding.missing or place == places[0])


def _look_alikes(
    lines: tuple[TypedLine, ...], items: tuple[Item | None, ...], rules: CodingRules
) -> Iterator[LookAlike]:
    for line, item in dict.fromkeys(zip(lines, items, strict=True)):
        yield from typed_items.mistaken_for(line.code, item.transaction if item else None, rules)


def _numbered(coding: Coding, numbers: Sequence[int]) -> Coding:
    """The finder's answer with its items counted as the typed lines are."""
    return replace(
        coding,
        lines=tuple(replace(line, item=numbers[line.item]) for line in coding.lines),
        alternatives=tuple(replace(each, item=numbers[each.item]) for each in coding.alternatives),
        findings=tuple(
            finding if finding.item is None else replace(finding, item=numbers[finding.item])
            for finding in coding.findings
        ),
    )


def _as_far(coding: Coding, lines: tuple[TypedLine, ...], items: tuple[Item | None, ...], rules: CodingRules) -> Coding:
    """The finder's answer without what no line says: why something is replaced, or what was done where that is open."""
    reason = rules.modifiers.replacement.reasons[typed_items.any_reason(rules)]
    there = [(number, line, item) for number, (line, item) in enumerate(zip(lines, items, strict=True)) if item]
    replaced = [number for number, _, item in there if item.transaction is Transaction.REPLACE]
    undone = [number for number, line, item in there if typed_items.done_is_open(line, item, rules)]
    missing = (
        *(path for path in coding.missing if path != "items"),
        *(f"items[{number}].transaction" for number in undone),
        *(f"items[{number}].replace_why" for number in replaced),
    )
    told = tuple(_untold(line, reason) if line.item in replaced else line for line in coding.lines)
    return replace(coding, lines=told, missing=missing)


def _untold(line: CodedLine, reason: str) -> CodedLine:
    """The line without a reason in item 19."""
    return replace(line, narrative_19=(line.narrative_19 or "").replace(reason, "").strip() or None)


def _superbill(lines: tuple[TypedLine, ...], request: Request) -> Superbill:
    """A superbill with nothing on it but these lines on the day of service."""
    return Superbill(
        issued_on=request.on,
        language="en",
        number=None,
        supplier=Supplier(None, None, None, None, None, None, None, None, _NOWHERE, None),
        patient=Patient(None, None, None, None, NOT_SAID, None, _NOWHERE, None, None, "self", None),
        payer=Payer(request.payer.kind, None, None),
        prescriber=Prescriber(None, None, None, None, None, None),
        order=OxygenOrder(None, None, None, None, None, None),
        diagnoses=(),
        lines=tuple(_line(line, request) for line in lines),
        other_charges=(),
        tax=None,
        payments=(),
    )


def _line(line: TypedLine, request: Request) -> Line:
    return Line(
        from_=request.on,
        to=request.on,
        pos=None,
        code=line.code,
        modifiers=line.modifiers,
        units=1,
        charge=ZERO,
        pointers=(),
        maker=None,
        model=None,
        serial=None,
        rental_month=None,
        purchase_price=None,
        narrative=None,
    )


def _words(code: str, modifiers: Sequence[str]) -> str:
    return " ".join((code, *modifiers))
