"""The page of superbills by keyboard: the list, an opened paper, saving, a corrected copy, a return, what waits."""

import hashlib
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from db.book.rows import Document
from desktop.operations.documents import CREDIT, DRAFT, ISSUED, RECEIPT, WAITING
from desktop.ui.ways import OpenDocument
from tests.ui.scene import Scene

MEDICARE = "Tyrone D Washington"
BOUGHT = "Marisol Treviño-O'Neill"


@pytest.fixture
def opened(at: Scene) -> Document:
    """A superbill that was paid in full, opened."""
    paper = at.paper_of(BOUGHT)
    at.window.go(OpenDocument(paper.id))
    at.settle()
    return paper


def test_every_paper_is_there_with_number_and_state(at: Scene) -> None:
    shown = {row.id for row in at.page.list.table.rows.rows}
    assert shown == {paper.id for paper in at.papers()}
    said = [[column.shows(row) for column in at.page.list.table.rows.columns] for row in at.page.list.table.rows.rows]
    assert ["", "Superbill", "Issued", "SB-2026-000001", BOUGHT, "2 Mar 2026", "2,495.00", "paid", ""] in said


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("trevino", {"SB-2026-000001"}),
        ("000003", {"SB-2026-000003"}),
        ("3/2/2026", {"SB-2026-000001", "SB-2026-000002"}),
        ("nobody", set[str]()),
    ],
)
def test_a_paper_is_found(at: Scene, typed: str, found: set[str]) -> None:
    at.keys.press("Ctrl+F")
    at.keys.type(typed)
    at.keys.wait(220)
    at.settle()
    assert {row.number for row in at.page.list.table.rows.rows} == found


def test_the_arrows_go_through_the_parts(at: Scene) -> None:
    at.page.list._parts.setFocus()
    states = []
    for _ in range(6):
        at.keys.press("Right")
        at.settle()
        states.append({(row.state, row.kind) for row in at.page.list.table.rows.rows})
    assert states == [
        {(DRAFT, "superbill")},
        {(WAITING, "superbill")},
        {(ISSUED, "superbill")},
        {(ISSUED, RECEIPT)},
        set(),
        set(),
    ]


def test_sorted_by_total_the_largest_is_first(at: Scene) -> None:
    at.page.list._order.box.setFocus()
    at.keys.press("End")
    totals = [row.total for row in at.page.list.table.rows.rows]
    assert totals == sorted(totals, reverse=True)


def test_a_dropped_draft_comes_back(at: Scene) -> None:
    before = {paper.id for paper in at.papers()}
    at.keys.press("Delete")
    at.settle()
    assert len(at.papers()) == len(before) - 1
    at.keys.press("Alt+U")
    at.settle()
    assert {paper.id for paper in at.papers()} == before


def test_what_was_issued_cannot_be_dropped(at: Scene) -> None:
    at.keys.press("End")
    at.keys.press("Ctrl+End")
    assert at.page.list.table.row is not None
    assert at.page.list.table.row.state == ISSUED
    at.keys.press("Delete")
    assert "stays in the book" in at.window._passing.words


def test_enter_opens_it_and_esc_goes_back(at: Scene, unblocked: Any) -> None:
    at.keys.press("Ctrl+End")
    at.keys.press("Return")
    at.settle()
    assert at.shows("document")
    at.keys.press("Esc")
    at.settle()
    assert at.shows("list")
    assert at.page.list.table.hasFocus()


def test_it_shows_the_page_that_was_issued(at: Scene, opened: Document) -> None:
    shown = at.page.document.opened
    assert shown is not None
    assert hashlib.sha256(shown.pdf).hexdigest() == opened.sha256
    picture = at.page.document.preview.picture
    assert not picture.isNull()
    ratio = picture.height() / picture.width()
    assert ratio == pytest.approx(11 / 8.5, abs=0.01)
    assert any(picture.pixelColor(x, y).lightness() < 90 for x in range(300) for y in range(200))


def test_the_keys_change_the_size(at: Scene, opened: Document) -> None:
    at.page.document.preview.area.setFocus()
    fits = at.page.document.preview.picture.width()
    for key in ("+", "+"):
        at.keys.press(key)
        at.settle()
    larger = at.page.document.preview.picture.width()
    at.keys.press("0")
    at.settle()
    assert larger > fits
    assert at.page.document.preview.picture.width() == fits


def test_a_copy_is_saved_under_a_sensible_name_with_the_same_bytes(at: Scene, opened: Document, tmp_path: Path) -> None:
    at.answers.file = tmp_path / "out" / "copy.pdf"
    at.answers.file.parent.mkdir()
    at.keys.press("Alt+S")
    at.settle()
    assert Path(at.answers.asked[-1]).name == "Superbill SB-2026-000001 Treviño-O'Neill.pdf"
    assert hashlib.sha256(at.answers.file.read_bytes()).hexdigest() == opened.sha256
    at.keys.press("Alt+S")
    at.settle()
    assert Path(at.answers.asked[-1]).parent == at.answers.file.parent


