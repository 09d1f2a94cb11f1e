"""Somebody at the store's door in the window, for the tests that come to it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.book.slots import Cost
from desktop.operations.book import Book
from desktop.program import Program
from desktop.ui.sign_in.page import SignInPage

CHEAP = Cost(8, 1, 1)
SMALLEST, SMALLEST_AT_200 = QSize(1024, 700), QSize(512, 350)
WORDS = "green truck, nine pelicans"
OTHER = "a wholly other phrase 7"
ANA, BO = "Ana Ruiz", "Bo Lê"

Start = Callable[..., Program]

Comes = Callable[[], "Person"]


class Person:
    """Somebody at the keyboard of a program."""

    def __init__(self, program: Program, keys: Any, bot: QtBot) -> None:
        self.program, self.keys, self.bot = program, keys, bot

    @property
    def front(self) -> Any:
        """What stands in the window."""
        return self.program.window.front

    @property
    def book(self) -> Book:
        """The open book."""
        services = self.program.window.services
        assert services is not None
        return services.book

    def sees(self, kind: type) -> None:
        """Waits until a page of that kind stands in the window, and nothing is under way."""
        self.bot.waitUntil(lambda: isinstance(self.front, kind), timeout=20_000)
        self.bot.waitUntil(lambda: self.program.window.whole, timeout=20_000)

    def hears(self, words: str) -> None:
        """Waits until these words can be read somewhere in the window."""

        def said() -> bool:
            labels = self.program.window.findChildren(QLabel)
            return any(label.isVisible() and words in label.text().replace("&", "") for label in labels)

        self.bot.waitUntil(said, timeout=20_000)

    def types(self, *lines: str) -> None:
        """Types each and presses Enter."""
        for line in lines:
            self.keys.type(line)
            self.keys.press("Return")

    def signs_in(self, password: str, name: str = "") -> None:
        """At the sign-in page, where the last name stands already."""
        self.sees(SignInPage)
        if name:
            line = named(self.front, QLineEdit, "Name")
            line.setFocus()
            line.selectAll()
            self.types(name)
        self.types(password)

    def rests(self) -> None:
        """Goes away for longer than the minutes after which the window locks itself."""
        watching = self.program._rest or (self.program._entrance and self.program._entrance._rest)
        assert watching
        self.bot.waitUntil(lambda: not self.program.window.workers.busy, timeout=20_000)
        watching._passed = lambda: 1e9
        watching.look()

    def reads(self) -> str:
        """All words that can be seen."""
        labels = self.program.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def presses(self, words: str) -> None:
        """A button that can be seen."""
        press(self.front, words)


def named(front: Any, kind: type, name: str) -> Any:
    """The visible control that a screen reader calls so."""
    return next(each for each in front.findChildren(kind) if each.accessibleName() == name and each.isVisible())


def press(front: Any, words: str) -> None:
    buttons = front.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "") == words and each.isVisible()).click()


def held(person: Person, unnamed: Any, unlabelled: Any, clipped: Any) -> None:
    """The page at the front is whole and named in both of the smallest sizes."""
    for size in (SMALLEST, SMALLEST_AT_200):
        person.program.window.resize(size)
        person.keys.wait(20)
        front = person.front
        assert (unnamed(front), unlabelled(front), clipped(front)) == ([], [], [])
