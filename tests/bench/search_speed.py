"""Every key of every query of the search cases, against one bare indexed question to the same catalogue.

    python -m tests.bench.search_speed [--fresh]

Each query is typed letter by letter, and every beginning of it is searched, as the window does. Prints the median, the
99th percentile and the worst in milliseconds (16 is wanted at the 99th), the ratio to the bare question, and what it
takes to read the words. `--fresh` forgets between queries what was read before.
"""

import argparse
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from db import driver
from db.connection import ask
from desktop import files
from desktop.core.lexicon import Lexicon
from desktop.operations.catalogue import ShippedCatalogue, open_catalogue
from desktop.operations.counter import Counter
from desktop.operations.search import find
from desktop.rulefiles.load import load

CASES = Path(__file__).parents[1] / "cases" / "search"
BARE = "select kind, code, description from searched where kind = ? and code = ?"
LIMIT = 10


def queries() -> list[str]:
    """The texts of all search cases."""
    sets = [tomllib.loads(path.read_text("utf-8"))["case"] for path in sorted(CASES.glob("*.toml"))]
    return [case["text"] for cases in sets for case in cases]


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def bare(connection: driver.Connection) -> None:
    ask(connection, BARE, ["code", "E1392"])


def typed(catalogue: ShippedCatalogue, counter: Callable[[], Lexicon]) -> list[tuple[float, str]]:
    """The time of every beginning of every query."""
    times = []
    for query in queries():
        lexicon = counter()
        for end in range(1, len(query) + 1):
            text = query[:end]
            times.append((milliseconds(lambda: find(catalogue, lexicon, text, LIMIT)), text))  # noqa: B023 -- called at once
    return times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--fresh", action="store_true")
    fresh = parser.parse_args().fresh
    rules = load(files.resources())
    with tempfile.TemporaryDirectory() as home:
        catalogue = open_catalogue(Path(home), lambda _words, _done: None)
        kept = Counter(rules).lexicon
        reading = min(milliseconds(lambda: Counter(rules).lexicon) for _ in range(5))
        floor = statistics.median(milliseconds(lambda: catalogue.ask(bare)) for _ in range(2000))
        times = sorted(typed(catalogue, (lambda: Counter(rules).lexicon) if fresh else (lambda: kept)))
        catalogue.close()
    middle, slow = times[len(times) // 2][0], times[int(len(times) * 0.99)][0]
    sys.stdout.write(
        f"reading the words: {reading:.0f} ms\n"
        f"{len(times)} keys: median {middle:.2f} ms, 99th percentile {slow:.2f} ms, worst {times[-1][0]:.2f} ms "
        f"({times[-1][1]!r})\n"
        f"bare question: {floor:.3f} ms; ratio at the median {middle / floor:.0f}, at the 99th {slow / floor:.0f}\n"
    )


if __name__ == "__main__":
    main()
