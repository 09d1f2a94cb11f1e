"""Every page in both themes, one sheet of pictures a theme, to be looked at.

    python -m tests.contact_sheet FOLDER [--size 1280x800] [--scale 150] [--pages]

Works on a sample store of its own in a folder that is thrown away. `--pages` saves each page by itself, too.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.operations import documents
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import COUNTER
from desktop.ui.parts import theme
from desktop.ui.parts.ask import by_dialogs
from desktop.ui.places import places
from desktop.ui.ways import FindCode, OpenCode, OpenDocument, OpenDraft, OpenPatient, Way

_ACROSS = 2
_GAP = 24
_SETTLED_MS = 250
_LONGEST_MS = 30_000


def main() -> int:
    """Draws the sheets."""
    asked = _asked()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = f"{asked.scale / 100:g}"
    app = QApplication(["contact-sheet"])
    app.setStyle("Fusion")
    asked.folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(side) * 100 // asked.scale for side in asked.size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        first = _first_start(app, Path(home) / "first", QSize(width, height))
        program = Program(app, Path(home) / "sample", by_dialogs(), demo=True)
        program.window.resize(width, height)
        program.start()
        program.window.resize(width, height)
        while not program.ready:
            _wait(_SETTLED_MS)
        _settle(program.window)
        for dressed in (theme.Theme.LIGHT, theme.Theme.DARK):
            program.preferences.theme = dressed
            pictures = {"first-start": first[dressed], **_pages(program.window), **_inside(program.window)}
            sheet = asked.folder / f"{dressed.value}.png"
            _sheet(list(pictures.values())).save(str(sheet))
            sys.stdout.write(f"{sheet}\n")
            if asked.pages:
                for name, picture in pictures.items():
                    picture.save(str(asked.folder / f"{name}-{dressed.value}.png"))
        program.window.close()
        program.close()
    return 0


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--size", default="1280x800", help="of the window, in the screen's own pixels")
    reader.add_argument("--scale", type=int, default=100, help="in percent")
    reader.add_argument("--pages", action="store_true")
    return reader.parse_args()


def _first_start(app: QApplication, home: Path, size: QSize) -> dict[theme.Theme, QPixmap]:
    program = Program(app, home, by_dialogs(), demo=False)
    program.window.resize(size)
    program.open()
    program.window.show()
    program.window.resize(size)
    pictures = {}
    for dressed in (theme.Theme.LIGHT, theme.Theme.DARK):
        program.preferences.theme = dressed
        _wait(_SETTLED_MS)
        pictures[dressed] = program.window.grab()
    program.window.close()
    program.close()
    return pictures


def _pages(window: MainWindow) -> dict[str, QPixmap]:
    pictures = {}
    for name in [COUNTER, *(place.name for place in places())]:
        window.go_to(name)
        _settle(window)
        pictures[name] = window.grab()
    return pictures


def _inside(window: MainWindow) -> dict[str, QPixmap]:
    """What lies inside the pages: a begun superbill, an issued one, a patient, a code and the answer of the finder."""
    assert window.services is not None
    book = window.services.book
    drafts = documents.listed(book, states=("draft",))
    issued = documents.listed(book, states=("issued",))
    ways: dict[str, Way] = {
        "compose": OpenDraft(drafts[0].id),
        "document": OpenDocument(issued[-1].id),
        "patient": OpenPatient(issued[-1].patient_id or 0),
        "code": OpenCode("E1392"),
        "answer": FindCode(words="E1392 NU"),
    }
    pictures = {}
    for name, way in ways.items():
        window.go(way)
        _settle(window)
        pictures[name] = window.grab()
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


def _settle(window: MainWindow) -> None:
    """Until no work is under way any more."""
    for _ in range(_LONGEST_MS // _SETTLED_MS):
        _wait(_SETTLED_MS)
        if not window.workers.busy:
            return


def _wait(milliseconds: int) -> None:
    """Lets the window work; QTest's own waiting would keep the workers from Python meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
