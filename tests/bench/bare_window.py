"""A bare window with one label, which the benchmark of the start compares the program with.

    python tests/bench/bare_window.py

Says on standard output the moment at which its first frame stood, as the program does when OXYDESK_FIRST_FRAME is set.
It imports nothing of ours: a packager makes a program of it as it makes one of Oxydesk.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel


class Bare(QLabel):
    """The window."""

    stands = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Tells once that the first frame stands."""
        super().paintEvent(event)
        if not self.stands:
            self.stands = True
            QTimer.singleShot(0, tell)


def tell() -> None:
    """The moment, on the clock that all programs of the computer share."""
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QApplication(["bare"])
    window = Bare("Oxydesk")
    window.resize(1280, 800)
    window.show()
    app.exec()
