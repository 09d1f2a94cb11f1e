"""Patients by keyboard: found, entered, not made twice, undone, there again after a crash."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from desktop.operations import drafts, patient_card, patients
from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow
from desktop.ui.ways import NewPatient, OpenPatient, Way
from tests.ui.patients_by_keyboard import line, marisol, named, names, save

SIZES = {"1024x700": QSize(1024, 700), "1024x700 at 200 %": QSize(512, 350), "1920x1080": QSize(1920, 1080)}


SAID_MS = 700  # what is wrong is said a moment after typing stops


@pytest.fixture
def book(window: MainWindow) -> Book:
    """The sample store's, without the form that somebody was called away from."""
    assert window.services is not None
    for row in drafts.listed(window.services.book, "patient/"):
        drafts.drop(window.services.book, row.key)
    return window.services.book


def test_a_patient_is_found_in_any_way_and_opened_by_keyboard(
    window: MainWindow, book: Book, keys: Any, unblocked: Any
) -> None:
    keys.press("Alt+3")
    for typed in ("tre,mar", "08/17/1951", "08171951", "361 555 0130", "xjh884120973", "Treviño"):
        keys.press("Ctrl+F")
        keys.type(typed)
        assert names(window)[0] == "Marisol Treviño-O'Neill"
        keys.press("Return")
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        assert focus.text().replace("&", "") == "New superbill"


def test_the_newest_search_wins_and_nobody_is_said(window: MainWindow, book: Book, keys: Any) -> None:
    keys.press("Alt+3")
    keys.press("Ctrl+F")
    keys.type("tre")
    many = len(names(window))
    keys.type("zzz")
    assert (many > 0, names(window)) == (True, [])
    keys.press("Backspace", 3)
    assert len(names(window)) == many


