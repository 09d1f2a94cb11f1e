"""The real window for tests: opened on a folder of its own, driven by the keyboard, watched, and looked at.

- `window`: the sample store, desk opened; `first_start`: a window with an empty folder.
- `keys`: types texts of any letters, and presses shortcuts, as a keyboard would.
- `unblocked`, in every test: fails it when the window did not answer for over 100 ms (`watch.py`). What a test does
  itself for so long goes into `with unblocked.aside():`.
- `unnamed(widget)`, `unlabelled(widget)`, `clipped(widget)`, `controls(widget)`, `reached_by_tab()`, fixtures too: what
  a screen reader, an eye and a keyboard miss.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontDatabase, QKeyEvent, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.book.first_rows import Store
from db.book.slots import Cost
from desktop import files
from desktop.operations import users
from desktop.operations.sign_in import Door
from desktop.program import Program
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.ask import Ask
from tests.ui.at_the_door import ANA, BO, OTHER, WORDS, Person
from tests.ui.day import STANDING
from tests.ui.letting_go import let_go
from tests.ui.scene import Scene
from tests.ui.watch import Watch, pytest_pyfunc_call, pytest_report_teststatus, pytest_runtest_protocol, unblocked

__all__ = ["pytest_pyfunc_call", "pytest_report_teststatus", "pytest_runtest_protocol", "unblocked"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHEAP = Cost(8, 1, 1)  # a guess at a password, so that tests do not wait for half a second each
SMALLEST = QSize(1024, 700)
SMALLEST_AT_200 = QSize(512, 350)  # what 1024x700 has at 200 %: layouts count in such pixels


@dataclass
class Answers:
    """What the person would answer to questions, set by a test (`not_sure`: no to those with these words in them); and
    what was `asked`."""

    sure: bool = True
    not_sure: str = ""
    file: Path | None = None
    folder: Path | None = None
    printer: QPrinter | None = None
    asked: list[str] = field(default_factory=list)

    def yes(self, words: str) -> bool:
        """The answer to a question whether somebody is sure."""
        return self.sure and not (self.not_sure and self.not_sure in words)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Fusion, as the program has it."""
    QApplication.setStyle("Fusion")
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def face(qapp: QApplication) -> None:
    """The papers' face for the screen, too: what fits into its place is the same wherever the tests run."""
    for path in sorted((files.resources() / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0
    qapp.setFont(QFont("Noto Sans"))


@pytest.fixture(autouse=True)
def day() -> Iterator[None]:
    """It is the tenth of March 2026."""
    with STANDING:
        yield


@pytest.fixture
def answers() -> Answers:
    """Yes to every question, no file and no printer."""
    return Answers()


@pytest.fixture(scope="session")
def _shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a finished catalog, made once for all tests."""
    from desktop.operations.catalogue import open_catalogue  # noqa: PLC0415 -- only the window's tests need it

    home = tmp_path_factory.mktemp("shelf")
    open_catalogue(home, lambda _words, _done: None).close()
    return home


@pytest.fixture
def home(tmp_path: Path, _shelf: Path) -> Path:
    """Oxydesk's folder: the catalog is there, no book."""
    for file in _shelf.glob("catalogue*"):
        (tmp_path / file.name).hardlink_to(file)
    return tmp_path


Start = Callable[..., Program]
Look = Callable[[QWidget], list[QWidget]]
Words = Callable[[QWidget], list[str]]
T = TypeVar("T")


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, home: Path, answers: Answers, unblocked: Watch) -> Iterator[Start]:
    """Starts the program on the folder, as often as a test likes (after closing the one before)."""

    def asked(words: str, answer: Any) -> Any:
        answers.asked.append(words)
        return answer

    ask = Ask(
        lambda _window, words, _does: asked(words, answers.yes(words)),
        lambda _window, _title, _kinds: answers.file,
        lambda _window, _title, name, _kinds: asked(name, answers.file),
        lambda _window, _title, where: asked(where, answers.folder),
        lambda _window, title: asked(title, answers.printer),
    )
    started: list[Program] = []

    def begin(*, demo: bool = False) -> Program:
        with unblocked.aside():
            program = Program(qapp, home, ask, demo=demo, cost=CHEAP)
            program.start()
            started.append(program)
            qtbot.waitUntil(lambda: program.ready and program.window.whole, timeout=20_000)
            program.window.activateWindow()
        return program

    yield begin
    for program in started:
        let_go(program)


@pytest.fixture
def window(start: Start) -> MainWindow:
    """The window on the sample store, the desk opened."""
    return start(demo=True).window


@pytest.fixture
def first_start(start: Start) -> MainWindow:
    """The window of somebody who has just installed Oxydesk."""
    return start().window


class Keys:
    """A keyboard: what is pressed goes to whatever has the focus."""

    def __init__(self, bot: QtBot, app: QApplication) -> None:
        self._bot = bot
        self._app = app

    def type(self, text: str) -> None:
        """Types letters of any language (`keyClicks` would end the process at the first one outside ASCII)."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                self._app.sendEvent(self._focus(), event)
        self._app.processEvents()

    def press(self, keys: str, times: int = 1) -> None:
        """Presses a key or shortcut: `Return`, `Tab`, `Ctrl+K`, `Alt+3`, `Esc`."""
        combination = QKeySequence.fromString(keys)[0]  # type: ignore[index]
        for _ in range(times):
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            self._app.processEvents()

    def wait(self, milliseconds: int) -> None:
        """Waits, as a person does who stops typing."""
        self._bot.wait(milliseconds)

    def _focus(self) -> QWidget:
        focus = self._app.focusWidget() or self._app.activeWindow()
        assert focus is not None, "no window has the focus"
        return focus


@pytest.fixture
def keys(qtbot: QtBot, qapp: QApplication) -> Keys:
    """The keyboard."""
    return Keys(qtbot, qapp)


def _controls(widget: QWidget) -> list[QWidget]:
    """What one can do something with: everything visible that takes the focus by Tab."""
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.isVisibleTo(widget) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _unnamed(widget: QWidget) -> list[str]:
    """Controls that a screen reader could not name: without a name, or named by their own value only."""
    found = []
    for control in _controls(widget):
        interface = QAccessible.queryAccessibleInterface(control)
        said = interface.text(QAccessible.Text.Name) if interface is not None else ""
        valued = isinstance(control, QComboBox | QLineEdit | QPlainTextEdit)
        if not said.strip() or (valued and not control.accessibleName()):
            found.append(_described(control))
    return found


def _unlabelled(widget: QWidget) -> list[str]:
    """Labels of fields that are nobody's buddy."""
    return [
        _described(label)
        for label in widget.findChildren(QLabel)
        if label.property("kind") == "label"
        and label.parent().__class__.__name__ in ("Field", "Choice", "Longer")
        and label.buddy() is None
    ]


def _clipped(widget: QWidget) -> list[str]:
    """Words that are wider or higher than their place, and widgets that stick out of their parent."""
    found = []
    for child in widget.findChildren(QWidget):
        if not child.isVisibleTo(widget) or _scrolls(child) or isinstance(child.parentWidget(), QLineEdit):
            continue  # what lies in a line is Qt's
        if isinstance(child, QLabel | QAbstractButton) and not _fits(child):
            found.append(f"{_described(child)} needs more than {child.width()}x{child.height()}")
        parent = child.parentWidget()
        if parent is not None and not child.isWindow() and not parent.rect().contains(_shown(child)):
            found.append(f"{_described(child)} sticks out of {_described(parent)}")
    return found


def _reached_by_tab(keys: Keys, most: int = 300) -> list[QWidget]:
    """The widgets on which the focus stands, Tab after Tab, until it comes round."""
    reached: list[QWidget] = []
    for _ in range(most):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
        keys.press("Tab")
    return reached


def _aside(watch: Watch, look: Callable[[QWidget], T]) -> Callable[[QWidget], T]:
    """The same look, which is not the window's own time."""

    def looked(widget: QWidget) -> T:
        with watch.aside():
            return look(widget)

    return looked


@pytest.fixture
def controls(unblocked: Watch) -> Look:
    """All that takes the focus by Tab in a widget."""
    return _aside(unblocked, _controls)


@pytest.fixture
def unnamed(unblocked: Watch) -> Words:
    """What a screen reader could not name in a widget."""
    return _aside(unblocked, _unnamed)


@pytest.fixture
def unlabelled(unblocked: Watch) -> Words:
    """Labels of a widget that are nobody's buddy."""
    return _aside(unblocked, _unlabelled)


@pytest.fixture
def clipped(unblocked: Watch) -> Words:
    """What is cut off in a widget."""
    return _aside(unblocked, _clipped)


@pytest.fixture
def reached_by_tab(keys: Keys) -> Callable[[], list[QWidget]]:
    """Where Tab leads, from where the focus is until it comes round."""
    return lambda: _reached_by_tab(keys)


def _fits(child: QWidget) -> bool:
    wraps = child.wordWrap() if isinstance(child, QLabel) else child.hasHeightForWidth()
    needed = child.minimumSizeHint() if isinstance(child, QLabel) or wraps else child.sizeHint()
    if wraps:
        return child.heightForWidth(child.width()) <= child.height() and needed.width() <= child.width()
    return needed.width() <= child.width() and needed.height() <= child.height()


def _scrolls(child: QWidget) -> bool:
    """Whether it lies directly in something that scrolls: it is meant to be larger."""
    parent = child.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)


