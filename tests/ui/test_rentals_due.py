"""What is to do for rentals, by keyboard: on the Counter and in whole; done, put off, why; on paper and as CSV."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.operations import due
from desktop.ui.counter.due import DueCard
from desktop.ui.counter.home import Home
from desktop.ui.main_window import MainWindow
from desktop.ui.rentals.due_rows import DueRows
from tests.ui.first_owner import become_owner
from tests.ui.renting import Renting


@pytest.fixture
def at(window: MainWindow, keys: Any, answers: Any, qtbot: QtBot) -> Renting:
    """The sample store with one rental, of which a month and papers are due."""
    scene = Renting(window, keys, answers, qtbot)
    scene.empty()
    scene.begun()
    return scene


def card(at: Renting) -> DueCard:
    """The card of the Counter, read anew."""
    at.window.go_to("settings")
    at.window.go_to("counter")
    at.settle()
    (found,) = at.window.findChildren(DueCard)
    return found


def words(rows: DueRows) -> list[str]:
    """What the rows say."""
    return [row.words for row in rows.list.rows.rows]


def test_a_book_without_rentals_has_no_such_card(start: Any, keys: Any, qtbot: QtBot) -> None:
    window = start().window
    keys.type("Gulf Breeze Oxygen")
    keys.press("Ctrl+Return")
    next(button for button in window.findChildren(QPushButton) if button.property("kind") == "primary").click()
    become_owner(window, keys, qtbot)
    qtbot.waitUntil(lambda: window.findChild(Home) is not None and not window.workers.busy, timeout=30_000)
    assert not any(found.isVisible() for found in window.findChildren(DueCard))


def test_enter_opens_the_rental(at: Renting, unblocked: Any) -> None:
    shown = card(at)
    assert shown.isVisible()
    assert "Ida Abernathy" in words(shown.rows)
    shown.rows.list.setFocus()
    at.keys.press("Return")
    at.settle()
    assert at.page.rental.shown is not None
    assert at.page.rental.shown.patient.last == "Abernathy"


def test_done_is_gone_and_comes_back(at: Renting) -> None:
    shown = card(at)
    before = words(shown.rows)
    shown.rows.list.setFocus()
    at.keys.press("D")
    at.settle()
    assert len(words(shown.rows)) == len(before) - 1
    at.keys.press("Alt+U")
    at.settle()
    assert words(shown.rows) == before


def test_put_off_until_a_day(at: Renting) -> None:
    shown = card(at)
    before = len(words(shown.rows))
    shown.rows.list.setFocus()
    at.keys.press("P")
    at.keys.press("Ctrl+A")
    at.keys.type(f"{at.today + timedelta(days=20):%m/%d/%Y}")
    at.keys.press("Return")
    at.settle()
    assert len(words(shown.rows)) == before - 1
    shown.spans.setFocus()
    at.keys.press("Right", 2)
    at.settle()
    assert len(words(shown.rows)) >= before


def test_why_it_is_here_names_its_source(at: Renting) -> None:
    shown = card(at)
    shown.rows.list.setFocus()
    at.keys.press("W")
    assert shown.rows.told
    assert any("published" in said or "follows" in said for said in shown.rows.told)


def test_the_list_prints_and_is_saved_as_csv(at: Renting, tmp_path: Path) -> None:
    page = at.go("due")
    at.keys.press("Ctrl+P")
    at.until(lambda: not page.due.preview.picture.isNull())
    text = pypdf.PdfReader(io.BytesIO(page.due._pdf)).pages[0].extract_text()
    assert "Ida Abernathy" in text
    assert "To do for rentals" in text
    at.answers.file = tmp_path / "to-do.csv"
    at.press("Save as CSV")
    lines = at.answers.file.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + due.listed(at.book, at.today, due.Span.TODAY).total
    at.keys.press("Esc")
    assert page.front is page.due


def test_a_missing_paper_comes_last_named_and_without_a_day(at: Renting) -> None:
    rows = at.go("due").due.rows.list.rows.rows
    missing = [" is missing." in row.second or " papers missing: " in row.second for row in rows]
    assert any(missing)
    assert missing == sorted(missing)
    assert {(row.side, row.tone) for row, last in zip(rows, missing, strict=True) if last} == {("", "")}
