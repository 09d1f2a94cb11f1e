"""When a form is kept: soon after the last key, and not too late for somebody who never pauses."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.parts import keeper
from desktop.ui.parts.keeper import Keeper


def test_it_is_kept_once_after_typing_stops(qtbot: QtBot) -> None:
    kept: list[int] = []
    parent = QObject()
    keeps = Keeper(parent, lambda: kept.append(1))
    for _ in range(5):
        keeps.touch()
    assert kept == []
    qtbot.waitUntil(lambda: kept == [1])
    keeps.keep()
    assert kept == [1]


def test_who_types_without_a_pause_loses_little(qtbot: QtBot) -> None:
    kept: list[int] = []
    parent = QObject()
    keeps = Keeper(parent, lambda: kept.append(1))
    for _ in range(keeper.AT_LATEST_MS // 50 * 4):
        keeps.touch()
        qtbot.wait(50)
        if kept:
            break
    assert kept == [1]


def test_what_is_done_is_not_kept(qtbot: QtBot) -> None:
    kept: list[int] = []
    parent = QObject()
    keeps = Keeper(parent, lambda: kept.append(1))
    keeps.touch()
    keeps.forget()
    keeps.keep()
    assert kept == []
