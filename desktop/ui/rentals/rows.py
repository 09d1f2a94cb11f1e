"""Rows of a long list that are read by and by: a page at once, the next when one has scrolled to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from desktop.ui.parts.table import Column, Rows, T

_Index = QModelIndex | QPersistentModelIndex


class PagedRows(Rows[T]):
    """Some of `total` rows; `wants` is asked for those from a place on, and `append` gets them."""

    def __init__(self, columns: Sequence[Column[T]], wants: Callable[[int], object]) -> None:
        super().__init__(columns)
        self.total = 0
        self._wants = wants
        self._asked = False

    def begin(self, rows: Sequence[T], total: int) -> None:
        """The first page of another list."""
        self.total = total
        self._asked = False
        self.put(list(rows))

    def append(self, rows: Sequence[T], total: int) -> None:
        """The next page."""
        self._asked = False
        self.total = total
        if not rows:
            self.total = len(self.rows)  # somebody has deleted some meanwhile
            return
        count = len(self.rows)
        self.beginInsertRows(QModelIndex(), count, count + len(rows) - 1)
        self.rows = [*self.rows, *rows]
        self.endInsertRows()

    def canFetchMore(self, _parent: _Index) -> bool:  # noqa: N802 -- Qt's name
        """Whether there are more."""
        return not self._asked and len(self.rows) < self.total

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802 -- Qt's name
        """Asks for the next page; it comes later."""
        self._asked = True
        self._wants(len(self.rows))
