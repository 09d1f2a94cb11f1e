"""A return by keyboard alone: looked at and left, nothing stays; gone through with, a credit names the original."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents
from desktop.operations.documents import CREDIT
from desktop.ui.main_window import MainWindow
from desktop.ui.ways import OpenDocument
from tests.ui.person import Person, words_of

SOLD = "SB-2026-000001"


class Clerk(Person):
    """Somebody to whom an item is brought back."""

    def bring_back(self) -> Document:
        """The paper is opened, and the return begun."""
        (paper,) = documents.listed(self.book, text=SOLD)
        self.window.go(OpenDocument(paper.id))
        self.settle()
        self.keys.press("Alt+R")
        self.settle()
        return paper

    def credits(self) -> list[Document]:
        """All that the book has, drafts too."""
        return documents.listed(self.book, kinds=[CREDIT])


@pytest.fixture
def clerk(window: MainWindow, keys: Any, qtbot: QtBot) -> Clerk:
    """At the counter of the sample store."""
    return Clerk(window, keys, qtbot)


def test_a_return_that_is_left_untouched_leaves_nothing(clerk: Clerk) -> None:
    clerk.bring_back()
    clerk.keys.wait(600)
    for key in ("Tab", "Tab", "Shift+Tab", "Esc", "Esc"):
        clerk.keys.press(key)
    clerk.settle()
    assert clerk.credits() == []


def test_a_return_that_is_gone_through_with_names_the_original(clerk: Clerk) -> None:
    sold = clerk.bring_back()
    clerk.keys.press("Space")
    clerk.fill("Why it came back", "too loud at night")
    clerk.to("Pay all of it back")
    clerk.settle()
    clerk.keys.press("Space")
    clerk.fill("Method", "card")
    clerk.keys.wait(300)
    clerk.settle()
    clerk.keys.press("Ctrl+Return")
    clerk.settle()
    (credit,) = clerk.credits()
    assert (credit.number, credit.of, -credit.total) == ("CR-2026-000001", sold.id, sold.total)
    paper = words_of(documents.pdf(clerk.book, credit.id))
    assert "CR-2026-000001" in paper
    assert SOLD in paper
    assert "Marisol Treviño-O'Neill" in paper
    assert "too loud at night" in paper
    assert "2,495.00" in paper
