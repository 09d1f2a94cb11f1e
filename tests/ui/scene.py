"""The page of superbills at the front, its list read, with the keyboard before it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.book.rows import Document
from desktop.operations import documents
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.page import SuperbillsPage


@dataclass
class Scene:
    """What a test of this page works with; `answers` are what the person would answer to questions."""

    window: MainWindow
    keys: Any
    answers: Any
    qtbot: QtBot

    @property
    def page(self) -> SuperbillsPage:
        """The page of superbills."""
        page = self.window.page
        assert isinstance(page, SuperbillsPage)
        return page

    @property
    def book(self) -> Any:
        """The sample store's book."""
        assert self.window.services is not None
        return self.window.services.book

    def settle(self) -> None:
        """Until no work is under way."""
        for pause in (60, 120):  # a preview asks once more when its room is known
            self.qtbot.wait(pause)
            self.qtbot.waitUntil(lambda: not self.window.workers.busy, timeout=20_000)

    def shows(self, view: str) -> bool:
        """Whether that view of the page is at the front."""
        return self.page.front is getattr(self.page, view)

    def papers(self, **asked: Any) -> list[Document]:
        """Papers of the sample store."""
        return documents.listed(self.book, **asked)

    def paper_of(self, name: str, **asked: Any) -> Document:
        """The one paper of a patient."""
        (found,) = [paper for paper in self.papers(**asked) if paper.patient_name == name]
        return found

    def button(self, words: str) -> QPushButton:
        """The button that says so, of those that can be seen."""
        (found,) = [
            one
            for one in self.page.findChildren(QPushButton)
            if one.isVisibleTo(self.page) and words in one.text().replace("&", "")
        ]
        return found
