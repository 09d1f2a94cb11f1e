"""Faults, tried for real: `python -m tests.faults 300`, all of them by hand, for as long as one likes.

What is tried, and where it stands; CI tries all but the mounted stick, with fewer kills:

    killed with kill -9         cut_off.py: an operation is killed before each of its steps on the disk (`steps.py`) and
                                at random moments (`moments.py`), up to three times in a row, then goes on to its end
        issuing, batch, rentals,
        saving                      killed_papers.py    nothing that was said is lost, no number twice, no half paper
        migration, conversion,
        set-up, password            killed_opening.py   the old book or the new, whole; always a way in
        backup, restore             killed_backups.py   what is listed is whole; the replaced book is kept
    a full disk                 cut_off.py: full from each step of the same operations on, then room again
                                full_disk.py: a stick that is really full, or read-only (as root: it mounts)
    a read-only folder or file  test_read_only.py
    damaged or cut off          test_damaged_book.py: pages of all kinds, the WAL, lengths from nothing on
    another book's files        test_wrong_files.py: keys, WAL, a book of a newer version
    two at once                 test_two_programs.py: the second never writes while the first is there
    the clock set back          test_clock_set_back.py
    paths                       test_paths.py: blanks, letters of all the world, long ones
    the window                  tests/ui/test_trouble.py: what stands there when the store does not open

`python -m tests.faults 300 restore backup` tries only these; the number is of tries in each. `--seed` repeats a run.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults import cut_off, full_disk, steps
from tests.faults.cut_off import Operation
from tests.faults.killed_backups import BackingUp, BringingBack
from tests.faults.killed_opening import SCHEMAS, BringingUp, ChangingPassword, Converting, SettingUp
from tests.faults.killed_papers import Batch, Issuing, Rentals, Saving

_ROOT = Path(__file__).parents[2]
OPERATIONS: dict[str, Callable[[], Operation]] = {
    "issuing": Issuing,
    "batch": Batch,
    "rentals": Rentals,
    "saving": Saving,
    **{f"migration-{schema}": lambda schema=schema: BringingUp(schema) for schema in SCHEMAS},  # type: ignore[misc]
    "conversion": Converting,
    "set-up": SettingUp,
    "password": ChangingPassword,
    "backup": BackingUp,
    "restore": BringingBack,
}


def main() -> int:
    """Tries all, or some; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Faults, tried for real.")
    parser.add_argument("times", type=int, nargs="?", default=100, help="how often each operation is cut off")
    parser.add_argument("names", nargs="*", choices=[[], *OPERATIONS], help="which operations; all, and the rest, else")
    parser.add_argument("--seed", type=int, default=time.time_ns(), help="the random moments of an earlier run")
    asked = parser.parse_args()
    _say(f"--seed {asked.seed}\n")
    kills = 0
    for name in asked.names or OPERATIONS:
        kills += _kill(name, asked.times, asked.seed)
        if steps.there():
            _fill(name, asked.times)
    _say(f"{kills} kills in all: nothing lost, nothing twice, nothing by half\n")
    if asked.names:
        return 0
    full_disk.main()
    return subprocess.run([sys.executable, "-m", "pytest", "-q", "tests/faults"], cwd=_ROOT, check=False).returncode


def _kill(name: str, times: int, seed: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        told = cut_off.tried(OPERATIONS[name](), Path(folder), times, seed, _heard(f"{name}, killed"))
    _say(f"{name}: {told.before_steps} kills before one of {told.steps} steps, {told.at_moments} at random moments\n")
    return told.kills


def _fill(name: str, times: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sentences = cut_off.refused(OPERATIONS[name](), Path(folder), times, _heard(f"{name}, disk full"))
    _say(f"{name}: {times} times a full disk\n" + "".join(f"    {words.replace(folder, '')}\n" for words in sentences))


def _heard(what: str) -> Callable[[int, int], None]:
    def heard(done: int, every: int) -> None:
        if sys.stdout.isatty():
            _say(f"{what}: {done} of {every}\r")

    return heard


def _say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
