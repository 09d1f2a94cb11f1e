"""Nobody leaves without paper: receipts for Medicare buyers and for what must wait; what the finder found."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from db.book.rows import Coverage, OrderRow, Patient, Plan
from desktop.core.request import Cycle, Order, PayerAsked, Request
from desktop.operations import doctors, documents, patients, plans, receipt_instead, waiting
from desktop.operations.found import Found, FoundLine
from desktop.ui.finder.page import FinderPage
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.document import DocumentView
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import NewSuperbill, OpenDraft, PutOnSuperbill
from tests.ui.compose.seen import Open

DAY = date(2026, 3, 2)


@pytest.fixture
def of_medicare(book: Any, marisol: int) -> int:
    """A patient with Medicare and an order."""
    fresh = patients.save(book, Patient(first="Walter", last="Øster", dob=date(1940, 5, 1), sex="M"))
    plan = plans.save(book, Plan(kind="medicare", name="Medicare"))
    patients.save_coverage(book, Coverage(patient_id=fresh.id, plan_id=plan.id, member_id="1EG4TE5MK73"))
    return fresh.id


def put_on(view: ComposeView, keys: Any, serial: str) -> None:
    """A product of the list, with its serial number."""
    view.form.lines.picker.edit.setFocus()
    keys.type("freestyle")
    keys.press("Return")
    keys.type(serial)
    keys.press("Return")
    keys.wait(60)


def seen(view: ComposeView, words: str) -> bool:
    """Whether a label with these words can be seen."""
    return any(words in label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_medicare_is_said_when_the_patient_is_chosen_with_a_receipt_instead(
    compose: Open, of_medicare: int, keys: Any
) -> None:
    view = compose(NewSuperbill(patient=of_medicare))
    assert seen(view, "The patient has Medicare")
    assert any("receipt instead" in each.text() for each in view.findChildren(QPushButton) if each.isVisible())
    assert view.findings.shown[0].field == "payer.kind"
    assert seen(view, "The receipt as it prints")


def test_medicare_is_said_when_the_plan_is_typed(compose: Open, marisol: int, keys: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    assert not seen(view, "The patient has Medicare")
    view.form.plan.picker.setVisible(True)
    view.form.plan.picker.edit.setFocus()
    keys.type("medicare")
    keys.press("Return")
    keys.wait(60)
    assert seen(view, "The patient has Medicare")


def test_a_medicare_buyer_leaves_with_a_receipt_by_one_key(  # noqa: PLR0917
    window: MainWindow, compose: Open, of_medicare: int, keys: Any, book: Any, over: Any
) -> None:
    view = compose(NewSuperbill(patient=of_medicare))
    put_on(view, keys, "FSC-77")
    keys.press("F8")
    keys.press("F9")
    over()
    issued = documents.listed(book, states=["issued"])[0]
    assert (issued.kind, issued.patient_name, issued.total) == ("receipt", "Walter Øster", issued.paid)
    assert isinstance(window.page, SuperbillsPage)
    assert isinstance(window.page.front, DocumentView)
    assert waiting.listed(book) == [each for each in waiting.listed(book) if each.patient_id != of_medicare]
    assert documents.listed(book, states=["draft"], patient_id=of_medicare) == []


def test_what_is_missing_waits_with_its_reason_and_the_superbill_is_one_key_away_when_it_came(
    compose: Open, marisol: int, keys: Any, book: Any, over: Any
) -> None:
    held = patients.returning(book, marisol)
    assert held.doctor is not None
    bare = doctors.save(book, type(held.doctor)(first="Ångel", last="Ruiz", credentials="MD"))
    order = patients.save_order(
        book,
        OrderRow(patient_id=marisol, doctor_id=bare.id, order_date=date(2026, 2, 1), day_lpm=2.0, diagnoses=("J44.9",)),
    )
    view = compose(NewSuperbill(patient=marisol))
    put_on(view, keys, "FSC-78")
    keys.press("F8")
    keys.press("F9")
    over()
    receipt = documents.listed(book, states=["issued"])[0]
    waits = documents.read(book, receipt.of or 0)
    assert (receipt.kind, waits.state, waits.order_id) == ("receipt", "waiting", order.id)
    assert [reason.field for reason in waits.reasons] == ["prescriber.npi"]
    doctors.save(book, type(bare)(id=bare.id, first="Ångel", last="Ruiz", credentials="MD", npi="1679576722"))
    view = compose(OpenDraft(waits.id))
    keys.press("Ctrl+Return")
    over()
    issued = documents.read(book, waits.id)
    assert (issued.state, documents.content(book, issued.id).wire["prescriber"]["npi"]) == ("issued", "1679576722")


def test_the_button_puts_it_on_the_list_without_a_receipt(
    window: MainWindow, compose: Open, marisol: int, keys: Any, book: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("E1392 NU")
    keys.press("Return")
    keys.wait(60)
    next(each for each in view.findChildren(QPushButton) if "Wait for" in each.text()).click()
    mine = [each for each in waiting.listed(book) if each.patient_id == marisol]
    assert any("serial number" in reason.words for reason in mine[0].reasons)


def test_a_receipt_that_says_nothing_is_not_given(compose: Open, marisol: int, keys: Any, book: Any, over: Any) -> None:
    view = compose(NewSuperbill(patient=marisol))
    before = [each.id for each in documents.listed(book)]
    keys.press("F9")
    over()
    assert view.isVisible()
    assert [each.kind for each in documents.listed(book) if each.id not in before] == ["superbill"]


def test_a_receipt_stopped_changes_nothing(window: MainWindow, book: Any, compose: Open, marisol: int) -> None:
    view = compose(NewSuperbill(patient=marisol))
    draft = documents.begin(book, content=documents.Content(view.form.wire()))
    desk = view._desk
    given = receipt_instead.give(book, desk, draft.id, {})
    assert given.receipt is None
    assert given.stops
    assert documents.read(book, draft.id).state == "draft"


def found(code: str = "E1390", modifiers: tuple[str, ...] = ("RR",)) -> Found:
    """What the finder hands over."""
    request = Request(
        DAY,
        PayerAsked("commercial", None),
        Order(on_file=True, day_lpm=None, night_lpm=None, exertion_lpm=None, portable=False),
        None,
        Cycle(),
        (),
    )
    line = FoundLine(code, modifiers, 1, "stationary_concentrator", "Oxygen concentrator", None, None, ())
    return Found(request, (line,), ())


def test_what_the_finder_found_goes_onto_the_superbill_that_is_being_made(
    window: MainWindow, compose: Open, marisol: int, keys: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("freestyle")
    keys.press("Return")
    keys.type("FSC-79")
    view = compose(PutOnSuperbill(found()))
    assert [line["code"] for line in view.form.wire()["lines"]] == ["E1392", "E1390"]
    assert view.form.wire()["lines"][0]["serial"] == "FSC-79"
    view = compose(PutOnSuperbill(found("E1391"), 1))
    assert [line["code"] for line in view.form.wire()["lines"]] == ["E1392", "E1391"]


def test_words_that_are_no_product_lead_to_the_finder(
    window: MainWindow, compose: Open, marisol: int, keys: Any
) -> None:
    view = compose(NewSuperbill(patient=marisol))
    keys.type("bag for it")
    assert view.form.lines.picker.list.count() >= 1
    keys.press("End")
    view.form.lines.picker.list.setCurrentRow(view.form.lines.picker.list.count() - 1)
    keys.press("Return")
    assert isinstance(window.page, FinderPage)
    assert QApplication.focusWidget() is not None


def test_a_corrected_copy_of_a_receipt_is_a_receipt(
    compose: Open, of_medicare: int, keys: Any, book: Any, over: Any
) -> None:
    from desktop.operations import issuing  # noqa: PLC0415 -- loads the paper's libraries

    view = compose(NewSuperbill(patient=of_medicare))
    put_on(view, keys, "FSC-80")
    keys.press("F9")
    over()
    old = documents.listed(book, states=["issued"], patient_id=of_medicare)[0]
    copy = issuing.corrected_copy(book, old.id)
    view = compose(OpenDraft(copy.id))
    assert seen(view, "Receipt")
    assert all(finding.severity != "stop" for finding in view.findings.shown)
    keys.press("Ctrl+Return")
    over()
    assert (documents.read(book, copy.id).state, documents.read(book, copy.id).kind) == ("issued", "receipt")