def test_a_new_patient_by_keyboard_with_names_of_the_world(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Żółć, Świętosława"))
    assert line(window, "Last name").text() == "Żółć"
    line(window, "Birth date").setFocus()
    keys.type("8/17/51")
    keys.press("Tab", 2)
    keys.type("(361) 555.0199")
    assert line(window, "Phone").hasFocus()
    line(window, "ZIP code").setFocus()
    keys.type("90210")
    keys.press("Tab")
    assert line(window, "State").text() == "CA"
    assert line(window, "Birth date").text() == "08/17/1951"
    save(keys)
    made = patients.find(book, "zol,swie", date(2026, 3, 2))[0]
    assert (made.name, made.dob, made.phone) == ("Świętosława Żółć", date(1951, 8, 17), "361-555-0199")
    assert made.address.state == "CA"
    assert drafts.listed(book, "patient/") == []


def test_plan_and_doctor_can_be_new_with_the_patient(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Ngô Thị"))
    plan = named(window, QComboBox, "Plan")
    plan.setCurrentIndex(plan.count() - 1)
    line(window, "Name of the new plan").setFocus()
    keys.type("Sức Khỏe Plan")
    line(window, "Member ID").setFocus()
    keys.type("NG-1")
    doctor = named(window, QComboBox, "Doctor who ordered it")
    doctor.setCurrentIndex(doctor.count() - 1)
    line(window, "Doctor's last name").setFocus()
    keys.type("Ødegård")
    line(window, "Doctor's NPI").setFocus()
    keys.type("1679576722")
    line(window, "Liters a minute by day").setFocus()
    keys.type("2 L/min")
    line(window, "Diagnoses").setFocus()
    keys.type("j449 J96.11")
    save(keys)
    card = patient_card.read(book, patients.find(book, "thi,ngo", date(2026, 3, 2))[0].id)
    ((coverage, its_plan),) = card.memberships
    ((order, its_doctor),) = card.orders
    assert (its_plan.name, coverage.member_id) == ("Sức Khỏe Plan", "NG-1")
    assert its_doctor is not None
    assert (its_doctor.last, its_doctor.npi) == ("Ødegård", "1679576722")
    assert (order.day_lpm, order.diagnoses) == (2.0, ("J44.9", "J96.11"))


WRONG = {
    "Birth date": ("02301951", "no day 30"),
    "Phone": ("361", "ten digits"),
    "ZIP code": ("7841", "five digits"),
    "State": ("Tex", "two letters"),
    "Doctor's NPI": ("1679576723", "check digit"),
    "Hours a day": ("25", "at most 24"),
    "Months of need": ("0", "from 1 to 99"),
    "Diagnoses": ("cough", "codes like J44.9"),
}


def test_what_is_wrong_is_said_beside_the_field_while_typing(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Bùi"))
    doctor = named(window, QComboBox, "Doctor who ordered it")
    doctor.setCurrentIndex(doctor.count() - 1)
    for name, (typed, _) in WRONG.items():
        line(window, name).setFocus()
        keys.type(typed)
    keys.wait(SAID_MS)
    for name, (_, said) in WRONG.items():
        assert said in line(window, name).accessibleDescription()
    save(keys)
    assert drafts.take_up(book, "patient/new") is not None, "nothing wrong is saved, nothing typed is lost"


def test_a_member_id_without_its_plan_is_asked_for(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Okafor"))
    line(window, "Member ID").setFocus()
    keys.type("A1")
    save(keys)
    plan = named(window, QComboBox, "Plan")
    assert "Choose the plan" in plan.accessibleDescription()
    assert plan.hasFocus()


def test_a_removed_plan_comes_back_with_undo(window: MainWindow, book: Book, keys: Any) -> None:
    patient = marisol(book)
    window.go(OpenPatient(patient.id))
    named(window, QPushButton, "Remove: Lone Star Health Plan").setFocus()
    keys.press("Space")
    assert patient_card.read(book, patient.id).memberships == ()
    keys.press("Alt+U")
    assert len(patient_card.read(book, patient.id).memberships) == 1


def test_of_several_plans_one_is_first(window: MainWindow, book: Book, keys: Any) -> None:
    patient = marisol(book)
    window.go(OpenPatient(patient.id))
    keys.press("Alt+P")
    plan = named(window, QComboBox, "Plan")
    plan.setCurrentText("Gulf Coast Mutual")
    save(keys)
    assert [plan.name for _, plan in patient_card.read(book, patient.id).memberships] == [
        "Gulf Coast Mutual",
        "Lone Star Health Plan",
    ]
    named(window, QPushButton, "Use first: Lone Star Health Plan").setFocus()
    keys.press("Space")
    first, _ = patient_card.read(book, patient.id).memberships
    assert (first[1].name, first[0].member_id) == ("Lone Star Health Plan", "XJH884120973")


def test_an_order_is_changed_by_keyboard(window: MainWindow, book: Book, keys: Any) -> None:
    patient = marisol(book)
    window.go(OpenPatient(patient.id))
    named(window, QPushButton, "Change: Anand Krishnamurthy, MD, 02/01/2026").setFocus()
    keys.press("Space")
    night = line(window, "Asleep")
    night.setFocus()
    night.selectAll()
    keys.type("3")
    save(keys)
    ((order, doctor),) = patient_card.read(book, patient.id).orders
    assert (order.day_lpm, order.night_lpm, order.order_date) == (2.0, 3.0, date(2026, 2, 1))
    assert doctor is not None


def test_a_day_is_picked_in_the_calendar(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(NewPatient("Bùi"))
    born = line(window, "Birth date")
    born.setFocus()
    keys.type("8/17/51")
    keys.press("Alt+Down")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    keys.press("Right")
    keys.press("Return")
    assert QApplication.activePopupWidget() is None
    assert born.text() == "08/18/1951"


def test_a_superbill_that_was_begun_is_the_next_step(window: MainWindow, book: Book) -> None:
    begun = patients.find(book, "sjo", date(2026, 3, 2))[0]
    window.go(OpenPatient(begun.id))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text().replace("&", "") == "Go on with the superbill"


WAYS: dict[str, Way] = {"new": NewPatient("Featherstonehaugh, Rosalind"), "one": OpenPatient(1)}


@pytest.mark.parametrize("way", WAYS)
def test_everything_has_a_name(window: MainWindow, book: Book, way: str, unnamed: Any, unlabelled: Any) -> None:
    window.go(WAYS[way])
    QApplication.processEvents()
    assert (unnamed(window), unlabelled(window)) == ([], [])


@pytest.mark.parametrize("way", WAYS)
def test_everything_is_reached_by_tab(
    window: MainWindow, book: Book, way: str, reached_by_tab: Any, controls: Any
) -> None:
    window.go(WAYS[way])
    window.keep_all()  # the line of what is half-made stands before anybody walks
    QApplication.processEvents()
    reached = reached_by_tab()
    assert [control for control in controls(window) if control not in reached] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_cut_off_however_small(window: MainWindow, book: Book, way: str, size: str, clipped: Any) -> None:
    window.resize(SIZES[size])
    window.go(WAYS[way])
    QApplication.processEvents()
    assert clipped(window) == []


def test_the_window_answers_while_a_patient_is_entered(
    window: MainWindow, book: Book, keys: Any, unblocked: Any
) -> None:
    window.go(NewPatient("Trevino, Marisol"))
    line(window, "Birth date").setFocus()
    keys.type("081751")
    keys.press("Tab")
    keys.wait(500)
    keys.press("Esc")
    keys.wait(50)


def test_a_patient_who_is_wanted_stands_before_a_table_that_lies_open(
    window: MainWindow, book: Book, tmp_path: Path, answers: Any
) -> None:
    answers.file = tmp_path / "old.csv"
    answers.file.write_text("First;Last\nZoë;Żółć\n", encoding="utf-8")
    window.go(OpenPatient(1))
    next(each for each in window.findChildren(QPushButton) if each.text().startswith("From a CSV")).click()
    window.go_to("counter")
    window.go(OpenPatient(1))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text().replace("&", "") == "New superbill"
