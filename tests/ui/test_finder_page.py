"""The Code finder by keyboard: from the first question to the card, back, changed, checked, kept."""

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.operations import drafts, finding_code
from desktop.operations.found import Found
from desktop.ui.finder.page import FinderPage
from desktop.ui.main_window import MainWindow
from desktop.ui.ways import FindCode

SOLD = ["5", "2", "2", "1", "1", "1"]  # private plan, portable unit, sold new, out and about, E1392, order on file


@pytest.fixture
def finder(window: MainWindow, keys: Any, qtbot: QtBot) -> FinderPage:
    """The page on its first question, its ways known."""
    keys.press("Alt+2")
    page = window.page
    assert isinstance(page, FinderPage)
    qtbot.waitUntil(lambda: not window.workers.busy)
    return page


def texts(page: FinderPage) -> list[str]:
    """All words that stand on the page."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def chips(page: FinderPage) -> list[str]:
    """The answers so far, the day first."""
    return [
        button.accessibleName()
        for button in page.findChildren(QPushButton)
        if button.property("kind") == "chip" and button.isVisibleTo(page)
    ]


def can_be(page: FinderPage) -> str:
    """What the right side says it can still be."""
    return page.possible[0]


def test_digits_lead_to_the_code_with_reasons_and_questions_for_the_plan(
    finder: FinderPage, keys: Any, unblocked: Any
) -> None:
    for digit in SOLD:
        keys.press(digit)
    said = texts(finder)
    assert [said.count("E1392"), said.count("NU")] == [1, 1]
    assert "NU: new equipment, sold and not rented." in said
    assert any(words.startswith("published · HCPCS Level II, October 2025") for words in said)
    assert any("official words of E1392 say rental" in words for words in said)
    assert "not E1390" in said
    assert any(words.startswith("1. The patient bought it. Do you take E1392 NU") for words in said)


def test_enter_puts_the_found_line_on_a_superbill(finder: FinderPage, keys: Any) -> None:
    for digit in SOLD:
        keys.press(digit)
    found = finder.found
    assert isinstance(found, Found)
    [line] = found.lines
    assert (line.words, line.units, line.item) == ("E1392 NU", 1, "portable_concentrator")
    assert line.description == "Portable oxygen concentrator, rental"
    assert {finding.rule for finding in line.findings} == {"rental-only-descriptor", "plan-may-only-rent"}
    assert found.request is not None
    assert found.request.payer.kind == "commercial"
    window = finder.window()
    assert isinstance(window, MainWindow)
    keys.press("Return")
    assert type(window.page).__name__ == "SuperbillsPage"
    keys.press("Alt+2")
    assert chips(finder)[1:] == ["Who pays? Private plan"]  # the next thing goes to the same plan


def test_ctrl_c_copies_the_code_and_ctrl_shift_c_what_to_ask(finder: FinderPage, keys: Any) -> None:
    for digit in SOLD:
        keys.press(digit)
    keys.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "E1392 NU"
    keys.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().startswith("1. The patient bought it.")
    assert "\n2. " in QGuiApplication.clipboard().text()


def test_each_answer_rules_codes_out_with_a_word_why(finder: FinderPage, keys: Any, unblocked: Any) -> None:
    assert "E0431" in can_be(finder)
    keys.press("5")
    keys.press("2")
    assert (
        can_be(finder)
        == "E1392 Portable oxygen concentrator, E1390 Oxygen concentrator, E1399 Durable medical equipment mi"
    )
    assert "A portable concentrator on batteries goes out." in finder.possible[1]


def test_backspace_and_esc_take_answers_back_and_alt_right_gives_them_again(finder: FinderPage, keys: Any) -> None:
    for digit in SOLD[:4]:
        keys.press(digit)
    before = chips(finder)
    keys.press("Backspace")
    keys.press("Esc")
    assert len(chips(finder)) == len(before) - 2
    keys.press("Alt+Right", 2)
    assert chips(finder) == before


def test_a_changed_answer_keeps_the_later_ones_that_still_hold(finder: FinderPage, keys: Any) -> None:
    for digit in SOLD:
        keys.press(digit)
    keys.press("Up", 2)
    keys.press("Left", 3)  # from the order over the code and the use to what happens with it
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().endswith("Sold new")
    keys.press("Return")
    assert "What happens with it?" in texts(finder)
    keys.press("1")  # rented instead
    assert any(name.endswith("Rented, by the month") for name in chips(finder))
    assert any(name.endswith("Only out and about") for name in chips(finder))
    assert "RR" in texts(finder)


def test_what_forbids_is_said_the_moment_it_is_chosen(finder: FinderPage, keys: Any) -> None:
    finder.window().resize(1024, 500)
    keys.press("1")
    keys.press("2")
    keys.press("2")  # sold to a Medicare patient
    assert any(words.startswith("Medicare never buys oxygen equipment") for words in texts(finder))
    assert "Must fix" in texts(finder)
    assert can_be(finder) == "Nothing will be billed."
    keys.wait(20)
    assert [area.verticalScrollBar().value() for area in finder.findChildren(QScrollArea)] == [0]


def test_medicares_own_questions_stay_out_of_sight_for_others(finder: FinderPage, keys: Any) -> None:
    for digit in ["5", "1", "1", "1", "1"]:
        keys.press(digit)
    assert "E1390" in texts(finder)
    keys.press("Ctrl+R")
    for digit in ["1", "1", "1", "1", "1"]:
        keys.press(digit)
    assert "How many liters a minute are ordered by day, at rest?" in texts(finder)


def test_a_typed_answer_that_is_none_is_said_in_a_sentence(finder: FinderPage, keys: Any) -> None:
    for digit in ["1", "1", "1", "1", "1"]:
        keys.press(digit)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    keys.type("много")
    keys.press("Return")
    assert "a number from 0 to 100" in line.accessibleDescription()
    keys.wait(700)
    assert "a number from 0 to 100" in line.accessibleDescription()
    line.selectAll()
    keys.type("5")
    keys.press("Return")
    assert "How many liters a minute at night?" in texts(finder)


def test_a_day_may_be_typed_in_any_form_and_the_day_of_service_changed(finder: FinderPage, keys: Any) -> None:
    keys.press("5")
    keys.press("Up")
    keys.press("Left")
    keys.press("Return")
    assert "On which day is the service?" in texts(finder)
    keys.type("3/2/26")
    keys.press("Return")
    assert chips(finder)[0] == "Date of service Mar 2, 2026"
    assert "What goes out of the door?" in texts(finder)


def test_a_typed_code_is_checked_and_the_finders_own_stands_beside_it(finder: FinderPage, keys: Any) -> None:
    keys.press("5")
    keys.press("Ctrl+F")
    keys.type("e0431 nu")
    keys.press("Return")
    assert "The finder would write" in texts(finder)
    assert "E0430 NU" in texts(finder)
    assert any("E0430 NU is the answer, not E0431 NU" in words for words in texts(finder))
    keys.press("Esc")
    assert "What goes out of the door?" in texts(finder)


def test_a_code_typed_before_it_is_known_who_pays_waits_for_that(finder: FinderPage, keys: Any) -> None:
    keys.press("Ctrl+F")
    keys.type("E1392 NU")
    keys.press("Return")
    assert "Who pays?" in texts(finder)
    keys.press("1")
    assert any(words.startswith("Medicare never buys oxygen equipment") for words in texts(finder))


def test_what_is_no_code_gets_a_sentence(finder: FinderPage, keys: Any) -> None:
    keys.press("Ctrl+F")
    keys.type("кислород")
    keys.press("Return")
    assert any(words.startswith("This is no code.") for words in texts(finder))


def test_words_of_the_counter_bring_the_codes_that_they_may_mean(window: MainWindow) -> None:
    window.go(FindCode("portable tank"))
    page = window.page
    assert isinstance(page, FinderPage)
    assert any(words.startswith("“portable tank” may be E0431") for words in texts(page))
    assert "Who pays?" in texts(page)


def test_a_half_made_conversation_is_there_after_a_crash(start: Any, keys: Any, unblocked: Any) -> None:
    first = start(demo=True)
    keys.press("Alt+2")
    for digit in ["1", "1", "1", "1", "1"]:
        keys.press(digit)
    keys.type("2.5")
    keys.wait(500)
    before = chips(first.window.page)
    book = first.window.services.book
    kept = drafts.take_up(book, finding_code.DRAFT)
    with unblocked.aside():
        first.window.close()
        drafts.keep(book, finding_code.DRAFT, kept or {})  # what was on the disk when the power went
        first.close()
    second = start(demo=True)
    keys.press("Alt+2")
    assert chips(second.window.page) == before
    line = next(
        each for each in second.window.page.findChildren(QLineEdit) if each.accessibleName() == "Liters a minute"
    )
    assert line.text() == "2.5"


def test_starting_over_can_be_undone(finder: FinderPage, keys: Any) -> None:
    keys.press("5")
    keys.press("2")
    before = chips(finder)
    keys.press("Ctrl+R")
    assert len(chips(finder)) == 1
    keys.press("Alt+U")
    assert chips(finder) == before


def test_a_way_brings_answers_along_and_asks_what_comes_before_them(window: MainWindow, keys: Any) -> None:
    window.go(FindCode(answers=(("door", "portable_unit"),)))
    page = window.page
    assert isinstance(page, FinderPage)
    assert "Who pays?" in texts(page)
    keys.press("5")
    assert "What happens with it?" in texts(page)


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(512, 350)])
def test_nothing_of_the_answer_is_cut_off_and_all_has_a_name(
    finder: FinderPage, keys: Any, size: QSize, clipped: Any, unnamed: Any
) -> None:
    finder.window().resize(size)
    for digit in SOLD:
        keys.press(digit)
    keys.wait(50)
    assert clipped(finder) == []
    assert unnamed(finder) == []


def test_tab_reaches_all_of_the_answer(finder: FinderPage, keys: Any, reached_by_tab: Any, controls: Any) -> None:
    for digit in SOLD:
        keys.press(digit)
    reached = reached_by_tab()
    assert [control for control in controls(finder) if control not in reached] == []
