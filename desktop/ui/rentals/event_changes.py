"""What an event changes, told below its form before it is saved; and how the event stood before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import EventBefore, RentalEvent
from desktop.desk import Desk
from desktop.operations import rental_events
from desktop.operations.rental_events import Change
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.words import Words, quiet
from desktop.ui.rentals import words
from desktop.ui.superbills.beside import clear
from desktop.ui.superbills.elsewhere import elsewhere

_AFTER_MS = 200


class EventChanges(QWidget):
    """Asks, a moment after typing stops, what `gathered` changes (None: the form is not whole yet).

    `heard` tells that it is known: whether it can be saved so.
    """

    heard = Signal(bool)

    def __init__(self, desk: Desk, services: Services, gathered: Callable[[], RentalEvent | None]) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._gathered = gathered
        self._event: RentalEvent | None = None
        self._change: Change | None = None
        self._wanted: Callable[[], object] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._ask)
        self._said = QVBoxLayout(self)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.setSpacing(theme.space(1))

    def again(self) -> None:
        """Something else stands in the form."""
        self._wanted = None
        self._later.start()

    def forget(self) -> None:
        """Nothing is told, and nothing is waited for."""
        self._later.stop()
        self._event = self._change = self._wanted = None
        clear(self._said)

    def once_read(self, then: Callable[[], object]) -> None:
        """Does `then` if what stands in the form was told; else tells it first, and does it only where that is nothing
        new to read."""
        if self._event is not None and self._event == self._gathered():
            then()
            return
        self._wanted = then
        self._later.stop()
        self._ask()

    def refuse(self, problem: str) -> None:
        """Says why it cannot be."""
        self._tell(Change(None, None, (), (), problem))

    @property
    def told(self) -> list[str]:
        """What it says."""
        items = (self._said.itemAt(place) for place in range(self._said.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, Words)]

    def _ask(self) -> None:
        """In a worker: typing never waits for it."""
        event = self._gathered()
        if event is None:
            return
        services, desk = self._services, self._desk

        def work() -> Change:
            with elsewhere(services.book, desk) as (book, own_desk):
                return rental_events.preview_change(book, own_desk, event)

        services.work.run(work, lambda change: self._heard(event, change), services.complain, kind="rental event")

    def _heard(self, event: RentalEvent, change: Change) -> None:
        """What an event changes; nothing where another one stands in the fields by now."""
        if not self.isVisible() or event != self._gathered():
            return
        then, known = self._wanted, change == self._change or not (change.words or change.billed)
        self._event, self._change, self._wanted = event, change, None
        self._tell(change)
        if then is None or change.problem is not None:
            return
        if known:
            then()
        else:
            self._said.addWidget(Words(self.tr("Read what it changes, then save it."), tone="note"))

    def _tell(self, change: Change) -> None:
        clear(self._said)
        self.heard.emit(change.problem is None)
        if change.problem is not None:
            self._said.addWidget(Words(change.problem, tone="stop"))
            return
        self._said.addWidget(Words(self.tr("What it changes"), "label"))
        for said in change.words or (self.tr("Nothing: the months go on as they are."),):
            self._said.addWidget(Words(said))
        if change.billed:
            days = ", ".join(words.day(month.starts) for month in change.billed)
            stays = self.tr("Already on issued papers, which stay as they are: the months from {days}.")
            self._said.addWidget(Words(stays.format(days=days), tone="warn"))


class EventHistory(QWidget):
    """How an event stood before each of its changes."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lines = quiet("")
        column.addWidget(self._lines)

    def tell(self, before: Sequence[EventBefore]) -> None:
        """Shows it; hidden where there is none."""
        lines = [
            self.tr("Until {day}: {what}, {on}").format(
                day=words.day(each.changed_at.astimezone().date()),
                what=rental_events.kind_of(each.event).words,
                on=words.day(each.event.on),
            )
            for each in before
        ]
        self._lines.setText("\n".join(lines))
        self.setVisible(bool(lines))

    @property
    def told(self) -> str:
        """What it says."""
        return self._lines.text()
