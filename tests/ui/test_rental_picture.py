"""A rental in one picture on a page: bands, the line below, the list, what happened and what comes, and the paper."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.book.rows import Plan
from desktop.core.band import Entry, PictureMonth
from desktop.core.codes import Catalogue
from desktop.core.rulebook import Rulebook
from desktop.desk import Desk
from desktop.operations import rentals
from desktop.operations.book import Book, open_book
from desktop.operations.rentals import Shown
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.rentals.paper import RentalPaper
from desktop.ui.rentals.picture import RentalPicture
from tests.operations import rented

SIZES = {"100 %": QSize(1280, 800), "200 %": QSize(512, 350)}
_ROUNDS = 6  # of events until layouts inside layouts have settled


@pytest.fixture(scope="module")
def desk(rules: Rulebook, small_catalogue: Catalogue) -> Desk:
    """A desk in May."""
    return Desk(small_catalogue, rules, lambda _: None, date(2026, 5, 26))


@pytest.fixture(scope="module")
def shown(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """A Medicare rental of both units with a stay in hospital."""
    with open_book(tmp_path_factory.mktemp("home"), lambda: datetime(2026, 3, 2, tzinfo=UTC)) as book:
        return rentals.show(book, desk, begun(book, desk))


def begun(book: Book, desk: Desk) -> int:
    rented.open_store(book)
    rental = rented.patient(book, "Abernathy", Plan(kind="medicare", name="Medicare"))
    units = (rented.going_out(rented.HOME, "EVF-9"), rented.going_out(rented.PORTABLE, "G5-9"))
    kept = rented.begun(book, desk, rental, *units)
    rented.happens(book, desk, kept, "hospital", date(2026, 1, 20))
    rented.happens(book, desk, kept, "back", date(2026, 1, 25))
    return kept.id


@pytest.fixture
def picture(qtbot: QtBot, desk: Desk, shown: Shown) -> RentalPicture:
    """Its picture."""
    widget = RentalPicture(desk)
    qtbot.addWidget(widget)
    widget.resize(1100, 700)
    widget.show_rental(shown)
    widget.show()
    return widget


def settled() -> None:
    for _ in range(_ROUNDS):
        QApplication.processEvents()


def test_the_line_below_follows_the_keyboard(picture: RentalPicture) -> None:
    gone: list[PictureMonth] = []
    picture.month_picked.connect(gone.append)
    picture.band.setFocus()
    QTest.keyClick(picture.band, Qt.Key.Key_Home)
    assert picture.said == f"Month 1 of 36, {gone[0].sentence.split(', ', 1)[1]}"
    assert "In hospital" in picture.said
    assert gone[0].number == 1


def test_both_lists_have_rules_and_sources(picture: RentalPicture, desk: Desk) -> None:
    assert picture.happened.entries[-1].words == "Delivered; month 1 begins"
    assert picture.comes.entries
    model = picture.happened.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    (stay,) = [words for words in said if "In hospital" in words]
    assert "A hospital stay never starts a new period" in stay
    assert desk.rules.sources.by_id["NOR-INPT"].title in stay
    assert "published" in stay


def test_enter_on_what_happened_opens_it(picture: RentalPicture) -> None:
    opened: list[Entry] = []
    picture.entry_opened.connect(opened.append)
    picture.happened.setFocus()
    for row, entry in enumerate(picture.happened.entries):
        picture.happened.setCurrentIndex(picture.happened.model().index(row, 0))
        QTest.keyClick(picture.happened, Qt.Key.Key_Return)
        assert (entry in opened) is (entry.event_id is not None)
    assert len(opened) == 2


def test_the_row_that_is_chosen_shows_its_rules_whole(picture: RentalPicture) -> None:
    settled()
    before = picture.happened.height()
    row = next(at for at, entry in enumerate(picture.happened.entries) if "hospital" in entry.words)
    picture.happened.setCurrentIndex(picture.happened.model().index(row, 0))
    assert picture.happened.height() >= before
    rows = sum(picture.happened.sizeHintForRow(row) for row in range(len(picture.happened.entries)))
    assert picture.happened.viewport().height() >= rows


def test_l_shows_the_same_as_a_list(picture: RentalPicture) -> None:
    picture.band.setFocus()
    QTest.keyClick(picture.band, Qt.Key.Key_Home)
    QTest.keyClick(picture.band, Qt.Key.Key_L)
    assert picture.band.isHidden()
    rows = picture.months.rows
    assert picture.picture is not None
    assert rows.rowCount() == sum(len(lane.months) for lane in picture.picture.lanes)
    assert picture.months.row is not None
    assert picture.months.row.number == 1
    shown = [rows.data(rows.index(0, column), Qt.ItemDataRole.DisplayRole) for column in range(4)]
    assert shown[:2] == ["Home unit", "1"]
    assert shown[3].startswith("Not billed yet. In hospital")
    QTest.keyClick(picture.months, Qt.Key.Key_L)
    assert not picture.band.isHidden()


def test_a_history_that_contradicts_itself_says_so(picture: RentalPicture, shown: Shown) -> None:
    picture.show_rental(replace(shown, timeline=None, problem="It was back before it was away."))
    assert picture.problem == "It was back before it was away."
    assert picture.band.month is None
    picture.clear()
    assert picture.problem == ""


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(
    picture: RentalPicture, qtbot: QtBot, size: str, *, clipped: Any, unnamed: Any, unlabelled: Any
) -> None:
    area = scrolling(picture)
    qtbot.addWidget(area)
    area.resize(SIZES[size])
    area.show()
    settled()
    assert clipped(area) == []
    assert unnamed(area) == []
    assert unlabelled(area) == []
    assert area.horizontalScrollBar().maximum() == 0
    area.takeWidget()


def test_the_paper_is_shown_and_can_be_printed(window: MainWindow, qtbot: QtBot) -> None:
    assert window.services is not None
    assert window._desk is not None
    number = begun(window.services.book, replace(window._desk, today=date(2026, 5, 26)))
    paper = RentalPaper(window._desk, window.services)
    qtbot.addWidget(paper)
    paper.resize(700, 700)
    paper.show()
    paper.open(number)
    qtbot.waitUntil(lambda: not paper.preview.picture.isNull(), timeout=20_000)
    assert paper.name == "Rental Abernathy.pdf"
    assert paper.pdf.startswith(b"%PDF-")
    assert not paper.back()
