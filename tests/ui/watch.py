"""Whether the window answers: a watchdog that is a fair judge on any machine.

A stand is how long the window did not come round to its events, without the time in which other programs had the
processors. It is told in milliseconds of an ordinary PC: a slower machine, by the yardstick at the beginning and again
directly after the stand, has as much more time. And it is believed only when it repeats: a test that failed by the
watchdog alone is run again, up to four times, and is right if one run is (pytest counts them as `rerun`).
"""

import sys
import threading
import time
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from _pytest.runner import runtestprotocol
from PySide6.QtCore import QObject, Qt, QTimer

from tests.ui import yardstick

LONGEST_MS = 100
_TICK_MS = 5
_LOOK_AFTER_MS, _LOOK_EVERY_MS = 30, 20  # then it is written down what the window is at
_AT_FIRST, _AFTER_A_STAND = 9, 3  # times that the yardstick is laid on
_RUNS = 5
_FRAMES_TOLD = 6
_ROOT = f"{Path(__file__).parent.parent.parent}/"
_OF_THE_HOUSE = ("desktop/", "db/", "tests/")

_stood = pytest.StashKey[bool]()


class DidNotAnswer(AssertionError):
    """The window did not answer for too long."""


def _kept_waiting() -> float:
    """Seconds that this thread was ready and got no processor, because other programs had them; 0 where unknown."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def own_time() -> float:
    """Seconds that go by, without those in which other programs had the processors."""
    return time.perf_counter() - _kept_waiting()


class _Lookout(threading.Thread):
    """Looks where the window is when it has not answered for a while."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._seen: Counter[str] = Counter()
        self._window_thread = threading.get_ident()
        self._answered = time.perf_counter()
        self._over = threading.Event()
        self.start()

    def answered(self) -> None:
        """The window is well."""
        self._answered = time.perf_counter()
        self._seen.clear()

    @property
    def seen(self) -> str:
        """Where it was most of the time; empty if it was nowhere for long."""
        return next((place for place, _times in self._seen.most_common(1)), "")

    def run(self) -> None:
        """Until `end`."""
        while not self._over.wait(_LOOK_EVERY_MS / 1000):
            if time.perf_counter() - self._answered > _LOOK_AFTER_MS / 1000:
                self._seen[_place(sys._current_frames().get(self._window_thread))] += 1

    def end(self) -> None:
        """Looks no more."""
        self._over.set()
        self.join()


def _place(frame: FrameType | None) -> str:
    """The innermost functions of our own that are under way."""
    lines = []
    while frame is not None:
        folder, _, file = frame.f_code.co_filename.partition(_ROOT)
        if not folder and file.startswith(_OF_THE_HOUSE):
            lines.append(f"{file} {frame.f_code.co_name}")
        frame = frame.f_back
    return "in " + " < ".join(lines[:_FRAMES_TOLD])


class Watch(QObject):
    """Counts how long the window did not answer, from `begin` to `end`."""

    _at_first: float = 0.0

    def __init__(self) -> None:
        super().__init__()
        if not Watch._at_first:
            Watch._at_first = yardstick.slowness(_AT_FIRST, own_time)
        self.longest_ms = 0.0
        self._where = ""
        self._lookout = _Lookout()
        self._last = own_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """From now on; what was before (the first frame) does not count."""
        self.longest_ms, self._where = 0.0, ""
        self._go_on()
        self._timer.start(_TICK_MS)

    def end(self) -> None:
        """Until now."""
        if self._timer.isActive():
            self._tick()
            self._timer.stop()

    def close(self) -> None:
        """Ends it for good."""
        self.end()
        self._lookout.end()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Does not count what is done inside: the test's own work, such as reading a paper."""
        watching = self._timer.isActive()
        self.end()
        yield
        if watching:
            self._go_on()
            self._timer.start(_TICK_MS)

    def judge(self) -> None:
        """Raises DidNotAnswer if the window was blocked for over 100 ms."""
        if self.longest_ms > LONGEST_MS:
            raise DidNotAnswer(f"the window did not answer for {self.longest_ms:.0f} ms {self._where}")

    def _tick(self) -> None:
        stand = (own_time() - self._last) * 1000
        if stand > LONGEST_MS:
            stand /= max(Watch._at_first, yardstick.slowness(_AFTER_A_STAND, own_time))
        if stand > self.longest_ms:
            self.longest_ms = stand
            self._where = self._lookout.seen
        self._go_on()

    def _go_on(self) -> None:
        self._last = own_time()
        self._lookout.answered()


@pytest.fixture(autouse=True)
def unblocked(qapp: object) -> Iterator[Watch]:
    """Fails the test when the window was blocked for over 100 ms while its function ran."""
    watch = Watch()
    yield watch
    watch.close()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Watches the window while a test's function runs; what fails in it comes first."""
    watch = pyfuncitem.funcargs.get("unblocked")
    if not isinstance(watch, Watch):
        return (yield)
    watch.begin()
    try:
        result = yield
    finally:
        watch.end()
    pyfuncitem.stash[_stood] = watch.longest_ms > LONGEST_MS
    watch.judge()
    return result


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Runs a test again that failed by the watchdog alone."""
    if "unblocked" not in getattr(item, "fixturenames", ()):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for run in range(1, _RUNS + 1):
        item.stash[_stood] = False
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
        again = item.stash[_stood] and sum(report.failed for report in reports) == 1 and run < _RUNS
        for report in reports:
            if again and report.failed:
                report.outcome = "rerun"  # type: ignore[assignment]
            item.ihook.pytest_runtest_logreport(report=report)
        if not again:
            break
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """How a run that is repeated is told."""
    return ("rerun", "R", "RERUN") if str(report.outcome) == "rerun" else None
