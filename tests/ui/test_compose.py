"""A superbill made on the screen by keyboard: quick for who comes back, nothing sent by a scanner, nothing lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.core.finding import Finding, Severity
from desktop.operations import documents, patients
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import NewSuperbill, OpenDraft

Open = Callable[..., ComposeView]


@pytest.fixture
def compose(window: MainWindow, qtbot: QtBot) -> Open:
    """Opens the view on a new superbill, or on a way, when it is ready to be typed in."""

    def begin(way: object = None) -> ComposeView:
        window.go(way or NewSuperbill())  # type: ignore[arg-type]
        page = window.page
        assert isinstance(page, SuperbillsPage)
        view = page.front
        assert isinstance(view, ComposeView)
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=10_000)
        return view

    return begin


@pytest.fixture
def book(window: MainWindow) -> Any:
    """The sample store's book."""
    assert window.services is not None
    return window.services.book


@pytest.fixture
def marisol(book: Any) -> int:
    """A returning patient with a private plan."""
    return patients.find(book, "tre,mar", date(2026, 3, 2))[0].id


@pytest.fixture
def counted(keys: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that were pressed beside what was typed."""
    pressed: list[str] = []
    press = keys.press

    def noted(combination: str, times: int = 1) -> None:
        pressed.extend([combination] * times)
        press(combination, times)

    monkeypatch.setattr(keys, "press", noted)
    return pressed


def field(view: QWidget, name: str) -> QLineEdit:
    """The line of that name that can be seen."""
    found = [line for line in view.findChildren(QLineEdit) if line.accessibleName() == name and line.isVisible()]
    assert len(found) == 1, [line.accessibleName() for line in view.findChildren(QLineEdit) if line.isVisible()]
    return found[0]


def button(view: QWidget, words: str) -> QPushButton:
    """The button with these words that can be seen."""
    return next(each for each in view.findChildren(QPushButton) if words in each.text() and each.isVisible())


def focus_name() -> str:
    """What a screen reader calls the place where one types."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def stops(view: ComposeView) -> list[Finding]:
    """What has to be fixed, as the rows say it."""
    return [finding for finding in view.findings.shown if finding.severity is Severity.STOP]


def last_issued(book: Any) -> Document:
    """The document that was issued last."""
    return documents.listed(book, states=["issued"])[0]


def test_a_returning_patient_with_a_product_takes_at_most_twelve_keys_beside_what_is_typed(  # noqa: PLR0917
    window: MainWindow, compose: Open, keys: Any, counted: list[str], book: Any, qtbot: QtBot
) -> None:
    compose()
    window.go_to("counter")
    before = last_issued(book).id
    keys.press("Ctrl+N")
    keys.type("tre,mar")
    keys.press("Return")
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-2291-0099")
    keys.press("Return")
    keys.press("F8")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: last_issued(book).id != before)
    assert len(counted) <= 12
    issued = last_issued(book)
    assert (issued.kind, issued.patient_name) == ("superbill", "Marisol Treviño-O'Neill")
    assert issued.total == issued.paid > 0
    line = documents.content(book, issued.id).wire["lines"][0]
    assert (line["code"], line["modifiers"], line["serial"]) == ("E1392", ["NU"], "FSC-2291-0099")
    assert (line["pos"], line["pointers"], line["charge"]) == ("12", ["A", "B"], "2495.00")
    assert documents.pdf(book, issued.id).startswith(b"%PDF")


