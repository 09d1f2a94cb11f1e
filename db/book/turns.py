"""Who asks first writes first: the threads of one Oxydesk take turns at changing the book.

SQLite lets whoever happens to ask in the right moment begin, and asks again only after a while. A worker with thousands
of small changes would then shut out the window, which keeps what is being typed. Here the window's change comes as soon
as the small one that runs is over.
"""

import contextlib
import threading
from collections import deque
from collections.abc import Iterator


class Turns:
    """The turns of all threads. Inside its own turn a thread may ask again; that is no further turn."""

    def __init__(self) -> None:
        self._inside = threading.Lock()
        self._whose: int | None = None
        self._waiting: deque[tuple[int, threading.Event]] = deque()

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    @contextlib.contextmanager
    def turn(self, seconds: float) -> Iterator[bool]:
        """A turn, once all who asked before have had theirs; False where it does not come in so many seconds."""
        if self._whose == threading.get_ident():
            yield True
            return
        mine = self._take(seconds)
        try:
            yield mine
        finally:
            if mine:
                self._pass_on()

    def _take(self, seconds: float) -> bool:
        called = threading.Event()
        asked = (threading.get_ident(), called)
        with self._inside:
            if self._whose is None:
                self._whose = asked[0]
                return True
            self._waiting.append(asked)
        if called.wait(seconds):
            return True
        with self._inside:
            if called.is_set():
                return True
            self._waiting.remove(asked)
            return False

    def _pass_on(self) -> None:
        with self._inside:
            self._whose = None
            if self._waiting:
                self._whose, called = self._waiting.popleft()
                called.set()
