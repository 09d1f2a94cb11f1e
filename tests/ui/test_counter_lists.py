"""What the Counter shows before anything is typed: drafts, what waits, what was issued; and the way to each by key."""

import json
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.finding import Finding, Mark, Severity
from desktop.operations import documents, drafts, waiting
from desktop.operations.book import Book
from desktop.operations.documents import Content, Whose
from desktop.ui.counter.home import Home
from desktop.ui.counter.page import CounterPage
from desktop.ui.counter.rows import Row, RowList
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.buttons import AnswerRow, LargeButton
from desktop.ui.ways import FindCode, NewPatient, NewSuperbill, OpenDocument, OpenDraft, Way
from tests.ui.first_owner import become_owner


@pytest.fixture
def ways(window: MainWindow, qtbot: QtBot) -> list[Way]:
    """Where the Counter leads to, instead of going there; asked for when its lists are there."""
    qtbot.waitUntil(lambda: window.findChild(Home) is not None and not window.workers.busy)
    found: list[Way] = []
    object.__setattr__(window.services, "go", found.append)
    return found


def book_of(window: MainWindow) -> Book:
    assert window.services is not None
    return window.services.book


def rows(window: MainWindow, name: str) -> list[Row]:
    (found,) = [each for each in window.findChildren(RowList) if each.accessibleName() == name]
    return list(found.rows.rows)


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    """The Counter comes to the front again, and looks at everything."""
    window.go_to("settings")
    window.go_to("counter")
    qtbot.waitUntil(lambda: window.findChild(Home) is not None and not window.workers.busy)


@pytest.mark.usefixtures("ways")
def test_drafts_say_what_is_left_to_fix(window: MainWindow) -> None:
    said = {row.words: row.second for row in rows(window, "Drafts")}
    assert said["Guadalupe Arre"] == "New patient, half typed"
    assert said["Mei-Ling Chen"].startswith("1 to fix: Missing: the serial number")
    assert said["Ingrid Sjöström"].startswith("2 to look at:")


def test_down_and_enter_go_on_with_a_draft(window: MainWindow, keys: Any, ways: list[Way]) -> None:
    keys.press("Down")
    keys.press("Return")
    keys.press("Down")
    keys.press("Return")
    assert [type(way) for way in ways] == [NewPatient, OpenDraft]
    keys.press("Up", 2)
    page = window.page
    assert isinstance(page, CounterPage)
    assert page.search_box.hasFocus()


@pytest.mark.usefixtures("ways")
def test_what_waits_says_what_is_missing_and_since_when(window: MainWindow) -> None:
    said = {row.words: row for row in rows(window, "Waiting for")}
    assert "serial number" in said["Siddharth Venkataraghavan"].second
    assert said["Siddharth Venkataraghavan"].side.startswith("since Mar 9")


def test_when_what_was_missing_has_come_the_superbill_is_two_keys_away(
    window: MainWindow, keys: Any, ways: list[Way], qtbot: QtBot
) -> None:
    book = book_of(window)
    issued = documents.listed(book, text="SB-2026-000001")[0]
    whose = Whose(issued.patient_id, issued.coverage_id, issued.order_id)
    wire = json.loads(json.dumps(dict(documents.content(book, issued.id).wire)))
    wire["prescriber"]["npi"] = None
    missing = Finding("field-missing", Severity.STOP, Mark.PUBLISHED, "No NPI.", (), field="prescriber.npi")
    waits = waiting.put(book, documents.begin(book, whose=whose, content=Content(wire)).id, [missing])
    come_back(window, qtbot)
    keys.press("Down")
    keys.press("Return")
    assert ways == [OpenDraft(waits.id)]
    assert rows(window, "Waiting for")[0].side == "Ready"


def test_what_was_issued_is_opened_with_enter(window: MainWindow, ways: list[Way]) -> None:
    issued = rows(window, "Issued last")
    assert len(issued) == 6
    assert issued[-1].words.startswith("All 7")
    assert issued[0].then is not None
    issued[0].then()
    assert [type(way) for way in ways] == [OpenDocument]


def test_the_card_leads_to_the_finder_with_its_answer(window: MainWindow, ways: list[Way]) -> None:
    answers = [each for each in window.findChildren(AnswerRow) if each.isVisible()]
    assert [each.accessibleName() for each in answers][:2] == ["1. Home (plug-in) unit", "2. Portable unit"]
    answers[2].click()
    assert ways == [FindCode(answers=(("door", "cylinders"),))]


def test_new_superbill_is_the_one_primary_button(window: MainWindow, ways: list[Way]) -> None:
    (new,) = [
        each for each in window.findChildren(QPushButton) if each.property("kind") == "primary" and each.isVisible()
    ]
    new.click()
    assert ways == [NewSuperbill()]


def test_an_empty_book_says_what_the_lists_are_for(start: Any, keys: Any, qtbot: QtBot) -> None:
    window = start().window
    keys.type("Gulf Breeze Oxygen")
    keys.press("Ctrl+Return")
    first = [each for each in window.findChildren(QPushButton) if each.property("kind") == "primary"]
    first[0].click()
    become_owner(window, keys, qtbot)
    qtbot.waitUntil(lambda: window.findChild(Home) is not None and not window.workers.busy)
    words = [label.text() for label in window.findChildren(QLabel)]
    assert {"Nothing is half-made.", "Nothing waits for a doctor or a plan."} <= set(words)
    assert len([each for each in window.findChildren(AnswerRow) if each.isVisible()]) == 9


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(512, 350), QSize(1280, 800)])
def test_nothing_is_cut_off_when_much_was_begun(
    window: MainWindow, size: QSize, clipped: Any, qtbot: QtBot, unblocked: Any
) -> None:
    book = book_of(window)
    stop = Finding("field-missing", Severity.STOP, Mark.PUBLISHED, "Missing: the doctor's NPI.", (), field="x")
    with unblocked.aside():
        for number in range(9):
            wire = {"patient": {"first": "Maximilian", "last": f"von und zu Hohenstein-Wartenberg {number}"}}
            documents.begin(book, content=Content(wire), whose=Whose())
            waiting.put(book, documents.begin(book, content=Content(wire)).id, [stop])
        drafts.keep(book, "patient/1", {"first": "Marisol", "last": "Treviño"})
    window.resize(size)
    come_back(window, qtbot)
    QApplication.processEvents()
    assert clipped(window) == []
    assert len(rows(window, "Drafts")) == 6


def test_reading_and_reviewing_what_was_begun_does_not_block_the_window(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(Home) is not None and not window.workers.busy)
    window.go_to("counter")
    qtbot.waitUntil(lambda: not window.workers.busy)
    assert not [each for each in window.findChildren(LargeButton) if "What was missing" in each.accessibleName()]


@pytest.mark.usefixtures("ways")
def test_the_box_is_empty_after_something_was_finished_and_kept_after_a_look(
    window: MainWindow, keys: Any, qtbot: QtBot
) -> None:
    page = window.page
    assert isinstance(page, CounterPage)
    keys.type("tre")
    window.go_to("catalog")
    window.back()
    assert page.search_box.text() == "tre"
    draft = documents.listed(book_of(window), states=["draft"])[0]
    window.go_to("catalog")
    waiting.put(book_of(window), draft.id, [])
    come_back(window, qtbot)
    assert page.search_box.text() == ""
    assert page.search_box.hasFocus()
    home = window.findChild(Home)
    assert isinstance(home, Home)
    assert home.isVisible()
