"""Work that takes over 50 ms, off the window's thread: a function in, its result (or a sentence) back in the window.

A function that reads the book or the catalog opens them itself: a connection belongs to the thread that opened it.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from desktop import log
from desktop.log import What
from desktop.problems import sentence

T = TypeVar("T")
Report = Callable[[str, float], None]

# Qt asks Python often while it lays out a page. With Python's own 5 ms each of these would wait so long for a worker.
_GIVES_WAY_AFTER_S = 0.0005


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who waits for a piece of work."""

    then: Callable[[Any], object]
    problem: Callable[[str], object]
    progress: Report | None
    kind: str
    lasting: bool = False


class Workers(QObject):
    """Runs functions in Qt's thread pool. Of results for one `kind`, only the newest is handed over."""

    _over = Signal(int, bool, object)
    _progress = Signal(int, str, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_GIVES_WAY_AFTER_S)
        self._pool = QThreadPool(self)
        self._asked: dict[int, _Asked] = {}
        self._newest: dict[str, int] = {}
        self._count = 0
        self._over.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._progress.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        problem: Callable[[str], object],
        *,
        kind: str = "",
        lasting: bool = False,
    ) -> None:
        """Runs `work` elsewhere, then `then` with its result (or `problem` with a sentence) here.

        With a `kind`, what an earlier call of that kind brings is dropped: for previews and searches. What is `lasting`
        is waited for also when the store is closed meanwhile.
        """
        self._start(lambda _report: work(), _Asked(then, problem, None, kind, lasting))

    def run_reporting(
        self,
        work: Callable[[Report], T],
        then: Callable[[T], object],
        problem: Callable[[str], object],
        progress: Report,
        *,
        lasting: bool = False,
    ) -> None:
        """As `run`; `work` gets a function for telling how far it is, and `progress` hears it here."""
        self._start(work, _Asked(then, problem, progress, "", lasting))

    def forget(self) -> None:
        """Who has asked is gone: what is under way goes on, but nobody hears of it, unless it is `lasting`."""
        self._asked = {number: asked for number, asked in self._asked.items() if asked.lasting}

    @property
    def busy(self) -> bool:
        """Whether somebody still waits for something."""
        return bool(self._asked)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Waits until all work is done; whether it is."""
        return self._pool.waitForDone(milliseconds)

    def _start(self, work: Callable[[Report], object], asked: _Asked) -> None:
        self._count += 1
        self._asked[self._count] = asked
        if asked.kind:
            self._newest[asked.kind] = self._count
        self._pool.start(_Run(self, self._count, work))

    def _hand_over(self, number: int, well: bool, value: object) -> None:  # noqa: FBT001 -- a signal's values
        asked = self._asked.pop(number, None)
        if asked is None:
            return
        if asked.kind and self._newest[asked.kind] != number:
            return
        if well:
            asked.then(value)
        else:
            asked.problem(str(value))

    def _tell_progress(self, number: int, words: str, done: float) -> None:
        asked = self._asked.get(number)
        if asked is not None and asked.progress is not None:
            asked.progress(words, done)

    def done(self, number: int, *, well: bool, value: object) -> None:
        """Called in the worker's thread: its result goes to the window's."""
        self._over.emit(number, well, value)

    def report(self, number: int, words: str, done: float) -> None:
        """Called in the worker's thread: how far it is."""
        self._progress.emit(number, words, done)


class _Run(QRunnable):
    def __init__(self, workers: Workers, number: int, work: Callable[[Report], object]) -> None:
        super().__init__()
        self._workers = workers
        self._number = number
        self._work = work

    def run(self) -> None:
        with suppress(RuntimeError):  # the window is gone: nobody waits any more
            self._hand_over(*self._outcome())

    def _outcome(self) -> tuple[bool, object]:
        try:
            return True, self._work(lambda words, done: self._workers.report(self._number, words, done))
        except Exception as error:  # whatever it is, the window gets a sentence
            log.note_error(What.WORK, error)
            return False, sentence(error)

    def _hand_over(self, well: bool, value: object) -> None:  # noqa: FBT001 -- an outcome's two parts
        self._workers.done(self._number, well=well, value=value)
