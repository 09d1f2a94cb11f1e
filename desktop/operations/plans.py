"""The store's plans."""

from db.book import file, listed
from db.book.rows import Plan
from desktop.core import search_keys
from desktop.operations.book import Book

_MOST = 500


def read(book: Book, number: int) -> Plan:
    """The plan with this id, a deleted one too. BookProblem where there is none."""
    return listed.PLANS.read(book.connection, number)


def find(book: Book, text: str = "", limit: int = _MOST) -> list[Plan]:
    """Those that hold every word of what was typed, in the order of names; all of them for nothing typed."""
    return listed.find(book.connection, listed.PLANS, search_keys.words(text), limit)


def save(book: Book, plan: Plan) -> Plan:
    """Keeps the plan; the row as it now stands, with an id."""
    with file.transaction(book.connection) as connection:
        return listed.save(connection, listed.PLANS, plan, found_by(plan), book.now())


def delete(book: Book, number: int) -> None:
    """Takes the plan out of every list; `undo_delete` brings it back. What was issued stays as it is."""
    _set_deleted(book, number, deleted=True)


def undo_delete(book: Book, number: int) -> None:
    """Brings a deleted plan back."""
    _set_deleted(book, number, deleted=False)


def found_by(plan: Plan) -> str:
    """What the plan is found by and ordered by."""
    return " ".join(search_keys.words(" ".join(filter(None, (plan.name, plan.kind)))))


def _set_deleted(book: Book, number: int, *, deleted: bool) -> None:
    with file.transaction(book.connection) as connection:
        listed.set_deleted(connection, listed.PLANS, number, book.now(), deleted=deleted)
