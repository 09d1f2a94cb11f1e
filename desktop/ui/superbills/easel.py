"""Where pages are drawn: one thread of its own, for the preview and the printer together.

Qt draws a page when that thread comes round to its events, and Python goes on elsewhere meanwhile; whoever called
`render` would keep the window waiting for as long as it takes. (Drawing a page in strips with a clip would do, too, but
Qt puts each strip a pixel or three away from its place.)

It is one thread, and its renderer is connected once, because PySide's connections are no matter for workers: to make
one or take one apart there waits for Qt's lock with Python in hand, and the window that forgets a page at that moment
waits for Python with the lock in hand. Neither would ever go on.
"""

import time
from concurrent.futures import Future
from functools import cache
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QObject, QSize, Slot
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

_LONGEST_S = 30
_LOOK_EVERY_S = 0.002

_Wanted = tuple[bytes, int, QSize, "Future[QImage | None]"]


def drawn(pdf: bytes, page: int, size: QSize) -> QImage | None:
    """A page (from 0) of a PDF that can be read, at that size in pixels, on nothing; None where it cannot be drawn or
    takes longer than anybody waits. Called in any thread but the window's."""
    future: Future[QImage | None] = Future()
    _wanted().put((pdf, page, size, future))
    try:
        return future.result(_LONGEST_S)
    except TimeoutError:
        return None


@cache
def _wanted() -> "SimpleQueue[_Wanted]":
    """What is still to be drawn; the thread begins with the first page, and never holds up the end of the program."""
    wanted: SimpleQueue[_Wanted] = SimpleQueue()
    Thread(target=_draw, args=[wanted], name="easel", daemon=True).start()
    return wanted


class _Taker(QObject):
    """Takes what was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[QImage] = []

    @Slot(int, QSize, QImage, QPdfDocumentRenderOptions, "qulonglong")
    def take(self, _page: int, _size: QSize, drawn: QImage, _options: object, _request: int) -> None:
        """It is there."""
        self.taken.append(drawn)


def _draw(wanted: "SimpleQueue[_Wanted]") -> None:
    """For as long as the program runs. All of Qt's that it needs lives and dies in this thread."""
    document, taker, renderer, events = QPdfDocument(), _Taker(), QPdfPageRenderer(), QEventLoop()
    renderer.setRenderMode(QPdfPageRenderer.RenderMode.SingleThreaded)
    renderer.setDocument(document)
    renderer.pageRendered.connect(taker.take)
    while True:
        pdf, page, size, future = wanted.get()
        try:
            held = QBuffer()
            held.setData(QByteArray(pdf))
            held.open(QIODevice.OpenModeFlag.ReadOnly)
            document.load(held)
            taker.taken.clear()
            renderer.requestPage(page, size)
            latest = time.monotonic() + _LONGEST_S
            while not taker.taken and time.monotonic() < latest:
                events.processEvents()
                time.sleep(0 if taker.taken else _LOOK_EVERY_S)
            future.set_result(next(iter(taker.taken), None))
            document.close()
        except Exception as error:  # to whoever wants it; the next page is another matter
            future.set_exception(error)
