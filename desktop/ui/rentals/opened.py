"""One rental: its months in one picture, what happened and what comes, its facts and papers; and the next step."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import ListedDue, RentalEvent, RentalPaper
from desktop.core.band import Entry
from desktop.core.rental_standing import Phase
from desktop.desk import Desk
from desktop.operations import due, rentals
from desktop.operations.book import BookProblem
from desktop.operations.rentals import Shown
from desktop.ui.counter.columns import Columns
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import danger, primary, quiet_button, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.seen import Seen
from desktop.ui.parts.words import Card, Words, heading, quiet
from desktop.ui.rentals import words
from desktop.ui.rentals.billing import bill_this_month
from desktop.ui.rentals.due_rows import DueRows, Show
from desktop.ui.rentals.event_form import EventForm
from desktop.ui.rentals.facts import Facts
from desktop.ui.rentals.papers import Papers
from desktop.ui.rentals.picture import RentalPicture
from desktop.ui.rentals.view import View
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.ways import OpenDocument, OpenPatient

_LEAST = 320
_SOON = timedelta(days=62)  # what is later stands in the picture
_PAUSED = (Phase.SUSPENDED, Phase.NEW_PERIOD_NEEDED)
_BACK = "back"  # the kind of event that ends a pause


class RentalView(View):
    """Shows the rental that `open` is asked for. `change`: its facts are to be changed; `paper`: it is wanted on paper;
    `scan`: the scan of one of its papers is; `gone`: it was deleted."""

    change = Signal(object)
    paper = Signal(int)
    scan = Signal(object)
    gone = Signal()

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._number = 0
        self.shown: Shown | None = None
        self.picture = RentalPicture(desk)
        self.picture.print_asked.connect(self.print_it)
        self.picture.entry_opened.connect(self._open_entry)
        self.form = EventForm(desk, services)
        self.form.kept.connect(self._noted)
        self.form.left.connect(self._close_form)
        self.dues = DueRows(desk, services, self.tr("To do for this rental"), show=Show.OF_ONE)
        self.dues.changed.connect(self.again)
        self.papers = Papers(desk, services)
        self.papers.changed.connect(self.again)
        self.papers.look.connect(self._look_at)
        self._facts = Facts(desk, self._change, self._becomes_own)
        self._seen = Seen(services, self)
        self._place()

    def open(self, number: int) -> None:
        """Reads a rental and shows it."""
        self._seen.left()
        if number != self._number:
            self._close_form()
        self._number = number
        self.again()

    def again(self) -> None:
        """Reads it anew."""
        number = self._number
        if not number:
            return
        services, desk = self._services, self._desk

        def work() -> tuple[Shown, tuple[ListedDue, ...]]:
            with elsewhere(services.book, desk) as (book, own_desk):
                return rentals.show(book, own_desk, number), due.of_rental(book, number)

        services.work.run(work, self._show, services.complain, kind="rental")

    def back(self) -> bool:
        """Closes what was opened inside it."""
        if self.form.isVisibleTo(self):
            self.form.leave()
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.dues.back() or self.papers.back()

    def print_it(self) -> bool:
        """The rental on paper."""
        if self.shown is not None:
            self.paper.emit(self.shown.rental.id)
        return self.shown is not None

    def keep(self) -> None:
        """Saves what was typed."""
        self.form.keep()

    def record(self, kind: str = "") -> None:
        """Opens the form for something that happened."""
        if self.shown is not None:
            self.form.show()
            self.form.begin(self.shown, kind)

    def _place(self) -> None:
        self._title = heading("")
        self._stands = Words("")
        self._next = primary("", self._do_next)
        self._record = secondary(self.tr("What &happened …"), self.record, drawing="edit")
        self._back = secondary(self.tr("Bac&k home …"), lambda: self.record(_BACK), drawing="undo")
        self._bill = secondary(self.tr("&Bill this month"), self._bill_it, drawing="superbills")
        actions = Flow()
        for button in (
            *(self._next, self._back, self._record, self._bill),
            secondary(self.tr("On &paper"), self.print_it, drawing="print"),
            quiet_button(self.tr("Open the patient"), self._open_patient, drawing="patients"),
            danger(self.tr("Delete"), self._delete),
        ):
            actions.addWidget(button)
        to_do = Card(self.tr("To do"))
        self._nothing_due = quiet(self.tr("Nothing is to do."))
        to_do.inside.addWidget(self._nothing_due)
        to_do.inside.addWidget(self.dues)
        to_do.inside.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self._title)
        column.addWidget(self._stands)
        column.addLayout(actions)
        column.addWidget(self.form)
        column.addWidget(self.picture)
        column.addWidget(Columns([to_do, self.papers, self._facts], _LEAST))
        column.addStretch()
        self.form.hide()
        self._area = scrolling(inside)
        for rows in (self.dues.list, self.papers.list):
            rows.keep_in_sight(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _show(self, read: tuple[Shown, tuple[ListedDue, ...]]) -> None:
        shown, dues = read
        fresh = self.shown is None or self.shown.rental.id != shown.rental.id
        self.shown = shown
        self._seen.opened("rental", shown.rental.id)
        self._title.setText(shown.patient.name)
        self._stands.setText(shown.problem or words.standing_line(shown))
        self.picture.show_rental(shown)
        self._facts.show_rental(shown)
        self.papers.show_papers(shown.rental.id, shown.papers)
        soon = [row for row in dues if row.due.on <= self._desk.today + _SOON]
        self.dues.put(soon)
        self._nothing_due.setVisible(not soon)
        self._offer_next(dues)
        if fresh:
            self._area.verticalScrollBar().setValue(0)
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_next(self, dues: Sequence[ListedDue]) -> None:
        """What is most likely wanted: billing what is due, the end of a pause, else noting something."""
        billed = self.shown is not None and words.months_due(self.shown, dues, self._desk.today)
        if billed:
            self._next.setText(self.tr("&Bill this month"))
        elif self._paused:
            self._next.setText(self.tr("Bac&k home …"))
        else:
            self._next.setText(self.tr("What &happened …"))
        self._bills = billed
        self._bill.setVisible(bool(self.shown and self.shown.rental.by_superbill) and not billed)
        self._back.setVisible(billed and self._paused)
        self._record.setVisible(billed or self._paused)

    @property
    def _paused(self) -> bool:
        units = self.shown.units if self.shown else ()
        return any(unit.timeline is not None and unit.timeline.standing.phase in _PAUSED for unit in units)

    def _do_next(self) -> None:
        if self._bills:
            self._bill_it()
        else:
            self.record(_BACK if self._paused else "")

    def _change_event(self, event: RentalEvent) -> None:
        if self.shown is not None:
            self.form.show()
            self.form.change(self.shown, event)
            self._area.ensureWidgetVisible(self.form)

    def _open_entry(self, entry: Entry) -> None:
        """Enter on something that the picture tells: the event, the paper, or what is to do."""
        events = {event.id: event for event in self.shown.events} if self.shown else {}
        if entry.event_id is not None and entry.event_id in events:
            self._change_event(events[entry.event_id])
        elif entry.document_id is not None:
            self._services.go(OpenDocument(entry.document_id))
        elif entry.due is not None:
            self.dues.list.setFocus()

    def _noted(self) -> None:
        self._close_form()
        self.again()

    def _close_form(self) -> None:
        self.form.hide()

    def _change(self) -> None:
        if self.shown is not None:
            self.change.emit(self.shown)

    def _look_at(self, paper: RentalPaper) -> None:
        self.scan.emit(paper)

    def _open_patient(self) -> None:
        if self.shown is not None:
            self._services.go(OpenPatient(self.shown.rental.patient_id))

    def _bill_it(self) -> None:
        if self.shown is not None:
            bill_this_month(self._desk, self._services, self.shown.rental.id)

    def _becomes_own(self, unit: int) -> None:
        lost = self.tr(
            "The rental of this unit ends today, and the equipment is the patient's. No month is billed then."
        )
        if not self._services.ask.sure(self.window(), lost, self.tr("It is the patient's own")):
            return
        try:
            rentals.becomes_the_patients(self._services.book, self._desk, unit, self._desk.today)
        except BookProblem as problem:
            self._services.complain(str(problem))
        self.again()

    def _delete(self) -> None:
        if self.shown is None:
            return
        number, name = self.shown.rental.id, self.shown.patient.name
        rentals.delete(self._services.book, self._desk, number)
        self._number, self.shown = 0, None
        self.gone.emit()
        self._services.offer_undo(
            self.tr("Deleted the rental of {patient}.").format(patient=name), lambda: self._bring_back(number)
        )

    def _bring_back(self, number: int) -> None:
        try:
            rentals.undo_delete(self._services.book, self._desk, number)
        except BookProblem as problem:
            self._services.complain(str(problem))
        self.gone.emit()
