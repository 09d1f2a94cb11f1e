"""The pages of what is being composed, with the mark of a draft: superbill or receipt.

Each is made in two steps, so that typing never waits: what it says is gathered here and now; what is returned draws
it, in any thread, and asks neither book nor catalog. Loads the paper's libraries.
"""

from collections.abc import Callable, Mapping
from typing import Any

from desktop.border import NotRight
from desktop.core.printing import complete
from desktop.core.receipt_printing import complete_receipt
from desktop.core.receipt_review import sells_equipment
from desktop.desk import Desk
from desktop.operations import documents, store
from desktop.operations.book import Book
from desktop.operations.documents import SUPERBILL
from desktop.operations.paper_look import paper_look, paper_words
from desktop.operations.superbill_wire import from_wire
from desktop.paper.receipt import draw_receipt
from desktop.paper.superbill import draw

__all__ = ["NotRight", "page"]

Draw = Callable[[], bytes]


def page(book: Book, desk: Desk, kind: str, wire: Mapping[str, Any], number: int | None) -> Draw:
    """Draws the page of this kind (superbill or receipt) as it would print today; `number` is the draft's.

    NotRight here for a field that holds what none may hold; LogoProblem when it draws.
    """
    sale = from_wire(dict(wire) | {"issued_on": desk.today.isoformat()})
    logo = store.logo(book)
    if kind == SUPERBILL:
        printed = complete(sale, desk.catalogue, paper_words(), draft=True, replaces=_replaced(book, number))
        return lambda: draw(printed, paper_look(), logo).pdf
    sells = sells_equipment(sale, desk.rules)
    receipt = complete_receipt(sale, desk.catalogue, paper_words(), sells_equipment=sells, draft=True)
    return lambda: draw_receipt(receipt, paper_look(), logo).pdf


def _replaced(book: Book, number: int | None) -> str | None:
    """The number of the document that this draft corrects."""
    replaces = documents.read(book, number).replaces if number is not None else None
    return documents.read(book, replaces).number if replaces is not None else None
