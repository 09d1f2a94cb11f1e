"""One patient: what to do next, who it is, plans, orders, and the papers that were made."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from db.book.rows import Coverage, Doctor, Document, OrderRow, Patient, Plan
from desktop.desk import Desk
from desktop.operations import documents, patient_entry, patients
from desktop.operations.patient_card import PatientCard
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.address import in_one_line
from desktop.ui.parts.buttons import danger, primary, quiet_button, secondary
from desktop.ui.parts.day import written
from desktop.ui.parts.form import Flow
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Card, Words, divider, heading, quiet
from desktop.ui.patients.order import number
from desktop.ui.patients.task import Part, Task
from desktop.ui.rentals.billing import bill_this_month
from desktop.ui.rentals.of_patient import PatientRentals
from desktop.ui.ways import NewSuperbill, OpenDocument, OpenDraft

_ROW, _HEAD = 34, 36
_MOST_ROWS = 8
_HALF_MADE = (documents.DRAFT, documents.WAITING)


class PatientCards(QWidget):
    """A patient as the book has it; made anew each time it is shown."""

    def __init__(
        self,
        desk: Desk,
        services: Services,
        card: PatientCard,
        enter: Callable[[Task], object],
        again: Callable[[], object],
    ) -> None:
        """`enter` opens a form; `again` shows the patient anew after a change."""
        super().__init__()
        self._desk = desk
        self._services = services
        self._card = card
        self._enter = enter
        self._again = again
        self.next = self._next_step()
        self._bill = secondary(self.tr("Bill this &month"), lambda: None, drawing="superbills")
        self._bill.hide()
        rentals = PatientRentals(desk, services, card.patient.id)
        rentals.to_bill.connect(self._offer_bill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self._who())
        column.addWidget(self._plans())
        column.addWidget(self._orders())
        column.addWidget(rentals)
        column.addWidget(self._papers())
        column.addStretch()

    @property
    def patient(self) -> int:
        """Whose they are."""
        return self._card.patient.id

    def _next_step(self) -> QPushButton:
        """What is most likely wanted: going on with a superbill that was begun, else a new one."""
        begun = self._card.unfinished
        if begun is None:
            return primary(self.tr("&New superbill"), self._new_superbill)
        words = self.tr("Fi&nish the superbill: it came") if begun.ready else self.tr("Go o&n with the superbill")
        return primary(words, lambda: self._services.go(OpenDraft(begun.id)))

    def _offer_bill(self, rental: int) -> None:
        """A month of the patient's rental is due."""
        self._bill.clicked.connect(lambda _checked=False: bill_this_month(self._desk, self._services, rental))
        self._bill.show()

    def _new_superbill(self) -> None:
        self._services.go(NewSuperbill(patient=self._card.patient.id))

    def _who(self) -> QWidget:
        patient = self._card.patient
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(heading(patient.name))
        for line in (self._known(patient), in_one_line(patient.address), patient.email or ""):
            if line:
                column.addWidget(Words(line))
        if patient.note:
            column.addWidget(quiet(self.tr("Note: {note}").format(note=patient.note)))
        buttons = Flow()
        buttons.addWidget(self.next)
        buttons.addWidget(self._bill)
        if self._card.unfinished is not None:
            buttons.addWidget(secondary(self.tr("A new superbill"), self._new_superbill))
        change = secondary(self.tr("Chan&ge"), lambda: self._enter(Task(Part.WHO, patient.id)))
        change.setAccessibleName(self.tr("Change {what}").format(what=patient.name))
        delete = danger(self.tr("Delete"), self._delete)
        delete.setAccessibleName(self.tr("Delete {what}").format(what=patient.name))
        buttons.addWidget(change)
        buttons.addWidget(delete)
        column.addSpacing(theme.space(1))
        column.addLayout(buttons)
        return part

    def _known(self, patient: Patient) -> str:
        born = ""
        if patient.dob is not None:
            born = self.tr("born {day} ({age})").format(
                day=written(patient.dob), age=age(patient.dob, self._desk.today)
            )
        spanish = self.tr("paper in Spanish") if patient.language == "es" else ""
        return " · ".join(part for part in (born, patient.sex, patient.phone, spanish) if part)

    def _plans(self) -> Card:
        card = Card(self.tr("Plans") if len(self._card.memberships) > 1 else self.tr("Plan"))
        for place, (coverage, plan) in enumerate(self._card.memberships):
            if place:
                card.inside.addWidget(divider())
            self._add_plan(card, coverage, plan, first=place == 0)
        if not self._card.memberships:
            card.inside.addWidget(quiet(self.tr("No plan yet. Without one the patient pays, and a superbill says so.")))
        add = lambda: self._enter(Task(Part.PLAN, self._card.patient.id))  # noqa: E731 -- read beside its button
        card.inside.addWidget(quiet_button(self.tr("Add a &plan"), add, drawing="add"))
        return card

    def _add_plan(self, card: Card, coverage: Coverage, plan: Plan, *, first: bool) -> None:
        name = plan.name or ""
        several = len(self._card.memberships) > 1
        card.inside.addWidget(
            Words(self.tr("{plan} (first)").format(plan=name) if several and first else name, "title")
        )
        card.inside.addWidget(Words(membership_words(coverage)))
        buttons = Flow()
        task = Task(Part.PLAN, coverage.patient_id, coverage.id)
        buttons.addWidget(_named(self.tr("Change"), name, lambda: self._enter(task)))
        if not first:
            buttons.addWidget(_named(self.tr("Use first"), name, lambda: self._use_first(coverage)))
        buttons.addWidget(_named(self.tr("Remove"), name, lambda: self._remove_plan(coverage, name)))
        card.inside.addLayout(buttons)

    def _orders(self) -> Card:
        card = Card(self.tr("Doctor and order"))
        for place, (order, doctor) in enumerate(self._card.orders):
            if place:
                card.inside.addWidget(divider())
            self._add_order(card, order, doctor)
        if not self._card.orders:
            card.inside.addWidget(quiet(self.tr("No order yet. An insurer asks who ordered the oxygen.")))
        add = lambda: self._enter(Task(Part.ORDER, self._card.patient.id))  # noqa: E731 -- read beside its button
        card.inside.addWidget(quiet_button(self.tr("Add an &order"), add, drawing="add"))
        return card

    def _add_order(self, card: Card, order: OrderRow, doctor: Doctor | None) -> None:
        name = doctor.name if doctor else self.tr("No doctor yet")
        of_day = self.tr("{doctor}, {day}").format(doctor=name, day=written(order.order_date))
        title = of_day if order.order_date else name
        card.inside.addWidget(Words(title, "title"))
        if doctor:
            npi = self.tr("NPI {npi}").format(npi=doctor.npi) if doctor.npi else self.tr("NPI not known yet")
            card.inside.addWidget(quiet(" · ".join(part for part in (npi, doctor.phone) if part)))
        words = order_words(order)
        if words:
            card.inside.addWidget(Words(words))
        buttons = Flow()
        task = Task(Part.ORDER, order.patient_id, order.id)
        buttons.addWidget(_named(self.tr("Change"), title, lambda: self._enter(task)))
        buttons.addWidget(_named(self.tr("Remove"), title, lambda: self._remove_order(order, title)))
        card.inside.addLayout(buttons)

    def _papers(self) -> Card:
        card = Card(self.tr("Superbills and receipts"))
        papers = self._card.papers
        if not papers:
            card.inside.addWidget(quiet(self.tr("Nothing yet.")))
            return card
        table: Table[Document] = Table(self.tr("Superbills and receipts"), paper_columns())
        table.put(papers)
        rows = min(len(papers), _MOST_ROWS)
        table.setFixedHeight(_HEAD + rows * _ROW + 8)
        table.opened.connect(self._open)
        card.inside.addWidget(table)
        return card

    def _open(self, paper: Document) -> None:
        half_made = paper.state in _HALF_MADE
        self._services.go(OpenDraft(paper.id) if half_made else OpenDocument(paper.id))

    def _use_first(self, coverage: Coverage) -> None:
        patient_entry.use_first(self._services.book, coverage)
        self._again()

    def _remove_plan(self, coverage: Coverage, name: str) -> None:
        patients.remove_coverage(self._services.book, coverage.id)
        self._again()
        self._offer_undo(
            self.tr("Removed {what}.").format(what=name),
            lambda: patients.remove_coverage(self._services.book, coverage.id, undo=True),
        )

    def _remove_order(self, order: OrderRow, name: str) -> None:
        patients.remove_order(self._services.book, order.id)
        self._again()
        self._offer_undo(
            self.tr("Removed the order of {what}.").format(what=name),
            lambda: patients.remove_order(self._services.book, order.id, undo=True),
        )

    def _delete(self) -> None:
        patient = self._card.patient
        patients.delete(self._services.book, patient.id)
        self._again()
        self._offer_undo(
            self.tr("Deleted {what}.").format(what=patient.name),
            lambda: patients.undo_delete(self._services.book, patient.id),
        )

    def _offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        again = self._again

        def undone() -> None:
            undo()
            again()

        self._services.offer_undo(words, undone)


