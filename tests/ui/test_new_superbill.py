"""Ctrl+N begins a superbill for whoever is shown; where nobody is, an empty one."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.operations import documents
from desktop.operations.documents import ISSUED, SUPERBILL, WAITING
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import OpenDocument, OpenPatient
from tests.ui.scene import Scene

WHO = "Marisol Treviño-O'Neill"


@pytest.fixture
def begun(window: MainWindow, keys: Any, qtbot: QtBot) -> Any:
    """Presses Ctrl+N; the last name on the superbill that it begins."""

    def press() -> str | None:
        keys.press("Ctrl+N")
        qtbot.waitUntil(lambda: not window.workers.busy)
        assert isinstance(window.page, SuperbillsPage)
        assert isinstance(window.page.front, ComposeView)
        last = window.page.front.form.wire()["patient"]["last"]
        return None if last is None else str(last)

    return press


def test_for_the_patient_who_is_shown(at: Scene, begun: Any) -> None:
    patient = at.paper_of(WHO).patient_id
    assert patient is not None
    at.window.go(OpenPatient(patient))
    at.settle()
    assert begun() == "Treviño-O'Neill"
    assert begun() is None  # from there the next one


def test_for_whose_paper_is_opened_and_nobody_from_the_list(at: Scene, begun: Any) -> None:
    assert begun() is None
    at.window.go(OpenDocument(at.paper_of(WHO, states=[ISSUED], kinds=[SUPERBILL]).id))
    at.settle()
    assert begun() == "Treviño-O'Neill"


def test_for_whose_paper_waits(at: Scene, begun: Any) -> None:
    waits = next(paper for paper in at.papers(states=[WAITING]) if paper.reasons)
    at.page._opened(waits)
    at.settle()
    last = documents.content(at.book, waits.id).wire["patient"]["last"]
    assert begun() == last


def test_for_who_is_served_at_the_counter(window: MainWindow, keys: Any, begun: Any, qtbot: QtBot) -> None:
    window.go_to("counter")
    keys.type("tre,mar")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: not window.workers.busy)
    assert begun() == "Treviño-O'Neill"
