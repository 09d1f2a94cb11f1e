"""The due list and the list of rentals with 10³, 10⁴ and 10⁵ rentals in the book: what is shown grows with what is due.

Run: `python -m tests.bench.rental_lists`
"""

import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from db.book import file, patients, rental_due, rentals
from db.book.rental_rows import Rental, RentalUnit
from db.book.rows import Patient
from desktop import files
from desktop.desk import Desk
from desktop.operations import due, rental_held, rental_looking
from desktop.operations import rentals as operations
from desktop.operations.book import Book, open_book
from desktop.operations.due import Span
from desktop.rulefiles.load import load

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, tzinfo=UTC)
SIZES = (1_000, 10_000, 100_000)
MIDDLE = 45_000  # beyond the end of the smaller books
KINDS = 720  # rentals that differ: two years of first days, each looked at once and copied


def fill(book: Book, desk: Desk, begin: int, end: int) -> None:
    """Rentals with numbers from `begin` to below `end`, each as one of KINDS."""
    with file.transaction(book.connection) as connection:
        for number in range(begin, end):
            name = f"{(number * 7919) % 100_003:06}"
            keys = {"last_key": f"p{name}", "first_key": "ida", "phone_key": "", "local_key": ""}
            who = patients.save(connection, Patient(last=f"P{name}", first="Ida"), keys, [])
            rental = rentals.save(connection, Rental(patient_id=who.id, payer_kind="medicare"), "")
            first = TODAY - timedelta(days=1400 - number % KINDS)
            unit = RentalUnit(rental_id=rental.id, code="E1390", first_service=first, charge=Decimal("95.00"))
            rentals.save_unit(connection, unit)
            rental_due.keep(connection, _looked(book, desk, rental.id, unit, number % KINDS))


_KNOWN: dict[int, rental_due.Looked] = {}


def _looked(book: Book, desk: Desk, number: int, unit: RentalUnit, kind: int) -> rental_due.Looked:
    """What a look says of such a rental; the same but for the ids for all of its kind."""
    if kind not in _KNOWN:
        held = rental_held.read(book.connection, number)
        held = replace(held, rental=replace(held.rental, bills_from=TODAY))
        _KNOWN[kind] = rental_looking.looked(rental_looking.see(held, desk, TODAY), desk)
    known = _KNOWN[kind]
    units = [replace(each, unit_id=number, rental_id=number) for each in known.units]
    wanted = [replace(each, unit_id=number if each.unit_id else 0) for each in known.due]
    return replace(known, rental_id=number, units=units, due=wanted)


def best(work: Callable[[], object], times: int = 7) -> float:
    """The shortest of some runs, in milliseconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return min(found)


def questions() -> dict[str, Callable[[Book], object]]:
    """What a person asks of the lists, each as a page asks it."""
    kinds = [kind.key for kind in due.kinds() if kind.key != "bill_month"]
    asked: dict[str, operations.Asked] = {f"rentals by {sort}": operations.Asked(sort=sort) for sort in rentals.SORTS}
    asked |= {
        "rentals by name, from the end": operations.Asked(descending=True),
        "rentals paid up, by name": operations.Asked(phases=["capped"]),
        "rentals paid up, by cap": operations.Asked(phases=["capped"], sort="cap"),
        "rentals of no one, by name": operations.Asked(phases=["ended"]),
        "rentals with a day this week": operations.Asked(until=TODAY + timedelta(days=7)),
        "the rentals' middle, by name": operations.Asked(offset=MIDDLE),
        "rentals of one name": operations.Asked(text="p0042"),
    }
    return {
        **{f"due in the span {span}": partial(due.listed, today=TODAY, span=span) for span in Span},
        "due in the span month, no bills": partial(due.listed, today=TODAY, span=Span.MONTH, whats=kinds),
        **{name: partial(_page, asked=each) for name, each in asked.items()},
    }


def _page(book: Book, asked: operations.Asked) -> object:
    return operations.listed(book, asked)


def measured(book: Book) -> dict[str, tuple[float, float]]:
    """Milliseconds of each question, asked again and on a connection of its own."""
    found = {}
    for name, question in questions().items():
        found[name] = (best(partial(question, book)), best(partial(_anew, book, question), 3))
    return found


def _anew(book: Book, question: Callable[[Book], object]) -> None:
    with book.another() as another:
        question(another)


def tell(curves: dict[str, list[tuple[float, float]]]) -> None:
    """A row for each question: its milliseconds at each size, and each against the one before."""
    for name, curve in curves.items():
        times = "".join(f"{again:8.1f}{first:8.1f}" for again, first in curve)
        grown = "".join(f"{after[0] / before[0]:8.2f}" for before, after in itertools.pairwise(curve))
        sys.stdout.write(f"{name:32}{times}   {grown}\n")


def main() -> None:
    """Prints a row for each question, then how long a new day takes."""
    catalogue: Any = None  # no code is asked for
    desk = Desk(catalogue, load(files.resources()), lambda _: None, TODAY)
    curves: dict[str, list[tuple[float, float]]] = {name: [] for name in questions()}
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "home", lambda: NOW) as book:
        due.bring_up_to_date(book, desk)
        for begin, end in itertools.pairwise((0, *SIZES)):
            fill(book, desk, begin, end)
            due_today = due.listed(book, TODAY, Span.TODAY).total
            sys.stdout.write(f"{end:>7} rentals, {due_today:>6} due today\n")
            for name, took in measured(book).items():
                curves[name].append(took)
        sys.stdout.write("\nms with 10^3, 10^4, 10^5 rentals, each asked again and on a new connection; growth\n")
        tell(curves)
        began = time.process_time()
        moved = due.bring_up_to_date(book, replace(desk, today=TODAY + timedelta(days=1)))
        each = (time.process_time() - began) / moved * 1000
        sys.stdout.write(f"the next day: {moved} of them looked at again, {each:.1f} ms each\n")


if __name__ == "__main__":
    main()
