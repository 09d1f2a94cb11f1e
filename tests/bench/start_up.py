"""The window's first frame and its idle memory, against a bare window with one label, each in a process of its own.

    python -m tests.bench.start_up [--rounds 15] [--patients 10000] [--program PATH --bare PATH]

Two first frames: the Counter with the key in hand (the sample store's folder, filled), and the page that asks who is
there, before the store's own book. With --program and --bare the packaged program is measured against a packaged
`bare_window.py`; without them both from source.

Prints milliseconds from the start of the process to the first painted frame and megabytes when it has come to rest, and
the ratios (at most 2.0 and 2.5 are wanted). The catalog is built and the book is there beforehand.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FRAME_AT_MOST, MEMORY_AT_MOST = 2.0, 2.5
_RESTS_S = 2.0

Command = list[str]


def first_frame(command: Command) -> float:
    """Milliseconds from starting a process to the first frame of its window."""
    began = time.monotonic()
    with _started(command) as process:
        stood = _moment(process)
        process.kill()
    return (stood - began) * 1000


def idle_memory(command: Command) -> float:
    """Megabytes that a process holds when its window stands and it has done nothing for two seconds."""
    with _started(command) as process:
        _moment(process)
        done = -1
        while done != (done := _ticks(process.pid)):
            time.sleep(_RESTS_S)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        process.kill()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def prepare(home: Path, patients: int) -> None:
    """The catalog, a locked store, and beside it one with its key in hand and so many invented patients."""
    from db.book import file  # noqa: PLC0415 -- not in the measured processes
    from db.book.rows import Patient, Store  # noqa: PLC0415
    from desktop.operations import demo, store  # noqa: PLC0415
    from desktop.operations import patients as people  # noqa: PLC0415
    from desktop.operations.book import open_book  # noqa: PLC0415
    from desktop.operations.catalogue import open_catalogue  # noqa: PLC0415
    from desktop.operations.sign_in import Door  # noqa: PLC0415

    open_catalogue(home, lambda _words, _done: None).close()
    door = Door(home)
    door.set_up(Store(legal_name="Gulf Breeze Oxygen"), "Ana Ruiz", "green truck, nine pelicans")
    door.close()
    with open_book(demo.folder(home)) as book:
        store.save(book, Store(legal_name="Gulf Breeze Oxygen"))
        with file.transaction(book.connection):
            for number in range(patients):
                people.save(book, Patient(first="Marisol", last=f"Treviño {number}"))


def main() -> None:
    """Measures and prints."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--rounds", type=int, default=15)
    reader.add_argument("--patients", type=int, default=10_000)
    reader.add_argument("--program", help="a packaged Oxydesk, instead of the one here")
    reader.add_argument("--bare", help="a packaged bare_window.py, instead of the one here")
    asked = reader.parse_args()
    ours = [asked.program] if asked.program else [sys.executable, "-m", "desktop"]
    bare = [asked.bare] if asked.bare else [sys.executable, str(Path(__file__).with_name("bare_window.py"))]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"OXYDESK_HOME": home, "OXYDESK_FIRST_FRAME": "1"}
        # as an installed program has it: its modules compiled once, not at every start
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
        prepare(Path(home), asked.patients)
        frames = {}
        for page, arguments in {"Counter": ["--demo"], "who is there": []}.items():
            first_frame([*ours, *arguments])
            first_frame(bare)
            frames[page] = [(first_frame([*ours, *arguments]), first_frame(bare)) for _ in range(asked.rounds)]
        memory = [(idle_memory([*ours, "--demo"]), idle_memory(bare)) for _ in range(3)]
    for page, pairs in frames.items():
        _say(f"first frame, {page}", "ms", pairs, FRAME_AT_MOST)
    _say("idle memory", "MB", memory, MEMORY_AT_MOST)


def _say(what: str, unit: str, pairs: list[tuple[float, float]], most: float) -> None:
    mine, plain = (statistics.median(side) for side in zip(*pairs, strict=True))
    sys.stdout.write(
        f"{what}: {mine:.0f} {unit}, bare window {plain:.0f} {unit}, ratio {mine / plain:.2f} (at most {most})\n"
    )


def _started(command: Command) -> subprocess.Popen[str]:
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _moment(process: subprocess.Popen[str]) -> float:
    assert process.stdout is not None
    return float(process.stdout.readline())


def _ticks(process: int) -> int:
    """Time of the processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    main()
