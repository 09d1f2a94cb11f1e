"""The hand-worked cases under `tests/cases`: how they are written, checked, and made into requests of the real door."""

import copy
import functools
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

CASES = Path(__file__).parent / "cases"
ROOT = CASES.parent.parent
STOP = "stop"

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_CODE = re.compile(r"[A-Z]\d{4}")
_ROLES = {"s": "stationary", "p": "portable"}
_FINDING = re.compile(
    r"(?P<rule>[a-z0-9-]+)(?::(?P<severity>stop|warn|note))?(?:@(?P<item>\w+))?(?:=(?P<field>\S+))?",
)


class Expect(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the door must answer. What is left out is not looked at.

    `lines` are code and modifiers, with the item's number before them where it matters (`1: E1392 RR`). Findings are
    written `rule`, `rule:severity`, `rule@item`, `rule=field` (a star at the end: any field that begins so). `only`
    are all findings there may be, `has` some that must be there, `lacks` rules that must not. Of a rental a row is
    written `s phase=renting month=7`, what is due `bill_month s 2024-09-01` (the end may be left out), and in a finding
    the equipment takes the place of the item, the day that of the field.
    """

    lines: list[str] | None = None
    only: list[str] | None = None
    has: list[str] = []
    lacks: list[str] = []
    missing: list[str] | None = None
    alternatives: list[str] = []
    rejected: list[str] = []
    rejected_lacks: list[str] = []
    narrative: bool | None = None
    narrative_has: list[str] = []
    narrative_lacks: list[str] = []
    units: list[int] | None = None
    marks: dict[str, str] = {}
    total: str | None = None
    paid: str | None = None
    balance: str | None = None
    path: str | None = None
    exit: int | None = None
    kind: str | None = None
    values: list[str] = []
    words: list[str] = []
    rows: list[str] = []
    due: list[str] = []
    due_lacks: list[str] = []


class Case(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One case. Its request is the base with items or lines, then `set`, `nulls` and `drop` done to it, in this order.

    An item is written `stationary_concentrator replace stolen ports=2`; a superbill's line is written as what differs
    from the first line of the base. A rental's `equipment` is written `s E1390 2023-05-01 high_flow=true` (`s` is the
    home unit, `p` the portable one), its `events` `p: 2024-06-20 interrupted hospital`, without the name for all.
    `raw` is the request as it stands. `near` names rules that this case just misses.
    """

    id: str
    sentence: str
    expect: Expect
    source: list[str] | None = None
    base: str | None = None
    raw: str | None = None
    code: str | None = None
    items: list[str] | None = None
    lines: list[str] | None = None
    equipment: list[str] | None = None
    events: list[str] | None = None
    set: dict[str, Any] = {}
    nulls: list[str] = []
    drop: list[str] = []
    near: list[str] = []


class Default(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the cases of a file start from where they say nothing else."""

    source: list[str]
    base: str | None = None


class CaseFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A file of cases."""

    default: Default
    case: list[Case]


class Wanted(msgspec.Struct, frozen=True):
    """A finding as a case writes it."""

    rule: str
    severity: str
    item: int | str | None
    field: str | None

    def fits(self, finding: dict[str, Any]) -> bool:
        """Whether the door's finding is the one."""
        if (finding["rule"], finding["severity"]) != (self.rule, self.severity):
            return False
        if self.item is not None and finding["item"] != self.item:
            return False
        if self.field is None:
            return True
        found = finding["field"] or ""
        if self.field.endswith("*"):
            return str(found).startswith(self.field[:-1])
        return bool(found == self.field)


@functools.cache
def rules(door: str) -> dict[str, list[str]]:
    """The rules of a command with the severities that the door's description gives them."""
    return msgspec.convert(_toml("rules.toml")[door], dict[str, list[str]])


@functools.cache
def cases(door: str) -> list[Case]:
    """All cases of a command, with the defaults of their files filled in."""
    return list(_cases(door))


def _cases(door: str) -> Iterator[Case]:
    for path in sorted((CASES / door).glob("*.toml")):
        held = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), CaseFile)
        for case in held.case:
            yield msgspec.structs.replace(
                case,
                source=case.source or held.default.source,
                base=case.base or held.default.base,
            )


