"""A process that is killed at a moment, wherever it then is: what it has said till then.

On systems that can, it is a copy of this process, so that nothing has to be started; elsewhere it is begun anew.
"""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Say = Callable[[str], object]
Work = Callable[[Say], object]

_COPIES = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
_READY = "ready"
_LOOK_AGAIN = 0.001  # seconds


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process has said, whether it was killed before it ended, and how long it took after it was ready."""

    said: tuple[str, ...]
    killed: bool
    seconds: float


def run(work: Work, seconds: float | None = None, way: str = _COPIES) -> Ran:
    """Does `work` in a process of its own, killed so long after it was ready; or not at all. AssertionError where it
    fails by itself."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        told.touch()
        process = multiprocessing.get_context(way).Process(target=_do, args=(work, told))  # type: ignore[attr-defined]
        process.start()
        while not told.stat().st_size and process.is_alive():
            time.sleep(_LOOK_AGAIN)
        began = time.perf_counter()
        process.join(seconds)
        process.kill()
        process.join()
        took = time.perf_counter() - began
        lines = told.read_text(encoding="utf-8").splitlines()
    assert process.exitcode == 0 or (process.exitcode < 0 and seconds is not None), f"it ended with {process.exitcode}"
    return Ran(tuple(lines[1:]), process.exitcode != 0, took)


def _do(work: Work, told: Path) -> None:
    handle = os.open(told, os.O_WRONLY | os.O_APPEND)

    def say(words: str) -> None:
        os.write(handle, f"{words}\n".encode())

    say(_READY)
    work(say)
