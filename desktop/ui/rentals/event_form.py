"""Something that happened to a rental: what, when, to which unit; and what it changes, before it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from db.book.rental_rows import RentalEvent
from desktop.core.rental_history import Role
from desktop.desk import Desk
from desktop.operations import drafts, rental_events
from desktop.operations.book import BookProblem
from desktop.operations.rental_events import EventKind
from desktop.operations.rentals import Shown
from desktop.ui.page import Services
from desktop.ui.parts.buttons import danger, quiet_button, secondary
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.labelled import Choice, Field, Longer, tick
from desktop.ui.parts.typed_form import YES, Control, TypedForm, offer
from desktop.ui.parts.words import Card, Words, quiet, section
from desktop.ui.rentals import words
from desktop.ui.rentals.event_changes import EventChanges, EventHistory

_AHEAD = timedelta(days=36600)
_ALL = ""
_PARTS = ("unit_id", "serial", "code", "new_order", "new_test", "reason", "out_of_area", "order_ends")


class EventForm(TypedForm):
    """One event. `kept` tells that it was saved or removed; `left` that it was left as it was."""

    kept = Signal()
    left = Signal()

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._shown: Shown | None = None
        self._event = RentalEvent()
        self._kinds: dict[str, EventKind] = {}
        self._keeper = Keeper(self, self._keep_half_made)
        self._changes = EventChanges(desk, services, self._gathered)
        self._make_fields()
        self._place()
        self.edited.connect(self._touched_by_hand)

    def begin(self, shown: Shown, kind: str = "") -> None:
        """Something new that happened, of that kind if one is named; what was left half-made is there again."""
        possible = rental_events.possible(self._services.book, self._desk, shown.rental.id)
        event = RentalEvent(rental_id=shown.rental.id, on=self._desk.today)
        self._open(shown, event, possible)
        if kind:
            self._kind.put(kind)
        kept = drafts.take_up(self._services.book, self._key)
        if kept is not None and not kind:
            self.put(kept)
        self._before.setVisible(kept is not None and not kind)

    def change(self, shown: Shown, event: RentalEvent) -> None:
        """Something that was noted, to be changed or removed."""
        self._open(shown, event, rental_events.kinds())
        kept = drafts.take_up(self._services.book, self._key)
        if kept is not None:
            self.put(kept)
        self._before.setVisible(kept is not None)

    def keep(self) -> None:
        """Saves what was typed, half-made."""
        self._keeper.keep()

    def leave(self) -> None:
        """Goes away; what was typed stays half-made."""
        self.keep()
        self.left.emit()

    def changed(self) -> None:
        """What belongs to one kind of event only is there only then; and what it changes is asked anew."""
        kind = self._kinds.get(self._kind.value)
        asks = kind.asks if kind else ()
        for name, control in self._parts.items():
            one_unit = name == "unit_id" and self._shown is not None and len(self._shown.units) < 2
            control.setVisible(name in asks and not one_unit)
        self._help.setText(kind.help if kind else "")
        self._offer_codes()
        self._save.setEnabled(True)
        self._changes.again()

    @property
    def told(self) -> list[str]:
        """What it says that the event changes."""
        return self._changes.told

    @property
    def _key(self) -> str:
        return f"rental event/{self._event.rental_id}/{self._event.id or 'new'}"

    def _open(self, shown: Shown, event: RentalEvent, kinds: Sequence[EventKind]) -> None:
        self.keep()
        self._shown = shown
        self._event = event
        self._kinds = {kind.key: kind for kind in kinds}
        known = rental_events.kind_of(event) if event.id else None
        if known is not None:
            self._kinds.setdefault(known.key, known)
        offer(self._kind, [(kind.key, kind.words) for kind in self._kinds.values()])
        units = [(str(unit.unit.id), words.role_word(unit.unit.role)) for unit in shown.units]
        offer(self._unit, [(_ALL, self.tr("Everything")), *units])
        self._changes.forget()
        self._title.setText(self.tr("What happened?") if not event.id else self.tr("Change what happened"))
        self._remove.setVisible(bool(event.id))
        self._history.tell(rental_events.before(self._services.book, event.id) if event.id else ())
        self.put(_texts(event, known.key if known else next(iter(self._kinds), "")))
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        today = self._desk.today
        self._kind = Choice(self.tr("What"), [(_ALL, "")])
        self._on = DayField(self.tr("On"), today, ahead=_AHEAD, needed=self.tr("Say on which day it happened."))
        self._unit = Choice(self.tr("Which unit"), [(_ALL, "")])
        self._serial = Field(self.tr("Serial number of the one that came"))
        self._serial.edit.setProperty("kind", "code")
        self._serial.edit.returnPressed.connect(self._serial.edit.focusNextChild)
        self._code = Choice(self.tr("Its code"), [(_ALL, "")])
        self._new_order = tick(self.tr("With a new doctor's order"))
        self._new_test = tick(self.tr("With a new qualifying test"))
        self._reason = Field(self.tr("Reason of the break, in words"))
        self._out_of_area = tick(self.tr("Out of the area that the store serves"))
        self._order_ends = DayField(self.tr("The order holds until"), today, ahead=_AHEAD)
        self._note = Longer(self.tr("Note"), lines=2)
        self._parts: dict[str, Control] = dict(
            zip(
                _PARTS,
                (
                    *(self._unit, self._serial, self._code, self._new_order, self._new_test),
                    *(self._reason, self._out_of_area, self._order_ends),
                ),
                strict=True,
            )
        )
        self.hold(kind=self._kind, on=self._on, **self._parts, note=self._note)

    def _place(self) -> None:
        self._title = section("")
        self._help = quiet("")
        self._before = Words(self.tr("You typed this before; it is not saved yet."), tone="note")
        self._history = EventHistory()
        card = Card()
        card.setAccessibleName(self.tr("What happened"))
        inside = card.inside
        for widget in (
            *(self._title, self._before, FieldGrid((self._kind, self._on)), self._help),
            *(FieldGrid((self._unit, self._order_ends), (self._serial, self._code), (self._reason,)),),
            *(self._new_order, self._new_test, self._out_of_area, self._note),
        ):
            inside.addWidget(widget)
        inside.addWidget(self._changes)
        self._save = secondary(self.tr("&Save"), self._save_it, drawing="save", shortcut="Ctrl+S")
        self._remove = danger(self.tr("&Remove"), self._remove_it)
        buttons = Flow()
        for button in (self._save, quiet_button(self.tr("&Cancel"), self._throw_away), self._remove):
            buttons.addWidget(button)
        self._changes.heard.connect(self._save.setEnabled)
        inside.addLayout(buttons)
        inside.addWidget(self._history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _offer_codes(self) -> None:
        """The codes of the unit that is chosen; the same code is the first."""
        units = self._shown.units if self._shown else ()
        chosen = next((unit for unit in units if str(unit.unit.id) == self._unit.value), units[0] if units else None)
        role = Role(chosen.unit.role) if chosen else Role.STATIONARY
        codes = sorted(self._desk.rules.coding.groups[role])
        if [self._code.box.itemData(place) for place in range(1, self._code.box.count())] != codes:
            offer(self._code, [(_ALL, self.tr("The same code")), *((code, code) for code in codes)])

    def _gathered(self) -> RentalEvent | None:
        """The event with what stands in the fields that its kind asks for; None while kind or day are not there."""
        kind = self._kinds.get(self._kind.value)
        if kind is None or self._on.value is None:
            return None
        asks = kind.asks
        return replace(
            self._event,
            on=self._on.value,
            what=kind.what,
            why=kind.why,
            unit_id=int(self._unit.value) if "unit_id" in asks and self._unit.value else None,
            code=(self._code.value or None) if "code" in asks else None,
            new_order="new_order" in asks and self._new_order.isChecked(),
            new_test="new_test" in asks and self._new_test.isChecked(),
            reason=self._reason.value if "reason" in asks else None,
            out_of_area="out_of_area" in asks and self._out_of_area.isChecked(),
            order_ends=self._order_ends.value if "order_ends" in asks else None,
            words=self._note.text or None,
        )

    def _touched_by_hand(self) -> None:
        """A day that is written out as its field is left, because the window closes, is no typing."""
        if self.isVisible():
            self._keeper.touch()

    def _keep_half_made(self) -> None:
        drafts.keep(self._services.book, self._key, self.texts())

    def _save_it(self) -> None:
        wrong = self.first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._changes.once_read(self._record)

    def _record(self) -> None:
        event = self._gathered()
        if event is None:
            return
        asks = self._kinds[self._kind.value].asks
        serial = self._serial.value if "serial" in asks else None
        try:
            rental_events.record(self._services.book, self._desk, event, serial)
        except BookProblem as problem:
            self._changes.refuse(str(problem))
            return
        self._forget()
        self._services.say(self.tr("Noted: {what}.").format(what=self._kind.box.currentText()))
        self.kept.emit()

    def _remove_it(self) -> None:
        """Asks only where months on issued papers would have been others; it can be undone."""
        book, desk, number = self._services.book, self._desk, self._event.id
        change = rental_events.preview_change(book, desk, self._event, removed=True)
        if change.problem is not None:
            self._services.complain(change.problem)
            return
        lost = " ".join((*change.words, self.tr("Papers that were issued stay as they are.")))
        if change.billed and not self._services.ask.sure(self.window(), lost, self.tr("Remove")):
            return
        what = self._kind.box.currentText()
        try:
            rental_events.remove(book, desk, number)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self._forget()
        self.kept.emit()
        self._services.offer_undo(self.tr("Removed: {what}.").format(what=what), lambda: self._bring_back(number))

    def _bring_back(self, number: int) -> None:
        rental_events.undo_remove(self._services.book, self._desk, number)
        self.kept.emit()

    def _throw_away(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        self._changes.forget()
        self._keeper.forget()
        drafts.drop(self._services.book, self._key)


def _texts(event: RentalEvent, kind: str) -> dict[str, Any]:
    """What the fields show of an event."""
    on: date | None = event.on
    return {
        "kind": kind,
        "on": written(on),
        "unit_id": str(event.unit_id or _ALL),
        "code": event.code or _ALL,
        "new_order": YES if event.new_order else "",
        "new_test": YES if event.new_test else "",
        "reason": event.reason or "",
        "out_of_area": YES if event.out_of_area else "",
        "order_ends": written(event.order_ends),
        "note": event.words or "",
    }
