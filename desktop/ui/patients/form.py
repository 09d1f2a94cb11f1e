"""Entering a patient, a plan or an order: kept half-made as it is typed, saved at once, nobody made twice."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rows import Coverage, OrderRow, Patient
from desktop.desk import Desk
from desktop.operations import doctors, drafts, patient_entry, patients, plans
from desktop.operations.book import BookProblem
from desktop.operations.patient_entry import Entered
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.form import Flow
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.typed_form import TypedForm
from desktop.ui.parts.words import Words, heading
from desktop.ui.patients import membership, order, who
from desktop.ui.patients.doubles import Doubles
from desktop.ui.patients.membership import MembershipForm
from desktop.ui.patients.order import OrderForm
from desktop.ui.patients.task import Part, Task
from desktop.ui.patients.who import WhoForm

_HEAD_FROM = 320


class PatientForm(QWidget):
    """One form for four tasks. `saved` and `same` tell a patient's id, `left` that the form is done with nothing."""

    saved = Signal(int)
    same = Signal(int)
    left = Signal()
    half_made = Signal()

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._book = services.book
        self._services = services
        self.task: Task | None = None
        self._accepted: frozenset[int] = frozenset()
        self._saving = False
        self._who: WhoForm
        self._plan: MembershipForm
        self._order: OrderForm
        self._forms: dict[str, TypedForm] = {}
        self._steps = self._made(desk)
        self._keeper = Keeper(self, self._keep_half_made)
        self._title = heading("")
        self._before = Words(self.tr("You typed this before; it is not saved yet."), tone="note")
        self._doubles = Doubles(self._is_the_one, self._is_new)
        self._save_button = primary(self.tr("&Save"), self._save, shortcut="Ctrl+S")
        self._place()

    def make_some(self) -> bool:
        """Makes one more part of the form, which takes a moment each; whether there was one to be made."""
        return next(self._steps, None) is not None

    def begin(self, task: Task, typed: Mapping[str, str] | None = None) -> None:
        """Shows the form of a task: as it was left half-made, else as the book has it, with what was `typed` in it."""
        while self.make_some():
            pass
        self.keep()
        kept = drafts.take_up(self._book, task.key)
        self.task = task
        self._accepted = frozenset()
        self._offer()
        texts = {**self._stored(task), **(kept or {}), **(typed or {})}
        for name, form in self._forms.items():
            form.setVisible(task.part in (Part.ALL, name))
            form.put(texts)
        self._title.setText(self._titled(task))
        self._before.setVisible(kept is not None)
        self._doubles.show_those(())
        self._area.verticalScrollBar().setValue(0)
        if typed:
            self._keeper.touch()
        self._look_for_doubles()

    def stand_on_first(self) -> None:
        """Puts the focus on the first field that can be typed in."""
        first = next((form for form in self._forms.values() if form.isVisibleTo(self)), self._who)
        first.focus_first()

    def refresh(self) -> None:
        """Other pages may have made plans and doctors."""
        if self.task is not None:
            self._offer()

    def keep(self) -> None:
        """Keeps at once what was typed."""
        self._keeper.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The head scrolls along where the window is so low that fields would have no room below it."""
        super().resizeEvent(event)
        above = self._inside if event.size().height() < _HEAD_FROM else self._column
        if above.indexOf(self._head) < 0:
            above.insertWidget(0, self._head)

    def _made(self, desk: Desk) -> Iterator[TypedForm]:
        self._who = WhoForm(desk)
        yield self._add(Part.WHO, self._who)
        self._plan = MembershipForm(desk)
        yield self._add(Part.PLAN, self._plan)
        self._order = OrderForm(desk)
        yield self._add(Part.ORDER, self._order)
        for field in (*self._who.known_by, self._plan.member_id):
            field.left.connect(self._look_for_doubles)

    def _add(self, part: Part, form: TypedForm) -> TypedForm:
        self._forms[part] = form
        form.edited.connect(self._keeper.touch)
        self._parts.addWidget(form)
        return form

    def _place(self) -> None:
        content = QWidget()
        self._area = scrolling(content)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, theme.space(2), 0)
        inside.setSpacing(theme.space(3))
        inside.addWidget(self._doubles)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.space(3))
        inside.addLayout(self._parts)
        inside.addStretch()
        buttons = Flow()
        buttons.addWidget(self._save_button)
        buttons.addWidget(quiet_button(self.tr("Throw away"), self._throw_away, drawing="delete"))
        self._inside = inside
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.space(2))
        head.addWidget(self._title)
        head.addWidget(self._before)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(3))
        self._column.addWidget(self._area, 1)
        self._column.addLayout(buttons)
        self._column.insertWidget(0, self._head)

    def _titled(self, task: Task) -> str:
        name = patients.read(self._book, task.patient).name if task.patient else ""
        words = {
            Part.ALL: self.tr("New patient"),
            Part.WHO: name,
            Part.PLAN: self.tr("Plan of {name}"),
            Part.ORDER: self.tr("Order for {name}"),
        }
        return words[task.part].replace("{name}", name)

    def _offer(self) -> None:
        """All plans and doctors of the book, and the one that this row has, though it may have been deleted since."""
        known = {plan.id: plan for plan in plans.find(self._book)}
        ordering = {doctor.id: doctor for doctor in doctors.find(self._book)}
        task = self.task
        if task is not None and task.part is Part.PLAN and task.row:
            plan = plans.read(self._book, self._coverage(task).plan_id)
            known.setdefault(plan.id, plan)
        doctor_id = self._order_row(task).doctor_id if task is not None and task.part is Part.ORDER else None
        if doctor_id:
            ordering.setdefault(doctor_id, doctors.read(self._book, doctor_id))
        self._plan.offer_plans(list(known.values()))
        self._order.offer_doctors(list(ordering.values()))

    def _stored(self, task: Task) -> Mapping[str, str]:
        """What the book has of what the task changes; of what is new, what it begins with."""
        if task.part is Part.PLAN:
            return membership.texts(self._coverage(task))
        if task.part is Part.ORDER:
            return order.texts(self._order_row(task))
        return who.texts(patients.read(self._book, task.patient) if task.patient else Patient())

    def _coverage(self, task: Task) -> Coverage:
        held = patients.belonging(self._book, task.patient).coverages if task.row else ()
        return next((row for row in held if row.id == task.row), Coverage(patient_id=task.patient))

    def _order_row(self, task: Task) -> OrderRow:
        held = patients.belonging(self._book, task.patient).orders if task.row else ()
        return next((row for row in held if row.id == task.row), OrderRow(patient_id=task.patient))

    def _keep_half_made(self) -> None:
        if self.task is not None:
            drafts.keep(self._book, self.task.key, self._texts())
            self.half_made.emit()

    def _texts(self) -> dict[str, str]:
        """What stands in the fields that are shown."""
        shown = (form for form in self._forms.values() if form.isVisibleTo(self))
        return {name: text for form in shown for name, text in form.texts().items()}

    def _throw_away(self) -> None:
        """Asks nothing: what stood there can be brought back."""
        self.keep()
        task = self.task
        kept = drafts.take_up(self._book, task.key) if task else None
        self._done()
        if task is not None and kept is not None:
            drafts.drop(self._book, task.key)
            self._services.offer_undo(self.tr("Threw away what was typed."), lambda: self._bring_back(task, kept))
        self.left.emit()

    def _bring_back(self, task: Task, kept: Mapping[str, Any]) -> None:
        drafts.keep(self._book, task.key, kept)
        self.half_made.emit()

    def _done(self) -> None:
        self._keeper.forget()
        self.task = None

    def _look_for_doubles(self) -> None:
        """While a new patient is typed: those who are alike and were not looked at yet."""
        if self.task is None or self.task.part is not Part.ALL:
            return
        found = patients.alike(self._book, self._who.gathered(Patient()), self._plan.member_id.value)
        self._doubles.show_those([alike for alike in found if alike.patient.id not in self._accepted])

    def _is_the_one(self, patient: int) -> None:
        self._saving = False
        self._throw_away()
        self.same.emit(patient)

    def _is_new(self) -> None:
        self._accepted |= self._doubles.those
        self._doubles.show_those(())
        saving, self._saving = self._saving, False
        if saving:
            self._save()
        else:
            self._who.focus_first()

    def _save(self) -> None:
        task = self.task
        wrong = next(filter(None, (form.first_wrong() for form in self._shown_forms())), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        if task is None or wrong is not None:
            return
        self._look_for_doubles()
        self._saving = not self._doubles.isHidden()
        if self._saving:
            self._doubles.stand_on_first()
            return
        self.keep()
        try:
            patient = patient_entry.save(self._book, self._entered(task), task.patient, task.key)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self._done()
        self._services.say(self.tr("Saved."))
        self.saved.emit(patient)

    def _entered(self, task: Task) -> Entered:
        has = {name: task.part in (Part.ALL, name) for name in self._forms}
        before = patients.read(self._book, task.patient) if task.patient else Patient()
        return Entered(
            self._who.gathered(before) if has[Part.WHO] else None,
            self._plan.gathered(self._coverage(task)) if has[Part.PLAN] else None,
            self._order.gathered(self._order_row(task)) if has[Part.ORDER] else None,
        )

    def _shown_forms(self) -> list[TypedForm]:
        return [form for form in self._forms.values() if form.isVisibleTo(self)]
