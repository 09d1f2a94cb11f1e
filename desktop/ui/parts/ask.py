"""Questions that stop everything, and the system's file dialogs: in one value, so that a test can answer them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page may ask. Tests hand in their own answers.

    `sure(window, words, does)`: whether what is lost (`words`) may be lost; `does` is the word on the button.
    `open_file(window, title, filter)` and `save_file(window, title, name, filter)`: a path, or None.
    """

    sure: Callable[[QWidget, str, str], bool]
    open_file: Callable[[QWidget, str, str], Path | None]
    save_file: Callable[[QWidget, str, str, str], Path | None]


def by_dialogs() -> Ask:
    """Asks the person."""
    return Ask(_sure, _open_file, _save_file)


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
