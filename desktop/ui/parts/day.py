"""A day, typed as 08171951 or 8/17/51 or Aug 17 1951, or picked in a small calendar (Alt+Down, or the button)."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core import typed_day
from desktop.core.wrong import Wrong
from desktop.ui.parts.buttons import icon_button
from desktop.ui.parts.icons import icon
from desktop.ui.parts.labelled import Field


def written(day: date | None) -> str:
    """A day as the window writes it: 08/17/1951."""
    return f"{day:%m/%d/%Y}" if day else ""


class DayField(Field):
    """A field for a day that has been: a birth, an order; or one up to so many days `ahead`. Its value is a date."""

    def __init__(
        self, label: str, today: date, *, hint: str = "", needed: str = "", ahead: timedelta = timedelta()
    ) -> None:
        self._today = today
        self._last = today + ahead
        super().__init__(label, hint=hint, reads=self._read, needed=needed, edit=_Line(self._pick))
        self._calendar: _Calendar | None = None
        self.edit.setToolTip(self.tr("Alt+Down opens a calendar."))
        self._place_button()
        self.left.connect(lambda: self.put(written(self.value)) if self.value else None)

    @property
    def calendar(self) -> QCalendarWidget | None:
        """The calendar while it is open."""
        return self._calendar.days if self._calendar is not None and self._calendar.isVisible() else None

    def _place_button(self) -> None:
        """A button beside the line for the mouse; Tab passes it by, the keyboard has Alt+Down."""
        button = icon_button(self.tr("Pick a day"), "down", self._pick)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = QWidget()
        column = self.layout()
        if column is not None:  # Qt's signature; every field has one
            column.replaceWidget(self.edit, both)
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        across.addWidget(self.edit, 1)
        across.addWidget(button)

    def _read(self, text: str) -> date | Wrong | None:
        if self._last > self._today:
            return typed_day.day(text, self._last)
        return typed_day.past_day(text, self._today)

    def _pick(self) -> None:
        if self._calendar is None:
            self._calendar = _Calendar(self, self._last, self._picked)
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

    def __init__(self, parent: QWidget, last: date, then: Callable[[date], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "float")
        self._then = then
        self.days = QCalendarWidget()
        self.days.setAccessibleName(self.tr("Calendar"))
        self._dress()
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setMaximumDate(QDate(last.year, last.month, last.day))
        self.days.activated.connect(self._taken)
        self.days.clicked.connect(self._taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.days)

    def _dress(self) -> None:
        """Qt's calendar in our colors: its arrows are drawings of its own, and its weekends red."""
        self.days.setMinimumSize(300, 240)
        self.days.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        plain = QTextCharFormat()
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.days.setWeekdayTextFormat(weekend, plain)
        for name, drawing in (("qt_calendar_prevmonth", "back"), ("qt_calendar_nextmonth", "next")):
            arrow = self.days.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(drawing))

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
