"""A rental that begins, or is changed: whose it is, plan and order, what the plan pays, and its units.

What is typed is kept half-made as it is typed, and is there again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import Piece, Rental
from db.book.rows import NEW, Patient
from desktop.core.rental_history import Role
from desktop.desk import Desk
from desktop.operations import drafts, patient_card, patients, rentals
from desktop.operations.book import BookProblem
from desktop.operations.rentals import Beginning, Shown, UnitGoingOut
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.day import written
from desktop.ui.parts.form import Flow
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import Words, heading
from desktop.ui.rentals.listing import HALF_MADE
from desktop.ui.rentals.terms import TermsForm
from desktop.ui.rentals.unit import UnitForm
from desktop.ui.rentals.view import View
from desktop.ui.superbills.compose.picker import Option, Picker
from desktop.ui.ways import BeginRental

_FOUND = 12
_WIDEST = 900
_LEAST_HIGH = 80


@dataclass(frozen=True, slots=True)
class Task:
    """What is being entered: a rental that begins by hand or from a superbill's line, or one that is changed."""

    patient: int = NEW
    document: int = NEW
    line: int = 0
    rental: int = NEW

    @property
    def key(self) -> str:
        """Where it is kept half-made: `rental/new`, `rental/new/7`, `rental/of/31/0`, `rental/12`."""
        if self.rental:
            return f"{HALF_MADE}{self.rental}"
        if self.document:
            return f"{HALF_MADE}of/{self.document}/{self.line}"
        return f"{HALF_MADE}new/{self.patient}" if self.patient else f"{HALF_MADE}new"


def task_of(key: str) -> Task:
    """The task that was kept under a key."""
    what, _, rest = key.removeprefix(HALF_MADE).partition("/")
    if what == "new":
        return Task(patient=int(rest or NEW))
    if what == "of":
        document, _, line = rest.partition("/")
        return Task(document=int(document), line=int(line))
    return Task(rental=int(what))


