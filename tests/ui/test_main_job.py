"""The main job by keyboard alone: from the first start to the paper, kept in the book, that a stranger can read."""

import hashlib
import io
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents
from desktop.operations.book import Book
from desktop.ui.finder.page import FinderPage
from desktop.ui.main_window import MainWindow

_MOST_TABS = 90
_BETWEEN_MS = 10  # what the window has to draw between two fields; a hand takes longer
_SOLD = "22111"  # a portable unit, sold new, out and about, a concentrator on batteries, the order is on file


class Person:
    """Somebody at the counter with a keyboard only: goes to a field by Tab, or back by Shift+Tab, and types."""

    def __init__(self, window: MainWindow, keys: Any, qtbot: QtBot) -> None:
        self.window, self.keys, self._qtbot = window, keys, qtbot

    @property
    def book(self) -> Book:
        """The book of the store that was set up."""
        assert self.window.services is not None
        return self.window.services.book

    def to(self, name: str, by: str = "Tab") -> None:
        """Key after key to what a screen reader calls so, or begins to."""
        seen = []
        for _ in range(_MOST_TABS):
            if (on := _stands_on()).startswith(name):
                return
            seen.append(on)
            self.keys.press(by)
        pytest.fail(f"{name} is not reached by {by}: {seen}")

    def fill(self, name: str, text: str, by: str = "Tab") -> None:
        """Goes to a field and types instead of what is there."""
        self.to(name, by)
        self.keys.press("Ctrl+A")
        self.keys.type(text)
        self.keys.wait(_BETWEEN_MS)

    def take(self, name: str, text: str) -> None:
        """Takes the first of what a search finds."""
        self.fill(name, text)
        self.keys.press("Return")

    def settle(self) -> None:
        """Until nothing is under way."""
        self.keys.wait(60)
        self._qtbot.waitUntil(lambda: not self.window.workers.busy, timeout=15_000)

    def set_up_store(self) -> None:
        """The first start, and in the settings what a superbill needs beside it."""
        self.keys.type("Gulf Breeze Oxygen LLC")
        self.fill("Phone", "(361) 555 0142")
        self.fill("ZIP code", "78411")
        self.fill("NPI", "1234567893")
        self.to("Set up my store")
        self.keys.press("Space")
        self._qtbot.waitUntil(lambda: self.window.services is not None, timeout=15_000)
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
        week_ago = datetime.now(UTC) - timedelta(days=7)
        self.fill("Ordered on", f"{week_ago:%m%d%Y}")
        self.fill("Liters a minute by day", "2")
        self.take("Diagnosis", "J44.9")

    def find_line(self) -> None:
        """What goes out of the door, asked of the code finder."""
        self.fill("Item", "oxygen machine for her trips")
        self.keys.press("PgDown", 5)
        self.keys.wait(_BETWEEN_MS)
        self.keys.press("Return")
        self.settle()
        assert isinstance(self.window.page, FinderPage)
        for digit in _SOLD:
            self.keys.press(digit)
            self.keys.wait(_BETWEEN_MS)
        self.keys.press("Return")

    def describe_and_pay(self) -> None:
        """Serial number as a scanner types it, price, maker and model; paid in full by card."""
        assert _stands_on() == "Serial number"
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


def _stands_on() -> str:
    """What a screen reader calls the place where one types."""
    focus = QApplication.focusWidget()
    words = getattr(focus, "text", str)()
    return focus.accessibleName() or words if focus is not None else ""


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture
def window(first_start: MainWindow) -> MainWindow:
    """Here the window is that of somebody who has just installed Oxydesk."""
    return first_start


@pytest.fixture
def person(window: MainWindow, keys: Any, qtbot: QtBot) -> Person:
    """At the counter of a store that was set up a moment ago, a new superbill before them."""
    somebody = Person(window, keys, qtbot)
    somebody.set_up_store()
    keys.press("Ctrl+N")
    somebody.settle()
    return somebody


def test_from_the_first_start_to_the_paper(person: Person) -> None:
    person.name_patient()
    person.name_plan_doctor_and_diagnosis()
    person.find_line()
    person.describe_and_pay()
    issued = person.issue()
    assert (issued.kind, issued.patient_name) == ("superbill", "Zoë Nguyễn-Żółć")
    assert issued.total == issued.paid == Decimal("2495.00")
    pdf = documents.pdf(person.book, issued.id)
    assert hashlib.sha256(pdf).hexdigest() == issued.sha256
    paper = _words(pdf)
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


def test_a_medicare_buyer_leaves_the_new_store_with_a_receipt(person: Person) -> None:
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
    paper = _words(pdf)
    assert f"RECEIPT Proof of purchase {receipt.number}" in paper
    assert "NOT FOR FILING WITH MEDICARE" in paper
    assert "CAIRE FreeStyle Comfort · serial FSC-2291-0047 1 2,495.00" in paper
    assert "PAID IN FULL" in paper
    assert "E1392" not in paper
