"""A superbill on the screen: from a change to its picture in hand, the window's own share of that, and the opening.

    python -m tests.bench.compose_preview [--changes 40]

The real window, offscreen, on the sample store. For a superbill with one line and with twelve: the median and the 99th
percentile in milliseconds from a key to the new picture of the page (at most 100 are wanted), the longest that the
window did not answer meanwhile, and what a page with twelve lines costs of one with one. Then what it takes from the
way to a new superbill for a patient with a product until one can type in it.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import clock
from desktop.operations import documents, patients, products
from desktop.operations.documents import Content
from desktop.program import Program
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import NewSuperbill, OpenDraft, Way

PICTURE = 100.0  # milliseconds
_LONGEST_S = 20
_TICK_MS = 2


class Watch:
    """The longest that the window did not answer, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def until(true: Callable[[], bool]) -> None:
    """Lets the window work until something holds. TimeoutError where it does not come to that."""
    end = time.perf_counter() + _LONGEST_S
    while not true():
        pause(1)
        if time.perf_counter() > end:
            raise TimeoutError


def pause(milliseconds: int) -> None:
    """Lets the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Bench:
    """The window of the sample store."""

    def __init__(self, app: QApplication, home: Path) -> None:
        self.program = Program(app, home, by_dialogs(), demo=True)
        self.program.start()
        self.window = self.program.window
        self.window.resize(1280, 800)
        until(lambda: self.program.ready and self._quiet())

    @property
    def book(self) -> Any:
        """The sample store's book."""
        assert self.window.services is not None
        return self.window.services.book

    def _quiet(self) -> bool:
        return not self.window.workers.busy

    def quiet(self) -> None:
        """Until nothing is under way."""
        for _ in range(3):
            until(self._quiet)
            pause(60)

    def open(self, way: Way) -> ComposeView:
        """The view of a superbill, ready to be typed in."""
        self.window.go(way)
        page = self.window.page
        assert isinstance(page, SuperbillsPage)
        assert isinstance(page.front, ComposeView)
        return page.front

    def opened(self, patient: int, product: int) -> float:
        """Milliseconds until a new superbill for a patient with a product stands there and takes keys."""
        began = time.perf_counter()
        self.open(NewSuperbill(patient=patient, product=product))
        QApplication.processEvents()
        return (time.perf_counter() - began) * 1000

    def changes(self, view: ComposeView, many: int) -> tuple[list[float], float]:
        """Milliseconds from each of so many keys to its picture; and the longest that the window was held."""
        serial = next(line for line in view.findChildren(QLineEdit) if line.accessibleName() == "Serial number")
        taken, watch = [], Watch()
        for number in range(many):
            before = view.preview.picture.cacheKey()
            began = time.perf_counter()
            serial.setText(f"FSC-{number:04}")
            until(lambda: view.preview.picture.cacheKey() != before)  # noqa: B023 -- called at once
            taken.append((time.perf_counter() - began) * 1000)
            self.quiet()
        return sorted(taken), watch.longest

    def with_lines(self, many: int) -> ComposeView:
        """A begun superbill with so many lines."""
        issued = documents.listed(self.book, states=["issued"], kinds=["superbill"])[0]
        wire = dict(documents.content(self.book, issued.id).wire)
        wire |= {"number": None, "issued_on": None, "lines": [wire["lines"][0]] * many}
        view = self.open(OpenDraft(documents.begin(self.book, content=Content(wire)).id))
        self.quiet()
        return view


def main() -> int:
    """Prints the times; 1 where a picture takes longer than is wanted at the median."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--changes", type=int, default=40)
    many = reader.parse_args().changes
    QApplication.setStyle("Fusion")
    app = QApplication([])
    middles = []
    with tempfile.TemporaryDirectory() as home:
        bench = Bench(app, Path(home))
        for lines in (1, 12):
            taken, held = bench.changes(bench.with_lines(lines), many)
            middle, late = statistics.median(taken), taken[int(len(taken) * 0.99)]
            middles.append(middle)
            _say(f"{lines} lines, {many} changes: median {middle:.0f} ms, 99th percentile {late:.0f} ms")
            _say(f"  the window was held for {held:.0f} ms at most")
        patient = patients.find(bench.book, "", clock.today())[0].id
        product = products.find(bench.book)[0].id
        opened = []
        for _ in range(10):
            opened.append(bench.opened(patient, product))
            bench.quiet()
        _say(f"twelve lines cost {middles[1] / middles[0]:.2f} of one; at most {PICTURE:.0f} ms are wanted")
        _say(f"opened with patient and product: median {statistics.median(opened):.0f} ms, first {opened[0]:.0f} ms")
        bench.window.close()
        bench.program.close()
    return int(max(middles) > PICTURE)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    sys.exit(main())
