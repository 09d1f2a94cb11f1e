"""A store that does not open: a sentence in the window on what keeps it closed, and another try when that is mended."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.book import file
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.words import Words
from desktop.ui.sign_in.page import SignInPage
from desktop.ui.trouble import TroublePage
from tests.faults import damaged_store, shop
from tests.faults.small_store import ANA, WORDS
from tests.ui.watch import Watch

_KEYS = ("book.keys", "book.keys.copy")


@pytest.fixture
def store(home: Path, unblocked: Watch) -> Path:
    """Oxydesk's folder with a store in it."""
    with unblocked.aside():
        shop.begin(home)
    return home


def said(window: MainWindow) -> str:
    """All that the page in the window says."""
    assert window.front is not None
    kinds: tuple[type[Any], ...] = (QLabel, Words)
    return " ".join(each.text() for kind in kinds for each in window.front.findChildren(kind) if each.isVisible())


class Aside:
    """The files of a store that are harmed, kept so that they can be put back."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._store = shutil.copytree(store, folder / "aside", ignore=shutil.ignore_patterns("catalogue*"))
        self.store = store

    def harm(self, how: Callable[[Path], object], *names: str) -> None:
        """Does it to each of these files."""
        for name in names:
            how(self.store / name)

    def put_back(self) -> None:
        """All is as it was."""
        shutil.copytree(self._store, self.store, dirs_exist_ok=True)


@pytest.fixture
def aside(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Aside:
    """A copy of the store."""
    return Aside(store, tmp_path_factory.mktemp("copy"))


def front(window: MainWindow) -> type:
    """What kind of page stands in the window."""
    return type(window.front)


def test_what_keeps_the_store_closed_stands_in_the_window_until_it_is_mended(
    start: Any, aside: Aside, keys: Any
) -> None:
    aside.harm(Path.unlink, *_KEYS)
    window = start().window
    assert front(window) is TroublePage
    assert "book.keys is gone; put it back from your latest backup" in said(window)
    keys.press("Return")
    assert front(window) is TroublePage
    aside.put_back()
    keys.press("Return")
    assert front(window) is SignInPage


HARMS: dict[str, tuple[Callable[[Path], object], tuple[str, ...], str]] = {
    "a book of nothing": (lambda path: damaged_store.cut(path, 0), (file.NAME,), "cannot be read"),
    "a cut-off book": (lambda path: damaged_store.cut(path, 5 * damaged_store.PAGE), (file.NAME,), "cannot be read"),
    "cut-off keys": (lambda path: damaged_store.cut(path, 100), _KEYS, "book.keys is damaged"),
    "keys of a later Oxydesk": (
        lambda path: path.write_bytes(re.sub(rb'"version": \d+', b'"version": 99', path.read_bytes())),
        _KEYS,
        "later Oxydesk",
    ),
}


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_found_on_signing_in_is_told_there_and_mended_it_opens_and_is_backed_up(
    start: Any, aside: Aside, keys: Any, qtbot: QtBot, harm: str
) -> None:
    how, names, words = HARMS[harm]
    aside.harm(how, *names)
    window = start().window

    def sign_in() -> None:
        keys.type(WORDS)
        keys.press("Return")

    assert front(window) is SignInPage
    keys.type(ANA)
    keys.press("Return")
    sign_in()
    qtbot.waitUntil(lambda: words in said(window), timeout=20_000)
    assert "Nothing was changed" in said(window)
    aside.put_back()
    sign_in()
    qtbot.waitUntil(lambda: window.services is not None, timeout=20_000)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible() and not window.workers.busy, timeout=20_000)
    assert list(aside.store.glob("Oxydesk backups/*/sets/*/book.db"))
