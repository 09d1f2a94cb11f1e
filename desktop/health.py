"""The health of a window, from its start to its end: what is noted of it in the log, and how it ended the last time."""

import contextlib
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop import files, log
from desktop.log import Entry, What
from desktop.operations.last_time import LastTime
from desktop.ui import qt_messages


class Health:
    """One for a process with a window, made as soon as there is Qt."""

    def __init__(self, home: Path) -> None:
        with contextlib.suppress(files.FileProblem):  # the window says it when it opens the store
            files.folder(home)
        self._began = time.perf_counter()
        log.begin(home)
        log.note(Entry(What.STARTED))
        qt_messages.listen()
        self._last = LastTime(home)

    @property
    def reminder(self) -> str:
        """What to tell where it ended unexpectedly; empty where it did not."""
        if not self._last.unexpected:
            return ""
        return QCoreApplication.translate(
            "Health", "Oxydesk ended unexpectedly the last time. What was typed then is kept, and there again."
        )

    def first_frame_stands(self) -> None:
        """Notes how long that took."""
        log.note(Entry(What.READY, seconds=self._passed))

    def end(self) -> None:
        """The window was closed as it should."""
        self._last.end()
        log.note(Entry(What.ENDED, seconds=self._passed))
        qt_messages.stop()

    @property
    def _passed(self) -> float:
        return time.perf_counter() - self._began
