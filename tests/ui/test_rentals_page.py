"""Rentals by keyboard: begun, opened, what happened noted with what it changes, papers, equipment."""

import warnings
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.rental_standing import Phase
from desktop.operations import documents, equipment_register, rental_papers, rentals
from desktop.operations.rentals import Asked
from desktop.ui.main_window import MainWindow
from desktop.ui.rentals.form import RentalForm
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import BeginRental, OpenDocument
from tests.ui.renting import HOME, Renting


@pytest.fixture
def at(window: MainWindow, keys: Any, answers: Any, qtbot: QtBot) -> Renting:
    """The sample store without rentals."""
    scene = Renting(window, keys, answers, qtbot)
    scene.empty()
    return scene


def phase(at: Renting, rental: int) -> Phase:
    """Where the home unit of a rental stands."""
    timeline = at.shown(rental).units[0].timeline
    assert timeline is not None
    return timeline.standing.phase


def dropped(on: QWidget, file: Path) -> None:
    """Carries a file over a widget and lets it fall."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    copies, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # Qt has no other way to make one
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.sendEvent(on, QDragEnterEvent(on.rect().center(), copies, carried, left, none))
    QApplication.sendEvent(on, QDropEvent(QPointF(on.rect().center()), copies, carried, left, none))


class TestTheList:
    """All rentals, found and sorted."""

    def test_an_empty_page_says_what_it_is_for_and_offers_the_first_step(self, at: Renting) -> None:
        at.window.go_to("settings")
        at.keys.press("Alt+4")
        at.settle()
        assert at.page.list._empty.isVisible()
        at.keys.press("Return")
        at.settle()
        assert isinstance(at.page.front, RentalForm)

    def test_what_is_typed_finds_and_enter_opens(self, at: Renting) -> None:
        at.begun(at.patient("Abernathy"), serial="EVF-1")
        wanted = at.begun(at.patient("Zebulon"), serial="EVF-2")
        page = at.go()
        assert len(page.list.table.rows.rows) == 2
        at.keys.press("Ctrl+F")
        at.keys.type("evf 2")
        at.keys.wait(200)
        at.settle()
        at.keys.press("Return")
        at.keys.press("Return")
        at.settle()
        assert page.rental.shown is not None
        assert page.rental.shown.rental.id == wanted.id
        at.keys.press("Esc")
        at.settle()
        assert page.front is page.list

    def test_running_rentals_come_from_a_table(self, at: Renting, tmp_path: Path) -> None:
        at.begun()
        answers = at.answers
        answers.file = tmp_path / "rentals.csv"
        at.go()
        at.press("Save as CSV")
        table = answers.file.read_text("utf-8-sig")
        at.empty()
        answers.file.write_text(table.replace("EVF-1", "EVF-77"), "utf-8")
        at.go()
        at.window.go_to("settings")
        at.window.go_to("rentals")
        at.settle()
        at.press("Bring in a CSV file")
        at.press("Bring in (1)")
        (row,) = rentals.listed(at.book, Asked()).rows
        assert (row.patient_name, row.serial) == ("Ida Abernathy", "EVF-77")


class TestBegin:
    """A rental begins."""

    def test_from_a_line_of_an_issued_superbill_with_one_key(self, at: Renting) -> None:
        paper = next(
            each
            for each in documents.listed(at.book, kinds=["superbill"], states=["issued"])
            if any(line.code == "E1390" and "RR" in line.modifiers for line in documents.lines(at.book, each.id))
        )
        at.window.go(OpenDocument(paper.id))
        at.settle()
        at.keys.press("Alt+L")
        at.settle()
        assert isinstance(at.page.front, RentalForm)
        at.keys.press("Ctrl+S")
        at.settle()
        (row,) = rentals.listed(at.book, Asked()).rows
        assert (row.patient_name, row.standing.code) == (paper.patient_name, "E1390")
        assert at.page.rental.shown is not None
        assert at.page.rental.shown.rental.id == row.standing.rental_id
        at.window.go(OpenDocument(paper.id))
        at.settle()
        superbills = at.window.page
        assert isinstance(superbills, SuperbillsPage)
        assert superbills.document._rental.text() == "Open the renta&l"
        assert at.shown(row.standing.rental_id).months[0].document_id == paper.id

    def test_by_hand_in_the_middle_of_its_life(self, at: Renting) -> None:
        rental = at.patient("Quintana", "medicare", None)
        at.window.go(BeginRental(patient=rental.patient_id))
        at.settle()
        at.focus("Code")
        at.keys.type("E1390")
        at.fill("Serial number", "HM-77")
        delivered = at.today - timedelta(days=40)
        at.fill("Delivered by us on", f"{delivered:%m%d%Y}")
        at.fill("A month's rent", "145")
        at.focus("It came to us with months paid already")
        at.keys.press("Space")
        at.fill("Months paid before", "13")
        at.fill("The five years run from", f"{delivered - timedelta(days=400):%m/%d/%Y}")
        at.keys.press("Ctrl+S")
        at.settle()
        (row,) = rentals.listed(at.book, Asked()).rows
        assert (row.standing.month, row.standing.code, row.serial) == (15, "E1390", "HM-77")

    def test_what_is_missing_is_said_at_its_field(self, at: Renting) -> None:
        at.window.go(BeginRental(patient=at.patient().patient_id))
        at.settle()
        at.focus("Code")
        at.keys.type("E1390")
        at.fill("Delivered by us on", "")
        at.keys.press("Delete")
        at.keys.press("Ctrl+S")
        focus = QApplication.focusWidget()
        assert focus is not None
        assert "delivered" in focus.accessibleDescription()
        assert rentals.listed(at.book, Asked()).total == 0

    def test_what_was_typed_is_there_again(self, at: Renting) -> None:
        patient = at.patient("Quintana").patient_id
        at.window.go(BeginRental(patient=patient))
        at.settle()
        at.fill("Serial number", "HALF-1")
        at.keys.press("Esc")
        at.settle()
        half = at.page.list._half_made
        assert half.isVisible()
        at.window.go(BeginRental(patient=patient))
        at.settle()
        form = at.page.front
        assert isinstance(form, RentalForm)
        assert form._units[HOME]._serial.text == "HALF-1"  # type: ignore[index]


class TestWhatHappened:
    """Events in the store's words, shown with what they change before they are kept."""

    @pytest.mark.usefixtures("unblocked")
    def test_in_hospital_and_back_home(self, at: Renting) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        at.keys.press("Alt+H")
        at.settle()
        assert view.form._kind.box.currentText() == "In hospital"
        at.fill("On", f"{at.today - timedelta(days=2):%m%d%Y}")
        at.keys.wait(250)
        at.settle()
        assert view.form.told[0] == "What it changes"
        assert any("on hold" in said for said in view.form.told)
        assert phase(at, rental.id) is Phase.RENTING
        at.keys.press("Ctrl+S")
        at.until(lambda: not view.form.isVisible())
        assert phase(at, rental.id) is Phase.SUSPENDED
        at.press("Back home")
        assert view.form._kind.value == "back"
        at.until(lambda: bool(view.form.told))
        at.keys.press("Ctrl+S")
        at.until(lambda: not view.form.isVisible())
        assert phase(at, rental.id) is Phase.RENTING

    def test_what_cannot_be_is_said_before_it_is_saved(self, at: Renting) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        at.keys.press("Alt+H")
        at.fill("On", "01012001")
        at.keys.wait(250)
        at.settle()
        assert "before the first service" in view.form.told[0]
        assert not view.form._save.isEnabled()

    def test_a_day_that_is_typed_as_the_window_closes_is_kept_before_the_book_closes(self, at: Renting) -> None:
        view = at.open(at.begun().id)
        at.keys.press("Alt+H")
        at.fill("On", "01012001")
        assert at.window.close()
        at.settle()
        assert not any(timer.isActive() for timer in view.form._keeper.findChildren(QTimer))

    def test_saving_waits_until_what_it_changes_was_told(self, at: Renting) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        at.keys.press("Alt+H")
        at.keys.press("Ctrl+S")  # before anything was told
        at.until(lambda: bool(view.form.told))
        assert any("on hold" in said for said in view.form.told)
        assert "Read what it changes" in view.form.told[-1]
        assert at.shown(rental.id).events == ()
        at.keys.press("Ctrl+S")
        at.until(lambda: not view.form.isVisible())
        assert phase(at, rental.id) is Phase.SUSPENDED

    def test_changed_removed_and_brought_back(self, at: Renting) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        at.keys.press("Alt+H")
        at.until(lambda: bool(view.form.told))
        at.keys.press("Ctrl+S")
        at.until(lambda: not view.form.isVisible())
        (event,) = at.shown(rental.id).events
        view._change_event(event)
        at.fill("Note", "by ambulance")
        at.keys.press("Ctrl+S")
        at.until(lambda: not view.form.isVisible())
        (event,) = at.shown(rental.id).events
        assert event.words == "by ambulance"
        view._change_event(event)
        assert "Until" in view.form._history.told
        at.press("Remove")
        assert at.shown(rental.id).events == ()
        at.keys.press("Alt+U")
        at.settle()
        assert at.shown(rental.id).events == (event,)


