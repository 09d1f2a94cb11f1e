"""The store's equipment by serial number: what it is, in which state, where, and with whom."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from db.book.rental_rows import Piece
from desktop.core import entry
from desktop.operations import equipment_register
from desktop.operations.book import BookProblem
from desktop.operations.equipment_register import Held
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import danger, primary, quiet_button, secondary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.typed_form import TypedForm
from desktop.ui.parts.words import Card, heading, quiet
from desktop.ui.rentals.rows import PagedRows
from desktop.ui.rentals.view import View
from desktop.ui.ways import OpenPatient

_TYPED_MS = 150
_LOWEST = 180
_AT_ONCE = 200
_ANY = ""


class EquipmentView(View):
    """The list, and the form of one piece below it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._words = {state.key: state.words for state in equipment_register.states()}
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Find equipment"))
        self.box.setPlaceholderText(self.tr("Serial number, maker, model or patient"))
        self.box.setClearButtonEnabled(True)
        self._state = Choice(self.tr("Where it is"), [(_ANY, self.tr("Anywhere")), *self._words.items()])
        columns = self._columns()
        self._rows: PagedRows[Held] = PagedRows(columns, self._read_more)
        self.table: Table[Held] = Table(self.tr("Equipment"), columns, self._rows)
        self.form = PieceForm(services, self._words)
        self._stack = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPED_MS)
        self._later.timeout.connect(self.again)
        self.box.textChanged.connect(lambda _text: self._later.start())
        self.box.returnPressed.connect(self.table.setFocus)
        self._state.chosen.connect(lambda _state: self.again())
        self.table.opened.connect(self._open)
        self.form.changed_one.connect(self._changed)
        self._place()

    def again(self) -> None:
        """Shows what the register holds now."""
        self._later.stop()
        self._run(0, self._show)

    def back(self) -> bool:
        """Closes the form."""
        was = self.form.isVisibleTo(self)
        self.form.hide()
        if was:
            self.table.setFocus()
        return was

    def search(self) -> bool:
        """To the box."""
        self.box.setFocus()
        self.box.selectAll()
        return True

    def _columns(self) -> list[Column[Held]]:
        return [
            Column(self.tr("Serial"), lambda held: held.piece.serial or "", 160, code=True),
            Column(self.tr("Unit"), lambda held: held.piece.name, 200),
            Column(self.tr("Where it is"), lambda held: self._words[held.piece.state], 180),
            Column(self.tr("With"), lambda held: held.patient_name or held.piece.place or "", 200),
            Column(self.tr("Note"), lambda held: held.piece.note or ""),
        ]

    def _place(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(heading(self.tr("Equipment")))
        self._state.label.hide()
        column.addWidget(FieldGrid((self.box, self._state)))
        self.table.setMinimumHeight(_LOWEST)
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            Empty(
                "unit",
                self.tr("No equipment here"),
                self.tr(
                    "Every unit of the store by its serial number: in stock, with a patient, in service. "
                    "What a rental delivers comes here by itself."
                ),
            )
        )
        column.addWidget(self._stack, 1)
        column.addWidget(self.form)
        buttons = Flow()
        buttons.addWidget(primary(self.tr("&Add a unit"), lambda: self._open(Held(Piece(), None))))
        column.addLayout(buttons)
        self.form.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _run(self, offset: int, then: Callable[[list[Held]], object]) -> None:
        book, text, state = self._services.book, self.box.text(), self._state.value

        def work() -> list[Held]:
            with book.another() as another:
                return equipment_register.find(another, text, (state,) if state else (), _AT_ONCE, offset)

        self._services.work.run(work, then, self._services.complain, kind="equipment")

    def _read_more(self, offset: int) -> None:
        self._run(offset, lambda found: self._rows.append(found, _total(offset, found)))

    def _show(self, found: list[Held]) -> None:
        stood = self.table.row
        self._rows.begin(found, _total(0, found))
        self._stack.setCurrentIndex(0 if found else 1)
        places = [place for place, held in enumerate(found) if stood and held.piece.id == stood.piece.id]
        if places:
            self.table.selectRow(places[0])

    def _open(self, held: Held) -> None:
        self.form.begin(held)
        self.form.show()
        self.form.focus_first()

    def _changed(self) -> None:
        self.form.hide()
        self.again()
        self.table.setFocus()


