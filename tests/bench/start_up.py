"""The window's first frame and its idle memory, against a bare window with one label, each in a process of its own.

    python -m tests.bench.start_up [--rounds 15] [--patients 10000]

Two first frames: the Counter with the key in hand (the sample store's folder, filled), and the page that asks who is
there, before the store's own book.

Prints milliseconds from the start of the process to the first painted frame and megabytes after two idle seconds, and
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

_WATCHED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    painted = False
    def eventFilter(self, of, event):
        if event.type() == QEvent.Type.Paint and not self.painted and of is self.window:
            self.painted = True
            QTimer.singleShot(0, self.told)
        return False
    def told(self):
        sys.stdout.write(f"{time.monotonic()}\\n"); sys.stdout.flush()
        QTimer.singleShot(self.idle, self.over)
    def over(self):
        if self.idle:
            line = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
            sys.stdout.write(line.split()[1] + "\\n")
        self.app.exit(0)
def watch(app, window, idle):
    it = Watch(); it.app, it.window, it.idle = app, window, idle
    app.installEventFilter(it)
    return it
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("Oxydesk"); window.resize(1280, 800)
{watched}
it = watch(app, window, {idle})
window.show(); app.exec()
"""
_OURS = """
import gc; gc.disable()  # as desktop.start does
import desktop.app as ours
from desktop.program import Program
from PySide6.QtWidgets import QApplication
begun = Program.start
def start(self):
    {watched_inside}
    self.it = watch(QApplication.instance(), self.window, {idle})
    begun(self)
Program.start = start
ours.run({arguments})
"""


def first_frame(script: str) -> float:
    """Milliseconds from starting a process to the first frame of its window."""
    began = time.monotonic()
    return (float(_run(script)[0]) - began) * 1000


def idle_memory(script: str) -> float:
    """Megabytes that a process holds when its window has been idle for two seconds."""
    return int(_run(script)[1]) / 1024


def bare(idle: int) -> str:
    """A window with one label."""
    return _BARE.format(watched=_WATCHED, idle=idle)


def ours(idle: int, *arguments: str) -> str:
    """The program's window."""
    return _WATCHED + _OURS.format(watched_inside="pass", idle=idle, arguments=list(arguments))


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
    asked = reader.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["OXYDESK_HOME"] = home
        # as an installed program has it: its modules compiled once, not at every start
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
        prepare(Path(home), asked.patients)
        frames = {}
        for page, arguments in {"Counter": ["--demo"], "who is there": []}.items():
            first_frame(ours(0, *arguments))
            first_frame(bare(0))
            frames[page] = [(first_frame(ours(0, *arguments)), first_frame(bare(0))) for _ in range(asked.rounds)]
        memory = [(idle_memory(ours(2000, "--demo")), idle_memory(bare(2000))) for _ in range(3)]
    for page, pairs in frames.items():
        _say(f"first frame, {page}", "ms", pairs, FRAME_AT_MOST)
    _say("idle memory", "MB", memory, MEMORY_AT_MOST)


def _say(what: str, unit: str, pairs: list[tuple[float, float]], most: float) -> None:
    mine, plain = (statistics.median(side) for side in zip(*pairs, strict=True))
    sys.stdout.write(
        f"{what}: {mine:.0f} {unit}, bare window {plain:.0f} {unit}, ratio {mine / plain:.2f} (at most {most})\n"
    )


def _run(script: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


if __name__ == "__main__":
    main()
