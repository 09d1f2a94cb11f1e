"""A store's first owner, for the tests that set one up: name and password, and the recovery sheet put off."""

from typing import Any

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.sign_in.code import CodePage
from desktop.ui.sign_in.owner import OwnerPage

NAME, PASSWORD = "Ana Ruiz", "green truck, nine pelicans"


def become_owner(window: MainWindow, keys: Any, qtbot: QtBot) -> None:
    """By keyboard, from the page that asks for it to the open store."""
    qtbot.waitUntil(lambda: isinstance(window.front, OwnerPage), timeout=30_000)
    for line in (NAME, PASSWORD, PASSWORD):
        keys.type(line)
        keys.press("Return")
    qtbot.waitUntil(lambda: isinstance(window.front, CodePage), timeout=30_000)
    assert window.front is not None
    next(each for each in window.front.findChildren(QPushButton) if each.text() == "Later").click()
    qtbot.waitUntil(lambda: window.services is not None, timeout=30_000)
