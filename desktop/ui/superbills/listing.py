"""The list of all papers: drafts, what waits, superbills, receipts, credits, what was voided.

Space marks a row (Shift with an arrow marks as it goes), and what is marked can be issued and printed in one go.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations import documents, paper_list
from desktop.operations.documents import DRAFT, VOIDED, WAITING
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.form import Flow
from desktop.ui.parts.labelled import Choice
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column
from desktop.ui.parts.words import WordsByButton, heading
from desktop.ui.superbills import words
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.marks import MarkTable
from desktop.ui.ways import NewSuperbill

_TYPED_MS = 150
_LOWEST = 180  # of the table, where the window is low and the whole scrolls
_OPEN = (DRAFT, WAITING)
_NEVER = date.min
_ORDERS: dict[str, tuple[Callable[[Document], Any], bool]] = {
    "number": (lambda document: document.number or "", True),
    "patient": (lambda document: (document.patient_name or "").casefold(), False),
    "day": (lambda document: document.issued_on or _NEVER, True),
    "total": (lambda document: document.total, True),
}


class DocumentList(QWidget):
    """The list. `opened` tells the paper of an Enter; `together` the ids of what is to be issued or printed at once."""

    opened = Signal(object)
    together = Signal(object)

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._found: Sequence[Document] = ()
        self._said = WordsByButton("", tone="quiet")
        self._parts = self._made_parts()
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Find a paper"))
        self.box.setPlaceholderText(self.tr("Number, patient, or day like 3/12/2026"))
        self.box.setClearButtonEnabled(True)
        self._order = self._made_order()
        self.table = MarkTable(self.tr("Papers"), self._columns())
        self._bar = QWidget()
        self._stack = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPED_MS)
        self._connect()
        self._place()

    def read(self) -> None:
        """Shows what the book holds now."""
        self._later.stop()
        services, desk, text, part = self._services, self._desk, self.box.text().strip(), self.part

        def work() -> list[Document]:
            with elsewhere(services.book, desk) as (book, own_desk):
                if part == paper_list.WAITS:
                    return paper_list.looked_again(book, own_desk, text)
                return paper_list.listed(book, part, text, own_desk.today)

        services.work.run(work, self._show, services.complain, kind="superbills")

    @property
    def part(self) -> str:
        """The part of the list that is shown."""
        return str(self._parts.tabData(self._parts.currentIndex()))

    def show_part(self, part: str) -> None:
        """Shows a part of the list."""
        names = [self._parts.tabData(place) for place in range(self._parts.count())]
        self._parts.setCurrentIndex(names.index(part))

    def _made_parts(self) -> QTabBar:
        bar = QTabBar()
        bar.setAccessibleName(self.tr("Which papers"))
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setUsesScrollButtons(True)
        for name, said in {
            paper_list.EVERYTHING: self.tr("All"),
            paper_list.DRAFTS: self.tr("Drafts"),
            paper_list.WAITS: self.tr("Waiting for"),
            paper_list.SUPERBILLS: self.tr("Issued"),
            paper_list.RECEIPTS: self.tr("Receipts"),
            paper_list.CREDITS: self.tr("Credits"),
            paper_list.VOID: self.tr("Voided"),
        }.items():
            bar.setTabData(bar.addTab(said), name)
        return bar

    def _made_order(self) -> Choice:
        return Choice(
            self.tr("&Sort by"),
            [
                ("", self.tr("Last changed")),
                ("number", self.tr("Number")),
                ("patient", self.tr("Patient")),
                ("day", self.tr("Day")),
                ("total", self.tr("Total")),
            ],
        )

    def _columns(self) -> list[Column[Document]]:
        return [
            Column(self.tr("Paper"), words.kind_word, 80),
            Column(self.tr("State"), words.state_word, 80, tone=words.state_tone),
            Column(self.tr("Number"), lambda document: document.number or "", 138, code=True),
            Column(self.tr("Patient"), words.patient_of, 150),
            Column(self.tr("Day"), lambda document: words.day(document.issued_on or document.changed_at), 104),
            Column(self.tr("Total"), lambda document: words.amount(document.total), 84, right=True),
            Column(self.tr("Balance"), words.balance_word, 80, right=True),
            Column(self.tr("What it waits for"), _waits_for),
        ]

    def _connect(self) -> None:
        self._parts.currentChanged.connect(lambda _place: self.read())
        self.box.textEdited.connect(lambda _text: self._later.start())
        self.box.textChanged.connect(lambda text: None if text else self._later.start())
        self.box.returnPressed.connect(self.table.setFocus)
        self._later.timeout.connect(self.read)
        self._order.edited.connect(lambda: self._show(self._found))
        self.table.opened.connect(self.opened)
        self.table.marks_changed.connect(self._tell_marks)
        self.table.asked_to_drop.connect(self._drop)
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._head_clicked)

    def _place(self) -> None:
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Superbills")), 1)
        self._new = primary(self.tr("New superbill"), lambda: self._services.go(NewSuperbill()))
        head.addWidget(self._new)
        column.addLayout(head)
        column.addWidget(self._parts)
        across = QHBoxLayout()
        across.setSpacing(theme.space(4))
        across.addWidget(self.box, 1)
        self._order.label.hide()
        across.addWidget(self._order)
        column.addLayout(across)
        flow = Flow(self._bar, theme.space(2))
        self._go_on = secondary(self.tr("Issue and print …"), self._take_together, drawing="print")
        self._clear = quiet_button(self.tr("Clear marks"), self.table.clear_marks)
        for part in (self._said, self._go_on, self._clear):
            flow.addWidget(part)
        self._said.setWordWrap(False)
        self._said.stand_by(self._go_on)
        self._stack.setMinimumHeight(_LOWEST)
        self._stack.addWidget(self.table)
        self._empty = Empty(
            "superbills",
            self.tr("Nothing here"),
            self.tr("What you begin, what waits and what was issued stands here. What was issued never changes."),
        )
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)
        column.addWidget(self._bar)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Interactive)
        self._tell_marks()

    def _show(self, found: Sequence[Document]) -> None:
        self._found = found
        order = _ORDERS.get(self._order.value)
        rows = sorted(found, key=order[0], reverse=order[1]) if order else list(found)
        self.table.put(rows)
        self._stack.setCurrentWidget(self.table if rows else self._empty)

    def _tell_marks(self) -> None:
        count = len(self.table.marked)
        self._said.setText(self.tr("{count} marked").format(count=count))
        self._bar.setVisible(count > 0)

    def _take_together(self) -> None:
        self.together.emit([row.id for row in self.table.rows.rows if row.id in self.table.marked])

    def _head_clicked(self, place: int) -> None:
        self._order.put({3: "number", 4: "patient", 5: "day", 6: "total"}.get(place, ""))

    def _drop(self, document: Document) -> None:
        if document.state not in _OPEN:
            self._services.complain(
                self.tr("{number} was issued and stays in the book.").format(number=document.number)
                if document.state != VOIDED
                else self.tr("{number} is voided and stays in the book.").format(number=document.number)
            )
            return
        documents.drop(self._services.book, document.id)
        self.read()
        self._services.offer_undo(
            self.tr("Dropped the draft of {patient}.").format(patient=words.patient_of(document)),
            lambda: self._bring_back(document.id),
        )

    def _bring_back(self, number: int) -> None:
        documents.undo_drop(self._services.book, number)
        self.read()


def _waits_for(document: Document) -> str:
    return " ".join(reason.words for reason in document.reasons)
