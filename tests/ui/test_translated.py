"""All words of the screen go through Qt's translation: what is seen is either marked by it, or is data."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
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

ROOT = Path(__file__).parents[2]
_ACROSS = Qt.Orientation.Horizontal
WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
# what no language changes, and what is no word of the screen: names, keys, markup, families of fonts, values
KEPT = re.compile(r"Oxydesk|[<>{}]|'|^(Ctrl|Alt|Shift)\+|border-bottom")
VALUES = {"find the code", "new patient", "new doctor", "in force", "not reached", "HSA card", "d MMM yyyy"}


class Marks(QTranslator):
    """A language in which every word stands in brackets."""

    def translate(self, context: str, source: str, *_: object) -> str:
        """The word in its brackets; what Qt itself says stays as it is."""
        return source if context.startswith("Q") else f"⟦{source}⟧"

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """It has every word."""
        return False


def sources() -> list[Path]:
    """The window's code."""
    return [*sorted((ROOT / "desktop" / "ui").rglob("*.py")), ROOT / "desktop" / "app.py"]


def untranslated() -> Iterator[tuple[str, int, str]]:
    """The texts in the window's code that are not handed to Qt's translation: file, line, text."""
    for path in sources():
        tree = ast.parse(path.read_text("utf-8"))
        handed = {id(part) for call in ast.walk(tree) if _translates(call) for part in ast.walk(call)}
        told = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}  # docstrings
        for each in ast.walk(tree):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and not {id(each)} & (handed | told):
                yield path.name, each.lineno, each.value


def _kept(text: str) -> bool:
    return text in VALUES or KEPT.search(text) is not None


def _translates(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    if isinstance(called, ast.Attribute):
        return called.attr in {"tr", "translate"}
    return isinstance(called, ast.Name) and called.id == "say"


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


def test_no_sentence_of_the_window_passes_by_the_translation() -> None:
    found = [each for each in untranslated() if WORDS.search(each[2]) and not _kept(each[2])]
    assert found == []


def test_every_word_can_be_taken_out_for_a_translator() -> None:
    """Qt's tool reads the code: it sees context and text only where they stand there themselves."""
    hidden = [
        (path.name, call.lineno)
        for path in sources()
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and _translates(call)
        if not all(isinstance(said, ast.Constant) for said in call.args[:2])
    ]
    assert hidden == []


def test_what_is_seen_and_not_translated_is_data(marked: None, request: Any, qtbot: QtBot) -> None:
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
    for way in ways:
        window.go(way)
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=10_000)
    texts = {text.replace("&", "").strip() for widget in window.findChildren(QWidget) for text in seen(widget)}
    assert sum("⟦" in text for text in texts) > 200
    own = {text.strip() for _file, _line, text in untranslated() if re.search(r"[A-Za-z]{3}", text)}
    assert sorted(text for text in texts if text in own and not _kept(text)) == []
