"""What every page is held to when it is opened: nothing cut off however small the window, its help; and the themes."""

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.pages import COUNTER
from desktop.ui.parts.theme import Theme
from desktop.ui.places import places

_ROUNDS, _SETTLED_MS = 20, 20  # until words that wrap and layouts inside layouts have settled, at the latest
PAGES = [COUNTER, *(place.name for place in places())]
SIZES = {"1024x700": QSize(1024, 700), "1024x700 at 200 %": QSize(512, 350), "1920x1080": QSize(1920, 1080)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off(window: MainWindow, page: str, size: str, clipped: Any) -> None:
    window.resize(SIZES[size])
    window.go_to(page)
    for _ in range(_ROUNDS):
        QTest.qWait(_SETTLED_MS)
        found = clipped(window)
        if not found:
            break
    assert window.size() == SIZES[size]
    assert found == []


@pytest.mark.parametrize("page", PAGES)
def test_the_help_of_a_page_is_there(window: MainWindow, page: str, keys: Any) -> None:
    window.go_to(page)
    keys.press("F1")
    assert len(window.help_words) > 80
    keys.press("Esc")
    assert window.help_words == ""


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_theme_changes_at_once(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    def dressed() -> bool:
        ground = window.grab().toImage().pixelColor(window.width() - 20, window.height() // 2)
        return (ground.lightness() < 128) is (theme is Theme.DARK)

    window.preferences.theme = theme
    qtbot.waitUntil(dressed)
