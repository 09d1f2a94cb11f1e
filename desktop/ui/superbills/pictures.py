"""A PDF's pages as pictures: for the preview and the printer, drawn at the `easel`."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QPoint,
    QRect,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop import files
from desktop.ui.superbills import easel

_STRIP = 200  # rows that are handed on at a time; at 600 dpi some 20 ms
_POINTS_AN_INCH = 72
_LONGEST_SIDE = 100_000  # points; a PDF itself may have 14,400


class NoPage(ValueError):
    """Bytes that are no PDF, or a page that it does not have."""


class Paper:
    """An open PDF, for the thread that opened it."""

    def __init__(self, pdf: bytes) -> None:
        """NoPage where the bytes are no PDF that can be shown."""
        self._pdf = pdf
        self._bytes = QBuffer()
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._bytes)
        if self._document.status() is not QPdfDocument.Status.Ready:
            say = QCoreApplication.translate
            raise NoPage(say("Pictures", "The page cannot be shown: its file is not a PDF that can be read"))

    @property
    def pages(self) -> int:
        """How many pages."""
        return self._document.pageCount()

    def points(self, page: int) -> QSizeF:
        """A page's size in points (72 an inch). `page` counts from 0."""
        return self._document.pagePointSize(page)

    def pixels(self, page: int, dpi: float) -> QSize:
        """A page's size in pixels at so many an inch."""
        points = self.points(page)
        return QSize(round(points.width() * dpi / _POINTS_AN_INCH), round(points.height() * dpi / _POINTS_AN_INCH))

    def drawn(self, page: int, size: QSize) -> QImage:
        """A page at that size in pixels, on nothing. NoPage where it takes longer than anybody waits."""
        drawn = easel.drawn(self._pdf, page, size)
        if drawn is None or drawn.isNull():
            raise NoPage(QCoreApplication.translate("Pictures", "The page could not be drawn; try again"))
        return drawn

    def strips(self, page: int, size: QSize) -> Iterator[tuple[int, QImage]]:
        """A page at that size in pixels, from the top: where each strip begins, and its picture on white."""
        whole = self.drawn(page, size)
        for top in range(0, size.height(), _STRIP):
            part = QRect(0, top, size.width(), min(_STRIP, size.height() - top))
            strip = QImage(part.size(), QImage.Format.Format_RGB32)
            strip.fill(Qt.GlobalColor.white)
            painter = QPainter(strip)
            painter.drawImage(QPoint(0, 0), whole, part)
            painter.end()
            yield top, strip
            time.sleep(0)  # whoever waits for Python may go on

    def close(self) -> None:
        """Lets go of it."""
        self._document.close()


@dataclass(frozen=True, slots=True)
class Shown:
    """One page as a picture, of how many."""

    picture: QImage
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page, and how large: so many pixels an inch, or as wide as so many pixels."""

    page: int = 0
    dpi: float | None = None
    width: int = 1


def _bounded(size: QSize) -> QSize:
    """The size, or a smaller one of the same form where that would be more dots than any screen shows."""
    most = files.limit("dots.shown")
    share = min(1.0, (most / max(size.width() * size.height(), 1)) ** 0.5)
    share = min(share, files.limit("dots.side") / max(size.width(), size.height()))
    return QSize(max(1, int(size.width() * share)), max(1, int(size.height() * share)))


def picture(pdf: bytes, asked: Asked) -> Shown:
    """A page as a picture; the last one where there are fewer. NoPage where the bytes are no PDF."""
    paper = Paper(pdf)
    try:
        page = min(asked.page, paper.pages - 1)
        points = paper.points(page)
        if not (0 < points.width() < _LONGEST_SIDE and 0 < points.height() < _LONGEST_SIDE):
            raise NoPage(QCoreApplication.translate("Pictures", "The page cannot be shown: it has no size that fits"))
        size = _bounded(paper.pixels(page, asked.dpi or asked.width * _POINTS_AN_INCH / points.width()))
        whole = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(whole)
        for top, strip in paper.strips(page, size):
            painter.drawImage(QPoint(0, top), strip)
        painter.end()
        return Shown(whole, page, paper.pages)
    finally:
        paper.close()
