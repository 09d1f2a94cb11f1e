"""When nobody has touched the computer for a while, or it was asleep, the window is to lock itself.

Never while a dialog stands open (somebody is printing or choosing a file), and not before what is under way has ended.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop import clock

_EVERY_MS = 5_000
_SLEPT = timedelta(seconds=60)
_A_MINUTE = 60.0
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}


class Rest(QObject):
    """`over` says that the window is to be locked. `minutes` and `busy` are asked anew each time."""

    over = Signal()

    def __init__(
        self,
        window: QWidget,
        minutes: Callable[[], int],
        busy: Callable[[], bool],
        passed: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        super().__init__()
        self._window, self._minutes, self._busy, self._passed, self._now = window, minutes, busy, passed, now
        self._touched = self._slept = False
        self._last = passed()
        self._looked = now()
        self._heard: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.go_on()

    def go_on(self) -> None:
        """From now on; also after it was over and the window could not be locked."""
        self._timer.start()
        self._listen()

    def end(self) -> None:
        """Nobody has to be watched any more."""
        self._timer.stop()
        self._deaf()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Hears the first touch since it last looked; then it steps aside, so that typing costs nothing."""
        if event.type() in _TOUCHES:
            self._touched = True
            self._deaf()
        return False

    def look(self) -> None:
        """Whether it is time."""
        now, passed = self._now(), self._passed()
        self._slept = self._slept or now - self._looked > _SLEPT
        self._looked = now
        asking = QApplication.activeModalWidget() is not None
        if self._touched or asking:
            self._touched = False
            self._last = passed
        rested = passed - self._last >= self._minutes() * _A_MINUTE
        if (rested or self._slept) and not asking and not self._busy():
            self.end()
            self.over.emit()
        else:
            self._listen()

    def _listen(self) -> None:
        """To the window itself and to a list that hangs open from it: that is where touches come in from outside.

        All events of the program would be too many to hear.
        """
        self._deaf()
        for widget in (self._window, QApplication.activePopupWidget()):
            handle = widget.window().windowHandle() if widget is not None else None
            if handle is not None:
                handle.installEventFilter(self)
                self._heard.append(handle)

    def _deaf(self) -> None:
        for handle in self._heard:
            if isValid(handle):
                handle.removeEventFilter(self)
        self._heard = []