def age(born: date, today: date) -> int:
    """Full years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def membership_words(coverage: Coverage) -> str:
    """Member ID, group and whose insurance it is, in a line."""
    say = QCoreApplication.translate
    member = say("PatientCards", "member {id}").format(id=coverage.member_id) if coverage.member_id else ""
    group = say("PatientCards", "group {group}").format(group=coverage.group) if coverage.group else ""
    insured = say("PatientCards", "insured: {name}").format(name=coverage.insured_name) if coverage.insured_name else ""
    no_member = "" if member else say("PatientCards", "member ID not known yet")
    return " · ".join(part for part in (member, no_member, group, insured) if part)


def order_words(order: OrderRow) -> str:
    """Flows, device, hours, months and diagnoses of an order in a line."""
    say = QCoreApplication.translate
    flows = (
        (order.day_lpm, say("PatientCards", "{lpm} L/min by day")),
        (order.night_lpm, say("PatientCards", "{lpm} asleep")),
        (order.exertion_lpm, say("PatientCards", "{lpm} active")),
        (order.hours_per_day, say("PatientCards", "{lpm} hours a day")),
    )
    parts = [words.format(lpm=number(value)) for value, words in flows if value is not None]
    if order.device:
        parts.append(order.device)
    if order.length_of_need_months:
        months = say("PatientCards", "{months} months")
        parts.append(months.format(months=order.length_of_need_months))
    if order.portable:
        parts.append(say("PatientCards", "portable unit"))
    return " · ".join([*parts, ", ".join(order.diagnoses)] if order.diagnoses else parts)


def paper_columns() -> list[Column[Document]]:
    """Day, what, state and total of a paper."""
    say = QCoreApplication.translate
    return [
        Column(say("PatientCards", "Day"), _day, 96),
        Column(say("PatientCards", "What"), _what),
        Column(say("PatientCards", "State"), lambda paper: state_words(paper.state), 90),
        Column(say("PatientCards", "Total"), lambda paper: _dollars(paper.total), 90, right=True),
    ]


def state_words(state: str) -> str:
    """What a document's state is called."""
    say = QCoreApplication.translate
    return {
        documents.DRAFT: say("PatientCards", "draft"),
        documents.WAITING: say("PatientCards", "waiting"),
        documents.ISSUED: say("PatientCards", "issued"),
        documents.VOIDED: say("PatientCards", "voided"),
    }.get(state, state)


def _what(paper: Document) -> str:
    say = QCoreApplication.translate
    kind = {
        documents.SUPERBILL: say("PatientCards", "Superbill"),
        documents.RECEIPT: say("PatientCards", "Receipt"),
        documents.CREDIT: say("PatientCards", "Credit"),
    }.get(paper.kind, paper.kind)
    return f"{kind} {paper.number}" if paper.number else kind


def _day(paper: Document) -> str:
    day = paper.issued_on or (paper.changed_at.date() if paper.changed_at else None)
    return written(day)


def _dollars(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def _named(words: str, of: str, then: Callable[[], object]) -> QPushButton:
    """A quiet button whose name also says what it is of."""
    button = quiet_button(words, then)
    button.setAccessibleName(f"{words}: {of}")
    return button
