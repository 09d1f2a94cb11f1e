"""A superbill that is made on the screen, for tests: the view, the sample store's book, a patient who comes back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.operations import patients
from desktop.ui.main_window import MainWindow
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.page import SuperbillsPage
from desktop.ui.ways import NewSuperbill
from tests.ui.compose.seen import Open


@pytest.fixture
def compose(window: MainWindow, qtbot: QtBot) -> Open:
    """Opens the view on a new superbill, or on a way, when it is ready to be typed in."""

    def begin(way: object = None) -> ComposeView:
        window.go(way or NewSuperbill())  # type: ignore[arg-type]
        page = window.page
        assert isinstance(page, SuperbillsPage)
        view = page.front
        assert isinstance(view, ComposeView)
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=30_000)
        return view

    return begin


@pytest.fixture
def book(window: MainWindow) -> Any:
    """The sample store's book."""
    assert window.services is not None
    return window.services.book


@pytest.fixture
def over(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Waits until what was asked for is done."""
    return lambda: qtbot.waitUntil(lambda: not window.workers.busy, timeout=30_000)


@pytest.fixture
def marisol(book: Any) -> int:
    """A returning patient with a private plan."""
    return patients.find(book, "tre,mar", date(2026, 3, 2))[0].id


@pytest.fixture
def counted(keys: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that were pressed beside what was typed."""
    pressed: list[str] = []
    press = keys.press

    def noted(combination: str, times: int = 1) -> None:
        pressed.extend([combination] * times)
        press(combination, times)

    monkeypatch.setattr(keys, "press", noted)
    return pressed
