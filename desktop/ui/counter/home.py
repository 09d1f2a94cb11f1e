"""What the Counter shows while nothing is typed: the next thing to do, what was begun, what waits, what went out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from db.book.rows import Document
from desktop import clock
from desktop.core.finding import Finding, Severity
from desktop.operations.begun import Begun, HalfTyped
from desktop.operations.documents import CREDIT, RECEIPT, SUPERBILL, VOIDED
from desktop.ui.counter.columns import Columns
from desktop.ui.counter.due import DueCard
from desktop.ui.counter.rows import Row, RowList
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import AnswerRow, LargeButton, primary
from desktop.ui.parts.finding_row import fill_row
from desktop.ui.parts.scrolled import scroll_inside
from desktop.ui.parts.words import Card, key_label, quiet, section
from desktop.ui.ways import FindCode, NewPatient, NewSuperbill, OpenDocument, OpenDraft, OpenPatient, ToPlace, Way

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame
    from desktop.desk import Desk

_MOST = 5
_READY_SHOWN = 3
_DOOR = "door"  # the finder's question about what is sold or rented
_LIST_LEAST, _ANSWER_LEAST, _CARD_LEAST = 280, 220, 300
_NEW_SHARE, _DOOR_SHARE = 2, 5


class Home(QScrollArea):
    """The cards and the lists. `up` is told when the arrow goes up from the top."""

    up = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._begun = Begun()
        self._left: Mapping[int, Sequence[Finding]] = {}
        self._since: Mapping[int, datetime] = {}
        self._reviewed = False
        content = scroll_inside(self)
        self._ready = QVBoxLayout()
        self._ready.setSpacing(theme.space(2))
        self._ready_rows: list[LargeButton] = []
        self._door = Columns([], _ANSWER_LEAST, gap=2)
        self._drafts = _Part(self.tr("Drafts"), self.tr("Nothing is half-made."))
        self._waiting = _Part(self.tr("Waiting for"), self.tr("Nothing waits for a doctor or a plan."))
        self._today = _Part(self.tr("Today"), self.tr("Nothing was issued today."))
        self._due: DueCard | None = None
        self._edition = quiet("")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(4))
        column.addLayout(self._ready)
        column.addWidget(Columns([self._new_card(), self._door_card()], _CARD_LEAST, shares=(_NEW_SHARE, _DOOR_SHARE)))
        parts = [self._drafts, self._waiting, self._today]
        self._parts = Columns(parts, _LIST_LEAST)
        column.addWidget(self._parts)
        column.addWidget(self._edition)
        column.addStretch()
        for part in parts:
            part.list.above.connect(self.up)
            part.list.keep_in_sight(self)

    def show_begun(self, found: Begun) -> None:
        """What the book has."""
        self._begun = found
        self._show_lists()

    def show_left(self, left: Mapping[int, Sequence[Finding]], since: Mapping[int, datetime]) -> None:
        """What is left to fix in each draft, and since when each waits."""
        self._left, self._since, self._reviewed = left, since, True
        self._show_lists()

    def show_desk(self, desk: "Desk", today: date) -> None:
        """The finder's answers, and the catalog's edition."""
        from desktop.operations.catalogue import shipped  # noqa: PLC0415 -- start-up time: there with the desk

        question = desk.rules.questions.question(_DOOR)
        answers = question.answers if question else ()
        self._door.put(
            [
                _Compact(number, answer.words, answer.help, self._finds(answer.value))
                for number, answer in enumerate(answers, start=1)
            ]
        )
        catalogue = shipped(desk)
        words = [self.tr("Codes: {edition}. {later}").format(edition=catalogue.edition, later=catalogue.of_2026)]
        if not catalogue.has_diagnoses(today):
            words.append(self.tr("No list of diagnoses for today's services has come yet; the latest one is used."))
        self._edition.setText(" ".join(words))

    def read_due(self, desk: "Desk") -> None:
        """What is to do for rentals, read in a worker; a book without rentals has no such card."""
        if self._due is None:
            self._due = DueCard(desk, self._services)
            self._due.above.connect(self.up)
            self._due.needed.connect(self._place_due)
            self._due.rows.list.keep_in_sight(self)
        self._due.read()

    def _place_due(self) -> None:
        if self._due is not None and self._due.parent() is None:
            self._parts.begin_with(self._due)

    def door_rows(self, digit: str) -> list[Row]:
        """The finder's answer with that digit, as a row of what was found."""
        buttons = self._door.findChildren(_Compact)
        return [
            Row(
                button.accessibleName(),
                button.accessibleDescription(),
                drawing="finder",
                does=self.tr("Enter: find its code"),
                then=button.click,
            )
            for button in buttons
            if button.digit == digit
        ]

    def enter(self) -> None:
        """The arrow came down from the search box: to what is ready, else to the first list that has something."""
        if self._ready_rows:
            self._ready_rows[0].setFocus()
            return
        for part in (self._drafts, self._waiting, self._today):
            if part.list.rows.rows:
                part.list.setFocus()
                return
        if self._due is not None and self._due.rows.list.isVisible():
            self._due.rows.list.setFocus()
            return
        self._new.setFocus()

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Arrows go from one ready superbill to the next, and back up to the search box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Up:
                self.up.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.focusNextChild()
                return True
        return super().eventFilter(of, event)

    def _new_card(self) -> Card:
        card = Card(self.tr("New superbill"))
        card.inside.addWidget(quiet(self.tr("For somebody who pays here and asks the plan to pay it back.")))
        self._new = primary(self.tr("New superbill"), lambda: self._services.go(NewSuperbill()))
        across = QHBoxLayout()
        across.addWidget(self._new)
        across.addWidget(key_label("Ctrl+N"), 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch()
        card.inside.addLayout(across)
        card.inside.addWidget(quiet(self.tr("Somebody who was here before: type the name above, then Ctrl+Enter.")))
        card.inside.addStretch()
        return card

    def _door_card(self) -> Card:
        card = Card(self.tr("What goes out of the door?"))
        card.inside.addWidget(self._door)
        card.inside.addStretch()
        return card

    def _finds(self, answer: str) -> Callable[[], object]:
        return lambda: self._services.go(FindCode(answers=((_DOOR, answer),)))

    def _goes(self, way: Way) -> Callable[[], object]:
        return lambda: self._services.go(way)

    def _show_lists(self) -> None:
        found = self._begun
        self._show_ready(found.ready)
        drafts = [self._draft(document) for document in found.drafts]
        self._drafts.put([*(self._half_typed(form) for form in found.half_typed), *drafts], self._all)
        self._waiting.put([self._waits(document) for document in found.waiting], self._all)
        self._today.put([self._issued(document) for document in found.today or found.before], self._all)
        self._today.name(self.tr("Today") if found.today or not found.before else self.tr("Issued last"))

    def _all(self, count: int) -> Row:
        goes = self._goes(ToPlace("superbills"))
        return Row(self.tr("All {count} …").format(count=count), drawing="more", then=goes)

    def _show_ready(self, ready: Sequence[Document]) -> None:
        for row in self._ready_rows:
            self._ready.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._ready_rows.clear()
        for document in ready[:_READY_SHOWN]:
            words = self.tr("What was missing has come for {name}. Press the down arrow and Enter to go on.")
            sentence = words.format(name=document.patient_name or self.tr("a superbill"))
            button = LargeButton(sentence)
            fill_row(button, "ok", self.tr("Ready"), sentence)
            button.clicked.connect(lambda _checked=False, at=document.id: self._services.go(OpenDraft(at)))
            button.installEventFilter(self)
            self._ready.addWidget(button)
            self._ready_rows.append(button)

    def _draft(self, document: Document) -> Row:
        return Row(
            document.patient_name or self.tr("Nobody yet"),
            self._left_words(document),
            drawing=_drawing(document),
            side=_short(document.changed_at),
            does=self.tr("Enter: go on"),
            then=self._goes(OpenDraft(document.id)),
        )

    def _left_words(self, document: Document) -> str:
        kind = self._kind(document)
        if document.kind != SUPERBILL or not self._reviewed:
            return kind
        found = self._left.get(document.id, ())
        stops = [finding for finding in found if finding.severity is Severity.STOP]
        if stops:
            return self.tr("%n to fix: {first}", "", len(stops)).format(first=stops[0].words)
        if found:
            return self.tr("%n to look at: {first}", "", len(found)).format(first=found[0].words)
        return self.tr("Ready to issue")

    def _half_typed(self, form: HalfTyped) -> Row:
        way = NewPatient() if form.patient is None else OpenPatient(form.patient)
        kind = self.tr("New patient, half typed") if form.patient is None else self.tr("Patient, half typed")
        return Row(
            form.name or self.tr("Nobody yet"),
            kind,
            drawing="patients",
            side=_short(form.changed_at),
            does=self.tr("Enter: go on"),
            then=self._goes(way),
        )

    def _waits(self, document: Document) -> Row:
        since = self._since.get(document.id, document.changed_at)
        missing = " ".join(reason.words for reason in document.reasons)
        return Row(
            document.patient_name or self.tr("Nobody yet"),
            self.tr("Everything has come") if document.ready else missing,
            drawing="superbills" if document.ready else "waiting",
            side=self.tr("Ready") if document.ready else self.tr("since {day}").format(day=_short(since)),
            tone="ok" if document.ready else "",
            does=self.tr("Enter: go on"),
            then=self._goes(OpenDraft(document.id)),
        )

    def _issued(self, document: Document) -> Row:
        voided = document.state == VOIDED
        return Row(
            document.patient_name or "",
            f"{self._kind(document)} {document.number} · {document.total:,.2f}",
            drawing=_drawing(document),
            side=self.tr("Voided") if voided else _short(document.issued_on),
            tone="stop" if voided else "",
            does=self.tr("Enter: open"),
            then=self._goes(OpenDocument(document.id)),
        )

    def _kind(self, document: Document) -> str:
        words = {SUPERBILL: self.tr("Superbill"), RECEIPT: self.tr("Receipt"), CREDIT: self.tr("Credit")}
        return words[document.kind]


class _Part(Card):
    """A list under its name, or a sentence where it is empty."""

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._name = section(name)
        self._empty = quiet(empty)
        self.list = RowList(name, grows=True)
        self.inside.setContentsMargins(theme.space(1), theme.space(3), theme.space(1), theme.space(2))
        self.inside.setSpacing(theme.space(1))
        for words in (self._name, self._empty):
            words.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
            self.inside.addWidget(words)
        self.inside.addWidget(self.list)
        self.inside.addStretch()
        self.name(name)
        self.put([], None)

    def name(self, name: str) -> None:
        """What the list is called."""
        self._name.setText(name)
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def put(self, rows: Sequence[Row], rest: Callable[[int], Row] | None) -> None:
        """The first few rows, and the way to all of them."""
        more = [rest(len(rows))] if rest is not None and len(rows) > _MOST else []
        chosen = self.list.currentIndex().row()
        self.list.put([*rows[:_MOST], *more])
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if self.list.hasFocus() and chosen >= 0:
            self.list.setCurrentIndex(self.list.rows.index(min(chosen, len(self.list.rows.rows) - 1)))


class _Compact(AnswerRow):
    """An answer of the finder with its digit; its line of help is said and not shown."""

    def __init__(self, digit: int, words: str, help_line: str, then: Callable[[], object]) -> None:
        super().__init__(digit, words, "", then)
        self.digit = str(digit)
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(*(theme.space(2),) * 4)
        self.setAccessibleDescription(help_line)
        self.setToolTip(help_line)


def _drawing(document: Document) -> str:
    return "superbills" if document.kind == SUPERBILL else "receipt"


def _short(day: date | datetime | None) -> str:
    """A day in few letters, with its year where that is not this one's."""
    if day is None:
        return ""
    local = day.astimezone() if isinstance(day, datetime) else day
    form = "MMM d" if local.year == clock.today().year else "MMM d, yyyy"
    return QLocale().toString(QDate(local.year, local.month, local.day), form)
