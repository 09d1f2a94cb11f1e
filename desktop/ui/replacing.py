"""What takes the book's place while nothing is open: a backup that is brought back, the book encrypted anew."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from db.book.audit_link import By
from desktop import clock
from desktop.operations import re_encrypting, restoring, unlocking
from desktop.operations.restoring import Chosen
from desktop.ui.parts.worker import Report
from desktop.ui.waiting_page import WaitingPage

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

T = TypeVar("T")
_A_MOMENT_MS = 100


class Replacing(QObject):
    """`leave` closes the store and its door, `open` asks who is there."""

    def __init__(
        self, window: "MainWindow", home: Path, leave: Callable[[], object], open_again: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window, self._home, self._leave, self._open = window, home, leave, open_again

    def restore(self, chosen: Chosen) -> None:
        """Brings back a backup, then asks who is there."""

        def done(replaced: Path | None) -> None:
            self._open()
            words = self.tr("The backup is brought back.")
            if replaced is not None:
                words = self.tr("The backup is brought back. The book that it replaced lies in {folder}.")
                words = words.format(folder=replaced)
            self._window.remind(words)

        self._begin(
            lambda report: restoring.bring_back(self._home, chosen, clock.now(), report),
            done,
            self.tr("Bringing back the book"),
            self.tr("Until it is whole beside today's book, nothing is replaced."),
        )

    def re_encrypt(self, key: str, by: By) -> None:
        """Gives the book another key, then asks who is there; `by` wants that, for the audit."""

        def done(_none: None) -> None:
            self._open()
            self._window.remind(self.tr("The book is encrypted anew. Sign in as before."))

        self._begin(
            lambda report: re_encrypting.re_encrypt(self._home, key, clock.now(), report, by),
            done,
            self.tr("Encrypting the book anew"),
            self.tr("Until the new one is whole beside it, the book stays as it is."),
        )

    def _begin(self, work: Callable[[Report], T], done: Callable[[T], object], title: str, lead: str) -> None:
        def alone(report: Report) -> T:
            with unlocking.held(self._home):
                return work(report)

        def begin() -> None:
            page.working()
            self._window.workers.run_reporting(alone, done, page.wrong, page.tell, lasting=True)

        page = WaitingPage(title, lead, again=begin, without=self.tr("Back to the store"), go_on=self._open)
        self._window.alone(page, "settings")
        self._when_idle(page, begin)

    def _when_idle(self, page: WaitingPage, begin: Callable[[], object]) -> None:
        """Closes the store and begins, when what is under way (a backup, say) is done; unless somebody locked it."""
        if self._window.front is not page:
            return
        if self._window.workers.busy:
            QTimer.singleShot(_A_MOMENT_MS, self, lambda: self._when_idle(page, begin))
            return
        self._leave()
        begin()
