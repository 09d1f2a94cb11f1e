"""The one search box: people, products, papers and codes in one answer; and a code typed straight in, checked.

Everything is quick (a few milliseconds), yet meant for a worker: the window asks at every key.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from db.book.rows import Document, Patient, Product
from desktop.core import typed, typed_items, typed_text
from desktop.core.codes import CodedLine
from desktop.core.finding import Finding, forbidden
from desktop.core.plan_questions import AskPlan
from desktop.core.request import Cycle, Order, PayerAsked, Request, Transaction
from desktop.core.typed import Checked
from desktop.core.typed_items import LookAlike
from desktop.core.typed_text import NotTyped, TypedLine
from desktop.desk import Desk
from desktop.operations import paper_search, patients, products, search
from desktop.operations.book import Book
from desktop.operations.catalogue import elsewhere, shipped
from desktop.operations.counter import lexicon
from desktop.operations.search import Found

_EACH = 6
_CODES = 10
_PLAN = "commercial"  # nobody has said yet who pays; the superbill is held against the patient's own plan
_CODE = "code"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way in which a typed code may be meant: what is done with the thing, and the line that says so."""

    done: Transaction
    line: TypedLine


@dataclass(frozen=True, slots=True)
class Answer:
    """A typed code, checked as a private plan would take it.

    `lines` are the typed ones, ready for a superbill; `instead` is what the finder would write where that is something
    else; `choices` are there where the code alone does not say what is done with the thing.
    """

    lines: tuple[CodedLine, ...]
    instead: tuple[CodedLine, ...]
    choices: tuple[Choice, ...]
    findings: tuple[Finding, ...]
    look_alikes: tuple[LookAlike, ...]
    ask_plan: tuple[AskPlan, ...]

    @property
    def words(self) -> str:
        """`E1392 NU`, several joined."""
        return " + ".join(" ".join((line.code, *line.modifiers)) for line in self.lines)

    @property
    def forbidden(self) -> bool:
        """Whether a finding stops."""
        return forbidden(self.findings)


@dataclass(frozen=True, slots=True)
class Anything:
    """What a text leads to, the nearest first. `notes` answer the words themselves; `answer` is of a typed code."""

    text: str
    answer: Answer | None = None
    patients: tuple[Patient, ...] = ()
    products: tuple[Product, ...] = ()
    documents: tuple[Document, ...] = ()
    notes: tuple[str, ...] = ()
    codes: tuple[Found, ...] = ()


def find(book: Book, desk: Desk, text: str) -> Anything:
    """What was typed, looked for everywhere."""
    people = tuple(patients.find(book, text, desk.today, _EACH))
    papers = tuple(paper_search.find(book, text, people, _EACH))
    answer = typed_answer(desk, text)
    if answer and (people or papers or text.strip().isdigit()) and not _known(desk, answer):
        answer = None  # half a phone number or a member ID
    found = search.find(shipped(desk), lexicon(desk), text, _CODES)
    taken = {line.code for line in answer.lines} if answer else set()
    return Anything(
        text,
        answer,
        people,
        tuple(products.find(book, text, _EACH)),
        papers,
        found.notes,
        tuple(each for each in found.results if each.kind != _CODE or each.code not in taken),
    )


def at_a_key(book: Book, desk: Desk | None, text: str) -> Anything:
    """What was typed, looked for in a worker's thread, which opens what it asks; without a desk, the products alone."""
    with book.another() as own:
        if desk is None:
            return without_desk(own, text)
        with elsewhere(desk) as own_desk:
            return find(own, own_desk, text)


def without_desk(book: Book, text: str) -> Anything:
    """The products of the list alone: for the moment in which rules and catalog are not there yet."""
    return Anything(text, products=tuple(products.find(book, text, _EACH)))


def typed_answer(desk: Desk, text: str) -> Answer | None:
    """The answer to codes typed straight in (`E1392 NU`); None where something else was typed."""
    try:
        lines = typed_text.parse(text)
    except NotTyped:
        return None
    return _answer(desk, lines)


def _known(desk: Desk, answer: Answer) -> bool:
    return any(desk.catalogue.code(line.code) is not None for line in answer.lines)


def _answer(desk: Desk, lines: tuple[TypedLine, ...]) -> Answer:
    request = Request(
        desk.today,
        PayerAsked(_PLAN),
        Order(on_file=True, day_lpm=None, night_lpm=None, exertion_lpm=None, portable=True),
        None,
        Cycle(),
        (),
    )
    checked = typed.check(lines, request, desk.rules, desk.catalogue, desk.noc)
    choices = tuple(_choices(desk, checked))
    return Answer(
        tuple(_coded(desk, checked, number) for number in range(len(lines))),
        () if choices else tuple(_instead(checked)),
        choices,
        tuple(dict.fromkeys(checked.findings)),
        checked.look_alikes,
        checked.ask_plan,
    )


def _coded(desk: Desk, checked: Checked, number: int) -> CodedLine:
    """A typed line as a superbill takes it: with the finder's reasons where it would write the same code."""
    line = checked.lines[number]
    same = next((each for each in checked.coding.lines if each.item == number and each.code == line.code), None)
    if same is not None:
        return replace(same, modifiers=line.modifiers)
    known = desk.catalogue.code(line.code)
    return CodedLine(number, line.code, line.modifiers, 1, (known.long if known else None) or "", None, ())


def _instead(checked: Checked) -> Iterator[CodedLine]:
    """What the finder writes, where it is not what was typed."""
    for number, line in enumerate(checked.lines):
        found = [each for each in checked.coding.lines if each.item == number]
        if found and [(each.code, each.modifiers) for each in found] != [(line.code, line.modifiers)]:
            yield from found


def _choices(desk: Desk, checked: Checked) -> Iterable[Choice]:
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
            yield Choice(done, TypedLine(line.code, (standing.modifier, *rest)))
