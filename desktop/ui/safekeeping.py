"""Backups without being asked: once a day, when the store is locked, and before the window closes. And once a week the
book and its backups are read through (the second place in pieces), with a word only where something is wrong.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.operations import backups, verifying
from desktop.operations.backups import Made
from desktop.operations.book import Book
from desktop.ui.parts.worker import Report
from desktop.ui.waiting_page import WaitingPage

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

_EVERY_MS = 60_000


class Safekeeping(QObject):
    """Sees to the backups of a book that is open in the window."""

    def __init__(self, window: "MainWindow", book: Book) -> None:
        super().__init__(window)
        self._window, self._book = window, book
        self._working = self._closed = False
        self._page: WaitingPage | None = None
        self._warned = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def end(self) -> None:
        """The store is closed."""
        self._timer.stop()

    def look(self) -> None:
        """Whether it is time for something, while nothing else is under way."""
        self._warn(backups.warning(self._book) or "")
        if self._working or self._window.workers.busy:
            return
        if backups.due(self._book):
            self._back_up()
        elif verifying.weekly(self._book):
            self._verify(_verified)
        elif verifying.second_due(self._book):
            self._verify(_second_read)

    def locked(self) -> None:
        """The store was locked: what was changed is backed up behind the closed door."""
        self.end()
        if backups.changed(self._book) and not self._working:
            self._back_up()

    def may_close(self) -> bool:
        """Whether the window may close now; where not, it closes by itself once the backup is made."""
        if self._closed or not backups.changed(self._book):
            return True
        if self._page is None:
            self.end()
            self._page = WaitingPage(
                self.tr("One moment: a backup"),
                self.tr("Oxydesk closes by itself when the backup is made. Nothing that was typed is lost."),
                again=self._back_up_and_close,
                without=self.tr("Close without a backup"),
                go_on=self._close,
                at_once=True,
            )
            self._window.alone(self._page, "settings")
            self._back_up_and_close()
        return False

    def _back_up(self) -> None:
        self._working = True
        self._window.workers.run(lambda: _made(self._book), self._done, self._failed, lasting=True)

    def _done(self, made: Made) -> None:
        self._working = False
        if made.second is not None:
            self._warn(made.second)

    def _failed(self, words: str) -> None:
        self._working = False
        self._warn(words)

    def _verify(self, read: Callable[[Book], str]) -> None:
        self._working = True
        self._window.workers.run(lambda: read(self._book), self._verified, self._failed, lasting=True)

    def _verified(self, wrong: str) -> None:
        self._working = False
        if wrong:
            self._window.complain(wrong)

    def _back_up_and_close(self) -> None:
        page = self._page
        if page is not None:
            page.working()
            self._window.workers.run_reporting(
                lambda report: _made(self._book, report),
                lambda _made: self._close(),
                page.wrong,
                page.tell,
                lasting=True,
            )

    def _close(self) -> None:
        self._closed = True
        self._window.close()

    def _warn(self, words: str) -> None:
        """Says each thing once."""
        if words and words != self._warned:
            self._window.remind(words)
        self._warned = words


def _made(book: Book, report: Report = lambda _words, _done: None) -> Made:
    with book.another() as other:
        return backups.make(other, report)


def _verified(book: Book) -> str:
    with book.another() as other:
        found = verifying.verify_quietly(other, lambda _words, _done: None)
    return " ".join(each.words for each in found if each.wrong)


def _second_read(book: Book) -> str:
    with book.another() as other:
        found = verifying.verify_second(other)
    return found.words if found is not None and found.wrong else ""
