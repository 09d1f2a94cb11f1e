"""Who is in the book already and may be the patient that is being entered."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.operations.patients import Alike
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import LargeButton, quiet_button
from desktop.ui.parts.day import written
from desktop.ui.parts.words import Words

_MOST = 5


class Doubles(QFrame):
    """Nothing while nobody is alike; else each of them with why, "This is the one", and "Make a new one"."""

    def __init__(self, same: Callable[[int], object], make_new: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("ground", "warn")
        self._same = same
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.space(3),) * 4)
        self._column.setSpacing(theme.space(2))
        self._rows: list[QPushButton] = []
        self._shown: tuple[Alike, ...] = ()
        title = self.tr("Is it one of these?")
        self.setAccessibleName(title)
        self._column.addWidget(Words(title, "title", "warn"))
        self._new = quiet_button(self.tr("Make a ne&w one"), make_new, drawing="add")
        self._column.addWidget(self._new)
        self.hide()

    @property
    def those(self) -> frozenset[int]:
        """The ids of those who are shown."""
        return frozenset(alike.patient.id for alike in self._shown)

    def show_those(self, found: Sequence[Alike]) -> None:
        """Shows them, or nothing."""
        shown = tuple(found[:_MOST])
        if shown != self._shown:
            self._shown = shown
            for row in self._rows:
                row.hide()
                row.deleteLater()
            self._rows = [self._row(alike) for alike in shown]
            for place, row in enumerate(self._rows, start=1):
                self._column.insertWidget(place, row)
            for before, after in pairwise((*self._rows, self._new)):
                QWidget.setTabOrder(before, after)
        self.setVisible(bool(shown))

    def stand_on_first(self) -> None:
        """Puts the focus on the first of them."""
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, alike: Alike) -> QPushButton:
        patient = alike.patient
        born = self.tr("born {day}").format(day=written(patient.dob)) if patient.dob else ""
        known = " · ".join(part for part in (born, patient.phone, patient.address.city) if part)
        row = LargeButton(
            self.tr("This is the one: {name}").format(name=patient.name), " · ".join(filter(None, (known, alike.why)))
        )
        column = QVBoxLayout(row)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.setSpacing(2)
        column.addWidget(Words(patient.name, "title"))
        if known:
            column.addWidget(Words(known))
        column.addWidget(Words(f"{alike.why[:1].upper()}{alike.why[1:]}.", "small"))
        column.addWidget(Words(self.tr("This is the one"), "label", "note"))
        for label in row.findChildren(Words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.clicked.connect(lambda _checked=False: self._same(patient.id))
        return row
