"""Everything out to a stick that is really full, or read-only: `python -m tests.faults.takeout_full_disk` (as root: it
mounts)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop.operations import takeout
from desktop.operations.book import Book
from desktop.operations.takeout import NotTakenOut
from tests.faults import small_store


def main() -> None:
    """Tries sticks of growing size until one holds everything; each smaller one costs a sentence and stays empty."""
    with tempfile.TemporaryDirectory() as folder:
        home, stick = Path(folder) / "home", Path(folder) / "stick"
        entered = small_store.begin(home)
        stick.mkdir()
        with Book(home, lambda: small_store.at(99), None, entered.key, entered.user) as book:
            for number in range(1, 41):
                small_store.issue(book.connection, number, size=20_000)
            for size in range(16, 4_000, 128):
                _run("mount", "-t", "tmpfs", "-o", f"size={size}k", "stick", str(stick))
                try:
                    if _taken(book, stick, f"{size} KiB"):
                        for taken in stick.iterdir():
                            shutil.rmtree(taken)
                        _run("mount", "-o", "remount,ro", str(stick))
                        assert not _taken(book, stick, "read-only")
                        break
                finally:
                    _run("umount", str(stick))


def _taken(book: Book, stick: Path, named: str) -> bool:
    before = sorted(stick.iterdir())
    try:
        taken = takeout.take_out(book, stick, lambda _words, _done: None, lambda: True)
    except NotTakenOut as problem:
        sys.stdout.write(f"{named}: {problem}\n")
        assert sorted(stick.iterdir()) == before
        return False
    assert taken is not None
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS.txt"], cwd=taken.folder, check=True)  # noqa: S607
    sys.stdout.write(f"{named}: taken out\n")
    return True


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
