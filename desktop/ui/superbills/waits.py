"""A paper that waits: for what, since when, and the way to the field once it has come."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rows import Document, Reason
from desktop.core.finding import Severity
from desktop.operations import documents, paper_list
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import LargeButton, danger, primary
from desktop.ui.parts.finding_row import fill_row
from desktop.ui.parts.form import Flow
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import Words, section
from desktop.ui.superbills import words
from desktop.ui.superbills.beside import clear
from desktop.ui.ways import OpenDraft

_WIDEST = 760


class WaitsView(QWidget):
    """Shows the waiting paper that `open` is asked for. Enter on a reason goes to its field."""

    def __init__(self, services: Services, gone: Callable[[], object]) -> None:
        """`gone` is called when the paper was dropped."""
        super().__init__()
        self._services = services
        self._gone = gone
        self._document = Document()
        self._head = Words("", "heading")
        self._since = Words("", tone="quiet")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(2))
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._head)
        column.addWidget(self._since)
        column.addWidget(section(self.tr("What is missing")))
        column.addLayout(self._rows)
        buttons = QWidget()
        flow = Flow(buttons, theme.space(2))
        self._came = primary(self.tr("It came: fill it in"), self._open_first)
        flow.addWidget(self._came)
        flow.addWidget(danger(self.tr("&Drop it"), self._drop))
        column.addWidget(buttons)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    @property
    def shown(self) -> Document:
        """The paper that waits."""
        return self._document

    def open(self, document: Document) -> None:
        """Shows a waiting paper."""
        self._document = document
        patient = words.patient_of(document)
        self._head.setText(f"{words.kind_word(document)} · {patient}")
        self._since.setText("")
        self._fill_rows()
        book, number = self._services.book, document.id

        def work() -> datetime | None:
            with book.another() as another:
                return paper_list.waits_since(another, number)

        self._services.work.run(work, self._tell_since, self._services.complain, kind="waits")

    def _fill_rows(self) -> None:
        clear(self._rows)
        for reason in self._document.reasons:
            self._rows.addWidget(self._row(reason))
        self._came.setText(
            self.tr("It came: fill it in") if self._document.reasons else self.tr("Everything came: open it")
        )
        self._came.setFocus()

    def _row(self, reason: Reason) -> QWidget:
        said = self.tr("Waiting for")
        row = LargeButton(f"{said}: {reason.words}")
        fill_row(row, Severity.WARN, said, reason.words)
        row.clicked.connect(lambda _checked=False: self._open(reason.field))
        return row

    def _tell_since(self, since: datetime | None) -> None:
        if since is not None:
            self._since.setText(self.tr("Waiting since {day}").format(day=words.day(since)))

    def _open_first(self) -> None:
        self._open(self._document.reasons[0].field if self._document.reasons else None)

    def _open(self, field: str | None) -> None:
        self._services.go(OpenDraft(self._document.id, field or ""))

    def _drop(self) -> None:
        document = self._document
        documents.drop(self._services.book, document.id)
        self._gone()
        self._services.offer_undo(
            self.tr("Dropped the draft of {patient}.").format(patient=words.patient_of(document)),
            lambda: self._bring_back(document.id),
        )

    def _bring_back(self, number: int) -> None:
        documents.undo_drop(self._services.book, number)
        self._gone()
