"""Python's garbage is collected in the window's thread only.

A worker that happened to do it would end Qt's objects there, and crash the program.
"""

import contextlib
import gc
import linecache
import sys
from typing import Any

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000
_WHOLE_EVERY = 24
_ARENA_MAX = -8  # GNU's M_ARENA_MAX


class _KeepsNothing(dict[str, Any]):
    """Sources: PySide reads that of each module that is imported, and Python would keep them, some megabytes."""

    def __setitem__(self, file: str, source: tuple[Any, ...]) -> None:
        """It was read, and is read again when somebody asks again; but what is a promise of a loader (a packaged
        program's, which has no files) is looked up at once by whoever made it."""
        if len(source) == 1 or file in self:
            super().__setitem__(file, source)


class Tidy(QObject):
    """Collects now and then from its making until `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY_MS)

    def first_frame_stands(self) -> None:
        """What the start has made stays: it is never looked through again."""
        gc.freeze()
        linecache.cache = _KeepsNothing()
        _one_store_of_memory()

    def end(self) -> None:
        """Leaves it to Python again, when no worker is under way any more."""
        self._timer.stop()
        linecache.cache = {}
        gc.unfreeze()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        self._rounds += 1
        gc.collect(2 if self._rounds % _WHOLE_EVERY == 0 else 1)


def _one_store_of_memory() -> None:
    """Linux gives each worker a store of memory of its own, which is never given back: some ten megabytes.

    Python lets them work one at a time, so that one store for all is as quick.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 -- start-up time

        with contextlib.suppress(AttributeError, OSError):  # another C library than GNU's
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
