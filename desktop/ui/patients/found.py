"""The list of patients: a search line, who fits what was typed, and what was left half-made."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from db.book.rows import Patient
from desktop.desk import Desk
from desktop.operations import drafts, patients
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.day import written
from desktop.ui.parts.half_made import HalfMade
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Words
from desktop.ui.patients.task import BEGINNING, Part, Task, task_of

_BORN_WIDE = 100


class Found(QWidget):
    """`opened` tells a patient's id (Enter), `picked` the one that is stood on, `half_made` the task to go on with."""

    opened = Signal(int)
    picked = Signal(int)
    half_made = Signal(object)

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._book = services.book
        self.line = _SearchLine(self._down)
        self.line.setPlaceholderText(self.tr("tre,mar · birth date · phone · member ID"))
        self.line.setAccessibleName(self.tr("Find a patient"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _text: self.refresh())
        self.line.returnPressed.connect(self._first)
        self._half_made = HalfMade()
        self._nobody = Words(self.tr("Nobody fits. Try fewer letters, or the birth date."), tone="quiet")
        self.table: Table[Patient] = Table(
            self.tr("Patients found"),
            [
                Column(self.tr("Name"), backward),
                Column(self.tr("Born"), lambda patient: written(patient.dob), _BORN_WIDE),
            ],
        )
        self.table.opened.connect(lambda patient: self.opened.emit(patient.id))
        self.table.picked.connect(lambda patient: self.picked.emit(patient.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.line)
        column.addWidget(self._half_made)
        column.addWidget(self._nobody)
        column.addWidget(self.table, 1)

    @property
    def nobody_at_all(self) -> bool:
        """Whether the book has no patients and nothing half-made."""
        return not self.line.text().strip() and not self.table.rows.rows and not self.unsaved()

    def refresh(self) -> None:
        """Asks again for what is typed; whoever was stood on stays so if still there."""
        standing = self.table.row
        found = patients.find(self._book, self.line.text(), self._desk.today)
        self.table.put(found)
        self._nobody.setVisible(not found and bool(self.line.text().strip()))
        if standing is not None:
            self.stand_on(standing.id)
        self._show_half_made(self.unsaved())

    def stand_on(self, number: int) -> None:
        """Stands on a patient, if in the list."""
        rows = [row.id for row in self.table.rows.rows]
        if number in rows:
            with QSignalBlocker(self.table):
                self.table.selectRow(rows.index(number))

    def unsaved(self) -> list[Task]:
        """What was left half-made, the latest first."""
        return [task_of(row.key) for row in drafts.listed(self._book, BEGINNING)]

    def _show_half_made(self, tasks: Sequence[Task]) -> None:
        self._half_made.put([(self._half_made_words(task), partial(self.half_made.emit, task)) for task in tasks])

    def _half_made_words(self, task: Task) -> str:
        kept = drafts.take_up(self._book, task.key) or {}
        typed = " ".join(part for part in (kept.get("first"), kept.get("last")) if part)
        name = patients.read(self._book, task.patient).name if task.patient else typed
        words = self.tr("New, half-made: {name}") if task.part is Part.ALL else self.tr("Half-made: {name}")
        return words.format(name=name or self.tr("no name yet"))

    def _down(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _first(self) -> None:
        row = self.table.row or next(iter(self.table.rows.rows), None)
        if row is not None:
            self.opened.emit(row.id)


class _SearchLine(QLineEdit):
    def __init__(self, down: Callable[[], object]) -> None:
        super().__init__()
        self._down = down

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z brings back what was deleted where there is no typing to be undone."""
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() == QEvent.Type.ShortcutOverride and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Down:
            self._down()
        else:
            super().keyPressEvent(event)


def backward(patient: Patient) -> str:
    """Last name first: Treviño-O'Neill, Marisol."""
    given = " ".join(part for part in (patient.first, patient.middle) if part)
    return ", ".join(part for part in (patient.last, given) if part)
