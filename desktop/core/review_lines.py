"""The review of a superbill's lines: codes, places, modifiers, pointers, and what goes with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core import pointers
from desktop.core.codes import Catalogue
from desktop.core.coding_look import says_rental
from desktop.core.coding_rules import CodingRules
from desktop.core.equipment import is_equipment, needs_narrative, untold
from desktop.core.finding import Finding
from desktop.core.review_rules import DayRules, Names
from desktop.core.rulebook import Rulebook
from desktop.core.superbill import Line, Superbill


@dataclass(frozen=True, slots=True)
class _Looked:
    """One line, counted from 0, with what it is held against."""

    number: int
    line: Line
    held: DayRules
    rules: Rulebook
    catalogue: Catalogue

    def say(self, rule: str, part: str, **places: object) -> Finding:
        """A rule's word on a part of the line."""
        path = f"lines[{self.number}].{part}"
        return self.rules.findings.finding(rule, item=None, field=path, line=self.number + 1, **places)

    def reason(self, name: str, **places: object) -> str:
        """One of several ways in which a rule is broken."""
        return self.rules.review.reasons[name].format_map(places)


def lines(superbill: Superbill, rules: Rulebook, catalogue: Catalogue) -> Iterator[Finding]:
    """What each line is sent back for, and lines that are on it twice."""
    for number, line in enumerate(superbill.lines):
        looked = _Looked(number, line, rules.review.of_line(superbill, line), rules, catalogue)
        yield from _code(looked)
        yield from _place(looked)
        yield from _modifiers(looked)
        yield from _pointers(looked, len(superbill.diagnoses))
    yield from _twice(superbill, rules)


def _code(looked: _Looked) -> Iterator[Finding]:
    line, coding = looked.line, looked.rules.coding
    if line.code is None:
        return
    known = looked.catalogue.code(line.code)
    if known is None:
        yield looked.say("code-unknown", "code", code=line.code, hint=looked.rules.review.hint(line.code))
    elif line.from_ and not known.in_force(line.from_):
        yield looked.say("code-not-in-force", "code", code=line.code, day=line.from_)
    sold = {standing.modifier for what, standing in coding.modifiers.transactions.items() if what.sells}
    if sold & {*line.modifiers} and says_rental(line.code, looked.catalogue, coding):
        yield looked.say("rental-only-descriptor", "code", code=line.code)
    if needs_narrative(line.code, coding) and (lacking := untold(line.narrative, coding)):
        yield looked.say("noc-narrative", "narrative", code=line.code, missing=", ".join(lacking))
    if line.purchase_price is None and looked.held.sets.rental_modifiers & {*line.modifiers}:
        yield looked.say("rental-purchase-price", "purchase_price", code=line.code)


def _place(looked: _Looked) -> Iterator[Finding]:
    pos = looked.line.pos
    if pos is not None and looked.catalogue.place_of_service(pos) is None:
        yield looked.say("pos-unknown", "pos", pos=pos)


def _modifiers(looked: _Looked) -> Iterator[Finding]:
    line, coding, transactions = looked.line, looked.rules.coding, looked.held.sets.transaction_modifiers
    given = [modifier for modifier in line.modifiers if modifier]
    for place, modifier in enumerate(line.modifiers):
        if modifier and (reason := _not_usable(looked, modifier)):
            yield looked.say("modifier-unknown", f"modifiers[{place}]", modifier=modifier, reason=reason)
    for group in _exclusive(coding, transactions):
        both = dict.fromkeys(modifier for modifier in given if modifier in group)
        if len(both) > 1:
            yield _conflict(looked, "modifiers_exclude", " and ".join(both))
    for modifier in dict.fromkeys(modifier for modifier in given if given.count(modifier) > 1):
        yield _conflict(looked, "modifier_twice", modifier)
    says_how = is_equipment(line.code, coding) or needs_narrative(line.code, coding)
    if says_how and not looked.held.sets.equipment_modifiers & {*given}:
        yield looked.say("modifier-missing", "modifiers", code=line.code)
    most = coding.modifiers.overflow.most
    if len(given) > most:
        yield looked.say("modifier-too-many", "modifiers", found=len(given), most=most)


def _exclusive(coding: CodingRules, transactions: Names) -> Iterator[Names]:
    """Groups of which a line bears one modifier at most: what was done with it, and the finder's other places."""
    yield transactions
    places = (frozenset(place.modifiers) for place in coding.modifiers.places if place.one_of)
    yield from (place for place in places if not place <= transactions)


def _not_usable(looked: _Looked, modifier: str) -> str | None:
    """Why a modifier may not stand on the line, or None. The one that stands for others is in no code set."""
    if modifier == looked.rules.coding.modifiers.overflow.modifier:
        return None
    known = looked.catalogue.modifier(modifier)
    if known is None:
        return looked.reason("modifier_not_known")
    if looked.line.from_ and not known.in_force(looked.line.from_):
        return looked.reason("modifier_not_in_force", day=looked.line.from_)
    return None


def _conflict(looked: _Looked, reason: str, modifiers: str) -> Finding:
    words = looked.reason(reason, modifiers=modifiers)
    return looked.say("modifier-conflict", "modifiers", reason=words)


def _pointers(looked: _Looked, diagnoses: int) -> Iterator[Finding]:
    given, most = looked.line.pointers, looked.held.limits.pointers
    if most is not None and len(given) > most:
        reason = looked.reason("pointers_too_many", found=len(given), most=most)
        yield looked.say("pointer-invalid", "pointers", reason=reason)
    for number, pointer in enumerate(given):
        place = pointers.place(pointer)
        if pointer and (place is None or place >= diagnoses):
            reason = looked.reason("pointer_without_diagnosis", pointer=pointer)
            yield looked.say("pointer-invalid", f"pointers[{number}]", reason=reason)


def _twice(superbill: Superbill, rules: Rulebook) -> Iterator[Finding]:
    first: dict[tuple[object, ...], int] = {}
    for number, line in enumerate(superbill.lines):
        if line.code is not None and (other := first.setdefault(_same(line), number)) != number:
            path = f"lines[{number}]"
            yield rules.findings.finding("duplicate-line", field=path, line=number + 1, first=other + 1, code=line.code)


def _same(line: Line) -> tuple[object, ...]:
    """What makes two lines one: the order of modifiers does not."""
    return line.code, tuple(sorted(line.modifiers)), line.from_, line.to, line.serial
