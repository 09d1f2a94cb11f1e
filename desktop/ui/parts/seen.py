"""Tells the audit whose page was opened, off the window's thread: nobody waits for it to see the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.operations import audit

if TYPE_CHECKING:  # a page's services name the parts
    from desktop.ui.page import Services

_LONG_ENOUGH_MS = 400  # what a list only passes over, nobody has read


class Seen(QObject):
    """One page's eye: each opening is told once, however often the page is drawn anew."""

    def __init__(self, services: "Services", parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._told: audit.Thing | None = None
        self._next: audit.Thing | None = None
        self._timer = QTimer(self, singleShot=True, interval=_LONG_ENOUGH_MS)
        self._timer.timeout.connect(self.now)

    def soon(self, noun: str, number: int) -> None:
        """It is shown; told if it stays for a moment."""
        self._next = (noun, number)
        self._timer.start()

    def opened(self, noun: str, number: int) -> None:
        """It was opened."""
        self._next = (noun, number)
        self.now()

    def left(self) -> None:
        """Nothing is shown any more: the next opening is one of its own."""
        self._timer.stop()
        self._told = self._next = None

    def now(self) -> None:
        """Tells what is shown, if it was not told yet."""
        self._timer.stop()
        if self._next is None or self._next == self._told:
            return
        book, services = self._services.book, self._services
        self._told = noun, number = self._next

        def work() -> None:
            with book.another() as another:
                audit.note(another, audit.OPENED, noun, number)

        services.work.run(work, lambda _none: None, services.complain)
