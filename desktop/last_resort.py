"""What happens when something goes wrong that nobody foresaw: what was typed is kept, and the program goes on."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.problems import kind_and_place, unexpected
from desktop.ui.main_window import MainWindow

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def hook(window: MainWindow) -> Hook:
    """For `sys.excepthook`: keeps what was typed, tells kind and place (never what was typed), and goes on."""

    def tell(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        sys.stderr.write(f"Oxydesk: {kind_and_place(error)}\n")
        window.keep_all()
        box(window, error).exec()

    return tell


def box(window: QWidget | None, error: BaseException) -> QMessageBox:
    """A window on a problem that nobody foresaw: its kind and place, and that what was typed is kept."""
    asked = QMessageBox(window)
    asked.setWindowTitle("Oxydesk")
    asked.setText(unexpected(error))
    asked.setInformativeText(
        QCoreApplication.translate(
            "LastResort", "What you typed is kept. You can go on; if it happens again, close Oxydesk and open it."
        )
    )
    asked.setStandardButtons(QMessageBox.StandardButton.Ok)
    return asked
