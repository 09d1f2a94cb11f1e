"""The main job by keyboard alone: from the first start to the paper, kept in the book, that a stranger can read."""

import hashlib
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents
from desktop.ui.finder.page import FinderPage
from desktop.ui.main_window import MainWindow
from tests.ui.day import TODAY
from tests.ui.first_owner import become_owner
from tests.ui.person import BETWEEN_MS, Person, stands_on, words_of

_SOLD = "22111"  # a portable unit, sold new, out and about, a concentrator on batteries, the order is on file


class Newcomer(Person):
    """Somebody who has just installed Oxydesk."""

    def set_up_store(self) -> None:
        """The first start, and in the settings what a superbill needs beside it."""
        self.keys.type("Gulf Breeze Oxygen LLC")
        self.fill("Phone", "(361) 555 0142")
        self.fill("ZIP code", "78411")
        self.fill("NPI", "1234567893")
        self.to("Set up my store")
        self.keys.press("Space")
        become_owner(self.window, self.keys, self._qtbot)
        self.settle()
        self.keys.press("Alt+7")
        self.fill("EIN (tax number)", "91-1144442")
        self.to("Enrolled with Medicare")
        self.keys.press("Down")
        self.fill("Street", "4400 Staples St")
        self.fill("City", "Corpus Christi")

    def name_patient(self) -> None:
        """Somebody who is not in the book yet."""
        self.take("Patient", "Nguyễn-Żółć, Zoë")
        self.fill("Born", "08171951")
        self.fill("Phone", "3615550177")
        self.fill("Street", "7 Pearl St")
        self.fill("ZIP code", "78401")
        self.fill("City", "Corpus Christi")
        self.fill("State", "TX")

    def name_plan_doctor_and_diagnosis(self) -> None:
        """A private plan, the doctor's order of the week before, and why."""
        self.take("Plan", "Lone Star Health")
        self.fill("Member ID", "LSH90071")
        self.take("Doctor", "Krishnamurthy")
        self.fill("Doctor's first name", "Anaïs", "Shift+Tab")
        self.fill("Credentials", "MD")
        self.fill("Doctor's NPI", "1679576722")
        week_ago = TODAY - timedelta(days=7)
        self.fill("Ordered on", f"{week_ago:%m%d%Y}")
        self.fill("Liters a minute by day", "2")
        self.take("Diagnosis", "J44.9")

    def find_line(self) -> None:
        """What goes out of the door, asked of the code finder."""
        self.fill("Item", "oxygen machine for her trips")
        self.keys.press("PgDown", 5)
        self.keys.wait(BETWEEN_MS)
        self.keys.press("Return")
        self.settle()
        assert isinstance(self.window.page, FinderPage)
        for digit in _SOLD:
            self.keys.press(digit)
            self.keys.wait(BETWEEN_MS)
        self.keys.press("Return")

    def describe_and_pay(self) -> None:
        """Serial number as a scanner types it, price, maker and model; paid in full by card."""
        assert stands_on() == "Serial number"
        self.keys.type("FSC-2291-0047")
        self.keys.press("Return")
        self.fill("Amount for all", "2495", "Shift+Tab")
        self.to("Days, maker, place, diagnoses")
        self.keys.press("Space")
        self.fill("Maker", "CAIRE")
        self.fill("Model", "FreeStyle Comfort")
        self.keys.press("F8")

    def issue(self) -> Document:
        """Ctrl+Enter; the document that came of it."""
        self.settle()
        self.keys.press("Ctrl+Return")
        self.settle()
        return self.only_paper()

    def only_paper(self) -> Document:
        """What was issued, and that it is all there is."""
        (issued,) = documents.listed(self.book)
        assert issued.state == "issued"
        return issued


@pytest.fixture
def window(first_start: MainWindow) -> MainWindow:
    """Here the window is that of somebody who has just installed Oxydesk."""
    return first_start


@pytest.fixture
def person(window: MainWindow, keys: Any, qtbot: QtBot) -> Newcomer:
    """At the counter of a store that was set up a moment ago, a new superbill before them."""
    somebody = Newcomer(window, keys, qtbot)
    somebody.set_up_store()
    keys.press("Ctrl+N")
    somebody.settle()
    return somebody


def test_from_the_first_start_to_the_paper(person: Newcomer) -> None:
    person.name_patient()
    person.name_plan_doctor_and_diagnosis()
    person.find_line()
    person.describe_and_pay()
    issued = person.issue()
    assert (issued.kind, issued.patient_name) == ("superbill", "Zoë Nguyễn-Żółć")
    assert issued.total == issued.paid == Decimal("2495.00")
    pdf = documents.pdf(person.book, issued.id)
    assert hashlib.sha256(pdf).hexdigest() == issued.sha256
    paper = words_of(pdf)
    assert f"SUPERBILL Itemized statement for reimbursement {issued.number}" in paper
    assert "Gulf Breeze Oxygen LLC 4400 Staples St · Corpus Christi TX 78411" in paper
    assert "NPI 1234567893 · EIN 91-1144442" in paper
    assert "Zoë Nguyễn-Żółć born 17 Aug 1951" in paper
    assert "Lone Star Health member LSH90071" in paper
    assert "Anaïs Krishnamurthy, MD NPI 1679576722" in paper
    assert "A J44.9" in paper
    assert "12 E1392 NU" in paper
    assert "CAIRE FreeStyle Comfort · serial FSC-2291-0047 A 1 2,495.00" in paper
    assert "Total 2,495.00 Paid 2,495.00 Balance 0.00" in paper
    assert "PAID IN FULL" in paper


def test_a_medicare_buyer_leaves_the_new_store_with_a_receipt(person: Newcomer) -> None:
    person.name_patient()
    person.take("Plan", "Medicare")
    person.fill("Member ID", "1EG4TE5MK73")
    person.take("Item", "E1392 NU")
    person.describe_and_pay()
    person.settle()
    person.keys.press("Ctrl+Return")
    person.settle()
    assert documents.listed(person.book, states=["issued"]) == []
    person.keys.press("F9")
    person.settle()
    receipt = person.only_paper()
    assert (receipt.kind, receipt.patient_name) == ("receipt", "Zoë Nguyễn-Żółć")
    assert receipt.total == receipt.paid == Decimal("2495.00")
    pdf = documents.pdf(person.book, receipt.id)
    assert hashlib.sha256(pdf).hexdigest() == receipt.sha256
    paper = words_of(pdf)
    assert f"RECEIPT Proof of purchase {receipt.number}" in paper
    assert "NOT FOR FILING WITH MEDICARE" in paper
    assert "CAIRE FreeStyle Comfort · serial FSC-2291-0047 1 2,495.00" in paper
    assert "PAID IN FULL" in paper
    assert "E1392" not in paper