def _shown(child: QWidget) -> QRect:
    return child.geometry()


def _described(widget: QWidget) -> str:
    text = getattr(widget, "text", "")
    words = widget.accessibleName() or (text() if callable(text) else text)
    return f"{widget.__class__.__name__} “{words}”"


@pytest.fixture
def at(window: MainWindow, keys: Keys, answers: Answers, qtbot: QtBot) -> Scene:
    """The page of superbills at the front, its list read."""
    window.go_to("superbills")
    scene = Scene(window, keys, answers, qtbot)
    scene.settle()
    return scene


@pytest.fixture
def comes(start: Start, keys: Any, qtbot: QtBot) -> Callable[[], Person]:
    """Somebody starts Oxydesk on the folder."""
    return lambda: Person(start(), keys, qtbot)


@pytest.fixture
def own(home: Path) -> str:
    """A store with an owner, Ana Ruiz, and one of the staff, Bo Lê; its recovery code."""
    door = Door(home, cost=CHEAP)
    entered = door.set_up(Store(legal_name="Gulf Breeze Oxygen"), ANA, WORDS)
    with door.open(entered) as book:
        users.prove_recovery(book, entered.code or "")
        users.add(book, BO, "staff", OTHER, CHEAP)
    door.close()
    return entered.code or ""
