"""A part of the form: a card with a search in place, one line that sums up what is known, and its fields folded away.

The fields come out when nobody was found, when somebody asks for them, and when a finding leads to one of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.form import FieldGrid
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.words import Card, Words, section
from desktop.ui.superbills.compose.fields import Bound, Typed
from desktop.ui.superbills.compose.picker import Picker

TWO_FROM = 290  # pixels from which two fields of the form stand side by side


class Part(Card):
    """Patient, plan, or order. `edited` tells that a person changed a field."""

    edited = Signal()

    picker: Picker
    bound: Bound

    def place(self, title: str, picker: Picker, fields: Mapping[str, Typed | Choice], rows: Sequence[Any]) -> None:
        """Places the search and the fields; `rows` as `FieldGrid` takes them."""
        self.setAccessibleName(title)
        self.inside.setContentsMargins(theme.space(4), theme.space(3), theme.space(3), theme.space(3))
        self.inside.setSpacing(theme.space(2))
        self.picker = picker
        self.bound = Bound(self, fields)
        self.bound.edited.connect(self._edited)
        picker.picked.connect(lambda _chosen: self._search(now=False))
        self._summary = Words()
        self._grid: QWidget = FieldGrid(*rows, two_from=TWO_FROM)
        self._change = quiet_button(self.tr("Change"), lambda: self._search(now=True))
        self._change.setAccessibleName(self.tr("Change: {title}").format(title=title))
        self._toggle = quiet_button("", lambda: self.fold(folded=self._grid.isVisibleTo(self)))
        head = QHBoxLayout()
        head.addWidget(section(title), 1)
        head.addWidget(self._change)
        head.addWidget(self._toggle)
        self.inside.addLayout(head)
        self.inside.addWidget(self._summary)
        self.inside.addWidget(picker)
        self.inside.addWidget(self._grid)
        self.fold(folded=True)

    def fold(self, *, folded: bool) -> None:
        """Puts the fields away, or brings them out."""
        self._grid.setVisible(not folded)
        words = self.tr("Details") if folded else self.tr("Fewer details")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(f"{words}: {self.accessibleName()}")

    def fill(self, request: Mapping[str, Any], typed: Mapping[str, str] | None = None) -> None:
        """Shows a request."""
        self.bound.fill(request, typed)
        self._search(now=False)
        self._sum_up()
        if any(path in (typed or {}) for path in self.bound.fields):
            self.fold(folded=False)

    def at(self, path: str) -> QWidget | None:
        """The field of a path, brought out; None where it is not here."""
        field = self.bound.fields.get(path)
        if field is not None:
            self.fold(folded=False)
        return field

    def names(self) -> Iterator[tuple[str, str]]:
        """Paths and what their fields are called on the screen."""
        for path, field in self.bound.fields.items():
            yield path, field.control.accessibleName()

    def summary(self) -> str:
        """What is known, in a line; each part has its own."""
        return ""

    def known(self) -> bool:
        """Whether it is found already, so that the search can go."""
        return bool(self.summary())

    def text(self, path: str) -> str:
        """What stands in a field."""
        field = self.bound.fields[path]
        return field.text if isinstance(field, Typed) else str(getattr(field, "value", ""))

    def _search(self, *, now: bool) -> None:
        """Brings the search out, or puts it away where nothing has to be found any more."""
        known = self.known()
        self.picker.setVisible(now or not known)
        self._change.setVisible(known and not now)
        if now:
            self.picker.edit.setFocus()

    def _edited(self) -> None:
        self._sum_up()
        self.edited.emit()

    def _sum_up(self) -> None:
        known = self.summary()
        self._summary.setText(known)
        self._summary.setVisible(bool(known))


def joined(*texts: str) -> str:
    """What there is of these, with dots between."""
    return " · ".join(text for text in texts if text)
