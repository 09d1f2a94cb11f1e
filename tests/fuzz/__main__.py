"""Hostile input, by hand: `python -m tests.fuzz [--minutes 60] [--only NAME] [--into FOLDER]`.

Each target runs in a process of its own for its share of the time: under atheris where that is installed, which steers
by what the input reaches, else by chance alone. What is found lies in the folder, one file for each place where it
happened; mended, it belongs into `tests/fuzz/cases/<target>/` under a name that says what it broke.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz import one
from tests.fuzz.registry import targets

_ROOT = Path(__file__).parents[2]
_SPARE = 180.0  # seconds that a process may take for getting ready and for its last input


def main(arguments: list[str]) -> int:
    """The number of finds, at most 100."""
    asked = _parser().parse_args(arguments)
    names = asked.only or list(targets())
    into = Path(asked.into or tempfile.mkdtemp(prefix="oxydesk-fuzz-")).absolute()
    seconds = asked.minutes * 60 / len(names)
    for name in names:
        _run(name, seconds, into, asked.seed)
    found = sorted(into.glob("*/*.case"))
    sys.stdout.write("".join(f"{path}\n" for path in found))
    sys.stdout.write(f"{one.counted(into)} inputs, {len(found)} finds in {into}\n")
    return min(len(found), 100)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--only", action="append", choices=list(targets()))
    parser.add_argument("--into", metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    return parser


def _run(name: str, seconds: float, into: Path, seed: int) -> None:
    """One target until its time is over; begun again where an input has ended the process."""
    ends = time.monotonic() + seconds
    again = 0
    while (left := ends - time.monotonic()) > 5:
        with tempfile.TemporaryDirectory(prefix="oxydesk-room-", ignore_cleanup_errors=True) as room:
            command = [sys.executable, "-m", "tests.fuzz.inside", name, str(left), room, str(into), str(seed + again)]
            try:
                done = subprocess.run(command, cwd=_ROOT, timeout=left + _SPARE, check=False)
            except subprocess.TimeoutExpired:
                one.keep_last(into / name, "hangs")
                return
        if done.returncode == 0:
            return
        one.keep_last(into / name, f"ends the process with {done.returncode}")
        again += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
