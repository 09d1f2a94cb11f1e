"""Python's garbage is collected in the window's thread only.

A worker that happened to do it would end Qt's objects there, and crash the program.
"""

import gc
import linecache

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000
_WHOLE_EVERY = 24


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

    def end(self) -> None:
        """Leaves it to Python again, when no worker is under way any more."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        self._rounds += 1
        linecache.clearcache()  # PySide reads the source of each module that is imported, and Python would keep them
        gc.collect(2 if self._rounds % _WHOLE_EVERY == 0 else 1)
