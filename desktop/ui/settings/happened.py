"""What happened, for an owner: the latest first, found by who, whom, what and when; each with what it changed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop import files
from desktop.desk import Desk
from desktop.operations import happened_words, patients, rights, what_happened
from desktop.operations.what_happened import Asked, Changed, Row
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import chip, quiet_button
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.form import Flow
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.typed_form import offer
from desktop.ui.parts.words import Words, quiet
from desktop.ui.rentals.rows import PagedRows
from desktop.ui.sign_in.frame import when
from desktop.ui.superbills.compose.picker import Option, Picker

_TYPED_MS = 200
_FOUND = 20
_ANY = ""
_LOWEST, _DETAILS = 180, 150
_FILE = "what-happened.csv"


class HappenedPart(QWidget):
    """The list with what it is filtered by; whoever may not see it is told who may."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._patient: int | None = None
        self._shown: Asked | None = None
        self._stack = QStackedWidget()
        self._may = rights.may(services.book, rights.HAPPENED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), 0, 0)
        column.addWidget(self._stack)
        if not self._may:
            self._stack.addWidget(
                Empty(
                    "stop",
                    self.tr("For an owner"),
                    self.tr("Who did what, and when, an owner may see. Ask one to sign in (Ctrl+L)."),
                )
            )
            return
        self._make_filters()
        self._make_tables()
        self._place()
        self._later = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._later.timeout.connect(self._ask)
        for changed in (self.line.textChanged, self._since.edited, self._until.edited):
            changed.connect(lambda *_typed: self._later.start())
        for choice in (self._user, self._kind):
            choice.chosen.connect(lambda _value: self._ask())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Reads when its tab comes up."""
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """What the book holds now, where somebody looks at it."""
        if not self._may or not self.isVisible():
            return
        everybody = [(str(user.id), user.name) for user in what_happened.who_has_been(self._services.book)]
        offer(self._user, [(_ANY, self.tr("Everybody")), *everybody])
        self._ask()

    def back(self) -> bool:
        """From what an entry changed to the list."""
        if self._may and self.fields.hasFocus():
            self.table.setFocus()
            return True
        return False

    def search(self) -> bool:
        """To the line for words."""
        if self._may:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.line.selectAll()
        return self._may

    def _make_filters(self) -> None:
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Words in what happened"))
        self.line.setPlaceholderText(self.tr("A name, number or amount that was changed"))
        self.line.setClearButtonEnabled(True)
        self._user = Choice(self.tr("&Who"), [(_ANY, self.tr("Everybody"))])
        kinds = [(kind.id, kind.words) for kind in happened_words.kinds().values()]
        self._kind = Choice(self.tr("W&hat"), [(_ANY, self.tr("Everything")), *kinds])
        self._since = DayField(self.tr("&From"), self._desk.today)
        self._until = DayField(self.tr("&To"), self._desk.today)
        self._picker = Picker(self.tr("&Patient"), self._patients, placeholder=self.tr("Name, birth date, phone"))
        self._picker.picked.connect(self._choose)
        self._whose = chip("", lambda: self._choose(None), hint=self.tr("Ask for all patients again"))
        self._whose.hide()

    def _make_tables(self) -> None:
        columns: list[Column[Row]] = [
            Column(self.tr("When"), lambda row: when(row.at) if row.at else "", 150),
            Column(self.tr("Who"), self._who, 150),
            Column(self.tr("What"), lambda row: row.did, 190),
            Column(self.tr("Of what"), lambda row: row.thing, 230),
            Column(self.tr("Patient"), lambda row: row.patient),
        ]
        self._rows: PagedRows[Row] = PagedRows(columns, self._more)
        self.table: Table[Row] = Table(self.tr("What happened"), columns, self._rows)
        self.table.setMinimumHeight(_LOWEST)
        self.table.picked.connect(self._show_fields)
        self.table.opened.connect(lambda _row: self.fields.setFocus())
        self.fields: Table[Changed] = Table(
            self.tr("What it changed"),
            [
                Column(self.tr("Field"), lambda each: each.label, 240),
                Column(self.tr("Before"), lambda each: each.before, 260),
                Column(self.tr("After"), lambda each: each.after),
            ],
        )
        self.fields.setFixedHeight(_DETAILS)

    def _place(self) -> None:
        filters = Flow()
        for each in (self._user, self._kind, self._since, self._until):
            filters.addWidget(each)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self.line)
        column.addWidget(self._picker)
        column.addWidget(self._whose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(filters)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        nothing = Words(self.tr("Nothing like this happened. Ask for less, or for other days."), tone="quiet")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lists.addWidget(nothing)
        column.addWidget(self._lists, 1)
        column.addWidget(self.fields)
        foot = QHBoxLayout()
        foot.addWidget(
            quiet(self.tr("Nothing of this can be changed or deleted; whether all is whole, Backup looks.")), 1
        )
        foot.addWidget(quiet_button(self.tr("Save as CSV …"), self._save))
        column.addLayout(foot)
        self._stack.addWidget(scrolling(inside))

    def _who(self, row: Row) -> str:
        if not row.through:
            return row.who
        return self.tr("{name}, through {door}").format(name=row.who or self.tr("Somebody"), door=row.through)

    def _question(self) -> Asked:
        user = self._user.value
        return Asked(
            user_id=int(user) if user else None,
            patient_id=self._patient,
            kind=self._kind.value,
            since=self._since.value,
            until=self._until.value,
            text=self.line.text().strip(),
        )

    def _ask(self) -> None:
        self._later.stop()
        asked = self._question()
        self._run(asked, None, partial(self._show, asked))

    def _more(self, _offset: int) -> None:
        below = self._rows.rows[-1].number if self._rows.rows else None
        self._run(self._question(), below, lambda rows: self._rows.append(rows, len(self._rows.rows) + _at_least(rows)))

    def _run(self, asked: Asked, below: int | None, then: Callable[[list[Row]], object]) -> None:
        book = self._services.book

        def work() -> list[Row]:
            with book.another() as another:
                return what_happened.page(another, asked, below)

        self._services.work.run(work, then, self._services.complain, kind="happened")

    def _show(self, asked: Asked, rows: list[Row]) -> None:
        """Whoever stands on an entry stands on it still, where only what is new has come."""
        stood = self.table.row.number if self.table.row is not None and asked == self._shown else None
        self._shown = asked
        self._rows.begin(rows, _at_least(rows))
        self._lists.setCurrentIndex(0 if rows else 1)
        places = [place for place, row in enumerate(rows) if row.number == stood]
        if rows:
            self.table.selectRow(places[0] if places else 0)
        else:
            self.fields.put([])

    def _show_fields(self, row: Row) -> None:
        self.fields.put(row.fields)

    def _patients(self, text: str) -> Sequence[Option]:
        if not text.strip():
            return []
        found = patients.find(self._services.book, text, self._desk.today, _FOUND)
        return [Option(" · ".join(part for part in (each.name, written(each.dob)) if part), each.id) for each in found]

    def _choose(self, patient: int | None) -> None:
        """Asks for one patient, whose name then stands on a chip that takes the question away."""
        self._patient = patient
        if patient is not None:
            self._whose.setText(f"{patients.read(self._services.book, patient).name}  ×")
        self._whose.setVisible(patient is not None)
        self._ask()

    def _save(self) -> None:
        services, asked = self._services, self._question()
        path = services.ask.save_file(self.window(), self.tr("Save as CSV"), _FILE, self.tr("Tables (*.csv)"))
        if path is None:
            return

        def work() -> None:
            with services.book.another() as book:
                files.save(path, what_happened.table(book, asked))

        done = self.tr("Saved {path}.").format(path=path.name)
        services.work.run(work, lambda _none: services.say(done), services.complain)


def _at_least(rows: Sequence[Row]) -> int:
    """How many rows there are with these, as far as anybody knows: one more where a whole page has come."""
    return len(rows) + (1 if len(rows) == what_happened.PAGE else 0)
