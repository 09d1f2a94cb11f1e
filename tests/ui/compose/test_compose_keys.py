"""A superbill by keyboard: quick for who comes back; nothing is sent by a scanner."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.operations import documents
from desktop.ui.main_window import MainWindow
from desktop.ui.ways import NewSuperbill
from tests.ui.compose.seen import Open, button, focus_name, last_issued, stops


def test_a_returning_patient_with_a_product_takes_at_most_twelve_keys_beside_what_is_typed(  # noqa: PLR0917
    window: MainWindow, compose: Open, keys: Any, counted: list[str], book: Any, qtbot: QtBot, over: Any
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
    over()
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


def test_ctrl_enter_on_what_is_not_ready_goes_to_what_is_missing(
    compose: Open, marisol: int, keys: Any, book: Any, over: Any
) -> None:
    compose(NewSuperbill(patient=marisol))
    before = last_issued(book).id
    keys.type("freestyle")
    keys.press("Return")
    keys.press("Ctrl+Return")
    over()
    assert last_issued(book).id == before
    assert focus_name() == "Serial number"


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


def test_no_field_takes_a_scan_for_the_word_to_issue(compose: Open, marisol: int, keys: Any, book: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-2291-0047")
    keys.press("F8")
    button(view, "Delivery").click()
    for part in (view.form.patient, view.form.plan, view.form.order):
        part.fold(folded=False)
    before = documents.listed(book, states=["issued", "waiting", "voided"])
    lines = [line for line in view.form.findChildren(QLineEdit) if line.isVisible() and line.isEnabled()]
    assert len(lines) > 30
    for line in lines:
        line.setFocus()
        keys.press("Return")
        assert view.isVisible(), line.accessibleName()
    for picker in (
        view.form.patient.picker,
        view.form.order.picker,
        view.form.diagnoses.picker,
        view.form.lines.picker,
    ):
        picker.edit.setFocus()
        keys.type("0364-7781-XK")
        keys.press("Return")
    assert documents.listed(book, states=["issued", "waiting", "voided"]) == before
