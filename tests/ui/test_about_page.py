"""About, by keyboard: from the settings, before the store, and with one key for a support call."""

from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop import clock
from desktop.core.version import VERSION
from desktop.operations import about, documents, patients, store
from desktop.ui.main_window import MainWindow
from desktop.ui.settings.about import AboutWindow, Licenses
from desktop.ui.trouble import TroublePage
from desktop.ui.ways import OpenSettings
from tests.ui.watch import Watch


def test_one_key_copies_what_support_needs_and_nothing_of_the_sample_store(
    window: MainWindow, keys: Any, unblocked: Watch
) -> None:
    keys.press("Ctrl+F1")
    told = QGuiApplication.clipboard().text()
    assert f"Oxydesk: {VERSION}" in told
    assert "Codes: " in told
    assert "Rows: " in told
    assert window.services is not None
    book = window.services.book
    with unblocked.aside():
        people = patients.find(book, "", clock.today())
        kept = store.read(book)
        covered = [plan for person in people for plan in patients.belonging(book, person.id or 0).coverages]
        secret = {word for person in people for word in (person.first, person.last, person.address.line1) if word}
        secret |= {plan.member_id for plan in covered if plan.member_id}
        assert len(secret) > 5
        assert documents.listed(book)
    secret |= {name for name in (kept.legal_name, kept.dba, kept.npi, kept.address.line1) if name}
    assert [word for word in secret if word in told] == []


def test_a_license_is_read_by_keyboard(window: MainWindow, keys: Any, qtbot: QtBot) -> None:
    window.go(OpenSettings("about"))
    assert window.page is not None
    (licenses,) = window.page.findChildren(Licenses)
    licenses.list.setFocus()
    keys.press("Down")
    keys.press("Return")
    part = about.parts()[licenses.list.currentRow()]
    assert not licenses.text.isHidden()
    assert licenses.text.toPlainText().strip() == (about.license_text(part) or part.license).strip()


def test_before_the_store_it_is_one_key_away_and_esc_leaves_it(
    first_start: MainWindow, keys: Any, qtbot: QtBot
) -> None:
    first_start.alone(TroublePage("The book is damaged.", lambda: None), "first_start")
    QApplication.processEvents()
    (link,) = [button for button in first_start.findChildren(QPushButton) if button.text() == "About Oxydesk"]
    link.click()
    (opened,) = first_start.findChildren(AboutWindow)
    qtbot.waitUntil(opened.isActiveWindow, timeout=20_000)
    keys.press("Esc")
    qtbot.waitUntil(lambda: not first_start.findChildren(AboutWindow))
    qtbot.waitUntil(first_start.isActiveWindow, timeout=20_000)
    keys.press("Shift+F1")
    assert first_start.findChild(AboutWindow) is not None
