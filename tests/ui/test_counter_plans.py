"""A typed code at the Counter is checked for the plan that pays: chosen on the spot, or the patient's own."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.book.rows import Coverage, Patient, Plan
from desktop.operations import patients, plans
from desktop.ui.finder.page import FinderPage
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.page import SuperbillsPage

NEVER = "Medicare never buys oxygen equipment"


@pytest.fixture
def typed(window: MainWindow, keys: Any, qtbot: QtBot) -> Any:
    """Types into the box and waits until it has been looked for."""

    def find(text: str) -> None:
        window.go_to("counter")
        keys.press("Ctrl+K")
        keys.type(text)
        qtbot.waitUntil(lambda: not window.workers.busy)

    return find


def box(window: MainWindow) -> QComboBox:
    return next(each for each in window.findChildren(QComboBox) if each.accessibleName() == "Checked for")


def says(window: MainWindow, words: str) -> bool:
    return any(words in label.text() for label in window.findChildren(QLabel) if label.isVisible())


def button(window: MainWindow, words: str) -> QPushButton:
    (found,) = [each for each in window.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    return found


def test_the_kind_of_plan_stands_on_the_card_and_is_kept_for_the_next_code(
    window: MainWindow, typed: Any, keys: Any
) -> None:
    typed("E1392 NU")
    assert box(window).currentText() == "Private plan"
    assert not says(window, NEVER)
    keys.press("Return")
    keys.press("Alt+F")
    assert QApplication.focusWidget() is box(window)
    keys.press("Home")
    assert box(window).currentText() == "Medicare"
    assert says(window, NEVER)
    assert QApplication.focusWidget() is box(window)
    typed("E1390 NU")
    assert box(window).currentText() == "Medicare"
    assert says(window, NEVER)


def test_what_the_plan_forbids_goes_to_a_receipt_in_one_key(
    window: MainWindow, typed: Any, keys: Any, qtbot: QtBot
) -> None:
    typed("E1392 NU")
    box(window).setCurrentIndex(box(window).findData("medicare"))
    keys.press("Return")
    assert QApplication.focusWidget() is button(window, "To a receipt instead")
    keys.press("Return")
    assert isinstance(window.page, SuperbillsPage)
    qtbot.waitUntil(lambda: not window.workers.busy)


def test_whoever_is_served_has_the_code_checked_for_the_own_plan(window: MainWindow, typed: Any, keys: Any) -> None:
    assert window.services is not None
    book = window.services.book
    walter = patients.save(book, Patient(first="Walter", last="Øster"))
    plan = plans.save(book, Plan(kind="medicare", name="Medicare"))
    patients.save_coverage(book, Coverage(patient_id=walter.id, plan_id=plan.id, member_id="1EG4TE5MK73"))
    typed("øster")
    keys.press("Ctrl+Return")
    typed("E1392 NU")
    assert box(window).currentText() == "Medicare"
    assert says(window, NEVER)


def test_the_finder_asks_of_a_code_alone_what_is_done_with_it(window: MainWindow, keys: Any) -> None:
    window.go_to("finder")
    keys.press("5")
    keys.press("Ctrl+F")
    keys.type("E1390")
    keys.press("Return")
    page = window.page
    assert isinstance(page, FinderPage)
    assert says(window, "Sold new")
    keys.press("2")
    assert page.found is not None
    assert page.found.words == "E1390 NU"
    assert QApplication.focusWidget() is button(window, "Put on a superbill")
