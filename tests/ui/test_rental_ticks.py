"""The small bar of a unit's months in a table's row: what it shows, and that thousands of rows cost what is seen."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QImage, QPainter, QPixmapCache
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from db.book.rental_rows import UnitStanding
from desktop.core.rental_standing import Phase
from desktop.ui.parts import theme
from desktop.ui.parts.table import Column, Table
from desktop.ui.rentals.ticks import Ticks

LIFE, WIDTH = 60, 316  # 5 pixels a month and the cell's edges


def standing(phase: Phase, begun: int | None, cap: int | None = 36) -> UnitStanding:
    known: dict[str, Any] = dict.fromkeys(UnitStanding.__dataclass_fields__)
    month = min(begun, cap) if begun is not None and cap is not None else begun
    return UnitStanding(
        **(known | {"phase": phase.value, "month": month, "service_month": begun, "cap": cap, "unit_id": 1})
    )


@pytest.fixture
def table(qtbot: QtBot) -> Table[UnitStanding]:
    """A table with the bar in its one column."""
    made: Table[UnitStanding] = Table("Rentals", [Column("Months", lambda row: f"month {row.month} of {row.cap}")])
    made.setItemDelegateForColumn(0, Ticks(lambda index: made.rows.rows[index.row()], LIFE, made))
    qtbot.addWidget(made)
    made.resize(WIDTH + 40, 300)
    return made


def bar(table: Table[UnitStanding], row: UnitStanding) -> QImage:
    """The cell of a row, painted."""
    table.put([row])
    image = QImage(WIDTH, 34, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, 34)
    painter = QPainter(image)
    table.itemDelegateForColumn(0).paint(painter, option, table.rows.index(0, 0))
    painter.end()
    return image


def heights(image: QImage, month: int) -> int:
    """How many pixels of a month's tick are not the ground, from top to bottom."""
    x = 8 + (month - 1) * 5 + 1
    ground = theme.color("surface").rgb()
    return sum(image.pixel(x, y) != ground for y in range(image.height()))


def test_paid_months_are_full_those_to_come_are_lines(table: Table[UnitStanding]) -> None:
    image = bar(table, standing(Phase.RENTING, 14))
    assert heights(image, 1) == heights(image, 13) == 12
    assert heights(image, 14) > 12
    assert heights(image, 15) == heights(image, 36) == heights(image, 60) == 2


def test_after_the_cap_ticks_are_half_as_high(table: Table[UnitStanding]) -> None:
    image = bar(table, standing(Phase.CAPPED, 44))
    assert (heights(image, 36), heights(image, 43), heights(image, 50)) == (12, 6, 2)


def test_a_held_month_is_hollow(table: Table[UnitStanding]) -> None:
    running, held = (bar(table, standing(phase, 14)) for phase in (Phase.RENTING, Phase.SUSPENDED))
    assert heights(held, 14) < heights(running, 14)
    assert heights(held, 13) == heights(running, 13)


def test_an_ended_rental_has_nothing_to_come(table: Table[UnitStanding]) -> None:
    image = bar(table, standing(Phase.ENDED, 14))
    assert (heights(image, 13), heights(image, 20)) == (12, 0)


def test_a_plan_without_a_cap_and_a_rental_that_has_not_begun(table: Table[UnitStanding]) -> None:
    assert heights(bar(table, standing(Phase.RENTING, 50, None)), 49) == 12
    assert heights(bar(table, standing(Phase.NOT_STARTED, None)), 1) == 2


def test_the_words_stand_behind_the_bar(table: Table[UnitStanding]) -> None:
    table.put([standing(Phase.RENTING, 14)])
    assert table.rows.data(table.rows.index(0, 0)) == "month 14 of 36"


def test_a_bar_is_painted_once_for_all_rows_that_look_alike(qtbot: QtBot) -> None:
    asked: list[int] = []

    def standing_of(index: QModelIndex | QPersistentModelIndex) -> UnitStanding:
        asked.append(index.row())
        return rows[index.row()]

    rows = [replace(standing(Phase.RENTING, 1 + number % 7), unit_id=number) for number in range(3000)]
    made: Table[UnitStanding] = Table("Rentals", [Column("Months", lambda row: str(row.month))])
    made.setItemDelegateForColumn(0, Ticks(standing_of, LIFE, made))
    qtbot.addWidget(made)
    made.resize(WIDTH, 340)
    made.put(rows)
    QPixmapCache.clear()
    made.grab()
    assert 0 < len(set(asked)) < 15
