"""The bands in the window: gone through by keyboard, told by pointer and screen reader, seen in any theme and size."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.core.band import Kind, Picture, PictureMonth
from desktop.core.band_shapes import Ink
from desktop.core.rental_history import History, Payer
from desktop.core.rulebook import Rulebook
from desktop.ui.parts import theme
from desktop.ui.parts.theme import Theme
from desktop.ui.rentals.band import Band, Legend
from desktop.ui.rentals.drawn import INKS
from tests.core.pictured import pictured
from tests.core.rentals import back, history, home, portable, stop

TEXT, SHAPE = 4.5, 3.0
SIZES = (320, 640, 1400)


def both_units() -> History:
    return history(home("2024-04-12"), portable("2024-11-20"), stop("2025-06-03"), back("2025-08-02"))


@pytest.fixture
def picture(rules: Rulebook) -> Picture:
    """Both units of a rental with a stay in hospital."""
    return pictured(rules, both_units())


@pytest.fixture
def band(qtbot: QtBot, picture: Picture) -> Band:
    """Its bands, with the keyboard."""
    widget = Band()
    qtbot.addWidget(widget)
    widget.resize(960, 300)
    widget.show_picture(picture)
    widget.show()
    widget.setFocus()
    return widget


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK])
def dressed(request: Any, qapp: QApplication) -> Iterator[bool]:
    """Each theme; whether it is the dark one."""
    theme.apply(qapp, request.param)
    yield request.param is Theme.DARK
    theme.apply(qapp, Theme.LIGHT)


def number(band: Band) -> int | None:
    assert band.month is not None
    return band.month.number


def test_arrows_go_month_by_month_and_between_the_units(band: Band) -> None:
    gone: list[PictureMonth] = []
    band.gone_to.connect(gone.append)
    assert number(band) == 24
    QTest.keyClick(band, Qt.Key.Key_Right)
    assert number(band) == 25
    QTest.keyClick(band, Qt.Key.Key_Left)
    QTest.keyClick(band, Qt.Key.Key_Down)
    assert (band.month and band.month.unit_id, number(band)) == ("p", 17)
    QTest.keyClick(band, Qt.Key.Key_PageDown)
    assert number(band) == 29
    QTest.keyClick(band, Qt.Key.Key_End)
    QTest.keyClick(band, Qt.Key.Key_Home)
    assert number(band) == 1
    QTest.keyClick(band, Qt.Key.Key_T)
    QTest.keyClick(band, Qt.Key.Key_Up)
    assert (band.month and band.month.unit_id, number(band)) == ("s", 24)
    assert [month.number for month in gone][:3] == [25, 24, 17]
    assert len(gone) == 8


def test_enter_opens_the_month_and_other_keys_are_left_to_the_page(band: Band) -> None:
    opened: list[PictureMonth] = []
    band.opened.connect(opened.append)
    QTest.keyClick(band, Qt.Key.Key_Return)
    assert [month.number for month in opened] == [24]
    QTest.keyClick(band, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert number(band) == 24


def test_a_screen_reader_hears_the_month(band: Band) -> None:
    QTest.keyClick(band, Qt.Key.Key_Right)
    reader = QAccessible.queryAccessibleInterface(band)
    assert reader.text(QAccessible.Text.Description).startswith("Home unit: Month 25 of 36, ")
    assert "Home unit: Renting, month 24 of 36; Portable unit" in reader.text(QAccessible.Text.Name)


def test_the_pointer_tells_the_exact_days(band: Band) -> None:
    spot = next(spot for spot in band.drawing.spots if spot.lane == 1 and spot.place == 3)
    edge = band.at_edge()
    where = QPoint(round(spot.box.left + spot.box.width / 2) + edge, round(spot.box.top) + edge + 3)
    QApplication.sendEvent(band, QHelpEvent(QEvent.Type.ToolTip, where, band.mapToGlobal(where)))
    assert QToolTip.text() == "Month 4 of 36, Feb 20 to Mar 19, 2025, paid."
    QTest.mouseClick(band, Qt.MouseButton.LeftButton, pos=where)
    assert (band.month and band.month.unit_id, number(band)) == ("p", 4)
    QToolTip.hideText()


@pytest.mark.parametrize("width", SIZES)
def test_it_is_as_high_as_it_is_drawn_and_no_wider(qtbot: QtBot, picture: Picture, width: int) -> None:
    for widget in (Band(), Legend()):
        qtbot.addWidget(widget)
        widget.resize(width, 100)
        widget.show_picture(picture)
        assert widget.height() >= widget.drawing.height
        assert all(text.x + text.width <= width for text in widget.drawing.texts)


def test_the_month_of_the_keyboard_has_a_frame_that_moves(band: Band) -> None:
    band.setFocus()
    before = band.grab().toImage()
    QTest.keyClick(band, Qt.Key.Key_Right)
    assert band.grab().toImage() != before


def test_words_and_shapes_can_be_seen_in_every_theme() -> None:
    for dark in (False, True):
        colors = theme.colors_of(dark=dark)

        def token(ink: Ink, colors: Any = colors) -> str:
            return str(getattr(colors, INKS[ink]))

        for ink in (Ink.WORDS, Ink.QUIET, Ink.TODAY, Ink.NEXT):
            assert theme.contrast(token(ink), colors.surface) >= TEXT
        for ink in (Ink.PAID, Ink.OUTLINE, Ink.HATCH, Ink.SIGN):
            assert theme.contrast(token(ink), colors.surface) >= SHAPE
        assert theme.contrast(token(Ink.GROUND), token(Ink.PAID)) >= SHAPE


def test_the_months_differ_in_gray_too(band: Band, picture: Picture, *, dressed: bool) -> None:
    """Paid, to come, after the cap and without use are told by how dark and how high they are."""
    image = band.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ratio = image.devicePixelRatio()
    looks = {}
    for kind in (Kind.PAID, Kind.COMING, Kind.FREE_COMING, Kind.IDLE):
        place = next(at for at, month in enumerate(picture.lanes[0].months) if month.kind is kind and not month.now)
        box = next(spot.box for spot in band.drawing.spots if (spot.lane, spot.place) == (0, place))
        edge = band.at_edge()
        grays = [
            QColor(image.pixel(round((x + edge) * ratio), round((y + edge) * ratio))).lightness()
            for x in range(round(box.left) + 2, round(box.right) - 2)
            for y in range(round(box.top) + 2, round(box.bottom) - 2)
        ]
        ground = theme.color("surface").lightness()
        looks[kind] = sum(abs(gray - ground) > 40 for gray in grays) / len(grays)
    assert looks[Kind.PAID] > 0.95
    assert 0.1 < looks[Kind.IDLE] < 0.7
    assert looks[Kind.COMING] < 0.1  # the line of a new year
    assert 0 < looks[Kind.FREE_COMING] < 0.2


def test_nothing_is_shown_of_no_rental(band: Band) -> None:
    band.show_picture(None)
    assert (band.month, band.height(), band.accessibleDescription()) == (None, 0, "")
    QTest.keyClick(band, Qt.Key.Key_Right)
    assert band.month is None


def test_a_unit_that_is_not_there_yet_has_nothing_to_go_to(qtbot: QtBot, rules: Rulebook) -> None:
    widget = Band()
    qtbot.addWidget(widget)
    widget.show_picture(pictured(rules, history(home("2027-01-10"), payer=Payer("none")), date(2026, 5, 26)))
    QTest.keyClick(widget, Qt.Key.Key_Right)
    assert widget.month is None
