"""Plans, doctors and products in the settings, by keyboard."""

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QScrollArea, QWidget

from desktop.operations import doctors, drafts, plans, products
from desktop.operations.book import Book
from desktop.ui.main_window import MainWindow
from desktop.ui.parts.bars import PassingBar
from desktop.ui.ways import OpenSettings

PARTS = ["plans", "doctors", "products"]
SIZES = {"1024x700": QSize(1024, 700), "1024x700 at 200 %": QSize(512, 350)}


@pytest.fixture
def book(window: MainWindow) -> Book:
    """The sample store's."""
    assert window.services is not None
    return window.services.book


def shown(window: MainWindow, kind: type[QWidget], name: str) -> Any:
    """The visible control of the page that a screen reader calls so."""
    assert window.front is not None
    found = [each for each in window.front.findChildren(kind) if each.accessibleName() == name and each.isVisible()]
    assert found, f"no {kind.__name__} is called {name}"
    return found[0]


def press(window: MainWindow, words: str) -> None:
    """The visible button with these words."""
    assert window.front is not None
    buttons = window.front.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "") == words and each.isVisible()).click()


def fill(window: MainWindow, keys: Any, **typed: str) -> None:
    """Types into lines by their names, underscores for blanks."""
    for name, text in typed.items():
        line = shown(window, QLineEdit, name.replace("_s_", "'s ").replace("_", " "))
        line.setFocus()
        line.selectAll()
        keys.type(text)


def scroll_bars_around(inner: QWidget | None) -> list[QScrollArea]:
    """The areas that this lies in and that can be scrolled up and down now."""
    assert inner is not None
    around = [inner]
    while (above := around[-1].parentWidget()) is not None:
        around.append(above)
    return [each for each in around if isinstance(each, QScrollArea) and each.verticalScrollBar().isVisible()]


def save(keys: Any) -> None:
    keys.press("Ctrl+S")


def test_a_plan_is_made_found_changed_and_deleted_with_undo(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(OpenSettings("plans"))
    press(window, "New plan")
    fill(window, keys, Name_of_the_plan="Żółw Zdrowie", Phone="361.555.0177", ZIP_code="90210")
    keys.press("Tab")
    save(keys)
    (made,) = plans.find(book, "zolw")
    assert (made.name, made.phone, made.address.state) == ("Żółw Zdrowie", "361-555-0177", "CA")
    keys.press("Ctrl+F")
    keys.type("zdrow")
    keys.press("Return")
    shown(window, QCheckBox, "It wants the modifiers for high or low flow").setChecked(True)
    save(keys)
    assert plans.read(book, made.id).wants_q
    keys.press("Return")
    shown(window, QPushButton, "Delete this plan").click()
    assert plans.find(book, "zolw") == []
    bar = window.findChild(PassingBar)
    assert isinstance(bar, PassingBar)
    assert bar.words == "Deleted Żółw Zdrowie."
    keys.press("Alt+U")
    assert len(plans.find(book, "zolw")) == 1


def test_a_doctors_mistyped_npi_is_said_and_not_saved(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(OpenSettings("doctors"))
    press(window, "New doctor")
    fill(window, keys, Last_name="Ødegård", NPI="1679576723")
    save(keys)
    npi = shown(window, QLineEdit, "NPI")
    assert "check digit" in npi.accessibleDescription()
    assert npi.hasFocus()
    assert doctors.find(book, "odegard") == []
    fill(window, keys, NPI="1679576722")
    save(keys)
    assert [doctor.npi for doctor in doctors.find(book, "odegard")] == ["1679576722"]
    assert drafts.listed(book, "doctors/") == []


def test_a_product_asks_only_what_its_code_depends_on(window: MainWindow, book: Book, keys: Any) -> None:
    window.go(OpenSettings("products"))
    press(window, "New product")
    item = shown(window, QComboBox, "What it is at the counter")
    item.setCurrentText("Home (plug-in) unit")
    assert shown(window, QComboBox, "Outlets for tubing").isVisible()
    portable = "Light and small enough for the code's definition of portable"
    with pytest.raises(AssertionError, match="no QCheckBox"):
        shown(window, QCheckBox, portable)
    item.setCurrentText("Portable unit (concentrator on batteries)")
    assert shown(window, QCheckBox, portable).isVisible()
    save(keys)
    assert "maker and model" in shown(window, QLineEdit, "Maker").accessibleDescription()
    fill(window, keys, Maker="Škoda Air", Model="Mini 3", Price_new="$2,495", A_month_s_rent="180")
    save(keys)
    (made,) = products.find(book, "skoda")
    assert (made.item, made.price_new, made.price_used, made.rent) == (
        "portable_concentrator",
        Decimal("2495.00"),
        None,
        Decimal("180.00"),
    )


@pytest.mark.parametrize("part", PARTS)
def test_what_is_half_made_is_listed_and_goes_on(window: MainWindow, book: Book, keys: Any, part: str) -> None:
    new = {"plans": "New plan", "doctors": "New doctor", "products": "New product"}[part]
    first = {"plans": "Name of the plan", "doctors": "First name", "products": "Maker"}[part]
    window.go(OpenSettings(part))
    press(window, new)
    keys.type("Đặng")
    keys.press("Esc")
    assert [row.key for row in drafts.listed(book, f"{part}/")] == [f"{part}/new"]
    press(window, "Half-made: Đặng")
    assert shown(window, QLineEdit, first).text() == "Đặng"
    press(window, "Throw away")
    assert drafts.listed(book, f"{part}/") == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", PARTS)
def test_list_and_form_fit_have_names_and_are_reached(  # noqa: PLR0917 -- the checks of conftest
    window: MainWindow, part: str, size: str, clipped: Any, unnamed: Any, unlabelled: Any, reached_by_tab: Any
) -> None:
    window.resize(SIZES[size])
    window.go(OpenSettings(part))
    for _ in ("the list", "the form"):
        QApplication.processEvents()
        assert len(scroll_bars_around(QApplication.focusWidget())) <= 1
        assert (clipped(window), unnamed(window), unlabelled(window)) == ([], [], [])
        assert len(reached_by_tab()) > 5
        assert window.page is not None
        window.page.search()
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        focus.returnPressed.emit()
