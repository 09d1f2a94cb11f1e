"""This month's rentals, thousands of them: time and memory of a superbill, at the beginning and at the end.

Run: `python -m tests.bench.rental_billing [how many]`
"""

import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from db.book import file
from db.book.rental_rows import Rental
from db.book.rows import Patient
from desktop import files
from desktop.desk import Desk
from desktop.operations import patients, rental_run
from desktop.operations.book import Book, open_book
from desktop.operations.catalogue import open_catalogue
from desktop.rulefiles.load import load
from tests.operations import rented

TODAY = date(2026, 1, 12)
NOW = datetime(2026, 1, 12, tzinfo=UTC)
MANY = 2_000
STEPS = 10


def fill(book: Book, desk: Desk, many: int) -> None:
    """So many patients, each with a rental of which one month is due."""
    rented.open_store(book)
    with file.transaction(book.connection):
        one = rented.patient(book)
        first = patients.read(book, one.patient_id)
        rented.begun(book, desk, one, rented.going_out(rented.HOME, "S0"))
        for number in range(1, many):
            who = patients.save(
                book, Patient(0, first.first, None, f"P{number}", first.dob, "F", address=first.address)
            )
            own = Rental(patient_id=who.id, payer_kind="none", bills_from=one.bills_from, order_id=one.order_id)
            rented.begun(book, desk, own, rented.going_out(rented.HOME, f"S{number}"))


def resident() -> float:
    """The memory that the process holds now, in megabytes; the highest so far where the system does not tell."""
    held = Path("/proc/self/statm")
    if not held.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(held.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20


def main(many: int) -> None:
    """Prints what each tenth of the run took of computing, and the memory held then; at last the last against the first."""  # noqa: E501
    with tempfile.TemporaryDirectory() as folder:
        catalogue = open_catalogue(Path(folder) / "shelf", lambda _words, _done: None)
        desk = Desk(catalogue, load(files.resources()), lambda _: None, TODAY)
        with open_book(Path(folder) / "home", lambda: NOW) as book:
            fill(book, desk, many)
            spent, memory = [time.process_time()], list[float]()

            def go_on(done: int, every: int) -> bool:
                if done and done % (every // STEPS) == 0:
                    spent.append(time.process_time())
                    memory.append(resident())
                    each = (spent[-1] - spent[-2]) / (every // STEPS) * 1000
                    sys.stdout.write(f"{done:6} billed: {each:6.1f} ms each, {memory[-1]:6.1f} MB now\n")
                return True

            result = rental_run.run(book, desk, TODAY, go_on)
    first, last = spent[1] - spent[0], spent[-1] - spent[-2]
    sys.stdout.write(f"{result.issued} issued, {len(result.aside)} set aside\n")
    sys.stdout.write(f"last tenth against first: time {last / first:.2f}, memory {memory[-1] / memory[0]:.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
