"""A table of another program, brought in: which column holds what, what becomes of each row, all rows or none."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import files
from desktop.core.csv_cells import Field as CsvField
from desktop.core.csv_cells import Mapped
from desktop.core.wrong import Wrong
from desktop.desk import Desk
from desktop.operations import csv_exchange
from desktop.operations.csv_exchange import Preview
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.labelled import Choice, sentence_of, tick
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Card, Words, heading
from desktop.ui.parts.worker import Report
from desktop.ui.settings.csv.rows import Told, told

_LEFT_OUT = ""
_TABLE_HIGH = 300
_ACROSS = 3
_HINT = 40


def noun_words(noun: str) -> str:
    """Patients, plans, doctors, products or rentals in the screen's language."""
    say = QCoreApplication.translate
    return {
        "patients": say("Csv", "patients"),
        "plans": say("Csv", "plans"),
        "doctors": say("Csv", "doctors"),
        "products": say("Csv", "products"),
        "rentals": say("Csv", "rentals"),
    }[noun]


def take_out(asking: QWidget, services: Services, noun: str) -> None:
    """Asks where to, and writes all of a noun there."""
    say = QCoreApplication.translate
    title, kinds = say("Csv", "Save as CSV"), say("Csv", "Tables (*.csv)")
    path = services.ask.save_file(asking.window(), title, f"{noun}.csv", kinds)
    if path is None:
        return

    def write() -> None:
        with services.book.another() as book:
            files.save(path, csv_exchange.take_out(book, noun))

    done = say("Csv", "Saved {path}.").format(path=path.name)
    services.work.run(write, lambda _: services.say(done), services.complain)


