"""A key in the Counter's search box to results in hand: patients, products, papers, codes and diagnoses together.

    python -m tests.bench.counter_search [--most 100000]

The very work that the window has a worker do at each key (its own connections opened, everything asked, closed again),
with 1,000, 10,000 and 100,000 patients in the book, half of whom have a paper. Prints the median and the 99th
percentile in milliseconds (under 16, a frame, is wanted at the 99th), and how they grow with what is in the book. The
times are the thread's own computing; what else runs on the machine does not count.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from db.book import file
from db.book.rows import Patient
from desktop import files
from desktop.desk import Desk
from desktop.operations import anything, documents
from desktop.operations.book import Book, open_book
from desktop.operations.catalogue import open_catalogue
from desktop.operations.counter import Counter
from desktop.operations.documents import Content, Whose
from desktop.rulefiles.load import load
from tests.bench.book_search import _TODAY, fill, typed
from tests.bench.search_speed import queries

FRAME = 0.016  # seconds
_ASKED = 300
_TYPED = (
    "E",
    "E1",
    "E13",
    "E1392",
    "E1392 N",
    "J",
    "J4",
    "J44",
    "J44.9",
    "SB",
    "SB-2026-0",
    "417",
    "of",
    "s,z",
    "8/17/51",
)
_SIZES = (1_000, 10_000, 100_000)


def add_papers(book: Book, patients: list[Patient], chance: random.Random) -> None:
    """A begun superbill for every second of them."""
    with file.transaction(book.connection):
        for patient in chance.sample(patients, len(patients) // 2):
            names = {"first": patient.first, "last": patient.last}
            documents.begin(book, whose=Whose(patient.id), content=Content({"patient": names}))


def texts(patients: list[Patient], chance: random.Random) -> list[str]:
    """What stands in the box at some key: of a patient, of a saying of the counter, of a code, of a paper's number."""
    said = [chance.choice(queries()) for _ in range(_ASKED)]
    halves = [text[: chance.randint(1, len(text))] for text in said]
    codes = [text for text in _TYPED for _ in range(3)]
    return [typed(chance.choice(patients), chance) for _ in range(_ASKED)] + halves + codes


def at_a_key(book: Book, desk: Desk, text: str) -> float:
    """Seconds of computing that one key costs."""
    begun = time.thread_time()
    anything.at_a_key(book, desk, text)
    return time.thread_time() - begun


def main() -> int:
    """Prints the times; 1 where the 99th percentile is over a frame with the most patients."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--most", type=int, default=_SIZES[-1])
    most = reader.parse_args().most
    chance = random.Random(417)  # noqa: S311 -- invented names
    late = []
    with tempfile.TemporaryDirectory() as home, open_book(Path(home)) as book:
        catalogue = open_catalogue(Path(home), lambda _words, _done: None)
        counter = Counter(load(files.resources()))
        counter.read()
        desk = Desk(catalogue, counter.rules, counter, _TODAY)
        people: list[Patient] = []
        for size in (size for size in _SIZES if size <= most):
            fresh = fill(book, chance, size - len(people))
            add_papers(book, fresh, chance)
            people += fresh
            late.append(_measured(book, desk, people, chance))
        catalogue.close()
    if len(late) > 1:
        _say(f"from {_SIZES[0]} patients to {len(people)}: the 99th percentile grows {late[-1] / late[0]:.2f} x")
    return int(late[-1] > FRAME)


def _measured(book: Book, desk: Desk, people: list[Patient], chance: random.Random) -> float:
    """The 99th percentile in seconds; all of it is printed."""
    began = time.perf_counter()
    asked = texts(people, chance)
    times = sorted((at_a_key(book, desk, text), text) for text in asked)
    middle, late = times[len(times) // 2][0], times[int(len(times) * 0.99)][0]
    slowest = [(text, round(seconds * 1000, 1)) for seconds, text in times[-8:]]
    _say(f"{len(people)} patients, {len(asked)} keys in {time.perf_counter() - began:.0f} s:")
    _say(f"  median {middle * 1000:.2f} ms, 99th percentile {late * 1000:.2f} ms ({late / FRAME:.2f} of a frame)")
    _say(f"  slowest {slowest}")
    return late


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    sys.exit(main())
