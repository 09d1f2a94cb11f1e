"""What is to do for all rentals: today, this week, in 30 days; by kind; printed, and for a spreadsheet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import files
from desktop.desk import Desk
from desktop.operations import audit, due, to_do
from desktop.operations.due import DueList
from desktop.operations.to_do import ToDo
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import Words, heading, quiet
from desktop.ui.rentals.due_rows import DueRows
from desktop.ui.rentals.span_bar import SpanBar
from desktop.ui.rentals.view import View
from desktop.ui.superbills.delivery import Delivery
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.preview import Preview

_ALL = ""
_MOST_ROWS = 200
_PAGE_HIGH = 420


class DueView(View):
    """The whole list. Months to bill are many and go out together, so they are one of its kinds, not its first."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._found: DueList | None = None
        self.spans = SpanBar()
        self.spans.currentChanged.connect(lambda _place: self.again())
        kinds = [(kind.key, kind.words) for kind in due.kinds()]
        self._kind = Choice(self.tr("&Kind"), [(_ALL, self.tr("Everything")), *kinds])
        self._kind.chosen.connect(lambda _kind: self.again())
        self.rows = DueRows(desk, services, self.tr("To do"))
        self.rows.changed.connect(self.again)
        self._said = quiet("")
        self._more = Words("", tone="quiet")
        self.preview = Preview(services.work, services.complain, kind="due")
        self._delivery = Delivery(services)
        self._delivery.things = [("due list", 0)]
        self._pdf = b""
        self._place()

    def again(self) -> None:
        """Reads it anew."""
        services, desk, span, kind = self._services, self._desk, self.spans.span, self._kind.value

        def work() -> ToDo:
            with elsewhere(services.book, desk) as (book, own_desk):
                return to_do.read(book, own_desk, span, _MOST_ROWS, whats=(kind,) if kind else ())

        services.work.run(work, self._show, services.complain, kind="due list")

    def back(self) -> bool:
        """Closes the page that prints, or what was opened below the list."""
        if self._paper.isVisibleTo(self):
            self._paper.hide()
            self.rows.list.setFocus()
            return True
        return self.rows.back()

    def print_it(self) -> bool:
        """Shows the list as it prints; once more, it goes to the printer."""
        if self._paper.isVisibleTo(self):
            self._delivery.print_pdfs([self._pdf], self.tr("To do"))
        else:
            self._show_paper()
        return True

    def _place(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(3))
        buttons = Flow()
        buttons.addWidget(primary(self.tr("As it &prints"), self.print_it))
        buttons.addWidget(quiet_button(self.tr("Save as CSV …"), self._save_csv, drawing="save"))
        self._paper = QWidget()
        of_paper = QVBoxLayout(self._paper)
        of_paper.setContentsMargins(0, 0, 0, 0)
        to_print = Flow()
        to_print.addWidget(secondary(self.tr("P&rint"), self.print_it, drawing="print"))
        to_print.addWidget(secondary(self.tr("&Save as …"), self._save_pdf, drawing="save"))
        to_print.addWidget(quiet_button(self.tr("Close"), self.back))
        of_paper.addLayout(to_print)
        of_paper.addWidget(self._delivery)
        self.preview.setMinimumHeight(_PAGE_HIGH)
        of_paper.addWidget(self.preview)
        column.addWidget(heading(self.tr("What is to do for rentals")))
        column.addLayout(buttons)
        for widget in (self.spans, self._kind, self._said, self._paper):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addWidget(self._more)
        column.addStretch()
        self._paper.hide()
        self._kind.setMaximumWidth(320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _show(self, read: ToDo) -> None:
        first = self._found is None
        self._found = read.found
        self.spans.tell(read.totals)
        self.rows.put(read.found.rows)
        rest = read.found.total - len(read.found.rows)
        self._said.setText(
            self.tr("Enter opens the rental. D: done, P: put off, W: why it is here.")
            if read.found.rows
            else self.tr("Nothing is to do up to then.")
        )
        self._more.setText(self.tr("{count} more; do these first, or choose a kind.").format(count=rest))
        self._more.setVisible(rest > 0)
        if first and read.found.rows:
            self.rows.list.setFocus()

    def _whole_list(self) -> DueList:
        """Everything of the span, for paper and spreadsheet; read in a worker."""
        kind = self._kind.value
        with self._services.book.another() as book:
            return due.listed(book, self._desk.today, self.spans.span, whats=(kind,) if kind else (), limit=1_000_000)

    def _show_paper(self) -> None:
        title = self.tr("To do for rentals: {span}").format(span=self.spans.words)
        desk, name = self._desk, self._services.book

        def work() -> bytes:
            from desktop.operations import list_paper  # noqa: PLC0415 -- start-up time: reportlab

            with name.another() as book:
                return list_paper.drawn(book, title, desk.today, due.rows_for_paper(self._whole_list()))

        self._services.work.run(work, self._show_pdf, self._services.complain)

    def _show_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._paper.show()
        self.preview.show_pdf(pdf)
        self.preview.area.setFocus()

    def _save_pdf(self) -> None:
        self._delivery.save(self._pdf, self.tr("To do {day}.pdf").format(day=self._desk.today.isoformat()))

    def _save_csv(self) -> None:
        services = self._services
        path = services.ask.save_file(self.window(), self.tr("Save as CSV"), "to-do.csv", self.tr("Tables (*.csv)"))
        if path is None:
            return
        done = self.tr("Saved {path}.").format(path=path.name)

        def work() -> None:
            files.save(path, due.csv(self._whole_list()))
            with services.book.another() as book:
                audit.note(book, audit.EXPORTED, "due list")

        services.work.run(work, lambda _: services.say(done), services.complain)
