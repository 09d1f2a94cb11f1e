"""What Qt tells on the side: to the log by its category and the line of ours that was at work, never its text.

A text of Qt's may quote a file's name or what stands in a field.

Whoever tells something waits for Python here, perhaps with one of Qt's own locks in hand (fonts, connections). So no
worker may want such a lock while it holds Python: none draws words, and none takes a connection apart.
"""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop import log
from desktop.log import Entry, QtCategory, What
from desktop.problems import place_above

_WHAT = {
    QtMsgType.QtDebugMsg: What.QT_DEBUG,
    QtMsgType.QtInfoMsg: What.QT_INFO,
    QtMsgType.QtWarningMsg: What.QT_WARNING,
    QtMsgType.QtCriticalMsg: What.QT_CRITICAL,
    QtMsgType.QtFatalMsg: What.QT_FATAL,
}


def listen() -> None:
    """For the rest of this process. What Qt has to tell before there is a window, it tells on standard error."""
    qInstallMessageHandler(_told)


def stop() -> None:
    """Qt tells on standard error again."""
    qInstallMessageHandler(None)


def _told(kind: QtMsgType, context: QMessageLogContext, _text: str | None) -> None:
    here = place_above(sys._getframe(1))  # noqa: SLF001 -- who was at work
    log.note(Entry(_WHAT[kind], category=QtCategory(str(context.category)), place=here))
