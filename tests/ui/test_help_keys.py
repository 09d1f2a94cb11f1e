"""F1 tells of every key that a page has for itself, and Esc gives the place back where one typed."""

from typing import Any

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.help_panel import text_of
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import COUNTER
from desktop.ui.places import places
from desktop.ui.rentals import band
from desktop.ui.ways import (
    BeginRental,
    NewPatient,
    NewSuperbill,
    OpenRental,
    OpenRentals,
    OpenSettings,
    ToPlace,
    Way,
)

WAYS: dict[str, tuple[Way, ...]] = {
    COUNTER: (ToPlace(COUNTER),),
    "finder": (ToPlace("finder"),),
    "patients": (NewPatient("Okafor"),),
    "rentals": (*map(OpenRentals, ("list", "due", "month", "equipment")), OpenRental(1), BeginRental()),
    "superbills": (NewSuperbill(),),
    "catalog": (ToPlace("catalog"),),
    "settings": (OpenSettings("plans"), OpenSettings("doctors"), OpenSettings("products"), OpenSettings("look")),
}


def keys_of(page: QWidget) -> set[str]:
    """The keys that a page listens to, but for digits and the letters that a label or button underlines."""
    sequences = [each.key() for each in page.findChildren(QShortcut)]
    sequences += [each.shortcut() for each in page.findChildren(QAbstractButton)]
    told = {each.toString(QKeySequence.SequenceFormat.PortableText).replace("Return", "Enter") for each in sequences}
    return {keys for keys in told if keys and not keys.isdigit() and not (keys.startswith("Alt+") and len(keys) == 5)}


def test_every_place_has_ways_here() -> None:
    assert {COUNTER, *(place.name for place in places())} == {*WAYS}


@pytest.mark.parametrize("place", WAYS)
def test_the_help_of_a_page_names_its_keys(window: MainWindow, place: str, qtbot: QtBot) -> None:
    for way in WAYS[place]:
        window.go(way)
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=30_000)
    assert window.page is not None
    said = text_of(place, "en_US")
    assert [keys for keys in sorted(keys_of(window.page)) if keys not in said] == []
    assert "Esc" in said


def test_the_help_of_rentals_names_the_keys_of_lists_and_picture() -> None:
    rows = [row.split("|")[1] for row in text_of("rentals", "en_US").splitlines() if row.startswith("|")]
    told = {key.strip() for row in rows for key in row.split(",")}
    steps = {QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in band._STEPS}
    assert {*steps, "D", "P", "W", "L", "Space", "Ctrl+A", "Enter"} - told == set()


@pytest.mark.parametrize("wide", [1280, 512], ids=["beside", "instead"])
def test_after_the_help_typing_goes_on_where_it_was(first_start: MainWindow, keys: Any, wide: int) -> None:
    first_start.resize(wide, 700)
    keys.type("Gulf")
    keys.press("Tab")
    keys.type("361-555-")
    keys.press("F1")
    keys.press("Esc")
    keys.type("0142")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert (focus.accessibleName(), focus.text()) == ("Phone", "361-555-0142")
