"""What ends a draft, for a worker: it is issued, or a receipt is given instead."""

from typing import TYPE_CHECKING

from desktop.desk import Desk
from desktop.operations.book import Book
from desktop.ui.superbills.elsewhere import elsewhere

if TYPE_CHECKING:  # loaded with the paper's libraries, when something is issued
    from desktop.operations.issuing import Issued
    from desktop.operations.receipt_instead import Given


def issued(book: Book, desk: Desk, number: int) -> "Issued":
    """Numbers, prints and stores a draft. BookProblem where the book cannot be written."""
    from desktop.operations import issuing  # noqa: PLC0415 -- start-up time: reportlab, warm by now

    with elsewhere(book, desk) as (own_book, own_desk):
        return issuing.issue(own_book, own_desk, number)


def given(book: Book, desk: Desk, number: int, wrong: dict[str, str]) -> "Given":
    """Gives a receipt of a draft. BookProblem where the book cannot be written."""
    from desktop.operations import receipt_instead  # noqa: PLC0415 -- start-up time: reportlab, warm by now

    with elsewhere(book, desk) as (own_book, own_desk):
        return receipt_instead.give(own_book, own_desk, number, wrong)
