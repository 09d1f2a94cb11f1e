"""Questions that stop everything, and the system's file dialogs: in one value, so that a test can answer them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # start-up time: loaded when something is printed
    from PySide6.QtPrintSupport import QPrinter

_PRINT_DPI = 600


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page may ask. Tests hand in their own answers.

    `sure(window, words, does)`: whether what is lost (`words`) may be lost; `does` is the word on the button.
    `open_file(window, title, filter)` and `save_file(window, title, name, filter)`: a path, or None; `name` may have
    its folder before it. `folder(window, title, where)` and `printer(window, title)`: the same of a folder
    and of a printer.
    """

    sure: Callable[[QWidget, str, str], bool]
    open_file: Callable[[QWidget, str, str], Path | None]
    save_file: Callable[[QWidget, str, str, str], Path | None]
    folder: Callable[[QWidget, str, str], Path | None]
    printer: Callable[[QWidget, str], "QPrinter | None"]


def by_dialogs() -> Ask:
    """Asks the person."""
    return Ask(_sure, _open_file, _save_file, _folder, _printer)


def _sure(window: QWidget, words: str, does: str) -> bool:
    box = QtWidgets.QMessageBox(QtWidgets.QMessageBox.Icon.NoIcon, "Oxydesk", words, parent=window)
    goes = box.addButton(does, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    stays = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(stays)
    box.exec()
    return box.clickedButton() is goes


def _open_file(window: QWidget, title: str, kinds: str) -> Path | None:
    name, _kind = QtWidgets.QFileDialog.getOpenFileName(window, title, "", kinds)
    return Path(name) if name else None


def _save_file(window: QWidget, title: str, name: str, kinds: str) -> Path | None:
    chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(window, title, name, kinds)
    return Path(chosen) if chosen else None


def _folder(window: QWidget, title: str, where: str) -> Path | None:
    chosen = QtWidgets.QFileDialog.getExistingDirectory(window, title, where)
    return Path(chosen) if chosen else None


def _printer(window: QWidget, title: str) -> "QPrinter | None":
    """The system's dialog, beginning with a Letter page that is printed as it is."""
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 -- start-up time

    printer = letter_printer()
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() else None


def letter_printer() -> "QPrinter":
    """The system's own printer with a whole Letter page at 600 dots an inch."""
    from PySide6.QtGui import QPageSize  # noqa: PLC0415 -- start-up time
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 -- start-up time

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)
    printer.setResolution(_PRINT_DPI)
    return printer
