"""The one search box: people, products, papers and codes in one answer; and a code typed straight in, checked.

Everything is quick (a few milliseconds), yet meant for a worker: the window asks at every key.
"""

from dataclasses import dataclass

from db.book.rows import Document, Patient, Product
from desktop.desk import Desk
from desktop.operations import answer_card, paper_search, patients, products, search
from desktop.operations.answer_card import Card
from desktop.operations.book import Book
from desktop.operations.catalogue import elsewhere, shipped
from desktop.operations.counter import lexicon
from desktop.operations.search import Found

_EACH = 6
_CODES = 10
PRIVATE = "commercial"  # as long as nobody has said who pays; the superbill looks again with the patient's own plan
_CODE = "code"


@dataclass(frozen=True, slots=True)
class Anything:
    """What a text leads to, the nearest first. `notes` answer the words themselves; `answer` is of a typed code."""

    text: str
    answer: Card | None = None
    patients: tuple[Patient, ...] = ()
    products: tuple[Product, ...] = ()
    documents: tuple[Document, ...] = ()
    notes: tuple[str, ...] = ()
    codes: tuple[Found, ...] = ()


def find(book: Book, desk: Desk, text: str, payer: str = PRIVATE) -> Anything:
    """What was typed, looked for everywhere; a typed code is checked as a plan of the kind `payer` takes it."""
    people = tuple(patients.find(book, text, desk.today, _EACH))
    papers = tuple(paper_search.find(book, text, people, _EACH))
    answer = answer_card.of_text(desk, text, payer)
    if answer and (people or papers or text.strip().isdigit()) and not _known(desk, answer):
        answer = None  # half a phone number or a member ID
    found = search.find(shipped(desk), lexicon(desk), text, _CODES)
    taken = {line.code for line in answer.found.lines} if answer else set()
    return Anything(
        text,
        answer,
        people,
        tuple(products.find(book, text, _EACH)),
        papers,
        found.notes,
        tuple(each for each in found.results if each.kind != _CODE or each.code not in taken),
    )


def at_a_key(book: Book, desk: Desk | None, text: str, payer: str = PRIVATE) -> Anything:
    """What was typed, looked for in a worker's thread, which opens what it asks; without a desk, the products alone."""
    with book.another() as own:
        if desk is None:
            return without_desk(own, text)
        with elsewhere(desk) as own_desk:
            return find(own, own_desk, text, payer)


def without_desk(book: Book, text: str) -> Anything:
    """The products of the list alone: for the moment in which rules and catalog are not there yet."""
    return Anything(text, products=tuple(products.find(book, text, _EACH)))


def _known(desk: Desk, answer: Card) -> bool:
    return any(desk.catalogue.code(line.code) is not None for line in answer.found.lines)
