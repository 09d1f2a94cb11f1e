"""How fast the machine is: a fixed piece of work of the window's kind, and what it takes on an ordinary PC.

It leans on nothing of the program, so that it stays the same while the program changes.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextDocument

Clock = Callable[[], float]
ORDINARY_MS = 7.0
"""What it takes on an ordinary PC. Pinned, so that a slower machine is given more time, and a faster one not less."""

_LINES = 150
_ROWS = 2500


@dataclass(frozen=True)
class _Row:
    name: str
    born: int


def length_ms(clock: Clock = time.perf_counter) -> float:
    """Milliseconds that the piece of work takes here and now."""
    began = clock()
    _text()
    _rows()
    return (clock() - began) * 1000


def slowness(times: int, clock: Clock = time.perf_counter) -> float:
    """How many times slower this machine is than an ordinary PC; 1 where it is faster."""
    return max(1.0, statistics.median(length_ms(clock) for _ in range(times)) / ORDINARY_MS)


def _text() -> None:
    """A text laid out and painted."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Sans", 10))
    document.setHtml(
        "".join(f"<p><b>Line {at}</b> of what a page says, in words that wrap</p>" for at in range(_LINES))
    )
    document.setTextWidth(300)
    picture = QImage(300, 2000, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    document.drawContents(painter, QRectF(picture.rect()))
    painter.end()


def _rows() -> None:
    """Rows made, sorted, and written."""
    rows = [_Row(f"Marisol Treviño {at * 7919 % 1000}", at) for at in range(_ROWS)]
    rows.sort(key=lambda row: (row.name, row.born))
    "\n".join(f"{row.born}, {row.name.casefold()}" for row in rows)
