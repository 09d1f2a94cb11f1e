"""Tables of other programs: columns that are remembered, errors in sentences, all rows or none, and out again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.operations import doctors, drafts, patients, plans
from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.table import Table
from desktop.ui.settings.csv.rows import Told
from desktop.ui.ways import OpenSettings

TODAY = date(2026, 3, 2)
TABLE = """Surname;First;DOB;Handset;Plan;Member
Żółć;Zażółć;8/17/51;(361) 555-0188;Lone Star Health Plan;ZZ1
Nguyễn;Thị;13/45/1951;361 555 0189;;
Treviño-O'Neill;Marisol;08/17/1951;;;
"""


@pytest.fixture
def book(window: MainWindow) -> Book:
    """The sample store's, without the form that somebody was called away from."""
    assert window.services is not None
    for row in drafts.listed(window.services.book, "patient/"):
        drafts.drop(window.services.book, row.key)
    return window.services.book


@pytest.fixture
def table(tmp_path: Path, answers: Any) -> Path:
    """A file of another program, which is the one that is chosen."""
    path = tmp_path / "patients of old.csv"
    path.write_text(TABLE, encoding="utf-8")
    answers.file = path
    return path


def shown(window: MainWindow, kind: type[QWidget], name: str) -> Any:
    """The visible control of the page that a screen reader calls so."""
    assert window.front is not None
    found = [each for each in window.front.findChildren(kind) if each.accessibleName() == name and each.isVisible()]
    assert found, f"no {kind.__name__} is called {name}"
    return found[0]


def button(window: MainWindow, beginning: str) -> QPushButton:
    """The visible button whose words begin so."""
    assert window.front is not None
    buttons = window.front.findChildren(QPushButton)
    return next(each for each in buttons if each.text().startswith(beginning) and each.isVisible())


def open_table(window: MainWindow, qtbot: QtBot, keys: Any) -> None:
    window.go_to("patients")
    button(window, "From a CSV file").setFocus()
    keys.press("Space")
    settle(window, qtbot)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.workers.busy)
    QApplication.processEvents()


def rows(window: MainWindow) -> list[Told]:
    found: Table[Told] = shown(window, QWidget, "Rows of the table")
    return list(found.rows.rows)


def test_rows_are_told_and_those_that_are_right_brought_in(
    window: MainWindow, book: Book, table: Path, keys: Any, qtbot: QtBot
) -> None:
    open_table(window, qtbot, keys)
    assert [(row.line, row.wrong) for row in rows(window)] == [(3, True), (2, False), (4, False)]
    assert rows(window)[0].sentence.startswith("Line 3. Birth date: found 13/45/1951; there is no month 13")
    assert "already" in rows(window)[2].sentence
    assert not button(window, "Bring in").isEnabled(), "all or nothing: errors are left out on purpose only"
    shown(window, QCheckBox, "Leave out the rows that have errors").setFocus()
    keys.press("Space")
    button(window, "Bring in").setFocus()
    keys.press("Space")
    settle(window, qtbot)
    (made,) = patients.find(book, "zolc", TODAY)
    assert (made.name, made.dob, made.phone) == ("Zażółć Żółć", date(1951, 8, 17), None)
    assert patients.find(book, "ZZ1", TODAY) == [made]
    assert patients.find(book, "nguyen,thi", TODAY) == []


def test_what_a_column_holds_is_chosen_and_remembered(
    window: MainWindow, book: Book, table: Path, keys: Any, qtbot: QtBot
) -> None:
    open_table(window, qtbot, keys)
    handset = shown(window, QComboBox, "Handset")
    assert handset.currentText() == "Leave out"
    handset.setFocus()
    keys.type("phone")
    settle(window, qtbot)
    assert handset.currentText() == "Phone"
    shown(window, QCheckBox, "Leave out the rows that have errors").click()
    button(window, "Bring in").click()
    settle(window, qtbot)
    assert patients.find(book, "zolc", TODAY)[0].phone == "361-555-0188"
    open_table(window, qtbot, keys)
    assert shown(window, QComboBox, "Handset").currentText() == "Phone"


def test_one_field_is_held_by_one_column(window: MainWindow, book: Book, table: Path, keys: Any, qtbot: QtBot) -> None:
    open_table(window, qtbot, keys)
    shown(window, QComboBox, "Handset").setCurrentText("First name")
    settle(window, qtbot)
    assert shown(window, QComboBox, "First").currentText() == "Leave out"


def test_a_file_that_is_no_table_is_said_and_nothing_changes(
    window: MainWindow, book: Book, table: Path, keys: Any, qtbot: QtBot
) -> None:
    table.write_bytes(b"")
    before = len(patients.find(book, "", TODAY, 500))
    open_table(window, qtbot, keys)
    assert len(patients.find(book, "", TODAY, 500)) == before
    assert shown(window, QWidget, "Find a patient").isVisible()


@pytest.mark.parametrize(("part", "find"), [("plans", plans.find), ("doctors", doctors.find)])
def test_what_was_taken_out_is_known_again(  # noqa: PLR0917 -- what a table needs
    window: MainWindow, book: Book, answers: Any, tmp_path: Path, qtbot: QtBot, part: str, find: Any
) -> None:
    answers.file = tmp_path / "out.csv"
    window.go(OpenSettings(part))
    button(window, "Save as CSV").click()
    settle(window, qtbot)
    assert answers.file.read_bytes().startswith(b"\xef\xbb\xbf")
    before = len(find(book))
    button(window, "From a CSV file").click()
    settle(window, qtbot)
    assert [row.wrong or "already" not in row.sentence for row in rows(window)] == [False] * before
    assert not button(window, "Bring in").isEnabled()


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(512, 350)], ids=["1024x700", "at 200 %"])
def test_the_page_fits_and_has_names(  # noqa: PLR0917 -- the checks of conftest
    window: MainWindow, book: Book, table: Path, keys: Any, qtbot: QtBot, size: QSize, clipped: Any, unnamed: Any
) -> None:
    window.resize(size)
    open_table(window, qtbot, keys)
    assert (clipped(window), unnamed(window)) == ([], [])


def test_the_window_answers_while_many_rows_come_in(  # noqa: PLR0917 -- what a table needs
    window: MainWindow, book: Book, table: Path, keys: Any, qtbot: QtBot, unblocked: Any
) -> None:
    lines = [f"Ødegård{chr(97 + at % 26)}{at};Åse;01/01/1950;;;" for at in range(300)]
    table.write_text("\n".join([TABLE.splitlines()[0], *lines]), encoding="utf-8")
    open_table(window, qtbot, keys)
    button(window, "Bring in").click()
    settle(window, qtbot)
    assert len(patients.find(book, "odegard", TODAY, 500)) == 300
