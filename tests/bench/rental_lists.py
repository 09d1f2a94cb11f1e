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
HEADING = (
    "ms for what is due today, this week, in 30 days, in 30 days without months to bill; for a page of the list by "
    "name, by the next day, of what is paid up\n"
)
KINDS = 720  # rentals that differ: two years of first days, each looked at once and copied


def fill(book: Book, desk: Desk, begin: int, end: int) -> None:
    """Rentals with numbers from `begin` to below `end`, each as one of KINDS."""
    with file.transaction(book.connection) as connection:
        for number in range(begin, end):
            name = f"{(number * 7919) % 100_003:06}"
            keys = {"last_key": f"p{name}", "first_key": "ida", "phone_key": "", "local_key": ""}
            who = patients.save(connection, Patient(last=f"P{name}", first="Ida"), keys, [], NOW)
            rental = rentals.save(connection, Rental(patient_id=who.id, payer_kind="medicare"), "", NOW)
            first = TODAY - timedelta(days=1400 - number % KINDS)
            unit = RentalUnit(rental_id=rental.id, code="E1390", first_service=first, charge=Decimal("95.00"))
            rentals.save_unit(connection, unit, NOW)
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


def measured(book: Book, kinds: list[str]) -> list[float]:
    """Milliseconds of each question, in the order of HEADING."""
    asked = operations.Asked
    return [
        *(best(partial(due.listed, book, TODAY, span)) for span in Span),
        best(lambda: due.listed(book, TODAY, Span.MONTH, kinds)),
        best(lambda: operations.listed(book, asked())),
        best(lambda: operations.listed(book, asked(sort="next"))),
        best(lambda: operations.listed(book, asked(phases=["capped"], sort="cap"))),
    ]


def main() -> None:
    """Prints a row for each size, then how long a new day takes."""
    catalogue: Any = None  # no code is asked for
    desk = Desk(catalogue, load(files.resources()), lambda _: None, TODAY)
    kinds = [kind.key for kind in due.kinds() if kind.key != "bill_month"]
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "home", lambda: NOW) as book:
        due.bring_up_to_date(book, desk)
        sys.stdout.write(HEADING)
        for begin, end in itertools.pairwise((0, *SIZES)):
            fill(book, desk, begin, end)
            today = due.listed(book, TODAY, Span.TODAY).total
            row = " ".join(f"{each:8.1f}" for each in measured(book, kinds))
            sys.stdout.write(f"{end:>7} rentals, {today:>6} due today: {row}\n")
        began = time.process_time()
        moved = due.bring_up_to_date(book, replace(desk, today=TODAY + timedelta(days=1)))
        each = (time.process_time() - began) / moved * 1000
        sys.stdout.write(f"the next day: {moved} of them looked at again, {each:.1f} ms each\n")


if __name__ == "__main__":
    main()
