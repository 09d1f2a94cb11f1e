"""Where a unit is in its life, as a small bar of a tick a month, for the rows of a table.

    table.setItemDelegateForColumn(place, Ticks(lambda index: table.rows.rows[index.row()].standing, life_months, table))

The column's `shows` says the same in words ("month 14 of 36"): it is what a screen reader and the tooltip say.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate

from db.book.rental_rows import UnitStanding


class Ticks(QStyledItemDelegate):
    """Paints a cell from what is stored of a unit: nothing is counted, so thousands of rows cost what is seen of them.

    `life_months` are the months of the bar (`operations.rental_page.life_months(desk)`).
    """

    def __init__(
        self,
        standing_of: Callable[[QModelIndex | QPersistentModelIndex], UnitStanding],
        life_months: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._standing_of = standing_of
        self._life_months = life_months