class TestPapers:
    """Papers with their days and scans."""

    def test_a_scan_is_attached_looked_at_and_saved(self, at: Renting, tmp_path: Path) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        scan = tmp_path / "order.pdf"
        issued = documents.listed(at.book, states=["issued"])[0]
        scan.write_bytes(documents.pdf(at.book, issued.id))
        view.papers.list.setFocus()
        at.keys.press("Return")
        at.fill("Its day", "01/05/2026")
        at.answers.file = scan
        at.press("Save paper")
        at.press("Attach a scan")
        paper = at.shown(rental.id).papers[-1]
        scanned = next(each for each in at.shown(rental.id).papers if each.attachment_id)
        assert rental_papers.state(scanned, at.today) == "have"
        assert paper.kind
        at.answers.file = tmp_path / "saved.pdf"
        at.press("Save the scan as")
        assert (tmp_path / "saved.pdf").read_bytes() == scan.read_bytes()
        at.press("Look at the scan")
        at.qtbot.waitUntil(lambda: not at.page.paper.preview.picture.isNull(), timeout=30_000)
        at.keys.press("Esc")
        at.settle()
        assert at.page.front is view

    def test_a_scan_is_dropped_on_the_paper_that_is_stood_on(self, at: Renting, tmp_path: Path) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        scan = tmp_path / "proof.pdf"
        scan.write_bytes(documents.pdf(at.book, documents.listed(at.book, states=["issued"])[0].id))
        view.papers.list.setFocus()
        at.keys.press("Down")
        stood = view.papers._papers[view.papers.list.currentIndex().row()]
        dropped(view.papers, scan)
        at.settle()
        (scanned,) = [paper for paper in at.shown(rental.id).papers if paper.attachment_id]
        assert scanned.id == stood.id
        assert any("scan attached" in f"{row.words} {row.second}" for row in view.papers.list.rows.rows)
        kept = rental_papers.scan(at.book, scanned.id)
        assert kept is not None
        assert kept.data == scan.read_bytes()

    def test_what_is_no_scan_is_said_and_not_kept(self, at: Renting, tmp_path: Path) -> None:
        rental = at.begun()
        view = at.open(rental.id)
        view.papers.list.setFocus()
        at.keys.press("Down")
        dropped(view.papers, tmp_path / "is not there.pdf")
        at.settle()
        assert not any(paper.attachment_id for paper in at.shown(rental.id).papers)
        assert "is not there.pdf" in at.window._passing.words


