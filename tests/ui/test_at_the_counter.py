"""What hurt a clerk at the real window: the chosen row is seen, names fall into their fields, rows lead to fields."""

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.book.rows import Store
from desktop.operations import store
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.theme import Theme
from desktop.ui.settings.page import SettingsPage
from desktop.ui.superbills.compose.view import ComposeView
from desktop.ui.superbills.page import SuperbillsPage
from tests.ui.person import Person, stands_on


@pytest.fixture
def person(window: MainWindow, keys: Any, qtbot: QtBot) -> Person:
    """At the counter of the sample store, a new superbill before them."""
    somebody = Person(window, keys, qtbot)
    keys.press("Ctrl+N")
    somebody.settle()
    return somebody


def view(person: Person) -> ComposeView:
    """The superbill that is made."""
    page = person.window.page
    assert isinstance(page, SuperbillsPage)
    assert isinstance(page.front, ComposeView)
    return page.front


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_row_that_enter_would_take_is_seen(person: Person, theme: Theme) -> None:
    person.window.preferences.theme = theme
    person.fill("Patient", "smith")
    shown = view(person).form.patient.picker.list
    assert shown.count() > 1
    for row in (0, 1):
        picture = shown.viewport().grab().toImage()
        grounds = [picture.pixelColor(3, shown.visualItemRect(shown.item(at)).center().y()) for at in (0, 1)]
        assert grounds[row] != grounds[1 - row]
        person.keys.press("Down")


@pytest.mark.parametrize(
    ("typed", "first", "last", "then"),
    [
        ("Ødegård, Świętosława", "Świętosława", "Ødegård", "Doctor's NPI"),
        ("Anaïs Nguyễn", "Anaïs", "Nguyễn", "Doctor's NPI"),
        ("Żółć", "", "Żółć", "Doctor's first name"),
    ],
)
def test_a_new_doctors_name_falls_into_its_fields(person: Person, typed: str, first: str, last: str, then: str) -> None:
    person.take("Doctor", typed)
    order = view(person).form.order
    assert (order.text("prescriber.first"), order.text("prescriber.last")) == (first, last)
    assert stands_on() == then


def test_what_the_store_lacks_leads_to_its_field(person: Person) -> None:
    store.save(person.book, Store(legal_name="Gulf Breeze", npi="1234567893"))
    person.keys.press("Ctrl+N")
    person.take("Item", "E1392 NU")
    person.settle()
    rows = [each for each in view(person).findings.findChildren(QPushButton) if "EIN" in each.accessibleName()]
    rows[0].setFocus()
    person.keys.press("Return")
    person.settle()
    assert isinstance(person.window.page, SettingsPage)
    assert stands_on() == "EIN (tax number)"
    person.fill("EIN (tax number)", "91-1144442")
    person.keys.press("Esc")
    person.settle()
    assert [finding.field for finding in view(person).findings.shown if finding.field == "supplier.ein"] == []
    assert view(person).form.wire()["supplier"]["ein"] == "91-1144442"
