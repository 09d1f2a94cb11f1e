"""Several papers in one go by keyboard alone, stopped midway: what is issued is issued, the rest waits its turn."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents
from desktop.operations.documents import DRAFT, ISSUED, WAITING, Content
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.page import SuperbillsPage
from tests.ui.person import Person, stands_on

_MANY = 16
_ODD = 3  # the one that cannot be issued


class Clerk(Person):
    """Somebody who does the drafts of the day in one go."""

    def begin_many(self) -> list[Document]:
        """Drafts that can be issued, but for one of the first."""
        for paper in documents.listed(self.book, states=[DRAFT, WAITING]):
            documents.drop(self.book, paper.id)
        (sold,) = documents.listed(self.book, text="SB-2026-000001")
        wire = dict(documents.content(self.book, sold.id).wire) | {"number": None, "issued_on": None}
        odd = wire | {"diagnoses": []}
        whose = documents.whose(sold)
        return [
            documents.begin(self.book, whose=whose, content=Content(odd if place == _ODD else wire))
            for place in range(_MANY)
        ]

    def mark_all(self) -> None:
        """On the page of superbills, all drafts, in the order in which they were begun."""
        self.keys.press("Alt+5")
        self.settle()
        self.to("Which papers", by="Shift+Tab")
        self.keys.press("Right")
        self.settle()
        self.to("Papers")
        self.keys.press("Ctrl+A")
        self.to("Issue and print")
        self.keys.press("Space")
        self.settle()

    def states(self, papers: list[Document]) -> list[str]:
        """How far each is now."""
        return [documents.read(self.book, paper.id).state for paper in papers]


@pytest.fixture
def clerk(window: MainWindow, keys: Any, qtbot: QtBot) -> Clerk:
    """At the counter of the sample store."""
    return Clerk(window, keys, qtbot)


def test_stopped_midway_and_gone_on_with_nothing_is_doubled_or_lost(clerk: Clerk, qtbot: QtBot) -> None:
    papers = clerk.begin_many()
    clerk.mark_all()
    clerk.to("Issue only")
    clerk.keys.press("Space")
    assert stands_on() == "Cancel"
    qtbot.waitUntil(lambda: ISSUED in clerk.states(papers))
    clerk.keys.press("Space")
    clerk.settle()
    midway = clerk.states(papers)
    assert {ISSUED, DRAFT} == set(midway)
    assert midway.count(DRAFT) > 1
    clerk.keys.press("Alt+O")
    qtbot.waitUntil(lambda: not clerk.window.workers.busy, timeout=60_000)
    assert clerk.states(papers) == [DRAFT if place == _ODD else ISSUED for place in range(_MANY)]
    numbers = sorted(paper.number or "" for paper in documents.listed(clerk.book, states=[ISSUED], kinds=["superbill"]))
    assert numbers == [f"SB-2026-{running:06}" for running in range(1, len(numbers) + 1)]
    assert isinstance(clerk.window.page, SuperbillsPage)
    (stopped,) = [one for one in clerk.window.page.together.rows if one.outcome == "stopped"]
    assert "diagnosis" in stopped.why