class PieceForm(TypedForm):
    """One piece: what it is, and where. `changed_one` tells that it was kept, deleted or brought back."""

    changed_one = Signal()

    def __init__(self, services: Services, states: dict[str, str]) -> None:
        super().__init__()
        self._services = services
        self._held = Held(Piece(), None)
        self._serial = Field(self.tr("&Serial number"), needed=self.tr("A unit is known by its serial number."))
        self._serial.edit.setProperty("kind", "code")
        self._serial.edit.returnPressed.connect(self._serial.edit.focusNextChild)
        self._maker = Field(self.tr("Maker"), reads=entry.name)
        self._model = Field(self.tr("Model"))
        self._state = Choice(self.tr("W&here it is"), list(states.items()))
        self._where = Field(self.tr("Place"), hint=self.tr("A shelf, a workshop."))
        self._note = Field(self.tr("Note"))
        self.hold(
            serial=self._serial,
            maker=self._maker,
            model=self._model,
            state=self._state,
            place=self._where,
            note=self._note,
        )
        self._with = quiet("")
        card = Card()
        card.setAccessibleName(self.tr("The unit"))
        card.inside.addWidget(
            FieldGrid((self._serial, self._maker, self._model), (self._state, self._where, self._note))
        )
        card.inside.addWidget(self._with)
        buttons = Flow()
        self._patient = quiet_button(self.tr("Open the patient"), self._open_patient, drawing="patients")
        self._delete = danger(self.tr("Delete"), self._delete_it)
        for button in (secondary(self.tr("Sa&ve"), self._save_it, drawing="save"), self._patient, self._delete):
            buttons.addWidget(button)
        card.inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def begin(self, held: Held) -> None:
        """A piece to be filled in or changed."""
        self._held = held
        piece = held.piece
        self.put(
            {
                "serial": piece.serial or "",
                "maker": piece.maker or "",
                "model": piece.model or "",
                "state": piece.state,
                "place": piece.place or "",
                "note": piece.note or "",
            }
        )
        away = held.patient_name is not None
        self._with.setText(
            self.tr("It is with {patient}; only the rental says so.").format(patient=held.patient_name) if away else ""
        )
        self._with.setVisible(away)
        self._patient.setVisible(away)
        self._delete.setVisible(bool(piece.id) and not away)

    def _save_it(self) -> None:
        wrong = self.first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        piece = replace(
            self._held.piece,
            serial=self._serial.value,
            maker=self._maker.value,
            model=self._model.value,
            state=self._state.value,
            place=self._where.value,
            note=self._note.value,
        )
        try:
            equipment_register.save(self._services.book, piece)
        except BookProblem as problem:
            self._serial.say(str(problem))
            return
        self.changed_one.emit()

    def _delete_it(self) -> None:
        piece = self._held.piece
        try:
            equipment_register.delete(self._services.book, piece.id)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self.changed_one.emit()
        self._services.offer_undo(
            self.tr("Deleted {serial}.").format(serial=piece.serial or piece.name), lambda: self._bring_back(piece.id)
        )

    def _bring_back(self, number: int) -> None:
        try:
            equipment_register.undo_delete(self._services.book, number)
        except BookProblem as problem:
            self._services.complain(str(problem))
        self.changed_one.emit()

    def _open_patient(self) -> None:
        if self._held.piece.patient_id is not None:
            self._services.go(OpenPatient(self._held.piece.patient_id))


def _total(offset: int, found: list[Held]) -> int:
    """At least so many: one more than was read, where a page was full."""
    return offset + len(found) + (1 if len(found) == _AT_ONCE else 0)
