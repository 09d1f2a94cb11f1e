"""Work that takes over 50 ms, off the window's thread: a function in, its result (or a sentence) back in the window.

A function that reads the book or the catalog opens them itself: a connection belongs to the thread that opened it.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.problems import sentence

T = TypeVar("T")
Report = Callable[[str, float], None]


class _Said(QObject):
    done = Signal(object)
    failed = Signal(str)
    progress = Signal(str, float)


class _Run(QRunnable):
    def __init__(self, work: Callable[[], object], said: _Said) -> None:
        super().__init__()
        self._work = work
        self._said = said

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # whatever it is, the window gets a sentence
            self._tell(self._said.failed, sentence(error))
        else:
            self._tell(self._said.done, result)

    def _tell(self, signal: Any, value: object) -> None:
        try:
            signal.emit(value)
        except RuntimeError:  # the window has been closed meanwhile; nobody listens
            return


class Workers(QObject):
    """Runs functions in Qt's thread pool. Of results for one `kind`, only the newest is handed over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[int, _Said] = {}
        self._newest: dict[str, int] = {}
        self._count = 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        problem: Callable[[str], object],
        *,
        kind: str = "",
    ) -> None:
        """Runs `work` elsewhere, then `then` with its result (or `problem` with a sentence) here.

        With a `kind`, what an earlier call of that kind brings is dropped: for previews and searches.
        """
        self._start(work, then, problem, None, kind)

    def run_reporting(
        self,
        work: Callable[[Report], T],
        then: Callable[[T], object],
        problem: Callable[[str], object],
        progress: Report,
    ) -> None:
        """As `run`; `work` gets a function for telling how far it is, and `progress` hears it here."""
        said = _Said(self)
        self._start(lambda: work(said.progress.emit), then, problem, (said, progress), "")

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Waits until all work is done; whether it is."""
        return self._pool.waitForDone(milliseconds)

    def _start(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        problem: Callable[[str], object],
        reporting: tuple[_Said, Report] | None,
        kind: str,
    ) -> None:
        self._count += 1
        number = self._count
        if kind:
            self._newest[kind] = number
        said = _Said(self) if reporting is None else reporting[0]
        if reporting is not None:
            said.progress.connect(reporting[1])
        self._running[number] = said

        def over(tell: Callable[[Any], object], value: object) -> None:
            self._running.pop(number, None)
            said.deleteLater()
            if not kind or self._newest[kind] == number:
                tell(value)

        said.done.connect(_Here(self, lambda value: over(then, value)).call)
        said.failed.connect(_Here(self, lambda value: over(problem, value)).call)
        self._pool.start(_Run(work, said))


class _Here(QObject):
    """Lives in the window's thread, so that what it calls is called there."""

    def __init__(self, parent: QObject, call: Callable[[Any], object]) -> None:
        super().__init__(parent)
        self._call = call

    def call(self, value: object) -> None:
        self._call(value)
        self.deleteLater()
