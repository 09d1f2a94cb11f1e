"""What a second Oxydesk does while another one has its store: it asks that one to come to the front, and ends.

The other may be a window that is about to stand or to close, or the headless door at a backup: then nobody answers. So
it is tried again until somebody does or the store is free, and after a moment the window says why it waits.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.bell import Ring
from desktop.operations.book import is_taken
from desktop.ui.main_window import MainWindow

_AGAIN_MS = 300
_PATIENCE_MS = 2_500  # as long as the first window may take to stand, before the second one says anything


class Elsewhere(QObject):
    """Looks after the other Oxydesk until it `came` to the front, or is gone, so that the store can be tried `again`.

    `say` shows why the store does not open: after a moment, or at once where the window stands already.
    """

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        say: Callable[[], object],
        came: Callable[[], object],
        again: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._folder = folder
        self._came, self._again = came, again
        self._ring: Ring | None = None
        self._next = self._timer(_AGAIN_MS, self.look)
        self._patience = self._timer(0 if window.isVisible() else _PATIENCE_MS, say)
        self._patience.start()

    def look(self) -> None:
        """Rings, unless it has rung and waits for the answer."""
        self._next.stop()
        if self._ring is None:
            self._ring = Ring(self._folder, self._heard, self)

    def end(self) -> None:
        """The store is open, or something else keeps it from opening."""
        self.setParent(None)
        self.deleteLater()
        self._next.stop()
        self._patience.stop()
        if self._ring is not None:
            self._ring.give_up()

    def _heard(self, came: bool) -> None:  # noqa: FBT001 -- the answer
        self._ring = None
        if came:
            self._came()
        elif is_taken(self._folder):
            self._next.start()
        else:
            self._again()

    def _timer(self, milliseconds: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer
