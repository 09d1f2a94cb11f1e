"""This month's rentals by keyboard: looked at, left out, paid, issued, printed; twice makes nothing twice."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from db.book.rental_rows import Rental
from desktop.desk import Desk
from desktop.operations import documents, patients, rental_run, rentals
from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.ask import letter_printer
from desktop.ui.superbills.page import SuperbillsPage
from tests.ui.renting import RENT, Renting


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
    assert [bill.aside is None for bill in month.table.rows.rows] == [False, True, True]
    assert issued(at) == before


@pytest.mark.usefixtures("unblocked")
def test_one_is_left_out_one_is_paid_and_what_is_printed_says_so(at: Renting, tmp_path: Path) -> None:
    before = issued(at)
    month = at.go("month").month
    at.keys.press("Down", 2)  # the second of those that are ready
    at.keys.press("Space")
    assert "Issue 1 superbills" in month._issue.text().replace("&", "")
    at.keys.press("Up")
    left_paid = month.table.row
    assert left_paid is not None
    if left_paid.key not in month._marks.paid:
        at.keys.press("P")
    at.keys.press("Alt+I")
    at.until(lambda: not month._result.isHidden())
    (number,) = [each for each in issued(at) if each not in before]
    assert outcomes(at)[1] == number
    printer = letter_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "all.pdf"))
    at.answers.printer = printer
    at.keys.press("Ctrl+P")
    at.until(lambda: "went to the printer" in at.window._passing.words)
    assert len(pypdf.PdfReader(tmp_path / "all.pdf").pages) == 1
    paper = next(each for each in documents.listed(at.book) if each.number == number)
    assert paper.paid == paper.total
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(documents.pdf(at.book, paper.id))
    text = pypdf.PdfReader(kept).pages[0].extract_text()
    assert number in text
    assert "145.00" in text


def test_twice_makes_nothing_twice(at: Renting) -> None:
    before = len(issued(at))
    month = at.go("month").month
    at.keys.press("Alt+I")
    at.until(lambda: not month._result.isHidden())
    assert len(issued(at)) == before + 2
    at.press("Check again")
    assert [bill.aside is None for bill in month.table.rows.rows] == [False]
    assert not month._issue.isEnabled()
    assert len(issued(at)) == before + 2


def test_what_was_issued_before_it_was_stopped_stays_and_the_rest_is_still_there(
    at: Renting, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, first_is_issued, stopped = rental_run.run, threading.Event(), threading.Event()

    def halting(book: Book, desk: Desk, up_to: date, go_on: Callable[[int, int], bool], **said: Any) -> object:
        def goes_on(done: int, every: int) -> bool:
            if done == 1:
                first_is_issued.set()
                assert stopped.wait(20)
            return go_on(done, every)

        return real(book, desk, up_to, goes_on, **said)

    monkeypatch.setattr(rental_run, "run", halting)
    before = issued(at)
    month = at.go("month").month
    at.keys.press("Alt+I")
    at.qtbot.waitUntil(first_is_issued.is_set, timeout=20_000)
    at.keys.press("Esc")
    stopped.set()
    at.until(lambda: not month._result.isHidden())
    assert at.page.front is month
    (number,) = [each for each in issued(at) if each not in before]
    assert number in outcomes(at)
    assert "Issue 1 superbills" in month._issue.text().replace("&", "")
    at.keys.press("Alt+I")
    at.until(lambda: len(issued(at)) > len(before) + 1)
    assert len(issued(at)) == len(before) + 2
    assert not month._issue.isEnabled()


def test_what_stands_aside_is_opened_as_a_draft_by_enter(at: Renting) -> None:
    at.go("month")
    at.keys.press("Return")
    at.until(lambda: isinstance(at.window.page, SuperbillsPage))
    (draft,) = [each for each in documents.listed(at.book, states=["draft"]) if each.patient_name == "Ida Abernathy"]
    assert draft.total == RENT
    assert len(at.go("month").month.table.rows.rows) == 2


def test_nothing_is_billed_here_and_that_is_taken_back(at: Renting) -> None:
    month = at.go("month").month
    at.press("Nothing is to be billed here")
    assert len(month.table.rows.rows) == 2
    at.keys.press("Alt+U")
    at.settle()
    assert len(month.table.rows.rows) == 3


def test_the_month_of_one_rental_opens_as_a_superbill(at: Renting) -> None:
    (shown,) = rentals.of_patient(at.book, at.desk, whole_patients(at)[0])
    rental = shown.rental
    view = at.open(rental.id)
    assert view._next.text() == "&Bill this month"
    at.keys.press("Alt+B")
    at.until(lambda: isinstance(at.window.page, SuperbillsPage))
    drafts = documents.listed(at.book, states=["draft"])
    assert rental.patient_id in {each.patient_id for each in drafts}