def request(door: str, case: Case, number: str | None = None) -> str:
    """The request of a case as one line. `number` is given to a superbill that says nothing of its own."""
    if case.raw is not None:
        return case.raw
    held = _toml("bases.toml")
    asked = _nulls(copy.deepcopy(held[door][case.base]))
    if number is not None:
        asked["number"] = number
    if case.items is not None:
        asked["items"] = [_item(text, held["narrative"]) for text in case.items]
    if case.lines is not None:
        first = asked["lines"][0]
        asked["lines"] = [first | _changes(text, held["narrative"]) for text in case.lines]
    if case.equipment is not None:
        asked["equipment"] = [_equipment(text, held["narrative"]) for text in case.equipment]
    if case.events is not None:
        asked["events"] = [_event(text, held["papers"]) for text in case.events]
    for path, value in case.set.items():
        _put(asked, path, value)
    for path in case.nulls:
        _put(asked, path, None)
    for path in case.drop:
        inside, name = _at(asked, path)
        del inside[name]
    return json.dumps(asked)


def wanted(door: str, text: str) -> Wanted:
    """A finding as written in a case. Where the door's description gives a rule two severities, the case says which."""
    match = _FINDING.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a finding")
    known = rules(door)[match["rule"]]
    severity = match["severity"] or (known[0] if len(known) == 1 else None)
    if severity not in known:
        raise ValueError(f"{text!r}: the severity is one of {', '.join(known)}")
    item = match["item"]
    return Wanted(match["rule"], severity, int(item) if item and item.isdecimal() else item, match["field"])


def expected_exit(door: str, case: Case) -> int:
    """The exit status that a case would have alone."""
    if case.expect.exit is not None:
        return case.expect.exit
    if case.expect.path is not None:
        return 3
    found = [wanted(door, text) for text in [*(case.expect.only or []), *case.expect.has]]
    return 2 if any(finding.severity == STOP for finding in found) else 0


def without_marks(case: Case) -> Case:
    """The case without what it says about marks."""
    return msgspec.structs.replace(case, expect=msgspec.structs.replace(case.expect, marks={}))


@functools.cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / name).read_text(encoding="utf-8"))


def _nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _nulls(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_nulls(inner) for inner in value]
    return None if value == "null" else value


def _item(text: str, narratives: dict[str, Any]) -> dict[str, Any]:
    item, transaction, *rest = text.split(" ", 2)
    made: dict[str, Any] = {"item": item, "transaction": transaction}
    more = rest[0] if rest else ""
    if transaction == "replace":
        why, _, more = more.partition(" ")
        made["replace_why"] = why
    return made | _changes(more, narratives)


def _equipment(text: str, narratives: dict[str, Any]) -> dict[str, Any]:
    name, code, first_service, *rest = text.split(" ", 3)
    made = {"id": name, "role": _ROLES[name], "code": code, "first_service": first_service}
    return made | _changes(rest[0] if rest else "", narratives)


def _event(text: str, papers: dict[str, Any]) -> dict[str, Any]:
    name, colon, rest = text.rpartition(": ")
    on, what, *said = rest.split(" ")
    made: dict[str, Any] = {"on": on, "what": what} | ({"equipment": name} if colon else {})
    for word in said:
        if word in papers:
            made |= papers[word]
        else:
            made["code" if _CODE.fullmatch(word) else "why"] = word
    return made


def _changes(text: str, narratives: dict[str, Any]) -> dict[str, Any]:
    """`name=JSON name=JSON`; a narrative may be named instead of written out."""
    made: dict[str, Any] = {}
    rest = text.strip()
    while rest:
        name, _, value = rest.partition("=")
        called = re.match(r"[a-z]+", value)
        if name == "narrative" and called and called[0] in narratives:
            made[name], end = narratives[called[0]], called.end()
        else:
            made[name], end = json.JSONDecoder().raw_decode(value)
        rest = value[end:].strip()
    return made


def _put(asked: dict[str, Any], path: str, value: Any) -> None:
    inside, name = _at(asked, path)
    inside[name] = value


def _at(asked: Any, path: str) -> tuple[Any, Any]:
    """What holds the field of a path, and the field's name or place in it; objects on the way are made."""
    steps = [name or int(place) for name, place in _STEP.findall(path)]
    for step in steps[:-1]:
        asked = asked.setdefault(step, {}) if isinstance(asked, dict) else asked[step]
    return asked, steps[-1]
