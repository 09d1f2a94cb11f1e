"""What is typed into a superbill: understood, reckoned, kept, and back again when it was taken away."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.operations import documents, patients
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.ways import NewSuperbill, OpenDraft
from tests.ui.compose.seen import Open, button, field, focus_name, last_issued, stops


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


def test_a_price_that_nobody_named_is_asked_for_and_0_is_an_answer(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    keys.wait(60)
    asked = [finding.field for finding in stops(view)]
    assert "lines[0].charge" in asked
    field(view, "Amount for all").setFocus()
    keys.type("0")
    keys.wait(60)
    assert [finding.field for finding in stops(view)] == [path for path in asked if path != "lines[0].charge"]


def test_what_is_unfolded_is_where_one_types_next(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    button(view, "Days, maker, place").setFocus()
    keys.press("Space")
    assert focus_name() == "Maker"


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
    assert wire["payments"][0]["method"] == "cash"  # as the sample store was paid last
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
    compose: Open, keys: Any, book: Any, qtbot: QtBot, over: Any
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
    over()
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


def test_a_line_comes_back_onto_its_own_superbill_alone(
    window: MainWindow, compose: Open, marisol: int, keys: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    view.form.lines.lines.rows[0].removed.emit()
    own = view.draft
    compose(NewSuperbill())
    keys.press("Alt+U")
    assert view.draft == own
    assert [line["model"] for line in view.form.wire()["lines"]] == ["FreeStyle Comfort"]


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


def test_the_language_of_the_paper_is_chosen(compose: Open, marisol: int) -> None:
    view = compose(NewSuperbill(patient=marisol))
    box = next(each for each in view.findChildren(QComboBox) if each.accessibleName() == "Language of the paper")
    box.setCurrentIndex(box.findData("es"))
    assert view.form.wire()["language"] == "es"
