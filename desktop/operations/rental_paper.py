"""A rental's page on paper: gathered from the book here and now, drawn in any thread. Loads the paper's libraries."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.core.rental_printing import complete_rental
from desktop.desk import Desk
from desktop.operations import copies, parties, rental_page, rentals, store
from desktop.operations.book import Book
from desktop.operations.documents import Whose
from desktop.operations.paper_look import paper_look, paper_words
from desktop.operations.superbill_wire import from_wire
from desktop.paper.rental import draw_rental


@dataclass(frozen=True, slots=True)
class RentalSheet:
    """The page of a rental: what its file is called, and what draws it."""

    name: str
    draw: Callable[[], bytes]


class NoPicture(Exception):
    """A rental without months to show; its text is a sentence for a person."""


def page(book: Book, desk: Desk, rental_id: int) -> RentalSheet:
    """The page of a rental as it stands today.

    BookProblem where there is none, NoPicture where its history contradicts itself; LogoProblem when it draws.
    """
    shown = rentals.show(book, desk, rental_id)
    picture = rental_page.picture(shown, desk)
    if picture is None:
        raise NoPicture(shown.problem or "Nothing was delivered yet, so there is no month to show")
    rental = shown.rental
    wire = parties.wire(book, Whose(rental.patient_id, rental.coverage_id, rental.order_id))
    whose = from_wire(wire | {"issued_on": desk.today.isoformat(), "number": rental.number})
    printed = complete_rental(whose, picture, desk.rules.sources.by_id, paper_words(), rental_page.picture_words())
    logo = store.logo(book)
    name = copies.rental_name(rental.number, shown.patient.last)
    return RentalSheet(name, lambda: draw_rental(printed, paper_look(), logo).pdf)
