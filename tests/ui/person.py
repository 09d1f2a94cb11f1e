"""Somebody at the counter with a keyboard only, for the tests that do a whole job so."""

import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow

_MOST_TABS = 90
_SOON_MS = 1_000  # what happens by itself within this belongs to what was done before: a search, a form that is kept
BETWEEN_MS = 10  # what the window has to draw between two fields; a hand takes longer


class Person:
    """Somebody at the counter with a keyboard only: goes to a field by Tab, or back by Shift+Tab, and types."""

    def __init__(self, window: MainWindow, keys: Any, qtbot: QtBot) -> None:
        self.window, self.keys, self._qtbot = window, keys, qtbot

    @property
    def book(self) -> Book:
        """The book that is open."""
        assert self.window.services is not None
        return self.window.services.book

    def to(self, name: str, by: str = "Tab") -> None:
        """Key after key to what a screen reader calls so, or begins to."""
        seen = []
        for _ in range(_MOST_TABS):
            if (on := stands_on()).startswith(name):
                return
            seen.append(on)
            self.keys.press(by)
        pytest.fail(f"{name} is not reached by {by}: {seen}")

    def fill(self, name: str, text: str, by: str = "Tab") -> None:
        """Goes to a field and types instead of what is there."""
        self.to(name, by)
        self.keys.press("Ctrl+A")
        self.keys.type(text)
        self.keys.wait(BETWEEN_MS)

    def take(self, name: str, text: str) -> None:
        """Takes the first of what a search finds."""
        self.fill(name, text)
        self.keys.press("Return")

    def press(self, name: str) -> None:
        """Goes to a button and presses it."""
        self.to(name)
        self.keys.press("Space")
        self.settle()

    def settle(self) -> None:
        """Until nothing is under way."""
        self.keys.wait(60)
        self._qtbot.waitUntil(lambda: not self.window.workers.busy, timeout=30_000)

    def rest(self) -> None:
        """Until nothing happens by itself any more: what was typed is kept, searches and previews are there."""
        self.window.keep_all()
        self.settle()
        self._qtbot.waitUntil(lambda: not (soon(self.window) or self.window.workers.busy), timeout=30_000)


def soon(window: MainWindow) -> list[str]:
    """What is about to happen by itself, by who has it in mind."""
    timers = window.findChildren(QTimer)
    pending = [each for each in timers if each.isActive() and each.isSingleShot() and each.interval() < _SOON_MS]
    return [type(each.parent()).__name__ for each in pending]


class Bot:
    """Waits without pytest's own."""

    def wait(self, milliseconds: int) -> None:
        """Lets the window work for so long."""
        end = time.monotonic() + milliseconds / 1000
        self.waitUntil(lambda: time.monotonic() >= end)

    def waitUntil(self, until: Callable[[], bool], timeout: int = 60_000) -> None:  # noqa: N802 -- as pytest-qt has it
        """Lets the window work until then."""
        end = time.monotonic() + timeout / 1000
        while not until() and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)


def stands_on() -> str:
    """What a screen reader calls the place where one types."""
    focus = QApplication.focusWidget()
    words = getattr(focus, "text", str)()
    return focus.accessibleName() or words.replace("&", "") if focus is not None else ""


def words_of(pdf: bytes) -> str:
    """What a reader of the page reads, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
