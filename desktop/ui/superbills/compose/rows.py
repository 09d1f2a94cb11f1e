"""Rows of a list on a superbill: its lines, its other charges, its payments. Each row can be taken away, and back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core import request_fields
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button
from desktop.ui.parts.words import Words
from desktop.ui.superbills.compose.fields import Bound


class Row(QFrame):
    """One row: its fields, and what of the request it has no field for."""

    edited = Signal()
    removed = Signal()

    bound: Bound

    def __init__(self, request: Mapping[str, Any], remove_words: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._request = dict(request)
        self._title = Words("", "label")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(*(theme.space(3),) * 4)
        self.inside.setSpacing(theme.space(2))
        head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._remove = icon_button(remove_words, "close", self.removed.emit)
        head.addWidget(self._remove)
        self.inside.addLayout(head)

    def entitle(self, words: str) -> None:
        """What stands at its head."""
        self._title.setText(words)
        self.setAccessibleName(words)

    def fill(self, typed: Mapping[str, str], beginning: str) -> None:
        """Shows its request, and texts that were not understood."""
        self.bound.fill(self._request, typed, beginning)

    def request(self) -> dict[str, Any]:
        """The row as the request writes it."""
        return request_fields.written(self._request, self.bound.values())

    def unread(self) -> Iterator[tuple[str, str, str]]:
        """Path, text and sentence of what was not understood."""
        yield from self.bound.unread()

    def at(self, path: str, *, unfold: bool) -> QWidget | None:  # noqa: ARG002 -- for rows with something folded
        """The field of a path inside the row; with `unfold`, brought out."""
        return self.bound.fields.get(path)

    def number(self, place: int) -> None:
        """Tells the row its place, from 0."""


R = TypeVar("R", bound=Row)


class RowList(QWidget, Generic[R]):
    """Rows below each other. `edited` tells that something was typed, added, or taken away."""

    edited = Signal()
    removed = Signal(dict, int)

    def __init__(self, make: Callable[[Mapping[str, Any]], R]) -> None:
        """`make` makes a row of its request."""
        super().__init__()
        self._make = make
        self.rows: list[R] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self.hide()

    def fill(self, requests: Sequence[Mapping[str, Any]], typed: Mapping[str, str], name: str) -> None:
        """Shows these instead of what was there; `typed` has texts under `name[place].path`."""
        for row in list(self.rows):
            self._drop(row)
        for place, request in enumerate(requests):
            self._insert(request, place, typed, f"{name}[{place}].")
        self._number()

    def add(self, request: Mapping[str, Any], place: int | None = None) -> R:
        """One more row, at the end or at a place."""
        row = self._insert(request, len(self.rows) if place is None else place, {}, "")
        self._number()
        self.edited.emit()
        return row

    def replace(self, place: int, request: Mapping[str, Any]) -> None:
        """Another row in the place of one."""
        self._drop(self.rows[place])
        self.add(request, place)

    def requests(self) -> list[dict[str, Any]]:
        """All rows as the request writes them."""
        return [row.request() for row in self.rows]

    def unread(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Path from the request's beginning, text and sentence of what was not understood."""
        for place, row in enumerate(self.rows):
            for path, text, words in row.unread():
                yield f"{name}[{place}].{path}", text, words

    def _insert(self, request: Mapping[str, Any], place: int, typed: Mapping[str, str], beginning: str) -> R:
        row = self._make(request)
        row.fill(typed, beginning)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        self.show()
        return row

    def _remove(self, row: R) -> None:
        place, request = self.rows.index(row), row.request()
        neighbour = self.rows[place - 1] if place else None
        self._drop(row)
        self._number()
        if neighbour is not None:
            neighbour.setFocus()
        self.edited.emit()
        self.removed.emit(request, place)

    def _drop(self, row: R) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self.rows))

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.number(place)
