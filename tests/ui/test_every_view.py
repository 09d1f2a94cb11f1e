"""What every page and all inside it is held to: named, reached by Tab once and back, left by keyboard, not cut off."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.pages import COUNTER
from desktop.ui.parts import bars
from desktop.ui.places import places
from desktop.ui.trouble import TroublePage
from tests.ui.person import Person
from tests.ui.views import TABLE, VIEWS

_MOST = 200
_AN_HOUR_MS = 3_600_000
_SEEN = 26  # pixels at 100 % of a control that must be seen: a line of words
_ROUNDS = 16  # of events until words that wrap and layouts inside layouts have settled
SIZES = {"1024x700": QSize(1024, 700), "at 200 %": QSize(512, 350), "1920x1080": QSize(1920, 1080)}
PAGES = [COUNTER, *(place.name for place in places())]


@pytest.fixture
def person(  # noqa: PLR0917 -- what a person has
    window: MainWindow, keys: Any, qtbot: QtBot, answers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Person:
    """In front of the sample store; a file that is asked for is a table of another program. What tells in passing does
    not leave in the middle of a walk."""
    monkeypatch.setattr(bars, "_TOLD_MS", _AN_HOUR_MS)
    monkeypatch.setattr(bars, "_OFFERED_MS", _AN_HOUR_MS)
    answers.file = tmp_path / "patients of old.csv"
    answers.file.write_text(TABLE, encoding="utf-8")
    return Person(window, keys, qtbot)


def _focus() -> QWidget | None:
    return QApplication.focusWidget()


def walked(keys: Any, key: str) -> list[QWidget]:
    """Where a key leads, from where the focus is until it comes to a place a second time."""
    reached: list[QWidget] = []
    while (focus := _focus()) is not None and focus not in reached and len(reached) < _MOST:
        reached.append(focus)
        keys.press(key)
    return reached


def described(widget: QWidget | None) -> str:
    """A control as a failure names it."""
    words = getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{widget.accessibleName() or words if widget else ''}”"


def walk(window: MainWindow, keys: Any, controls: Any) -> list[str]:
    """What is wrong with the way by Tab through a view: each control once, the same way back, round in the end."""
    wrong = []
    began = _focus()
    if began is None or not began.isVisible():
        return [f"the focus is on {described(began)}"]
    there = walked(keys, "Tab")
    if _focus() is not began:
        wrong.append(f"Tab turns round at {described(_focus())}, not where it began: {described(began)}")
    wrong += [f"Tab never reaches {described(each)}" for each in controls(window) if each not in there]
    wrong += [f"Tab reaches {described(each)}, which cannot be seen" for each in there if not each.isVisible()]
    began.setFocus()
    back = walked(keys, "Shift+Tab")
    if back[1:] != there[:0:-1]:
        wrong.append(f"back: {[described(each) for each in back]}; there: {[described(each) for each in there]}")
    began.setFocus()
    return wrong


def unspoken(window: MainWindow, controls: Any) -> list[str]:
    """Controls that a screen reader is told no kind of; what only scrolls is none to it, in any program."""
    vague = (QAccessible.Role.NoRole, QAccessible.Role.Client)
    return [
        f"{described(each)} has no role"
        for each in controls(window)
        if QAccessible.queryAccessibleInterface(each).role() in vague and not isinstance(each, QScrollArea)
    ]


def cut_off(window: MainWindow, clipped: Any) -> list[str]:
    """What does not fit, in each size."""
    wrong = []
    for name, size in SIZES.items():
        window.resize(size)
        for _ in range(_ROUNDS):
            QApplication.processEvents()
            if not (found := clipped(window)):
                break
        wrong += [f"{name}: {words}" for words in found]
    window.resize(SIZES["1024x700"])
    QApplication.processEvents()
    return wrong


def out_of_sight(window: MainWindow, keys: Any) -> list[str]:
    """Controls on which the focus stands and nobody sees it, at 200 %: what scrolls must follow."""
    window.resize(SIZES["at 200 %"])
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    wrong, began = [], _focus()
    for _ in range(_MOST):
        keys.press("Tab")
        QApplication.processEvents()
        focus = _focus()
        if focus is None or focus.visibleRegion().boundingRect().height() < min(focus.height(), _SEEN):
            wrong.append(f"at 200 % one does not see {described(focus)}")
        if focus is began:
            break
    window.resize(SIZES["1024x700"])
    QApplication.processEvents()
    return wrong


@pytest.mark.parametrize("page", PAGES)
def test_every_view_of_a_page(  # noqa: PLR0917 -- the checks of conftest
    page: str,
    window: MainWindow,
    person: Person,
    keys: Any,
    controls: Any,
    unnamed: Any,
    unlabelled: Any,
    clipped: Any,
    unblocked: Any,
) -> None:
    wrong: dict[str, list[str]] = {}
    for name, go in VIEWS.items():
        if name.partition("-")[0] != page:
            continue
        window.resize(SIZES["1024x700"])
        go(person)
        person.rest()  # what comes by itself shall not come in the middle of the walk
        with unblocked.aside():
            found = [f"{each} has no name" for each in unnamed(window)]
            found += [f"{each} is nobody's buddy" for each in unlabelled(window)]
            found += unspoken(window, controls)
            found += walk(window, keys, controls)
            found += cut_off(window, clipped)
            found += out_of_sight(window, keys)
        keys.press("Alt+7" if page != "settings" else "Alt+1")
        person.settle()
        if window.page is None or (focus := _focus()) is None or not window.page.isAncestorOf(focus):
            found.append(f"left by keyboard, the focus stays on {described(_focus())}")
        if found:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("said", ["first start", "trouble"])
def test_what_is_shown_alone(  # noqa: PLR0917 -- the checks of conftest
    said: str,
    first_start: MainWindow,
    keys: Any,
    controls: Any,
    unnamed: Any,
    unlabelled: Any,
    clipped: Any,
    unblocked: Any,
) -> None:
    window = first_start
    window.resize(SIZES["1024x700"])
    if said == "trouble":
        window.alone(TroublePage("The book is open in another window of Oxydesk. Close it there.", lambda: None), "")
    QApplication.processEvents()
    with unblocked.aside():
        wrong = [*unnamed(window), *unlabelled(window), *unspoken(window, controls), *walk(window, keys, controls)]
        assert wrong + cut_off(window, clipped) + out_of_sight(window, keys) == []
