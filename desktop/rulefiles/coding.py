"""Reads the rules that choose codes and modifiers: items, payers, code groups, values, what is sold."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.core.codes import Why
from desktop.core.coding_rules import (
    Choice,
    CodingRules,
    Instead,
    ItemRule,
    Mistaken,
    PayerRule,
    When,
)
from desktop.core.dated import Dated, From
from desktop.core.finding import Mark
from desktop.core.request import Transaction
from desktop.core.rulebook import FindingRules, Sources
from desktop.rulefiles import checks, modifiers

ITEMS = "rules/items.toml"
PAYERS = "rules/payers.toml"
GROUPS = "rules/code-groups.toml"
VALUES = "rules/values.toml"
SALE = "rules/sale.toml"
NOC = "rules/noc.toml"

Words = Annotated[str, Meta(min_length=1, description="words")]
CodeText = Annotated[str, Meta(pattern=r"\A[A-CE-Z][0-9]{4}\Z", description="a HCPCS code like E1390")]


class _When(Struct, forbid_unknown_fields=True, frozen=True):
    ports: int | None = None
    runs_all_day: bool | None = None
    portable_definition_met: bool | None = None
    plan_takes: CodeText | None = None
    high_flow: bool | None = None


class _Choice(Struct, forbid_unknown_fields=True, frozen=True):
    transactions: tuple[Transaction, ...]
    codes: tuple[CodeText, ...]
    why: Words
    mark: Mark
    sources: tuple[str, ...]
    when: _When = _When()


class _Mistaken(Struct, forbid_unknown_fields=True, frozen=True):
    code: CodeText
    words: Words
    sources: tuple[str, ...]


class _Item(Struct, forbid_unknown_fields=True, frozen=True):
    id: Words
    words: Words
    group: Literal["equipment", "contents", "accessory", "monitor", "other"]
    choice: tuple[_Choice, ...]
    mistaken: tuple[_Mistaken, ...] = ()
    transaction_modifier: bool = True
    ships_with: tuple[str, ...] = ()


class _ItemFile(Struct, forbid_unknown_fields=True, frozen=True):
    item: tuple[_Item, ...]


class _Payer(Struct, forbid_unknown_fields=True, frozen=True):
    kind: Words
    words: Words
    never_buys: bool
    capped: bool
    bundles_accessories: bool
    bundles_contents: bool
    flow_modifiers: bool
    coverage_modifiers: bool
    coverage_findings: bool
    may_only_rent: bool
    rules_vary: bool
    sources: tuple[str, ...]


class _PayerFile(Struct, forbid_unknown_fields=True, frozen=True):
    payer: tuple[_Payer, ...]


class _Group(Struct, forbid_unknown_fields=True, frozen=True):
    id: Words
    words: Words
    codes: tuple[CodeText, ...]
    sources: tuple[str, ...]


class _GroupFile(Struct, forbid_unknown_fields=True, frozen=True):
    group: tuple[_Group, ...]


class _From(Struct, forbid_unknown_fields=True, frozen=True):
    day: date
    value: float
    mark: Mark
    sources: tuple[str, ...]


class _Value(Struct, forbid_unknown_fields=True, frozen=True, rename={"from_": "from"}):
    id: Words
    words: Words
    from_: tuple[_From, ...]


class _ValueFile(Struct, forbid_unknown_fields=True, frozen=True):
    value: tuple[_Value, ...]


class _Sale(Struct, forbid_unknown_fields=True, frozen=True):
    word: Words
    code: CodeText
    words: Words
    sources: tuple[str, ...]


class _SaleFile(Struct, forbid_unknown_fields=True, frozen=True):
    sold_under_rental_code: _Sale


class _Narrative(Struct, forbid_unknown_fields=True, frozen=True):
    needs: tuple[Literal["description", "purpose", "maker", "model", "price", "related_code"], ...]
    sources: tuple[str, ...]


class _NocFile(Struct, forbid_unknown_fields=True, frozen=True):
    narrative: _Narrative


def coding(root: Path, known: Sources, said: FindingRules) -> CodingRules:
    """The rules for codes and modifiers, checked one by one and against each other."""
    sale = _sale(root, known)
    return CodingRules(
        items=items(root, known),
        payers=_payers(root, known),
        groups=_groups(root, known),
        values=_values(root, known),
        modifiers=modifiers.modifiers(root, known, said),
        sold_under_rental_code=Instead(sale.code, sale.words, sale.sources),
        rental_word=sale.word,
        narrative_needs=_narrative_needs(root, known),
    )


def items(root: Path, known: Sources) -> dict[str, ItemRule]:
    """What goes out of the door, by its id."""
    read = checks.table(root, ITEMS, _ItemFile).item
    names = [item.id for item in read]
    checks.once(ITEMS, names)
    for item in read:
        for accessory in item.ships_with:
            if accessory not in names:
                raise checks.RuleFileProblem(ITEMS, item.id, f"ships with {accessory!r}, which is no item")
    return {item.id: _item(item, known) for item in read}


def _item(item: _Item, known: Sources) -> ItemRule:
    for choice in item.choice:
        checks.sourced(ITEMS, item.id, choice.sources, known.by_id)
    for mistaken in item.mistaken:
        checks.sourced(ITEMS, f"{item.id}: {mistaken.code}", mistaken.sources, known.by_id)
    checks.once(ITEMS, [f"{item.id}: {mistaken.code}" for mistaken in item.mistaken])
    _reachable(item)
    return ItemRule(
        item.id,
        item.words,
        item.group,
        item.transaction_modifier,
        tuple(_choice(choice) for choice in item.choice),
        tuple(Mistaken(each.code, each.words, each.sources) for each in item.mistaken),
        item.ships_with,
    )


def _reachable(item: _Item) -> None:
    """Each transaction ends in a choice that asks nothing, and none stands behind that one: they would overlap."""
    for transaction in {transaction for choice in item.choice for transaction in choice.transactions}:
        asks = [choice.when != _When() for choice in item.choice if transaction in choice.transactions]
        if asks[-1]:
            raise checks.RuleFileProblem(ITEMS, item.id, f"has no last choice for {transaction} that always fits")
        if not all(asks[:-1]):
            raise checks.RuleFileProblem(ITEMS, item.id, f"has two choices for {transaction} that overlap")


def _choice(choice: _Choice) -> Choice:
    when = When(
        choice.when.ports,
        choice.when.runs_all_day,
        choice.when.portable_definition_met,
        choice.when.plan_takes,
        choice.when.high_flow,
    )
    return Choice(choice.transactions, when, choice.codes, Why(choice.why, choice.sources, choice.mark))


def _payers(root: Path, known: Sources) -> dict[str, PayerRule]:
    read = checks.table(root, PAYERS, _PayerFile).payer
    checks.once(PAYERS, [payer.kind for payer in read])
    for payer in read:
        checks.sourced(PAYERS, payer.kind, payer.sources, known.by_id)
    return {payer.kind: PayerRule(**{name: getattr(payer, name) for name in payer.__struct_fields__}) for payer in read}


def _groups(root: Path, known: Sources) -> dict[str, frozenset[str]]:
    read = checks.table(root, GROUPS, _GroupFile).group
    checks.once(GROUPS, [group.id for group in read])
    for group in read:
        checks.sourced(GROUPS, group.id, group.sources, known.by_id)
        checks.once(GROUPS, [f"{group.id}: {code}" for code in group.codes])
    return {group.id: frozenset(group.codes) for group in read}


def _values(root: Path, known: Sources) -> dict[str, Dated[Decimal]]:
    read = checks.table(root, VALUES, _ValueFile).value
    checks.once(VALUES, [value.id for value in read])
    for value in read:
        checks.rising(VALUES, value.id, [each.day for each in value.from_])
        for each in value.from_:
            checks.sourced(VALUES, f"{value.id} from {each.day}", each.sources, known.by_id)
    return {value.id: Dated(tuple(_from(each) for each in value.from_)) for value in read}


def _from(each: _From) -> From[Decimal]:
    return From(each.day, Decimal(repr(each.value)).normalize(), each.mark, each.sources)


def _sale(root: Path, known: Sources) -> _Sale:
    sale = checks.table(root, SALE, _SaleFile).sold_under_rental_code
    checks.sourced(SALE, "sold_under_rental_code", sale.sources, known.by_id)
    return sale


def _narrative_needs(root: Path, known: Sources) -> tuple[str, ...]:
    narrative = checks.table(root, NOC, _NocFile).narrative
    checks.sourced(NOC, "narrative", narrative.sources, known.by_id)
    return narrative.needs
