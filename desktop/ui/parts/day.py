"""A day, typed as 08171951 or 8/17/51 or Aug 17 1951, or picked in a small calendar (Alt+Down, or the button)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.core import typed_day
from desktop.core.entry import Wrong
from desktop.ui.parts.icons import icon
from desktop.ui.parts.labelled import Field


def written(day: date | None) -> str:
    """A day as the window writes it: 08/17/1951."""
    return f"{day:%m/%d/%Y}" if day else ""


class DayField(Field):
    """A field for a day that has been: a birth, an order. Its value is a date."""

    def __init__(self, label: str, today: date, *, hint: str = "", needed: str = "") -> None:
        self._today = today
        super().__init__(label, hint=hint, reads=self._read, needed=needed, edit=_Line(self._pick))
        self._calendar: _Calendar | None = None
        action = QAction(icon("down"), self.tr("Pick a day"), self.edit)
        action.triggered.connect(self._pick)
        self.edit.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self.edit.setToolTip(self.tr("Alt+Down opens a calendar."))
        self.left.connect(lambda: self.put(written(self.value)) if self.value else None)

    @property
    def calendar(self) -> QCalendarWidget | None:
        """The calendar while it is open."""
        return self._calendar.days if self._calendar is not None and self._calendar.isVisible() else None

    def _read(self, text: str) -> date | Wrong | None:
        return typed_day.past_day(text, self._today)

    def _pick(self) -> None:
        if self._calendar is None:
            self._calendar = _Calendar(self, self._today, self._picked)
        self._calendar.open(self.value or self._today, self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))

    def _picked(self, day: date) -> None:
        self.put(written(day))
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)


class _Line(QLineEdit):
    def __init__(self, pick: Callable[[], object]) -> None:
        super().__init__()
        self._pick = pick

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._pick()
        else:
            super().keyPressEvent(event)


class _Calendar(QFrame):
    """Floats below the line; Enter or a click takes the day, Esc none."""

    def __init__(self, parent: QWidget, today: date, then: Callable[[date], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "float")
        self._then = then
        self.days = QCalendarWidget()
        self.days.setAccessibleName(self.tr("Calendar"))
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setMaximumDate(QDate(today.year, today.month, today.day))
        self.days.activated.connect(self._taken)
        self.days.clicked.connect(self._taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.days)

    def open(self, day: date, at: QPoint) -> None:
        self.days.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(at)
        self.show()
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _taken(self, day: QDate) -> None:
        self.close()
        self._then(date(day.year(), day.month(), day.day()))