class TestEquipment:
    """Serial numbers: what is where, with whom."""

    def test_a_unit_is_added_moved_and_found(self, at: Renting) -> None:
        at.begun(serial="OUT-1")
        page = at.go("equipment")
        at.press("Add a unit")
        at.keys.type("SHELF-9")
        at.press("Save")
        assert equipment_register.by_serial(at.book, "shelf 9") is not None
        at.keys.press("Ctrl+F")
        at.keys.type("shelf")
        at.keys.wait(200)
        at.settle()
        at.keys.press("Return")
        at.keys.press("Return")
        at.focus("Where it is")
        view = page.equipment
        view.form._state.put("in_service")
        at.press("Save")
        found = equipment_register.by_serial(at.book, "SHELF-9")
        assert found is not None
        assert found.piece.state == "in_service"

    def test_what_a_patient_has_only_the_rental_says(self, at: Renting) -> None:
        at.begun(serial="OUT-1")
        page = at.go("equipment")
        view = page.equipment
        at.keys.press("Ctrl+F")
        at.keys.type("out 1")
        at.keys.wait(200)
        at.settle()
        at.keys.press("Return")
        at.keys.press("Return")
        assert "Ida Abernathy" in view.form._with.text()
        view.form._state.put("in_stock")
        at.press("Save")
        assert view.form._serial.problem
