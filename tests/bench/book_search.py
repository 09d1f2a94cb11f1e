"""How long finding a patient takes at every key, among 100,000: `python tests/bench/book_search.py`.

The yardstick in the same run is reading one patient by its id from the same book.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from db.book import file
from db.book.rows import Coverage, Patient, Plan
from desktop.operations import patients, plans
from desktop.operations.book import Book, open_book

_MANY = 100_000
_ASKED = 300
_BOUND = 0.016
_TODAY = date(2026, 3, 2)
_FIRSTS = "Maria José Nguyệt Walter Ayşe Łukasz Mary François Siddharth Ingrid Tyrone Mei Dolores Otto Ioana Kealoha"
_PARTS = "tre vi ño o neill ko wal czyk bu i smi th gar cía már quez jóns dót tir oka for begay le fè vre ze ya xi"


def names(chance: random.Random) -> tuple[str, str]:
    """A first and a last name, some of two words."""
    parts = _PARTS.split()
    last = "".join(chance.choices(parts, k=chance.randint(2, 4))).title()
    if chance.random() < 0.2:
        last += " " + "".join(chance.choices(parts, k=2)).title()
    return chance.choice(_FIRSTS.split()), last


def fill(book: Book, chance: random.Random, many: int = _MANY) -> list[Patient]:
    """So many patients, each with a membership."""
    made = []
    with file.transaction(book.connection):
        plan = plans.save(book, Plan(name="Lone Star Health Plan"))
        for number in range(many):
            first, last = names(chance)
            dob = date(1930, 1, 1) + timedelta(days=chance.randrange(20_000))
            phone = f"{chance.choice((361, 512, 713))}-{chance.randint(200, 999)}-{chance.randrange(10_000):04}"
            patient = patients.save(book, Patient(first=first, last=last, dob=dob, phone=phone))
            patients.save_coverage(book, Coverage(0, patient.id, plan.id, f"XJH{number:09}"))
            made.append(patient)
    return made


def typed(patient: Patient, chance: random.Random) -> str:
    """What a clerk has typed of a patient up to some key."""
    first, last, dob = patient.first or "", patient.last or "", patient.dob or _TODAY
    whole = chance.choice(
        [f"{last},{first}", f"{first} {last}", f"{dob:%m%d%Y}", f"{dob:%m/%d/%y}", patient.phone or "", "XJH00001234"]
    )
    return whole[: chance.randint(1, len(whole))]


def spent(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    """Prints the times; 1 where the 99th percentile is over the bound."""
    chance = random.Random(417)  # noqa: S311 -- invented names
    with tempfile.TemporaryDirectory() as home, open_book(Path(home)) as book:
        made = fill(book, chance)
        texts = [typed(chance.choice(made), chance) for _ in range(_ASKED)]
        texts += ["m", "a", "mar", "zz,qq", "i z", "s,z", "36", "361", "8/17/51", "xi ze,x", "x x x x x x"] * 3
        times = sorted((spent(lambda text=text: patients.find(book, text, _TODAY)), text) for text in texts)  # type: ignore[misc]
        one = statistics.median(spent(lambda: patients.read(book, chance.randint(1, _MANY))) for _ in range(_ASKED))
        opening = spent(lambda: book.another().close())
    middle, late = times[len(times) // 2][0], times[int(len(times) * 0.99)][0]
    print(f"{_MANY} patients, {len(times)} texts; one patient by id {one * 1000:.2f} ms")  # noqa: T201
    print(f"median {middle * 1000:.2f} ms ({middle / one:.1f} x), 99th percentile {late * 1000:.2f} ms, bound 16 ms")  # noqa: T201
    print(f"slowest {[(text, round(seconds * 1000, 2)) for seconds, text in times[-5:]]}")  # noqa: T201
    print(f"a further connection {opening * 1000:.2f} ms")  # noqa: T201
    return int(late > _BOUND)


if __name__ == "__main__":
    sys.exit(main())
