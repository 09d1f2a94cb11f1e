"""A corrected copy by keyboard alone: opened with everything in it, changed, issued; both papers read back."""

import hashlib
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents
from desktop.operations.documents import DRAFT, ISSUED, VOIDED
from desktop.ui.main_window import MainWindow
from tests.ui.person import Person, words_of

FIRST = "SB-2026-000001"


class Clerk(Person):
    """Somebody who was told that a serial number is wrong."""

    def open_paper(self, number: str) -> Document:
        """Finds a paper on the page of superbills and opens it."""
        self.keys.press("Alt+5")
        self.settle()
        self.keys.press("Ctrl+F")
        self.keys.type(number)
        self.keys.wait(220)
        self.settle()
        self.to("Papers")
        self.keys.press("Return")
        self.settle()
        return self.paper(number)

    def paper(self, number: str) -> Document:
        """What the book has under a number."""
        (found,) = documents.listed(self.book, text=number)
        return found

    def numbers(self) -> list[str]:
        """Of all superbills that were ever issued."""
        kept = documents.listed(self.book, states=[ISSUED, VOIDED], kinds=["superbill"])
        return sorted(paper.number or "" for paper in kept)


@pytest.fixture
def clerk(window: MainWindow, keys: Any, qtbot: QtBot) -> Clerk:
    """At the counter of the sample store."""
    return Clerk(window, keys, qtbot)


def test_the_old_one_is_voided_and_linked_when_its_copy_is_issued(clerk: Clerk) -> None:
    old = clerk.open_paper(FIRST)
    before, numbers = documents.pdf(clerk.book, old.id), clerk.numbers()
    clerk.keys.press("Alt+C")
    clerk.settle()
    assert clerk.paper(FIRST).state == ISSUED
    clerk.fill("Serial number", "FSC-9999-0001")
    clerk.settle()
    clerk.keys.press("Ctrl+Return")
    clerk.settle()
    voided = clerk.paper(FIRST)
    new = documents.read(clerk.book, voided.replaced_by or 0)
    assert (voided.state, new.state, new.replaces) == (VOIDED, ISSUED, old.id)
    assert clerk.numbers() == [*numbers, new.number]
    assert int((new.number or "")[-6:]) == len(numbers) + 1
    assert documents.pdf(clerk.book, old.id) == before
    pdf = documents.pdf(clerk.book, new.id)
    assert hashlib.sha256(pdf).hexdigest() == new.sha256
    was, now = words_of(before), words_of(pdf)
    assert f"Itemized statement for reimbursement {FIRST}" in was
    assert f"Itemized statement for reimbursement {new.number}" in now
    assert f"CORRECTED COPY, replaces {FIRST}" in now
    assert "Marisol Treviño-O'Neill" in was
    assert "Marisol Treviño-O'Neill" in now
    assert "FSC-9999-0001" in now
    assert "FSC-9999-0001" not in was
    clerk.to(f"Replaces {FIRST}")
    clerk.keys.press("Space")
    clerk.settle()
    clerk.to(f"Replaced by {new.number}")


def test_a_copy_that_is_not_wanted_after_all_leaves_the_old_one_as_it_was(clerk: Clerk) -> None:
    old = clerk.open_paper(FIRST)
    clerk.keys.press("Alt+C")
    clerk.settle()
    clerk.keys.press("Esc")
    clerk.open_paper(FIRST)
    clerk.to("Go on with the corrected copy")
    clerk.keys.press("Space")
    clerk.settle()
    (copy,) = [paper for paper in documents.listed(clerk.book, states=[DRAFT]) if paper.replaces == old.id]
    clerk.to("Drop")
    clerk.keys.press("Space")
    clerk.settle()
    assert documents.read(clerk.book, copy.id).deleted
    assert clerk.paper(FIRST) == old
