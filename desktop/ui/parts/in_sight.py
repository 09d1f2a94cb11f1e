"""Keeps the place where one types in sight.

A page that was left while it read something may put the focus on one of its fields when that has come. What is typed
then would go where nobody sees it.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class InSight(QObject):
    """Gives the focus back to whatever had it, when something in the window takes it that cannot be seen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 -- there is no window without one
        app.focusChanged.connect(self._changed)

    def _changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._window.isAncestorOf(now):
            return
        if before is not None and before.isVisible():
            self._last = before
        if not now.isVisible():  # it may be on its way to be shown
            QTimer.singleShot(0, self, self._give_back)

    def _give_back(self) -> None:
        now, last = QApplication.focusWidget(), self._last
        if now is None or now.isVisible() or not self._window.isAncestorOf(now):
            return
        if last is not None and isValid(last) and last.isVisible():
            last.setFocus()
