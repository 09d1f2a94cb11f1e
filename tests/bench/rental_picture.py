"""A patient's rental in one picture, once its data is there: made, laid out and painted, against a frame of 16 ms.

    python -m tests.bench.rental_picture

For a home and a portable unit in the middle of their lives, and for one patient's ten years with a count anew. Prints
milliseconds and the ratio to a bare window of the same size that paints as many rectangles and words; and what one more
row of a table costs with its small bar, against the same row without it.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.book.rental_rows import UnitStanding
from desktop import files
from desktop.core.band import Picture
from desktop.core.rental_history import History
from desktop.core.rulebook import Rulebook
from desktop.rulefiles.load import load
from desktop.ui.parts import theme
from desktop.ui.parts.deathless import keep_for_ever
from desktop.ui.parts.table import Column, Table
from desktop.ui.rentals.band import Band
from desktop.ui.rentals.ticks import Ticks
from tests.core.pictured import pictured
from tests.core.rentals import back, history, home, portable, replaced, stop

ROUNDS = 60
FRAME_MS = 16.0
SIZE = (1100, 360)
ON = date(2026, 5, 26)
CASES: dict[str, History] = {
    "two units": history(
        home("2024-04-12"), portable("2024-11-20"), stop("2025-06-03"), back("2025-08-02"), order_ends=date(2027, 4, 11)
    ),
    "ten years": history(home("2016-03-31"), portable("2016-05-31"), replaced("2021-05-03", "useful_life")),
}


class Bare(QWidget):
    """As many rectangles and words as the picture has, painted by hand."""

    def __init__(self, rectangles: int, words: int) -> None:
        super().__init__()
        self._rectangles, self._words = rectangles, words
        self.resize(*SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """A grid of them."""
        painter = QPainter(self)
        for place in range(self._rectangles):
            painter.setPen(Qt.GlobalColor.black)
            painter.setBrush(Qt.GlobalColor.darkGreen)
            painter.drawRect(QRect(place % 60 * 18, place // 60 * 30, 16, 28))
        for place in range(self._words):
            painter.drawText(place % 6 * 160, 200 + place // 6 * 18, "cap ends May 1, 2027")
        painter.end()


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def median(work: Callable[[], object]) -> float:
    return statistics.median(milliseconds(work) for _ in range(ROUNDS))


def band_of(name: str, asked: History, rules: Rulebook) -> None:
    """Everything from the timeline to the painted bands."""
    picture = pictured(rules, asked, ON)
    band = Band()
    band.resize(*SIZE)
    band.show()

    def shown(made: Picture) -> None:
        band.show_picture(made)
        QApplication.processEvents()
        band.grab()

    shown(picture)
    bare = Bare(len(band.drawing.spots), len(band.drawing.texts))
    whole = median(lambda: shown(pictured(rules, asked, ON)))
    ours, theirs = median(lambda: shown(picture)), median(bare.grab)
    again = median(band.grab)
    say(
        f"{name}: laid out and painted {ours:.1f} ms ({ours / FRAME_MS:.2f} of a frame, {ours / theirs:.1f} × bare), "
        f"painted again {again:.2f} ms ({again / theirs:.2f} × bare), from the history on {whole:.1f} ms"
    )


def rows(with_bar: bool) -> float:  # noqa: FBT001 -- two of a kind
    """A page of a table of three thousand rentals, painted."""
    known = dict.fromkeys(UnitStanding.__dataclass_fields__)
    first = UnitStanding(**(known | {"phase": "renting", "cap": 36, "unit_id": 1}))  # type: ignore[arg-type]
    held = [replace(first, month=1 + n % 36, service_month=1 + n % 36, unit_id=n) for n in range(3000)]
    table: Table[UnitStanding] = Table("Rentals", [Column("Months", lambda row: f"month {row.month} of {row.cap}")])
    if with_bar:
        table.setItemDelegateForColumn(0, Ticks(lambda index: table.rows.rows[index.row()], 60, table))
    table.resize(420, 800)
    table.put(held)
    return median(table.grab)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def main() -> None:
    app = QApplication([])
    keep_for_ever()
    theme.apply(app, theme.Theme.LIGHT)
    rules = load(files.resources())
    for name, asked in CASES.items():
        band_of(name, asked, rules)
    bar, bare = rows(with_bar=True), rows(with_bar=False)
    say(f"a page of a table with small bars {bar:.1f} ms, {bar / bare:.1f} × the same in words")


if __name__ == "__main__":
    main()
