"""All words of the screen go through Qt's translation: what is seen is either marked by it, or is data."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.operations import documents
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import COUNTER
from desktop.ui.places import places
from desktop.ui.ways import NewPatient, NewSuperbill, OpenCode, OpenDocument, OpenPatient, OpenSettings
from tests.untranslated import kept, untranslated

_ACROSS = Qt.Orientation.Horizontal


class Marks(QTranslator):
    """A language in which every word stands in brackets."""

    def translate(self, context: str, source: str, *_: object) -> str:
        """The word in its brackets; what Qt itself says stays as it is."""
        return source if context.startswith("Q") else f"⟦{source}⟧"

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """It has every word."""
        return False


def seen(widget: QWidget) -> Iterator[str]:
    """What a widget says, to eyes and to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QListWidget):
        yield from (widget.item(place).text() for place in range(widget.count()))
    elif isinstance(widget, QTableView):
        model = widget.model()
        yield from (str(model.headerData(place, _ACROSS)) for place in range(model.columnCount()))


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    """The screen in brackets."""
    marks = Marks(qapp)
    qapp.installTranslator(marks)
    yield
    qapp.removeTranslator(marks)


def test_what_is_seen_and_not_translated_is_data(marked: None, request: Any, qtbot: QtBot, unblocked: Any) -> None:
    with unblocked.aside():
        window: MainWindow = request.getfixturevalue("window")
    assert window.services is not None
    paper = documents.listed(window.services.book, states=["issued"], kinds=["superbill"])[0]
    assert paper.patient_id is not None
    ways = [
        *(OpenSettings(part) for part in ("store", "look", "plans", "doctors", "products")),
        *(OpenCode("E1390"), OpenDocument(paper.id), NewPatient("Okafor"), OpenPatient(paper.patient_id)),
        NewSuperbill(patient=paper.patient_id),
    ]
    for place in (COUNTER, *(place.name for place in places())):
        window.go_to(place)
        qtbot.wait(1)
    for way in ways:
        window.go(way)
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=30_000)
    with unblocked.aside():
        texts = {text.replace("&", "").strip() for widget in window.findChildren(QWidget) for text in seen(widget)}
        own = {text.strip() for _file, _line, text in untranslated() if re.search(r"[A-Za-z]{3}", text)}
    assert sum("⟦" in text for text in texts) > 200
    assert sorted(text for text in texts if text in own and not kept(text)) == []
