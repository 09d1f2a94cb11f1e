"""Every page and what lies inside it in both themes, one sheet of pictures a theme, to be looked at.

    python -m tests.contact_sheet FOLDER [--size 1280x800] [--scale 150] [--pages] [--only superbills]

Works on a sample store of its own in a folder that is thrown away. `--pages` saves each page by itself, too.
"""

import argparse
import dataclasses
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.program import Program
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask, by_dialogs
from tests.ui.conftest import Keys
from tests.ui.day import STANDING
from tests.ui.person import Bot, Person
from tests.ui.views import RENTALS, TABLE, VIEWS

_ACROSS = 2
_GAP = 24
_SETTLED_MS = 150
_THEMES = (theme.Theme.LIGHT, theme.Theme.DARK)


def main() -> int:
    """Draws the sheets."""
    asked = _asked()
    STANDING.start()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = f"{asked.scale / 100:g}"
    app = QApplication(["contact-sheet"])
    app.setStyle("Fusion")
    asked.folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(side) * 100 // asked.scale for side in asked.size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        first = _first_start(app, Path(home) / "first", QSize(width, height))
        program = Program(app, Path(home) / "sample", _ask(Path(home)), demo=True)
        program.window.resize(width, height)
        program.start()
        program.window.resize(width, height)
        while not program.ready or program.window.workers.busy:
            _wait(_SETTLED_MS)
        program.window.activateWindow()
        inside = _inside(app, program, asked)
        for dressed in _THEMES:
            pictures = {"first-start": first[dressed], **inside[dressed]}
            sheet = asked.folder / f"{dressed.value}.png"
            _sheet(list(pictures.values())).save(str(sheet))
            sys.stdout.write(f"{sheet}\n")
            if asked.pages:
                first[dressed].save(str(asked.folder / f"first-start-{dressed.value}.png"))
        program.window.close()
        program.close()
    return 0


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--size", default="1280x800", help="of the window, in the screen's own pixels")
    reader.add_argument("--scale", type=int, default=100, help="in percent")
    reader.add_argument("--pages", action="store_true", help="each picture by itself, too")
    reader.add_argument("--only", default="", help="what the names of the views begin with")
    return reader.parse_args()


def _first_start(app: QApplication, home: Path, size: QSize) -> dict[theme.Theme, QPixmap]:
    program = Program(app, home, by_dialogs(), demo=False)
    program.window.resize(size)
    program.open()
    program.window.show()
    program.window.resize(size)
    pictures = {}
    for dressed in _THEMES:
        program.preferences.theme = dressed
        _wait(_SETTLED_MS)
        pictures[dressed] = program.window.grab()
    program.window.close()
    program.close()
    return pictures


def _ask(home: Path) -> Ask:
    """Yes to everything; a file that is asked for is a table of another program."""
    table = home / "patients of old.csv"
    table.write_text(TABLE, encoding="utf-8")
    asks = by_dialogs()
    return dataclasses.replace(asks, sure=lambda *_asked: True, open_file=lambda *_asked: table)


def _inside(app: QApplication, program: Program, asked: argparse.Namespace) -> dict[theme.Theme, dict[str, QPixmap]]:
    """Each view in both themes."""
    bot: Any = Bot()
    person = Person(program.window, Keys(bot, app), bot)
    pictures: dict[theme.Theme, dict[str, QPixmap]] = {}
    for dressed in _THEMES:
        program.preferences.theme = dressed
        pictures[dressed] = {}
        for name, go in (VIEWS | RENTALS).items():
            if name.startswith(asked.only):
                go(person)
                _wait(_SETTLED_MS)
                pictures[dressed][name] = program.window.grab()
                if asked.pages:
                    pictures[dressed][name].save(str(asked.folder / f"{name}-{dressed.value}.png"))
    return pictures


def _sheet(pictures: list[QPixmap]) -> QPixmap:
    one = pictures[0].size()
    down = -(-len(pictures) // _ACROSS)
    sheet = QPixmap(_GAP + _ACROSS * (one.width() + _GAP), _GAP + down * (one.height() + _GAP))
    sheet.fill(QColor(Qt.GlobalColor.gray))
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, _ACROSS)
        left, top = _GAP + column * (one.width() + _GAP), _GAP + row * (one.height() + _GAP)
        painter.drawPixmap(QRect(left, top, one.width(), one.height()), picture)
    painter.end()
    return sheet


def _wait(milliseconds: int) -> None:
    """Lets the window work; QTest's own waiting would keep the workers from Python meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