class RentalForm(View):
    """The form. `done` tells the rental's id; `left` that it was left or thrown away."""

    done = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._task = Task()
        self._beginning = Beginning(Rental(), ())
        self._keeper = Keeper(self, self._keep_half_made)
        self._title = heading("")
        self._before = Words(self.tr("You typed this before; it is not saved yet."), tone="note")
        self._patient = Picker(
            self.tr("&Patient"), self._patients, placeholder=self.tr("Name, birth date, phone or member ID")
        )
        self._patient.picked.connect(self._take_patient)
        self._terms = TermsForm(desk)
        self._units = {role: UnitForm(desk, services.book, role) for role in Role}
        self._wrong = Words("", tone="stop")
        for part in (self._terms, *self._units.values()):
            part.edited.connect(self._edited)
        self._place()

    def begin(self, way: BeginRental) -> None:
        """A rental that begins, as it was left half-made, else with all that is known."""
        self.keep()
        task = Task(way.patient or NEW, way.document or NEW, way.line)
        self._open(task)

    def go_on(self, key: str) -> None:
        """What was kept half-made under a key."""
        self.keep()
        self._open(task_of(key))

    def change(self, shown: Shown) -> None:
        """A rental of the book, to be changed."""
        self.keep()
        self._open(Task(rental=shown.rental.id))

    def keep(self) -> None:
        """Saves what was typed, half-made."""
        self._keeper.keep()

    def _open(self, task: Task) -> None:
        try:
            self._beginning = self._found(task)
        except BookProblem as problem:
            self._services.complain(str(problem))
            self.left.emit()
            return
        self._task = task
        self._fill()
        kept = drafts.take_up(self._services.book, task.key)
        if kept is not None:
            self._put(kept)
        self._before.setVisible(kept is not None)
        self._stand_on_first()

    def _found(self, task: Task) -> Beginning:
        """The rental as the book knows or proposes it."""
        book, desk = self._services.book, self._desk
        if task.rental:
            shown = rentals.show(book, desk, task.rental)
            units = tuple(UnitGoingOut(unit.unit, unit.piece or Piece()) for unit in shown.units)
            return Beginning(shown.rental, units)
        if task.document:
            return rentals.from_line(book, desk, task.document, task.line)
        if task.patient:
            return rentals.by_hand(book, desk, task.patient)
        return Beginning(Rental(), ())

    def _fill(self) -> None:
        rental = self._beginning.rental
        known = rental.patient_id != NEW
        self._patient.setVisible(not known)
        self._terms.setVisible(known)
        units = {unit.unit.role: unit for unit in self._beginning.units}
        for role, form in self._units.items():
            form.setVisible(known)
            form.begin(units.get(role))
        self._save.setEnabled(known)
        self._wrong.hide()
        if known:
            card = patient_card.read(self._services.book, rental.patient_id)
            words = self.tr("Change the rental of {name}") if rental.id else self.tr("A rental of {name}")
            self._title.setText(words.format(name=card.patient.name))
            self._terms.offer_of(card)
            self._terms.begin(rental)
        else:
            self._title.setText(self.tr("Who rents?"))
        self._edited_terms()

    def _put(self, kept: dict[str, Any]) -> None:
        self._terms.put(kept["terms"])
        for role, form in self._units.items():
            form.put(kept[str(role)])
        self._edited_terms()

    def _edited(self) -> None:
        self._edited_terms()
        if self.isVisible():  # a day that is written out because the window closes is no typing
            self._keeper.touch()

    def _edited_terms(self) -> None:
        for form in self._units.values():
            form.wants_price(wanted=self._terms.pays.pays_up_to_price)

    def _keep_half_made(self) -> None:
        texts = {"terms": self._terms.texts()} | {str(role): form.texts() for role, form in self._units.items()}
        name = self._title.text()
        drafts.keep(self._services.book, self._task.key, {"name": name, **texts})

    def _patients(self, text: str) -> Sequence[Option]:
        if not text.strip():
            return []
        found = patients.find(self._services.book, text, self._desk.today, _FOUND)
        return [Option(_described(patient), patient.id) for patient in found]

    def _take_patient(self, patient: int) -> None:
        self._open(Task(patient=patient))

    def _place(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(4))
        for part in (self._patient, *self._units.values(), self._terms):
            column.addWidget(part)
        column.addStretch()
        self._save = primary(self.tr("&Save"), self._save_it, shortcut="Ctrl+S")
        buttons = Flow()
        buttons.addWidget(self._save)
        buttons.addWidget(quiet_button(self.tr("Throw away"), self._throw_away))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space(3))
        whole.addWidget(self._title)
        whole.addWidget(self._before)
        area = scrolling(inside)
        area.setMinimumHeight(_LEAST_HIGH)
        whole.addWidget(area, 1)
        whole.addWidget(self._wrong)
        whole.addLayout(buttons)

    def _stand_on_first(self) -> None:
        known = self._beginning.rental.patient_id != NEW
        first = self._units[Role.STATIONARY].there if known else self._patient.edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_it(self) -> None:
        there = [form for form in self._units.values() if form.is_there]
        wrong = [bad for form in (*there, self._terms) if (bad := form.first_wrong()) is not None]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        rental = self._terms.gathered(self._beginning.rental)
        units = tuple(form.gathered() for form in there)
        try:
            kept = self._kept(rental, units)
        except BookProblem as problem:
            self._wrong.setText(str(problem))
            self._wrong.show()
            return
        self._forget()
        self.done.emit(kept)

    def _kept(self, rental: Rental, units: tuple[UnitGoingOut, ...]) -> int:
        book, desk = self._services.book, self._desk
        if not rental.id:
            return rentals.begin(book, desk, replace(self._beginning, rental=rental, units=units)).id
        rentals.save(book, desk, rental)
        for going_out in units:
            if going_out.unit.id:
                rentals.save_unit(book, desk, going_out.unit)
            else:
                rentals.add_unit(book, desk, rental.id, going_out)
        return rental.id

    def _throw_away(self) -> None:
        kept = drafts.take_up(self._services.book, self._task.key)
        key = self._task.key
        self._forget()
        self.left.emit()
        if kept is not None:
            self._services.offer_undo(
                self.tr("Threw away what was typed."), lambda: drafts.keep(self._services.book, key, kept)
            )

    def _forget(self) -> None:
        self._keeper.forget()
        drafts.drop(self._services.book, self._task.key)


def _described(patient: Patient) -> str:
    return " · ".join(
        part for part in (patient.name, written(patient.dob), patient.phone, patient.address.city) if part
    )
