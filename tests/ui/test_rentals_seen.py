"""Every view of rentals: named, reached by Tab, nothing cut off, however small; thousands of rows without a stutter."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.book import rentals as rows
from db.book.rental_rows import ListedUnit
from desktop.operations import rentals
from desktop.ui.main_window import MainWindow
from desktop.ui.ways import BeginRental, OpenPatient
from tests.ui.renting import HOME, PORTABLE, Renting

_ROUNDS = 8  # of events until words that wrap and layouts inside layouts have settled
SIZES = {"1024x700": QSize(1024, 700), "1024x700 at 200 %": QSize(512, 350)}


@pytest.fixture
def at(window: MainWindow, keys: Any, answers: Any, qtbot: QtBot) -> Renting:
    """The sample store with a rental of two units on which much has happened."""
    return Renting(window, keys, answers, qtbot)


def views(at: Renting) -> Iterator[str]:
    """Brings one view after the other to the front; its name."""
    rental = at.begun(ago=14)
    for part in ("list", "due", "month", "equipment"):
        at.go(part)
        yield part
    at.press("Add a unit")
    yield "a unit of the register"
    at.open(rental.id)
    yield "a rental"
    at.page.rental.record("lost")
    at.settle()
    yield "what happened"
    at.page.rental.form.leave()
    at.page.rental.papers.list.setFocus()
    at.keys.press("Return")
    at.settle()
    yield "a paper"
    at.window.go(BeginRental(patient=rental.patient_id))
    at.page.form._units[HOME]._middle.setChecked(True)  # type: ignore[index]
    at.page.form._units[PORTABLE].there.setChecked(True)  # type: ignore[index]
    at.settle()
    yield "a rental that begins"
    at.window.go(OpenPatient(rental.patient_id))
    at.settle()
    yield "the patient"
    at.window.go_to("counter")
    at.settle()
    yield "the Counter"


def test_everything_has_a_name_and_tab_reaches_it(
    at: Renting, unnamed: Any, unlabelled: Any, reached_by_tab: Any, controls: Any
) -> None:
    for name in views(at):
        assert (name, unnamed(at.window), unlabelled(at.window)) == (name, [], [])
        reached = reached_by_tab()
        assert (name, [control for control in controls(at.window) if control not in reached]) == (name, [])


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(at: Renting, size: str, clipped: Any) -> None:
    at.window.resize(SIZES[size])
    for name in views(at):
        for _ in range(_ROUNDS):
            QApplication.processEvents()
        assert (name, clipped(at.window)) == (name, [])


def test_thousands_of_rows_come_page_by_page(at: Renting, unblocked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at.empty()
    at.begun()
    (one,) = rentals.listed(at.book, rentals.Asked()).rows
    asked: list[int] = []

    def many(_connection: Any, _asked: Any, limit: int, offset: int) -> tuple[list[ListedUnit], int]:
        asked.append(offset)
        page = [replace(one, patient_name=f"Patient {number:05}") for number in range(offset, offset + limit)]
        return page, 20_000

    monkeypatch.setattr(rows, "listed", many)
    table = at.go().list.table
    table.setFocus()
    for _ in range(4):
        at.keys.press("Ctrl+End")
        at.settle()
    assert asked == [0, 200, 400, 600, 800]
    assert table.rows.rows[-1].patient_name == "Patient 00999"
