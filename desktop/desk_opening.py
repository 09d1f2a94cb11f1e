"""Rules and catalog for the window: read after the first frame, in a worker; tried again where that did not work."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.operations import desk_making
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:  # start-up time: the rules come after the first frame
    from desktop.desk import Desk
    from desktop.operations.counter import Counter


class DeskOpening:
    """`desk` is there once rules and catalog are; the window is handed it then."""

    def __init__(self, window: MainWindow, home: Path) -> None:
        self._window, self._home = window, home
        self.desk: Desk | None = None
        self._failed = False

    def begin(self) -> None:
        """Reads rules and catalog, and makes the catalog if it is not there."""
        self._failed = False
        self._window.workers.run_reporting(
            lambda report: desk_making.prepare(self._home, report),
            self._prepared,
            self._wrong,
            self._window.desk_progress,
            lasting=True,
        )

    def again(self) -> None:
        """Tried again when a store is opened, if it did not work before."""
        if self._failed:
            self.begin()

    def _wrong(self, words: str) -> None:
        self._failed = True
        self._window.complain(words)

    def _prepared(self, counter: "Counter") -> None:
        self.desk = desk_making.desk(self._home, counter)
        words = QCoreApplication.translate("Program", "Codes: {edition}")
        self._window.desk_opened(self.desk, words.format(edition=self.desk.catalogue.edition))
