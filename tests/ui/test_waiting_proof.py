"""The waiting list by keyboard alone: what was missing has come, and the superbill is two keys away, all in it."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents, waiting
from desktop.ui.counter.page import CounterPage
from desktop.ui.counter.rows import RowList
from desktop.ui.main_window import MainWindow
from tests.ui.day import TODAY
from tests.ui.person import Person, words_of

NAME = "Zoë Nguyễn-Żółć"


class Clerk(Person):
    """Somebody who serves at the counter of the sample store."""

    def sell_without_an_order(self) -> None:
        """A product of the list goes out of the door, and nobody knows yet who ordered it, or why."""
        self.keys.press("Ctrl+N")
        self.settle()
        self.take("Patient", "Nguyễn-Żółć, Zoë")
        self.fill("Born", "08171951")
        self.fill("Phone", "3615550177")
        self.fill("Street", "7 Pearl St")
        self.fill("ZIP code", "78401")
        self.fill("City", "Corpus Christi")
        self.take("Plan", "Lone Star")
        self.fill("Member ID", "LSH90071")
        self.take("Item", "freestyle")
        self.settle()
        self.keys.type("FSC-2291-0047")
        self.keys.press("Return")
        self.keys.press("F8")
        self.settle()

    def bring_the_order(self) -> None:
        """The doctor's order has come: into the patient's card."""
        self.keys.press("Alt+3")
        self.keys.press("Ctrl+F")
        self.keys.type("nguyen-zolc")
        self.keys.press("Return")
        self.to("Add an order")
        self.keys.press("Space")
        self.to("Doctor who ordered it")
        self.keys.type("Krish")
        self.fill("Day of the order", f"{TODAY - timedelta(days=7):%m%d%Y}")
        self.fill("Liters a minute by day", "2")
        self.fill("Diagnoses", "j449 J96.11")
        self.keys.press("Ctrl+S")

    def to_the_counter(self) -> None:
        """Leaves for the Counter; its lists are read."""
        self.keys.press("Alt+1")
        self.settle()

    def waits_for(self) -> list[str]:
        """What the Counter says of those who wait: who, what for, how far."""
        (found,) = [each for each in self.window.findChildren(RowList) if each.accessibleName() == "Waiting for"]
        return [f"{row.words}: {row.second} ({row.side})" for row in found.rows.rows]


@pytest.fixture
def clerk(window: MainWindow, keys: Any, qtbot: QtBot) -> Clerk:
    """At the counter of the sample store."""
    return Clerk(window, keys, qtbot)


def waits_of(clerk: Clerk) -> Document:
    """The superbill that waits for this patient."""
    (waits,) = [each for each in waiting.listed(clerk.book) if each.patient_name == NAME]
    return waits


def test_what_was_missing_comes_and_the_superbill_is_two_keys_away_with_everything_in_it(clerk: Clerk) -> None:
    clerk.sell_without_an_order()
    clerk.keys.press("F9")
    clerk.settle()
    waits = waits_of(clerk)
    receipt = documents.listed(clerk.book, states=["issued"])[0]
    assert (receipt.kind, receipt.of, receipt.total) == ("receipt", waits.id, receipt.paid)
    clerk.to_the_counter()
    assert any(NAME in said and "Missing: the doctor's first name" in said for said in clerk.waits_for())
    clerk.bring_the_order()
    clerk.to_the_counter()
    assert f"{NAME}: Everything has come (Ready)" in clerk.waits_for()
    clerk.keys.press("Down")
    clerk.keys.press("Return")
    clerk.settle()
    clerk.keys.press("Ctrl+Return")
    clerk.settle()
    issued = documents.read(clerk.book, waits.id)
    assert (issued.state, issued.total) == ("issued", issued.paid)
    pdf = documents.pdf(clerk.book, issued.id)
    assert hashlib.sha256(pdf).hexdigest() == issued.sha256
    paper = words_of(pdf)
    assert f"SUPERBILL Itemized statement for reimbursement {issued.number}" in paper
    assert "Zoë Nguyễn-Żółć born 17 Aug 1951" in paper
    assert "7 Pearl St Corpus Christi TX 78401" in paper
    assert "Lone Star Health Plan member LSH90071" in paper
    assert "Anand Krishnamurthy, MD NPI 1679576722" in paper
    assert (
        "L/min: 2 at rest DIAGNOSES (ICD-10-CM) A J44.9 Chronic obstructive pulmonary disease, unspecified B" in paper
    )
    assert "B J96.11 Chronic respiratory failure with hypoxia FROM" in paper
    assert "12 E1392 NU" in paper
    assert "CAIRE FreeStyle Comfort · serial FSC-2291-0047 A B 1 2,495.00" in paper
    assert "PAID IN FULL" in paper
    assert waiting.listed(clerk.book) == [each for each in waiting.listed(clerk.book) if each.patient_name != NAME]


def test_a_page_that_reads_on_after_it_was_left_does_not_take_the_keyboard(window: MainWindow, keys: Any) -> None:
    window.go_to("patients")
    hidden = window.page
    assert hidden is not None
    window.go_to("counter")
    keys.type("tre")
    hidden.findChildren(QLineEdit)[0].setFocus()
    keys.wait(20)
    keys.type(",mar")
    assert isinstance(window.page, CounterPage)
    assert window.page.search_box.text() == "tre,mar"