def test_a_scanners_enter_goes_to_the_next_field_and_submits_nothing(
    compose: Open, marisol: int, keys: Any, book: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    before = last_issued(book).id
    keys.type("freestyle")
    keys.press("Return")
    assert focus_name() == "Serial number"
    keys.type("FSC-2291-0047")
    keys.press("Return")
    assert focus_name() == "Units"
    keys.press("Return", 4)
    assert last_issued(book).id == before
    assert view.form.wire()["lines"][0]["serial"] == "FSC-2291-0047"


def test_what_the_plan_needs_is_named_in_the_counters_words_and_enter_goes_there(
    window: MainWindow, compose: Open, marisol: int, keys: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    keys.wait(60)
    serial = next(finding for finding in stops(view) if finding.field == "lines[0].serial")
    row = next(row for row in view.findings.findChildren(QPushButton) if getattr(row, "finding", None) == serial)
    assert row.accessibleName().startswith("Must fix: Line 1: Serial number")
    row.setFocus()
    keys.press("Return")
    assert focus_name() == "Serial number"


def test_a_finding_in_a_folded_part_brings_the_field_out(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    assert not view.form.patient.bound.fields["patient.phone"].isVisible()
    assert view.form.go_to("patient.address.zip")
    assert focus_name() == "ZIP code"


def test_issue_is_dark_until_nothing_stops_and_ready_is_said(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.wait(60)
    assert not button(view, "Issue").isEnabled()
    keys.type("FSC-1")
    keys.wait(60)
    assert button(view, "Issue").isEnabled()
    assert stops(view) == []


def test_ctrl_enter_on_what_is_not_ready_goes_to_what_is_missing(
    compose: Open, marisol: int, keys: Any, book: Any
) -> None:
    compose(NewSuperbill(patient=marisol))
    before = last_issued(book).id
    keys.type("freestyle")
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert last_issued(book).id == before
    assert focus_name() == "Serial number"


def test_a_text_that_is_not_understood_stops_and_is_kept(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    field(view, "Amount for all").setFocus()
    field(view, "Amount for all").clear()
    keys.type("24x")
    keys.wait(500)
    assert "24x" in next(finding.words for finding in stops(view) if finding.field == "lines[0].charge")
    assert view.draft is not None
    compose()
    again = compose(OpenDraft(view.draft or _kept(view)))
    assert field(again, "Amount for all").text() == "24x"


def _kept(view: ComposeView) -> int:
    """The id of the draft that was typed in last."""
    found = documents.listed(view._services.book, states=["draft"])
    return found[0].id


def test_diagnoses_are_found_by_words_and_lettered_and_lines_follow(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    view.form.diagnoses.picker.edit.setFocus()
    keys.type("heart failure")
    keys.press("Return")
    assert len(view.form.wire()["diagnoses"]) == 3
    assert view.form.wire()["lines"][0]["pointers"] == ["A", "B", "C"]


def test_other_charges_tax_and_payments_come_to_a_sum(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    button(view, "Delivery").click()
    keys.type("25")
    button(view, "Discount").click()
    keys.type("100")
    keys.wait(60)
    wire = view.form.wire()
    assert [charge["amount"] for charge in wire["other_charges"]] == ["25.00", "-100.00"]
    keys.press("F8")
    keys.wait(60)
    wire = view.form.wire()
    assert wire["payments"][0]["method"] == "card"
    assert "balance 0.00" in view.form.money.sums


def test_the_tax_follows_the_rate_until_another_is_typed(compose: Open, marisol: int, book: Any, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.wait(60)
    follows = view.form.wire()["tax"]
    tax = field(view, "Sales tax")
    tax.setFocus()
    tax.selectAll()
    keys.type("7.5")
    button(view, "Delivery").click()
    keys.type("25")
    keys.wait(60)
    assert view.form.wire()["tax"] == "7.50" != follows


def test_a_new_patient_is_typed_once_and_is_in_the_book_after_the_issue(
    compose: Open, keys: Any, book: Any, qtbot: QtBot
) -> None:
    view = compose()
    keys.type("Żółć, Nguyễn")
    keys.press("Return")
    assert focus_name() == "Born"
    for text in ("08171951",):
        keys.type(text)
    for path, text in {
        "patient.address.line1": "7 Pearl St",
        "patient.address.zip": "78401",
        "patient.address.city": "Corpus Christi",
        "patient.address.state": "TX",
    }.items():
        view.form.go_to(path)
        keys.type(text)
    view.form.order.picker.edit.setFocus()
    keys.type("krish")
    keys.press("Return")
    keys.type("02/20/2026")
    view.form.go_to("order.day_lpm")
    keys.type("2")
    view.form.diagnoses.picker.edit.setFocus()
    keys.type("J44.9")
    keys.press("Return")
    view.form.lines.picker.edit.setFocus()
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-9")
    keys.wait(60)
    assert stops(view) == []
    before = last_issued(book).id
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: last_issued(book).id != before)
    found = patients.find(book, "żółć", date(2026, 3, 2))
    assert [(each.first, each.last, each.dob) for each in found] == [("Nguyễn", "Żółć", date(1951, 8, 17))]
    again = patients.returning(book, found[0].id)
    assert again.doctor is not None
    assert (again.doctor.last, again.diagnoses) == ("Krishnamurthy", ("J44.9",))


def test_a_line_that_is_taken_away_comes_back(window: MainWindow, compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-7")
    view.form.lines.lines.rows[0].removed.emit()
    assert view.form.wire()["lines"] == []
    keys.press("Alt+U")
    assert view.form.wire()["lines"][0]["serial"] == "FSC-7"


def test_a_dropped_draft_comes_back(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    keys.wait(500)
    dropped = view.draft
    button(view, "Drop").click()
    assert view.form.wire()["lines"] == []
    keys.press("Alt+U")
    assert view.draft == dropped
    assert view.form.wire()["lines"][0]["code"] == "E1392"


def test_the_page_is_drawn_within_a_tenth_of_a_second_of_a_change(
    compose: Open, marisol: int, keys: Any, qtbot: QtBot, unblocked: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    qtbot.waitUntil(lambda: not view._services.work.busy, timeout=5000)
    unblocked.begin()
    before = QImage(view.preview.picture)
    keys.type("FSC-2291-0047")
    qtbot.waitUntil(lambda: view.preview.picture != before, timeout=1000)


def test_the_window_answers_all_the_while(compose: Open, keys: Any, unblocked: Any) -> None:
    compose()
    keys.type("tre,mar")
    keys.press("Return")
    keys.wait(100)
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-2291-0047")
    keys.press("Return")
    keys.press("F8")
    keys.wait(600)
    keys.press("Ctrl+Return")
    keys.wait(100)


def test_the_language_of_the_paper_is_chosen(compose: Open, marisol: int) -> None:
    view = compose(NewSuperbill(patient=marisol))
    box = next(each for each in view.findChildren(QComboBox) if each.accessibleName() == "Language of the paper")
    box.setCurrentIndex(box.findData("es"))
    assert view.form.wire()["language"] == "es"


@pytest.mark.parametrize(
    ("size", "columns"), [(QSize(1280, 800), 3), (QSize(1024, 700), 2), (QSize(512, 350), 1)], ids=["3", "2", "1"]
)
def test_nothing_is_cut_off_named_or_out_of_reach(  # noqa: PLR0917
    window: MainWindow,
    compose: Open,
    marisol: int,
    keys: Any,
    size: QSize,
    columns: int,
    clipped: Any,
    unnamed: Any,
    unlabelled: Any,
    reached_by_tab: Any,
    controls: Any,
) -> None:
    window.resize(size)
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.press("F8")
    keys.wait(150)
    assert view._columns.room == columns
    assert clipped(window) == []
    assert unnamed(window) == []
    assert unlabelled(window) == []
    reached = reached_by_tab()
    assert [control.accessibleName() for control in controls(window) if control not in reached] == []


def test_f6_shows_the_page_where_there_is_no_room_for_it(window: MainWindow, compose: Open, keys: Any) -> None:
    window.resize(QSize(1024, 700))
    view = compose()
    assert not view.preview.isVisible()
    keys.press("F6")
    assert view.preview.isVisible()
    assert not view.findings.isVisible()


def test_arrows_choose_what_is_found_and_esc_closes_it(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    assert view.form.lines.picker.list.currentRow() == 0
    keys.press("Down")
    assert view.form.lines.picker.list.currentRow() == 1
    keys.press("Esc")
    assert not view.form.lines.picker.list.isVisible()
    assert view.form.lines.picker.edit.text() == "freestyle"
    assert view.isVisible()
    keys.press("Down")
    keys.press("Down")
    keys.press("Return")
    assert view.form.wire()["lines"][0]["modifiers"] == ["UE"]