def test_a_copy_with_a_password_asks_for_it(at: Scene, opened: Document, tmp_path: Path) -> None:
    at.answers.file = tmp_path / "locked.pdf"
    at.keys.press("Alt+W")
    at.settle()
    at.keys.type("año-4417")
    field = at.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    at.keys.press("Tab")
    at.keys.press("Space")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    at.keys.press("Shift+Tab")
    at.keys.press("Return")
    at.settle()
    reader = pypdf.PdfReader(at.answers.file)
    assert reader.is_encrypted
    assert not reader.decrypt("other")
    assert reader.decrypt("año-4417")
    assert "Treviño" in reader.pages[0].extract_text()
    assert field.text() == ""


def test_esc_forgets_the_password(at: Scene, opened: Document) -> None:
    at.keys.press("Alt+W")
    at.settle()
    at.keys.type("secret")
    at.keys.press("Esc")
    assert not at.page.document._delivery.is_asking
    assert at.page.document._delivery.password.text == ""
    assert at.shows("document")


def test_a_file_that_cannot_be_written_gets_a_sentence(at: Scene, opened: Document, tmp_path: Path) -> None:
    at.answers.file = tmp_path / "nowhere" / "copy.pdf"
    at.keys.press("Alt+S")
    at.settle()
    assert "cannot be written" in at.window._passing.words


def test_by_keyboard_to_a_credit_that_names_the_original(at: Scene, opened: Document) -> None:
    at.keys.press("Alt+R")
    at.settle()
    assert at.shows("credit")
    at.keys.press("Space")
    at.page.credit.fields["reason"].control.setFocus()
    at.keys.type("demasiado ruidoso")
    at.page.credit.fields["refund"].control.setFocus()
    at.keys.type("2,495.00")
    at.keys.press("Tab")
    at.keys.type("card")
    at.keys.wait(300)
    at.settle()
    at.keys.press("Ctrl+Return")
    at.settle()
    credit = at.paper_of(BOUGHT, kinds=[CREDIT])
    assert (credit.state, credit.number, str(credit.total)) == (ISSUED, "CR-2026-000001", "-2495.00")
    assert credit.of == opened.id
    assert at.page.document.opened is not None
    assert at.page.document.opened.document.id == credit.id
    assert at.button("Belongs to SB-2026-000001").isVisible()


def test_what_is_typed_is_there_again(at: Scene, opened: Document) -> None:
    at.keys.press("Alt+R")
    at.settle()
    at.keys.press("Space")
    at.page.credit.fields["reason"].control.setFocus()
    at.keys.type("roto")
    at.keys.press("Esc")
    at.settle()
    assert at.shows("document")
    at.keys.press("Alt+R")
    at.settle()
    assert at.page.credit.fields["reason"].text == "roto"
    assert at.page.credit._lines[0].came_back
    assert len(at.papers(kinds=[CREDIT])) == 1


def test_it_cannot_be_issued_until_nothing_stops(at: Scene, opened: Document) -> None:
    at.keys.press("Alt+R")
    at.settle()
    assert not at.page.credit._issue.isEnabled()
    at.keys.press("Ctrl+Return")
    at.settle()
    assert at.papers(kinds=[CREDIT], states=[ISSUED]) == []


def test_the_abn_sheet_is_for_a_medicare_buyer_alone(at: Scene, opened: Document) -> None:
    assert not at.page.document._abn.isVisible()
    at.window.go(OpenDocument(at.paper_of(MEDICARE).id))
    at.settle()
    at.keys.press("Alt+A")
    at.settle()
    assert at.shows("abn")
    at.page.abn.own.control.setFocus()
    at.keys.type("Medicare does not pay for tubing that you buy.")
    at.keys.press("Tab")
    at.settle()
    assert at.page.abn._print.isEnabled()
    assert not at.page.abn.preview.picture.isNull()
    at.keys.press("Esc")
    assert at.shows("document")


def test_what_waits_says_why_and_since_when_and_goes_to_its_field(at: Scene) -> None:
    at.page.list.show_part("waiting")
    at.settle()
    at.page.list.table.setFocus()
    at.keys.press("Return")
    at.settle()
    assert at.shows("waits")
    row = at.button("It came")
    assert row.hasFocus()
    assert "Waiting since" in at.page.waits._since.text()
    waits = at.page.waits._document
    at.keys.press("Space")
    at.settle()
    assert at.shows("_compose")
    assert waits.reasons


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(512, 350)], ids=["1024x700", "at 200 %"])
@pytest.mark.parametrize("view", ["document", "password", "credit", "abn", "waits", "together"])
def test_no_view_is_cut_off(at: Scene, clipped: Any, unnamed: Any, view: str, size: QSize) -> None:
    at.window.resize(size)
    paper = at.paper_of(MEDICARE)
    waiting = at.papers(states=[WAITING])[0]
    if view in ("document", "password"):
        at.page._opened(paper)
    elif view == "credit":
        at.page._give_back(paper)
    elif view == "abn":
        at.page._abn(paper)
    elif view == "waits":
        at.page._opened(waiting)
    else:
        at.page._several([paper.id, waiting.id])
    at.settle()
    if view == "password":
        at.page.document._save_with_password()
        at.settle()
    assert clipped(at.window) == []
    assert unnamed(at.window) == []
