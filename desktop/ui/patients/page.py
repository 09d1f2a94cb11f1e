"""Patients: everybody that the store serves, found by a few letters; one of them, and what can be done next."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core import typed_person
from desktop.desk import Desk
from desktop.operations import patient_card
from desktop.ui.page import Page, Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.form import Flow
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.seen import Seen
from desktop.ui.parts.words import heading, quiet
from desktop.ui.patients.cards import PatientCards
from desktop.ui.patients.form import PatientForm
from desktop.ui.patients.found import Found
from desktop.ui.patients.task import Part, Task
from desktop.ui.settings.csv.exchange import BringIn, take_out
from desktop.ui.ways import NewPatient, OpenPatient, Way

_BOTH_FROM = 640
_LIST_LEAST, _LIST_MOST = 250, 340
_NOUN, _NOUN_OF_ONE = "patients", "patient"


class PatientsPage(Page):
    """The list left, one patient or a form right; where it is narrow, one of the two."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._patient = 0
        self._right_is_wanted = False
        self._fresh = True
        self._seen = Seen(services, self)
        self._found = Found(desk, services)
        self._found.opened.connect(self._open)
        self._found.picked.connect(self._pick)
        self._found.half_made.connect(self._enter)
        self._form: PatientForm | None = None
        self._bring_in: BringIn | None = None
        self._cards: PatientCards | None = None
        self._hint = quiet(self.tr("Choose somebody from the list, or make a new patient."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown_patient = QVBoxLayout()
        patient = QWidget()
        patient.setLayout(self._shown_patient)
        self._shown_patient.setContentsMargins(0, 0, 0, 0)
        self._patient_area = scrolling(patient)
        self._right = QStackedWidget()
        self._right.addWidget(self._hint)
        self._right.addWidget(self._patient_area)
        self._left = self._made_left()
        self._both = QWidget()
        across = QHBoxLayout(self._both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.space(5))
        across.addWidget(self._left, 2)
        across.addWidget(self._right, 3)
        self._nobody: Empty | None = None
        self._whole = QStackedWidget()
        self._whole.addWidget(self._both)
        self.column.addWidget(self._whole, 1)

    def made_ahead(self) -> Iterator[None]:
        """The form, so that it is there at once when it is wanted."""
        while self._made_form().make_some():
            yield

    def shown(self) -> None:
        """What the book holds now; the first time, what was left half-made is there again."""
        self._found.refresh()
        if self._form is not None:
            self._form.refresh()
        if self._fresh:
            self._fresh = False
            unsaved = self._found.unsaved()
            if unsaved:
                self._show_form(unsaved[0])
                return
        if self._right.currentWidget() is self._patient_area:
            self._show_patient()
        self._arrange()

    def arrive(self, way: Way) -> None:
        """To a patient, or to an empty one with what was typed elsewhere."""
        self._turn_from_bring_in()
        if isinstance(way, OpenPatient):
            self._seen.left()
            self._open(way.patient)
        elif isinstance(way, NewPatient):
            self._new(way.typed)

    def back(self) -> bool:
        """From a form to the patient, from the patient to the list; what was typed is kept."""
        if self._whole.currentWidget() is self._bring_in:
            self._close_bring_in()
            return True
        focus = QApplication.focusWidget()
        if self._is_wide and (focus is None or not self._right.isAncestorOf(focus)):
            return False
        if self._right.currentWidget() is self._form:
            self.keep()
            self._leave()
            return True
        if self._right_is_wanted:
            self._right_is_wanted = False
            self._arrange()
            self._focus_list()
            return True
        return False

    def search(self) -> bool:
        """To the list's search line."""
        self.keep()
        self._turn_from_bring_in()
        self._right_is_wanted = False
        self._arrange()
        self._found.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._found.line.selectAll()
        return True

    def whom(self) -> int | None:
        """The patient beside the list, or instead of it."""
        return self._cards.patient if self._cards is not None and self._cards.isVisible() else None

    def keep(self) -> None:
        """Saves what was typed into the form."""
        if self._form is not None:
            self._form.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """List and patient side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _made_left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(_LIST_LEAST)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(heading(self.tr("Patients")))
        column.addWidget(self._found, 1)
        buttons = Flow()
        buttons.addWidget(secondary(self.tr("New pat&ient"), self._new, drawing="add"))
        buttons.addWidget(quiet_button(self.tr("From a CSV file …"), self._open_bring_in))
        buttons.addWidget(quiet_button(self.tr("Save as CSV …"), lambda: take_out(self, self._services, _NOUN)))
        column.addLayout(buttons)
        return left

    def _made_empty(self) -> Empty:
        return Empty(
            "patients",
            self.tr("Nobody here yet"),
            self.tr("Everybody you serve, with plan, orders and superbills; found by a few letters or a birth date."),
            primary(self.tr("New patient"), self._new),
            quiet_button(self.tr("Bring in a CSV file …"), self._open_bring_in),
        )

    @property
    def _is_wide(self) -> bool:
        """Whether list and patient have room side by side."""
        return self.width() >= _BOTH_FROM

    def _arrange(self) -> None:
        """Which of list and patient there is room for, and whether there is anybody at all."""
        if self._fresh:
            return
        wide = self._is_wide
        self._left.setMaximumWidth(_LIST_MOST if wide else self.maximumWidth())
        self._left.setVisible(wide or not self._right_is_wanted)
        self._right.setVisible(wide or self._right_is_wanted)
        nobody = not self._right_is_wanted and self._found.nobody_at_all
        if nobody and self._nobody is None:
            self._nobody = self._made_empty()
            self._whole.addWidget(self._nobody)
        if self._bring_in is None or self._whole.currentWidget() is not self._bring_in:
            self._whole.setCurrentWidget(self._nobody if nobody and self._nobody else self._both)

    def _pick(self, patient: int) -> None:
        """Shows the patient beside the list; the focus stays in the list."""
        if self._is_wide:
            self.keep()
            self._patient = patient
            self._show_patient()
            self._seen.soon(_NOUN_OF_ONE, patient)

    def _open(self, patient: int) -> None:
        """Shows the patient; Enter is then the next step."""
        self.keep()
        self._patient = patient
        self._right_is_wanted = True
        self._show_patient()
        self._seen.opened(_NOUN_OF_ONE, patient)
        self._found.stand_on(patient)
        self._arrange()
        if self._cards is not None:
            self._cards.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_patient(self) -> None:
        """The patient as the book has it now; the hint where there is none, or it was deleted."""
        before, self._cards = self._cards, None
        if before is not None:
            self._shown_patient.removeWidget(before)
            before.hide()
            before.deleteLater()
        card = patient_card.read(self._services.book, self._patient) if self._patient else None
        if card is None or card.patient.deleted:
            self._right.setCurrentWidget(self._hint)
            return
        self._cards = PatientCards(self._desk, self._services, card, self._enter, self._changed)
        self._shown_patient.addWidget(self._cards)
        self._right.setCurrentWidget(self._patient_area)
        self._patient_area.verticalScrollBar().setValue(0)

    def _changed(self) -> None:
        """After something was removed, deleted or brought back."""
        self._found.refresh()
        self._show_patient()
        if self._cards is None:
            self._right_is_wanted = False
            self._focus_list()
        else:
            self._cards.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def _focus_list(self) -> None:
        (self._found.table if self._found.table.rows.rows else self._found.line).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _new(self, typed: str = "") -> None:
        """A form for a new patient: a half-made one is taken up, unless something else was typed already."""
        begun = [task for task in self._found.unsaved() if task.part is Part.ALL]
        if begun and not typed:
            self._enter(begun[0])
            return
        number = max((task.number for task in begun), default=-1) + 1
        self._enter(Task(Part.ALL, number=number), typed)

    def _enter(self, task: Task, typed: str = "") -> None:
        self._show_form(task, typed).stand_on_first()

    def _show_form(self, task: Task, typed: str = "") -> PatientForm:
        form = self._made_form()
        if task.patient:
            self._patient = task.patient
        form.begin(task, typed_person.person(typed, self._desk.today))
        self._right_is_wanted = True
        self._right.setCurrentWidget(form)
        self._arrange()
        return form

    def _made_form(self) -> PatientForm:
        if self._form is None:
            self._form = PatientForm(self._desk, self._services)
            self._form.saved.connect(self._saved)
            self._form.same.connect(self._saved)
            self._form.left.connect(self._leave)
            self._form.half_made.connect(self._found.refresh)
            self._right.addWidget(self._form)
        return self._form

    def _saved(self, patient: int) -> None:
        self._found.refresh()
        self._open(patient)

    def _leave(self) -> None:
        """Back to the patient, or to the list."""
        self._found.refresh()
        self._show_patient()
        self._right_is_wanted = self._cards is not None
        self._arrange()
        if self._cards is not None:
            self._cards.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_list()

    def _open_bring_in(self) -> None:
        if self._bring_in is None:
            self._bring_in = BringIn(self._desk, self._services, _NOUN)
            self._bring_in.closed.connect(self._close_bring_in)
            self._whole.addWidget(self._bring_in)
        if self._bring_in.choose():
            self.keep()
            self._whole.setCurrentWidget(self._bring_in)

    def _turn_from_bring_in(self) -> None:
        """Somebody is wanted while a table lies open: which column holds what is remembered."""
        if self._bring_in is not None and self._whole.currentWidget() is self._bring_in:
            self._whole.setCurrentWidget(self._both)

    def _close_bring_in(self) -> None:
        self._whole.setCurrentWidget(self._both)
        self._leave()
