"""Everything out of a book of a thousand and of ten thousand papers: time a paper, and memory, which must not grow.

Run: `python -m tests.bench.everything_out [1000 10000]`
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from db.book import file
from desktop.operations import takeout
from desktop.operations.book import Book
from tests.faults import small_store

SIZES = ("1000", "10000")
_PDF, _SCAN = 20_000, 100_000  # bytes
_PAGE = 4_096


def main() -> None:
    """Each size in a process of its own, so that what one has taken the other has not."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        one(int(sys.argv[2]))
        return
    for size in sys.argv[1:] or SIZES:
        subprocess.run([sys.executable, "-m", "tests.bench.everything_out", "--one", size], check=True)


def one(papers: int) -> None:
    """One book, and what it took."""
    with tempfile.TemporaryDirectory() as folder:
        home, stick = Path(folder) / "home", Path(folder) / "stick"
        stick.mkdir()
        entered = small_store.begin(home)
        with Book(home, lambda: small_store.at(5), None, entered.key, entered.user) as book:
            with file.transaction(book.connection) as connection:
                for number in range(1, papers + 1):
                    small_store.issue(connection, number, _PDF)
                for number in range(1, papers // 10 + 1):
                    small_store.attach(connection, number, _SCAN)
            before = most = _resident()

            def look(_words: str, _done: float) -> None:
                nonlocal most
                most = max(most, _resident())

            began = time.perf_counter()
            taken = takeout.take_out(book, stick, look, lambda: True)
            took = time.perf_counter() - began
        assert taken is not None
        sys.stdout.write(
            f"{papers} papers: {taken.counts.files} files, {taken.counts.size / 1e6:.0f} MB in {took:.1f} s, "
            f"{took / papers * 1000:.2f} ms a paper; memory {before:.0f} MB before, {most:.0f} MB at most\n"
        )


def _resident() -> float:
    """Megabytes that this process holds now (Linux)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6


if __name__ == "__main__":
    main()
