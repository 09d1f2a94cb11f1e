"""Pages to a printer: whole, in their own size, at 600 dots an inch or more, strip by strip so that it can be stopped.

Runs in a worker: Qt lets a thread paint on a printer of its own.
"""

import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QMarginsF, QPoint, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.superbills.pictures import Paper

_LEAST_DPI = 600
_TOO_FINE_DPI = 1200  # from here on a printer's dots are made of several of ours


class NotPrinted(Exception):
    """The printer did not take it; the text is a sentence for a person."""


def print_papers(
    printer: QPrinter, papers: Sequence[bytes], report: Callable[[float], object], stopped: Callable[[], bool]
) -> bool:
    """Prints the pages of these PDFs in one go; whether all were printed (False: it was stopped).

    `report` hears the part that is done, 0 to 1. NotPrinted where the printer cannot be used, NoPage as of `Paper`.
    """
    opened = [Paper(pdf) for pdf in papers]
    try:
        _make_ready(printer, opened[0])
        painter = QPainter()
        if not painter.begin(printer):
            say = QCoreApplication.translate
            words = say("Printing", "The printer did not answer; see that it is switched on, or choose another one")
            raise NotPrinted(words)
        try:
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            return _printed(printer, painter, list(_pages(printer, opened)), report, stopped)
        finally:
            painter.end()
    finally:
        for paper in opened:
            paper.close()


def _make_ready(printer: QPrinter, first: Paper) -> None:
    """The whole sheet, nothing scaled, fine enough; a sheet of the page's own size where the printer makes a file."""
    printer.setFullPage(True)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        size = first.points(0)
        printer.setPageSize(QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Point, ""))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    if printer.resolution() < _LEAST_DPI:
        printer.setResolution(_LEAST_DPI)


def _pages(printer: QPrinter, opened: Sequence[Paper]) -> Iterator[tuple[Paper, int]]:
    """The pages that were asked for, as often as the printer does not repeat them itself."""
    chosen = printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0
    first, last = (printer.fromPage(), printer.toPage()) if chosen else (1, max(paper.pages for paper in opened))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    for _copy in range(copies):
        for paper in opened:
            for page in range(first - 1, min(last, paper.pages)):
                yield paper, page


def _printed(
    printer: QPrinter,
    painter: QPainter,
    pages: Sequence[tuple[Paper, int]],
    report: Callable[[float], object],
    stopped: Callable[[], bool],
) -> bool:
    dots = printer.resolution()
    dpi = dots / max(1, dots // _LEAST_DPI) if dots >= _TOO_FINE_DPI else dots
    painter.scale(dots / dpi, dots / dpi)
    for place, (paper, page) in enumerate(pages):
        if place and not printer.newPage():
            say = QCoreApplication.translate
            raise NotPrinted(say("Printing", "The printer stopped taking pages; see what it shows, then print again"))
        size = paper.pixels(page, dpi)
        for top, strip in paper.strips(page, size):
            if stopped():
                printer.abort()
                return False
            painter.drawImage(QPoint(0, top), strip)
            report((place + top / size.height()) / len(pages))
            time.sleep(0.001)  # the window may answer between two strips
    return True
