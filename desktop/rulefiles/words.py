"""Reads `resources/words/`: what people at a counter say, product lines, spellings, notes, and what E1399 is for."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.core.coding_rules import ItemRule, When
from desktop.core.finding import Mark
from desktop.core.request import Transaction
from desktop.core.rulebook import Sources
from desktop.core.sayings import Meaning, Note, Saying, Words
from desktop.core.spelling import words_of
from desktop.rulefiles import checks

ITEMS = "words/items.toml"
PRODUCTS = "words/products.toml"
NOC = "words/noc.toml"
SPELLING = "words/spelling.toml"
NOTES = "words/notes.toml"
ORDER = "words/order.toml"
PHRASES = ("words/phrases-en.toml", "words/phrases-es.toml")
OTHER = "other"  # the item without a code of its own

Text = Annotated[str, Meta(min_length=1, description="words")]
Code = Annotated[str, Meta(pattern=r"^[A-Z][0-9]{4}$", description="a HCPCS code like E1392")]
Modifier = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9]$", description="a modifier like NU")]
Diagnosis = Annotated[
    str, Meta(pattern=r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$", description="a diagnosis like J44.9")
]


class _Sourced(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    mark: Mark
    sources: tuple[str, ...]


class _Item(Struct, forbid_unknown_fields=True, frozen=True):
    id: Text
    name: Text


class _ItemFile(Struct, forbid_unknown_fields=True, frozen=True):
    item: tuple[_Item, ...]


class _Meaning(_Sourced, forbid_unknown_fields=True, frozen=True, kw_only=True):
    phrases: tuple[Text, ...]
    hints: tuple[Text, ...] = ()
    item: Text | None = None
    code: Code | None = None
    modifier: Modifier | None = None
    diagnosis: Diagnosis | None = None
    name: Text | None = None
    sells: bool = False


class _MeaningFile(Struct, forbid_unknown_fields=True, frozen=True):
    meaning: tuple[_Meaning, ...]


class _Product(_Sourced, forbid_unknown_fields=True, frozen=True, kw_only=True):
    name: Text
    maker: Text
    item: Text | None = None
    code: Code | None = None
    name_of_code: Text | None = None
    runs_all_day: bool = False
    also_said: tuple[Text, ...] = ()


class _ProductFile(Struct, forbid_unknown_fields=True, frozen=True):
    product: tuple[_Product, ...]


class _Excepted(_Sourced, forbid_unknown_fields=True, frozen=True, kw_only=True):
    name: Text
    phrases: tuple[Text, ...]


class _NocFile(Struct, forbid_unknown_fields=True, frozen=True):
    excepted: tuple[_Excepted, ...]
    given: tuple[_Meaning, ...]


class _Same(Struct, forbid_unknown_fields=True, frozen=True):
    word: Text
    written: tuple[Text, ...]


class _SpellingFile(Struct, forbid_unknown_fields=True, frozen=True):
    fillers: tuple[Text, ...]
    refusals: tuple[Text, ...]
    companions: tuple[Text, ...]
    asks_for_modifier: tuple[Text, ...]
    asks_for_diagnosis: tuple[Text, ...]
    same: tuple[_Same, ...]


class _OrderFile(Struct, forbid_unknown_fields=True, frozen=True):
    first_letters: tuple[Annotated[str, Meta(pattern="^[A-Z]$", description="a capital letter")], ...]


class _Note(_Sourced, forbid_unknown_fields=True, frozen=True, kw_only=True):
    phrases: tuple[Text, ...]
    words: Text


class _NoteFile(Struct, forbid_unknown_fields=True, frozen=True):
    note: tuple[_Note, ...]


class _Reader:
    """The items with their names, and the sources that were named so far."""

    def __init__(self, root: Path, known: Sources, items: Mapping[str, ItemRule]) -> None:
        self.known = known
        self.items = items
        entries = checks.table(root, ITEMS, _ItemFile).item
        checks.once(ITEMS, [item.id for item in entries])
        self.names = {item.id: item.name for item in entries}
        for item in self.names:
            if item not in items:
                raise checks.RuleFileProblem(ITEMS, item, "is not among the items of rules/items.toml")
        for item in items:
            if item not in self.names:
                raise checks.RuleFileProblem(ITEMS, item, "has no name here; every item of rules/items.toml needs one")

    def sourced(self, file: str, key: str, entry: _Sourced) -> None:
        checks.sourced(file, key, entry.sources, self.known.by_id)

    def item(self, file: str, key: str, item: str, *, all_day: bool = False) -> Meaning:
        rule = self.items.get(item)
        if rule is None:
            raise checks.RuleFileProblem(file, key, f"names the item {item!r}, which rules/items.toml does not have")
        plain = [choice for choice in rule.choices if choice.when == When()]
        code = plain[0].codes[0]
        sold = next((choice.codes[0] for choice in plain if Transaction.SELL_NEW in choice.transactions), code)
        both = [codes for choice in rule.choices if choice.when.runs_all_day for codes in choice.codes]
        if all_day and not both:
            raise checks.RuleFileProblem(file, key, f"runs all day, which says nothing of {item!r} in rules/items.toml")
        along = dict.fromkeys(also for also in both if all_day and also != code)
        return Meaning(
            code, "code", self.names[item], None if sold == code else sold, tuple(along), rule.group == "equipment"
        )

    def meaning(self, file: str, entry: _Meaning) -> Meaning:
        key = entry.phrases[0] if entry.phrases else "meaning"
        self.sourced(file, key, entry)
        if len([target for target in (entry.item, entry.code, entry.modifier, entry.diagnosis) if target]) != 1:
            raise checks.RuleFileProblem(file, key, "needs one of item, code, modifier and diagnosis, and only one")
        if entry.item:
            return self.item(file, key, entry.item)
        if not entry.name:
            raise checks.RuleFileProblem(file, key, "has no name; say what it is at the counter")
        kind: Literal["code", "modifier", "diagnosis"] = (
            "code" if entry.code else "modifier" if entry.modifier else "diagnosis"
        )
        return Meaning(entry.code or entry.modifier or entry.diagnosis or "", kind, entry.name, sells=entry.sells)


def words(root: Path, known: Sources, items: Mapping[str, ItemRule]) -> Words:
    """All words of the counter. RuleFileProblem names file, key and reason where a file is not right."""
    reader = _Reader(root, known, items)
    spelling = checks.table(root, SPELLING, _SpellingFile)
    noc = checks.table(root, NOC, _NocFile)
    same = _same(spelling)
    other = reader.item(NOC, OTHER, OTHER)
    entries = [*_phrases(root, reader), *_products(root, reader), *_excepted(noc, reader, other)]
    _refuse_two_meanings(entries, same, frozenset(spelling.fillers))
    given = [
        Saying(said, meaning)
        for entry in noc.given
        for meaning in [reader.meaning(NOC, entry)]
        for said in entry.phrases
    ]
    notes = _notes(root, reader)
    return Words(
        sayings=tuple(saying for _, saying in entries),
        excepted=tuple(phrase for entry in noc.excepted for phrase in entry.phrases),
        given=tuple(given),
        notes=notes,
        same=same,
        fillers=frozenset(spelling.fillers),
        refusals=frozenset(spelling.refusals),
        companions=frozenset(spelling.companions),
        asks_for={
            **dict.fromkeys(spelling.asks_for_modifier, "modifier"),
            **dict.fromkeys(spelling.asks_for_diagnosis, "diagnosis"),
        },
        noc=other.code,
        first_letters=frozenset(checks.table(root, ORDER, _OrderFile).first_letters),
    )


def _phrases(root: Path, reader: _Reader) -> Iterator[tuple[str, Saying]]:
    for file in PHRASES:
        for entry in checks.table(root, file, _MeaningFile).meaning:
            meaning = reader.meaning(file, entry)
            if meaning.kind == "modifier":
                yield file, Saying(meaning.code, meaning)
            doubt = entry.mark is Mark.UNVERIFIED
            yield from ((file, Saying(said, meaning, unverified=doubt)) for said in entry.phrases)
            yield from ((file, Saying(said, meaning, hint=True, unverified=doubt)) for said in entry.hints)


def _products(root: Path, reader: _Reader) -> Iterator[tuple[str, Saying]]:
    for entry in checks.table(root, PRODUCTS, _ProductFile).product:
        reader.sourced(PRODUCTS, entry.name, entry)
        meaning = _placed(entry, reader)
        names = [entry.name]
        if entry.maker.casefold() not in entry.name.casefold():
            names.append(f"{entry.maker} {entry.name}")
        for said in dict.fromkeys([*names, *entry.also_said]):
            yield PRODUCTS, Saying(said, meaning, product=True, unverified=entry.mark is Mark.UNVERIFIED)


def _placed(entry: _Product, reader: _Reader) -> Meaning:
    if entry.item and not (entry.code or entry.name_of_code):
        return reader.item(PRODUCTS, entry.name, entry.item, all_day=entry.runs_all_day)
    if entry.code and entry.name_of_code and not entry.item:
        return Meaning(entry.code, "code", entry.name_of_code)
    raise checks.RuleFileProblem(PRODUCTS, entry.name, "needs an item, or a code with its name_of_code, and not both")


def _excepted(noc: _NocFile, reader: _Reader, other: Meaning) -> Iterator[tuple[str, Saying]]:
    for entry in noc.excepted:
        reader.sourced(NOC, entry.name, entry)
        meaning = Meaning(other.code, other.kind, f"{entry.name}, {other.name}")
        yield from ((NOC, Saying(said, meaning)) for said in entry.phrases)


def _notes(root: Path, reader: _Reader) -> tuple[Note, ...]:
    entries = checks.table(root, NOTES, _NoteFile).note
    checks.once(NOTES, [phrase for entry in entries for phrase in entry.phrases])
    for entry in entries:
        reader.sourced(NOTES, entry.phrases[0] if entry.phrases else "note", entry)
    return tuple(Note(entry.phrases, entry.words) for entry in entries)


def _same(spelling: _SpellingFile) -> dict[str, str]:
    written = [word for entry in spelling.same for word in entry.written]
    checks.once(SPELLING, written)
    for word in [*written, *(entry.word for entry in spelling.same), *spelling.fillers, *spelling.refusals]:
        if words_of(word) != (word,):
            raise checks.RuleFileProblem(SPELLING, word, "is not one plain word in small letters")
    return {word: entry.word for entry in spelling.same for word in entry.written}


def _refuse_two_meanings(entries: Iterable[tuple[str, Saying]], same: dict[str, str], fillers: frozenset[str]) -> None:
    """Refuses a phrase that leads to two codes, and one that holds nothing but fillers."""
    meant: dict[tuple[str, ...], Saying] = {}
    for file, saying in entries:
        typed = words_of(saying.words)
        if not set(typed) - fillers:
            raise checks.RuleFileProblem(file, saying.words, "holds nothing but words that say nothing")
        read = tuple(sorted(same.get(word, word) for word in typed))
        held = meant.setdefault(read, saying)
        if (held.meaning.code, held.meaning.kind) != (saying.meaning.code, saying.meaning.kind):
            reason = f"leads to {saying.meaning.code}, and {held.words!r} with the same words to {held.meaning.code}"
            raise checks.RuleFileProblem(file, saying.words, reason)
