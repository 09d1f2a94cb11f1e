"""This month's rentals by keyboard: looked at, left out, paid, issued, printed; twice makes nothing twice."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from db.book.rental_rows import Rental
from desktop.operations import documents, patients
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.ask import letter_printer
from desktop.ui.superbills.page import SuperbillsPage
from tests.ui.renting import Renting


@pytest.fixture
def at(window: MainWindow, keys: Any, answers: Any, qtbot: QtBot) -> Renting:
    """The sample store with three rentals of which a month is due: two are whole, one has no order."""
    scene = Renting(window, keys, answers, qtbot)
    scene.empty()
    for place, row in enumerate(whole_patients(scene)[:2]):
        held = patients.belonging(scene.book, row)
        rental = Rental(
            patient_id=row,
            coverage_id=held.coverages[0].id,
            order_id=held.orders[0].id,
            payer_kind="commercial",
            cap_months=13,
            bills_from=scene.today - timedelta(days=10),
            pays_by="card" if place else None,
        )
        scene.begun(rental, serial=f"EVF-{place}", ago=0)
    scene.begun(serial="EVF-9", ago=0)
    return scene


def whole_patients(at: Renting) -> list[int]:
    """Patients of the sample store who have a private plan and an order."""
    papers = documents.listed(at.book, kinds=["superbill"], states=["issued"])
    return sorted({paper.patient_id for paper in papers if paper.patient_id and paper.order_id and paper.coverage_id})


def issued(at: Renting) -> list[str]:
    """The numbers of all superbills."""
    return sorted(paper.number or "" for paper in documents.listed(at.book, kinds=["superbill"], states=["issued"]))


def outcomes(at: Renting) -> list[str]:
    """What the table says of each bill."""
    table = at.page.month.table
    return [str(table.rows.columns[6].shows(bill)) for bill in table.rows.rows]


def test_what_would_be_issued_is_shown_with_what_stands_aside(at: Renting) -> None:
    before = issued(at)
    month = at.go("month").month
    print([(bill.patient_name, bill.aside) for bill in month.table.rows.rows])
    assert [bill.aside is None for bill in month.table.rows.rows] == [False, True, True]
    assert issued(at) == before