class BringIn(QWidget):
    """One file: its columns, its rows, one button. `closed` when it is done or not wanted; `brought` when it is in."""

    closed = Signal()

    def __init__(self, desk: Desk, services: Services, noun: str) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._noun = noun
        self._data = b""
        self._path = Path()
        self._shown: Preview | None = None
        self._columns: list[Choice] = []
        self._title = heading("")
        self._mapping = Card(self.tr("Which column holds what"))
        self._grid: FieldGrid | None = None
        self._summary = Words()
        self._rows: Table[Told] = Table(
            self.tr("Rows of the table"),
            [
                Column(self.tr("Line"), lambda row: str(row.line), 64, right=True),
                Column(self.tr("What becomes of it"), lambda row: row.words, tone=lambda row: row.tone),
                Column(self.tr("Row"), lambda row: row.cells),
            ],
        )
        self._rows.setFixedHeight(_TABLE_HIGH)
        self._rows.picked.connect(self._tell_row)
        self._about_row = Words()
        self._leave_out = tick(self.tr("Leave out the rows that have errors"))
        self._leave_out.toggled.connect(lambda _on: self._count())
        self._busy = Busy(self.tr("Reading …"))
        self._go = primary(self.tr("Bring in"), self._bring_in)
        self._another = quiet_button(self.tr("Another file …"), self.choose)
        self._cancel = quiet_button(self.tr("Cancel"), self.closed.emit)
        self._place()

    def choose(self) -> bool:
        """Asks for a file and shows it; whether there was one that can be read."""
        path = self._services.ask.open_file(
            self.window(),
            self.tr("A table with {what}").format(what=noun_words(self._noun)),
            self.tr("Tables (*.csv *.txt *.tsv)"),
        )
        if path is None:
            return False
        try:
            self._data = files.read_within(path, "table")
        except files.FileProblem as problem:
            self._services.complain(str(problem))
            return False
        self._path = path
        self._title.setText(self.tr("{what} from {file}").format(what=self._noun_title(), file=path.name))
        self._forget()
        self._read(None)
        return True

    def _noun_title(self) -> str:
        words = noun_words(self._noun)
        return f"{words[:1].upper()}{words[1:]}"

    def _place(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, theme.space(2), 0)
        inside.setSpacing(theme.space(3))
        for widget in (self._mapping, self._summary, self._rows, self._about_row, self._leave_out):
            inside.addWidget(widget)
        inside.addStretch()
        buttons = Flow()
        for button in (self._go, self._another, self._cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._title)
        column.addWidget(scrolling(content), 1)
        column.addWidget(self._busy)
        column.addLayout(buttons)

    def _forget(self) -> None:
        self._shown = None
        self._rows.put(())
        self._about_row.setText("")
        self._leave_out.setChecked(False)
        self._mapping.hide()

    def _read(self, mapped: Mapped | None) -> None:
        self._work(self.tr("Reading …"))
        book, desk, noun, data = self._services.book, self._desk, self._noun, self._data

        def read() -> Preview | Wrong:
            with book.another() as own:
                return csv_exchange.preview(own, desk, noun, data, mapped)

        self._services.work.run(read, self._show, self._failed, kind=f"csv {noun}")

    def _show(self, read: Preview | Wrong) -> None:
        self._busy.hide()
        self._cancel.setEnabled(True)
        self._another.setEnabled(True)
        if isinstance(read, Wrong):
            self._failed(sentence_of(read))
            self.closed.emit()
            return
        is_new = self._shown is None
        self._shown = read
        if is_new:
            self._show_columns(read)
        self._rows.put(sorted(told(read), key=lambda row: (not row.wrong, row.line)))
        self._about_row.setText("")
        self._leave_out.setVisible(bool(read.wrong))
        self._count()
        if is_new:
            (self._go if self._go.isEnabled() else self._columns[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_columns(self, read: Preview) -> None:
        """A choice for each column of the file, with the first cell that is not blank as an example."""
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        fields = csv_exchange.fields(self._noun)
        self._columns = [self._column(place, heading, read, fields) for place, heading in enumerate(read.headings)]
        rows = [tuple(self._columns[at : at + _ACROSS]) for at in range(0, len(self._columns), _ACROSS)]
        self._grid = FieldGrid(*rows)
        self._mapping.inside.addWidget(self._grid)
        self._mapping.show()

    def _column(self, place: int, heading: str, read: Preview, fields: tuple[CsvField, ...]) -> Choice:
        cells = (row[place] for _line, row in read.cells if place < len(row))
        example = next(filter(None, cells), "")
        choices = [(_LEFT_OUT, self.tr("Leave out")), *((field.name, field.heading) for field in fields)]
        label = heading.replace("&", "&&") or self.tr("Column {number}").format(number=place + 1)
        choice = Choice(label, choices, hint=self.tr("Like {cell}").format(cell=example[:_HINT]) if example else "")
        choice.put(read.mapped[place] or _LEFT_OUT)
        choice.chosen.connect(lambda chosen, place=place: self._map(place, chosen))
        return choice

    def _map(self, place: int, chosen: str) -> None:
        """A field is held by one column; another that had it is left out."""
        for other, column in enumerate(self._columns):
            if other != place and chosen and column.value == chosen:
                with QSignalBlocker(column):
                    column.put(_LEFT_OUT)
        self._read(tuple(column.value or None for column in self._columns))

    def _count(self) -> None:
        read = self._shown
        if read is None:
            return
        wrong, there = len(read.wrong), len(read.there)
        ready = len(read.rows) - wrong - there
        parts = [self.tr("Will be brought in: {count}.").format(count=ready)]
        if there:
            parts.append(self.tr("In the book already: {count}.").format(count=there))
        if wrong:
            parts.append(self.tr("With errors: {count}.").format(count=wrong))
        self._summary.setText(" ".join(parts))
        self._go.setText(self.tr("Bring in ({count})").format(count=ready))
        self._go.setEnabled(ready > 0 and (not wrong or self._leave_out.isChecked()))

    def _tell_row(self, row: Told) -> None:
        self._about_row.setText(row.sentence)

    def _bring_in(self) -> None:
        read = self._shown
        if read is None:
            return
        self._work(self.tr("Bringing in …"))
        book = self._services.book
        without = frozenset(row.line for row in read.wrong)

        def bring(report: Report) -> int:
            with book.another() as own:
                return csv_exchange.bring_in(own, read, without, lambda done: report(self.tr("Bringing in …"), done))

        self._services.work.run_reporting(bring, self._brought, self._failed, self._busy.tell)

    def _brought(self, count: int) -> None:
        self._stop_waiting()
        self._services.say(self.tr("{what} brought in: {count}.").format(count=count, what=self._noun_title()))
        self.closed.emit()

    def _failed(self, sentence: str) -> None:
        self._stop_waiting()
        self._services.complain(sentence)

    def _work(self, words: str) -> None:
        self._busy.tell(words, None)
        self._busy.show()
        for button in (self._go, self._another, self._cancel):
            button.setEnabled(False)

    def _stop_waiting(self) -> None:
        self._busy.hide()
        for button in (self._another, self._cancel):
            button.setEnabled(True)
        self._count()
