"""Words on the screen can be read in both themes: by the contrast of the very pixels that are drawn."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.parts import theme
from desktop.ui.parts.theme import Theme
from tests.ui.person import Person
from tests.ui.views import TABLE, VIEWS

LEAST = 4.5
_LOOKED_AT = ["counter", "counter-code", "finder-answer", "patients-csv", "patients-one", "superbills-issued"]
_LOOKED_AT += ["superbills-credit", "superbills-draft", "catalog-code", "settings-product"]


def contrast(picture: QImage) -> float:
    """Between the ground, which most of the pixels have, and what stands out from it most."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(whole.constBits()).cast("I"))
    (ground, _many), *_rest = pixels.most_common(1)
    name = QColor(ground).name()
    return max(theme.contrast(QColor(each).name(), name) for each in pixels)


def with_words(window: MainWindow) -> list[QWidget]:
    """What shows words, is wholly seen, and can be used."""
    kinds = (QLabel, QAbstractButton, QLineEdit)
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.text().strip()
        and each.isVisibleTo(window)
        and each.isEnabled()
        and each.visibleRegion().boundingRect() == each.rect()
    ]


@pytest.mark.parametrize("dressed", [Theme.LIGHT, Theme.DARK])
def test_words_stand_out_from_their_ground(  # noqa: PLR0917 -- what a person at the window has
    dressed: Theme, window: MainWindow, keys: Any, qtbot: QtBot, answers: Any, tmp_path: Path, unblocked: Any
) -> None:
    answers.file = tmp_path / "old.csv"
    answers.file.write_text(TABLE, encoding="utf-8")
    window.preferences.theme = dressed
    person = Person(window, keys, qtbot)
    faint: list[str] = []
    looked_at = 0
    for name in _LOOKED_AT:
        VIEWS[name](person)
        QApplication.processEvents()
        with unblocked.aside():
            picture = window.grab().toImage()
            for each in with_words(window):
                looked_at += 1
                place = QRect(each.mapTo(window, QPoint(0, 0)), each.size())
                found = contrast(picture.copy(place))
                if found < LEAST:
                    faint.append(f"{name}: {type(each).__name__} “{each.text()}” {found:.1f}")  # type: ignore[attr-defined]
    assert looked_at > 200
    assert faint == []
