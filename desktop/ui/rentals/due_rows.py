"""Things to do for rentals, a row each: Enter opens the rental; done, put off until a day, and why it is there."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import ListedDue
from desktop.desk import Desk
from desktop.operations import due
from desktop.ui.counter.rows import Row, RowList
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import chip, icon_button, quiet_button
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import Flow
from desktop.ui.parts.sourced import source_line
from desktop.ui.parts.words import Card, Words
from desktop.ui.rentals import words
from desktop.ui.superbills.beside import clear
from desktop.ui.ways import OpenRental

_FAR = timedelta(days=3660)
_WEEK = timedelta(days=7)
_LOWEST = 200  # of a long list, where the window is low and the whole scrolls


class Show(StrEnum):
    """What a row says: all; for a narrow list only what kind of thing it is; or nothing of whose rental it is."""

    ALL = "all"
    SHORT = "short"
    OF_ONE = "of one"


class DueRows(QWidget):
    """The rows. `changed` tells that one was done, put off or brought back."""

    changed = Signal()

    def __init__(self, desk: Desk, services: Services, name: str, *, show: Show = Show.ALL) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__()
        self._desk = desk
        self._services = services
        self._show = show
        self._dues: Sequence[ListedDue] = ()
        self.list = RowList(name, grows=show is not Show.ALL)
        self.list.installEventFilter(self)
        self._actions = QWidget()
        self._later: PutOff | None = None
        self._why = Card()
        self._column = QVBoxLayout(self)
        self._place()

    def put(self, dues: Sequence[ListedDue], more: Sequence[Row] = ()) -> None:
        """Shows these, and below them rows that lead elsewhere."""
        stood = self.list.currentIndex().row()
        self._dues = dues
        self._close_cards()
        self.list.put([*(self._row(row) for row in dues), *more])
        self.setVisible(bool(dues or more))
        self._actions.setVisible(bool(dues))
        if self.list.hasFocus() and stood >= 0 and self.list.rows.rows:
            self.list.setCurrentIndex(self.list.rows.index(min(stood, len(self.list.rows.rows) - 1)))

    @property
    def chosen(self) -> ListedDue | None:
        """The one that is stood on, else the first."""
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._dues):
            return self._dues[place]
        return self._dues[0] if self._dues and place < 0 else None

    @property
    def told(self) -> list[str]:
        """What it says on why something is here; nothing while that is closed."""
        return [] if self._why.isHidden() else [each.text() for each in self._why.findChildren(Words)]

    def back(self) -> bool:
        """Closes what was opened below the list; whether there was something."""
        was = not self._why.isHidden() or (self._later is not None and not self._later.isHidden())
        self._close_cards()
        if was:
            self.list.setFocus()
        return was

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """D, P and W are done, put off and why."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            does: dict[int, Callable[[], object]] = {
                Qt.Key.Key_D: self._done,
                Qt.Key.Key_P: self._put_off,
                Qt.Key.Key_W: self._tell_why,
            }
            if event.key() in does:
                does[event.key()]()
                return True
        return super().eventFilter(of, event)

    def _place(self) -> None:
        flow = Flow(self._actions)
        for said, key, then in (
            (self.tr("Done"), "D", self._done),
            (self.tr("Put off …"), "P", self._put_off),
            (self.tr("Why is this here?"), "W", self._tell_why),
        ):
            button = quiet_button(said, then)
            button.setToolTip(self.tr("{key}, while you stand in the list").format(key=key))
            flow.addWidget(button)
        self._actions.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))
        whole = self._show is Show.ALL  # it may be long: what can be done stands above it
        for widget in (self._actions, self._why, self.list) if whole else (self.list, self._actions, self._why):
            self._column.addWidget(widget)
        if whole:
            self._column.setStretchFactor(self.list, 1)
            self.list.setMinimumHeight(_LOWEST)
        self._close_cards()

    def _row(self, row: ListedDue) -> Row:
        kind = words.due_word(row.due.what)
        dated = due.is_dated(row.due.what)
        said = kind if self._show is Show.SHORT and dated else row.due.words or kind
        late = dated and row.due.on < self._desk.today
        of_one = self._show is Show.OF_ONE
        second = ("" if of_one else said, words.role_word(row.role), row.code or "")
        return Row(
            said if of_one else row.patient_name,
            " · ".join(part for part in second if part),
            drawing="waiting",
            side=words.day(row.due.on, near=self._desk.today) if dated else "",
            tone="warn" if late else "",
            does=self.tr("Enter: open"),
            then=lambda: self._services.go(OpenRental(row.due.rental_id)),
        )

    def _done(self) -> None:
        row = self.chosen
        if row is None:
            return
        due.done(self._services.book, row.due.id)
        self.changed.emit()
        said = self.tr("Done: {what}, {patient}.").format(what=words.due_word(row.due.what), patient=row.patient_name)
        self._services.offer_undo(said, lambda: self._undo_done(row.due.id))

    def _undo_done(self, number: int) -> None:
        due.undo_done(self._services.book, number)
        self.changed.emit()

    def _put_off(self) -> None:
        if self.chosen is None:
            return
        self._close_cards()
        if self._later is None:
            self._later = PutOff(self._desk.today, self._snooze_until)
            self._column.insertWidget(self._column.indexOf(self._why), self._later)
        self._later.open()

    def _snooze_until(self, until: date) -> None:
        row = self.chosen
        if row is None:
            return
        before = row.due.shows_on
        due.snooze(self._services.book, row.due.id, until)
        self.list.setFocus()
        self.changed.emit()
        said = self.tr("Put off until {day}: {what}, {patient}.").format(
            day=words.day(until), what=words.due_word(row.due.what), patient=row.patient_name
        )
        self._services.offer_undo(said, lambda: self._undo_snooze(row.due.id, before))

    def _undo_snooze(self, number: int, before: date) -> None:
        due.snooze(self._services.book, number, before)
        self.changed.emit()

    def _tell_why(self) -> None:
        row = self.chosen
        if row is None:
            return
        self._close_cards()
        inside = self._why.inside
        inside.addWidget(Words(self.tr("Why this is here"), "label"))
        known = self._desk.rules.sources.by_id
        for because in due.why(self._services.book, self._desk, row.due.id):
            inside.addWidget(Words(because.words))
            inside.addWidget(source_line(because.mark, (known[source] for source in because.sources)))
        inside.addWidget(icon_button(self.tr("Close"), "close", self.back))
        self._why.show()

    def _close_cards(self) -> None:
        if self._later is not None:
            self._later.hide()
        self._why.hide()
        clear(self._why.inside)


class PutOff(Card):
    """Until when something is put off: `then` gets the day."""

    def __init__(self, today: date, then: Callable[[date], object]) -> None:
        super().__init__()
        self._today = today
        self._then = then
        self._until = DayField(self.tr("Show it again on"), today, ahead=_FAR)
        self._until.edit.returnPressed.connect(self._take)
        self.inside.addWidget(self._until)
        chips = Flow()
        for said, days in ((self.tr("Tomorrow"), 1), (self.tr("In a week"), 7), (self.tr("In a month"), 30)):
            chips.addWidget(chip(said, partial(then, today + timedelta(days=days))))
        chips.addWidget(quiet_button(self.tr("Put off"), self._take))
        self.inside.addLayout(chips)

    def open(self) -> None:
        """Comes with a week from today."""
        self._until.put(written(self._today + _WEEK))
        self.show()
        self._until.edit.setFocus()
        self._until.edit.selectAll()

    def _take(self) -> None:
        until: date | None = self._until.value
        if until is None or until <= self._today:
            self._until.say(self.tr("Type a day after today."))
        else:
            self._then(until)
