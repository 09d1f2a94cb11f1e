"""In which month of service a patient's rented equipment is on a day: what choosing codes asks of a rental."""

from collections.abc import Iterable
from datetime import date

from db.book import rentals
from desktop.core import rental as cycle
from desktop.core.rental_history import HistoryNotRight
from desktop.core.request import Cycle
from desktop.desk import Desk
from desktop.operations import rental_held
from desktop.operations.book import Book
from desktop.operations.rental_held import Held


def months(held: Held, desk: Desk, on: date) -> Cycle:
    """Those of a rental; None where nothing is, or where its history contradicts itself."""
    found = []
    for history in rental_held.histories(held, on, desk.rules.rental):
        try:
            found.append(cycle.month_on(history, on, desk.rules))
        except HistoryNotRight:
            continue
    return _together(found)


def of_patient(book: Book, desk: Desk, patient_id: int, on: date) -> Cycle:
    """Those of all that a patient rents; of two of a kind the one that was rented last."""
    held = (rental_held.read(book.connection, rental.id) for rental in rentals.of_patient(book.connection, patient_id))
    return _together([months(each, desk, on) for each in held])


def answers(book: Book, desk: Desk, patient_id: int | None) -> tuple[tuple[str, str], ...]:
    """What the finder need not ask about a patient: ids of its questions with the months of today, where there are."""
    if patient_id is None:
        return ()
    here = of_patient(book, desk, patient_id, desk.today)
    known = (("home_month", here.stationary_month), ("portable_month", here.portable_month))
    return tuple((question, str(month)) for question, month in known if month is not None)


def _together(found: Iterable[Cycle]) -> Cycle:
    known = tuple(found)
    return Cycle(
        next((each.stationary_month for each in known if each.stationary_month is not None), None),
        next((each.portable_month for each in known if each.portable_month is not None), None),
    )
