"""The end of a program in a test: whatever the test has left behind, nothing of it is at work in the next one, nor when
Python itself comes to its end."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.program import Program

_AT_WORK_MS = 60_000


def let_go(program: Program) -> None:
    """Closes it, without a backup, waits for its workers, and takes its window away at once."""
    program.window.may_close = lambda: True
    program.window.close()
    program.close()
    assert program.window.workers.wait(_AT_WORK_MS), "a worker has not come to an end"
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
