"""What the window remembers in a file of its own, damaged; and what it does with it before anybody has signed in."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from db.book.rows import Store
from desktop.ui.first_start.page import FirstStartPage
from desktop.ui.parts.deathless import keep_for_ever
from desktop.ui.parts.preferences import Preferences
from tests.fuzz.target import Attempt, Form, Target

_FILE = "window.ini"
_APP: list[object] = []


def targets() -> list[Target]:
    """The file of preferences."""
    return [Target("window", Form.BYTES, _samples, _remembering)]


def application() -> None:
    """Qt, without a screen."""
    keep_for_ever()
    if QApplication.instance() is None:
        _APP.append(QApplication(["oxydesk", "-platform", "offscreen"]))


def _samples() -> list[bytes]:
    typed = json.dumps({"name": "Gulf Breeze Oxygen", "phone": "361-555-0142"}).replace('"', '\\"')
    geometry = b"\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x4\\xff\\0\\0\\x3\\x1f\\0\\0\\0\\0"
    return [
        f'[look]\nlanguage=es\nscale=150\ntheme=dark\n\n[page]\nfirst_start\\typed="{typed}"\nsign_in\\last=Ana\n'.encode(),
        b"[window]\ngeometry=@ByteArray(" + geometry + b")\nplace=rentals\n",
        b"[look]\nscale=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x4int\\0\\0\\0\\0\\x5)\ntheme=@Rect(1 2 3 4)\nlanguage=a, b, c\n",
        b'[page]\nfirst_start\\typed="[1, 2]"\n',
        b'[page]\nfirst_start\\typed="{\\"legal_name\\": 5, \\"phone\\": null}"\n',
    ]


@contextlib.contextmanager
def _remembering(room: Path) -> Iterator[Attempt]:
    application()

    def attempt(data: bytes) -> None:
        (room / _FILE).write_bytes(data)
        kept = Preferences(room)
        told = (kept.theme, kept.scale, kept.language, kept.place, kept.text("sign_in/last"))
        assert all(isinstance(each, str | int) for each in told)
        window = QMainWindow()
        window.restoreGeometry(kept.geometry)
        page = FirstStartPage(_nothing, _nothing, kept)
        kept.place = "counter"
        kept.keep()
        page.deleteLater()
        window.deleteLater()
        QApplication.processEvents()

    yield attempt


def _nothing(*_: Store) -> None:
    """Nobody sets up a store."""
