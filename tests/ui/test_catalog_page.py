"""The Catalog by keyboard: search, the record, links between codes, back and forth, onto a superbill."""

from typing import Any

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.operations.found import Found
from desktop.ui.catalog.page import CatalogPage
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.theme import Theme
from desktop.ui.ways import OpenCode


@pytest.fixture
def catalog(window: MainWindow, keys: Any) -> CatalogPage:
    """The page with nothing looked up yet."""
    keys.press("Alt+6")
    assert isinstance(window.page, CatalogPage)
    return window.page


def search(page: CatalogPage, keys: Any, qtbot: QtBot, text: str) -> list[str]:
    """Types into the search box and waits for the codes that are found."""
    keys.press("Ctrl+F")
    keys.press("Ctrl+A")
    keys.type(text)
    window = page.window()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: not window.workers.busy)
    return page.found


def texts(page: CatalogPage) -> list[str]:
    """All words that stand in labels of the page."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def words(page: CatalogPage) -> str:
    """All words that stand in the documents of the page."""
    return "\n".join(each.toPlainText() for each in page.findChildren(QTextBrowser) if each.isVisibleTo(page))


def test_a_search_finds_and_enter_opens_the_first(
    catalog: CatalogPage, keys: Any, qtbot: QtBot, unblocked: Any
) -> None:
    assert search(catalog, keys, qtbot, "portable conc")[0] == "E1392"
    keys.press("Return")
    keys.wait(20)
    assert catalog.code == "E1392"
    assert "Portable oxygen concentrator, rental" in texts(catalog)
    assert "in force" in texts(catalog)
    assert "It makes oxygen from room air" in words(catalog)
    assert "published · HCPCS Level II, October 2025" in words(catalog)


def test_the_record_stands_field_by_field_with_its_meaning(catalog: CatalogPage, keys: Any, qtbot: QtBot) -> None:
    search(catalog, keys, qtbot, "E1392")
    keys.press("Return")
    said = words(catalog).split("Termination")[1].split("\n")
    assert said[1:3] == ["–", "no last day is set"]
    assert any("nor the diagnoses in force since October 1, 2026" in text for text in texts(catalog))


def test_arrows_show_each_result_and_up_leads_back_to_the_box(catalog: CatalogPage, keys: Any, qtbot: QtBot) -> None:
    found = search(catalog, keys, qtbot, "portable")
    keys.press("Down")
    assert catalog.code == found[0]
    keys.press("Down")
    assert catalog.code == found[1]
    keys.press("Up", 2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_code_named_in_the_words_leads_to_its_own_page_and_back_again(
    catalog: CatalogPage, keys: Any, qtbot: QtBot
) -> None:
    search(catalog, keys, qtbot, "E1392")
    keys.press("Return")
    told = next(each for each in catalog.findChildren(QTextBrowser) if "E0443" in each.toHtml())
    assert 'href="code:E0443"' in told.toHtml()
    assert 'href="code:E1392"' not in told.toHtml()
    told.anchorClicked.emit(QUrl("code:E0443"))
    QApplication.processEvents()
    assert catalog.code == "E0443"
    keys.press("Alt+Left")
    assert catalog.code == "E1392"
    keys.press("Alt+Right")
    assert catalog.code == "E0443"
    keys.press("Esc")
    assert catalog.code == "E1392"
    keys.press("Esc")
    assert catalog.code == ""


def test_the_codes_named_are_buttons_too(catalog: CatalogPage, keys: Any, qtbot: QtBot) -> None:
    search(catalog, keys, qtbot, "E1392")
    keys.press("Return")
    named = next(each for each in catalog.findChildren(QPushButton) if each.text() == "E1390")
    named.setFocus()
    keys.press("Return")
    assert catalog.code == "E1390"


@pytest.mark.parametrize(
    ("typed", "code", "kind"), [("NU", "NU", "HCPCS modifier"), ("j449", "J44.9", "diagnosis (ICD-10-CM)")]
)
def test_modifiers_and_diagnoses_have_their_records_too(
    window: MainWindow, keys: Any, typed: str, code: str, kind: str
) -> None:
    window.go(OpenCode(typed))
    page = window.page
    assert isinstance(page, CatalogPage)
    QApplication.processEvents()
    assert page.code == code
    assert kind in texts(page)
    keys.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == code


def brought(window: MainWindow, code: str) -> Found | None:
    """What the page of a code would put on a superbill."""
    window.go(OpenCode(code))
    page = window.page
    assert isinstance(page, CatalogPage)
    assert page.shown_now is not None
    return page.shown_now.found


def test_what_goes_on_a_superbill_is_a_line_a_diagnosis_or_nothing(window: MainWindow) -> None:
    line, diagnosis = brought(window, "E1392"), brought(window, "J44.9")
    assert line is not None
    assert [(each.code, each.modifiers) for each in line.lines] == [("E1392", ())]
    assert line.request is None
    assert diagnosis is not None
    assert (diagnosis.lines, diagnosis.diagnoses) == ((), ("J44.9",))
    assert brought(window, "NU") is None


def test_enter_goes_on_to_a_superbill(window: MainWindow, keys: Any) -> None:
    window.go(OpenCode("E1392"))
    keys.press("Return")
    assert type(window.page).__name__ == "SuperbillsPage"


def test_what_is_in_no_edition_is_said_so(window: MainWindow) -> None:
    window.go(OpenCode("E1393"))
    page = window.page
    assert isinstance(page, CatalogPage)
    QApplication.processEvents()
    assert any("E1393 is in no HCPCS Level II edition" in text for text in texts(page))


def test_the_words_follow_the_theme(window: MainWindow, qtbot: QtBot) -> None:
    window.preferences.theme = Theme.LIGHT
    window.go(OpenCode("E1392"))
    page = window.page
    assert page is not None
    told = next(each for each in page.findChildren(QTextBrowser) if "E0443" in each.toHtml())
    assert "#0a6a8f" in told.toHtml()
    window.preferences.theme = Theme.DARK
    qtbot.waitUntil(lambda: "#5bbbe0" in told.toHtml())


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(512, 350)])
def test_nothing_of_a_record_is_cut_off_and_all_has_a_name(
    window: MainWindow, size: QSize, clipped: Any, unnamed: Any, keys: Any
) -> None:
    window.resize(size)
    window.go(OpenCode("E1392"))
    keys.wait(50)
    assert clipped(window) == []
    assert unnamed(window) == []
