"""Several papers in one go: checked, issued, and printed or saved; what became of each, and why."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.book import Book
from desktop.operations.documents import ISSUED, VOIDED
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Words, heading
from desktop.ui.parts.worker import Report
from desktop.ui.superbills import words
from desktop.ui.superbills.delivery import FOLDER, Delivery
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.ways import OpenDocument, OpenDraft

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.together import One

_LOWEST = 180  # of the table, where the window is low and the whole scrolls
Then = Callable[[list[int]], object]
Work = Callable[[Book, Desk, Callable[[int], bool]], "list[One]"]


class TogetherView(QWidget):
    """Shows the papers that `open` is handed by their ids."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._numbers: list[int] = []
        self._rows: list[One] = []
        self._stop = threading.Event()
        self._working = False
        self._said = Words("", tone="quiet")
        self.table: Table[One] = Table(self.tr("Papers that are issued together"), self._columns())
        self.table.opened.connect(self._open_one)
        self._why = Words("")
        self.table.picked.connect(lambda one: self._why.setText(one.why))
        self._busy = Busy("", self.stop)
        self._delivery = Delivery(services)
        self._buttons = QWidget()
        self._place()

    @property
    def working(self) -> bool:
        """Whether it checks or issues now."""
        return self._working

    @property
    def rows(self) -> list["One"]:
        """What is known of each."""
        return self._rows

    def open(self, numbers: Sequence[int]) -> None:
        """Checks these papers and shows what would become of each."""
        self._numbers = list(numbers)
        self._check()

    def stop(self) -> None:
        """Stops before the next paper."""
        self._stop.set()

    def print_it(self) -> None:
        """Issues and prints."""
        self._issue_and(self._print)

    def _columns(self) -> list[Column["One"]]:
        return [
            Column(self.tr("Paper"), lambda one: words.kind_word(one.document), 88),
            Column(self.tr("Patient"), lambda one: words.patient_of(one.document), 190),
            Column(self.tr("Number"), lambda one: one.document.number or "", 150, code=True),
            Column(self.tr("Total"), lambda one: words.amount(one.document.total), 100, right=True),
            Column(self.tr("What became of it"), self._outcome, 130, tone=_tone),
            Column(self.tr("Why"), lambda one: one.why),
        ]

    def _outcome(self, one: "One") -> str:
        return {
            "ready": self.tr("Ready to issue"),
            "done": self.tr("Issued"),
            "stopped": self.tr("Must fix"),
            "not reached": self.tr("Not done"),
        }[one.outcome]

    def _place(self) -> None:
        flow = Flow(self._buttons, theme.space(2))
        self._print_button = primary(self.tr("Issue and print"), self.print_it)
        self._print_button.setToolTip("Ctrl+P")
        self._save_button = secondary(self.tr("Issue and &save …"), lambda: self._issue_and(self._save), drawing="save")
        self._only_button = secondary(self.tr("Issue &only"), lambda: self._issue_and(lambda _numbers: None))
        for button in (self._print_button, self._save_button, self._only_button):
            flow.addWidget(button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.space(1), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(heading(self.tr("Several in one go")))
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        column.addWidget(self._busy)
        column.addWidget(self._delivery)
        column.addWidget(self.table, 1)
        column.addWidget(self._why)
        self.table.setMinimumHeight(_LOWEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        self._busy.hide()

    def _check(self) -> None:
        numbers = self._numbers

        def work(book: Book, desk: Desk, go_on: Callable[[int], bool]) -> "list[One]":
            from desktop.operations import together  # noqa: PLC0415 -- start-up time: reportlab

            return together.looked_at(book, desk, numbers, go_on)

        self._run(self.tr("Checking …"), work, self._checked)

    def _issue_and(self, then: Then) -> None:
        """Issues what can be issued, then does the rest with all that are issued."""
        if self._working:
            return
        numbers = self._numbers

        def work(book: Book, desk: Desk, go_on: Callable[[int], bool]) -> "list[One]":
            from desktop.operations import together  # noqa: PLC0415 -- start-up time: reportlab

            return together.issued(book, desk, numbers, go_on)

        self._run(self.tr("Issuing …"), work, lambda rows: self._issued(rows, then))

    def _run(
        self,
        said: str,
        work: Work,
        then: Callable[["list[One]"], object],
    ) -> None:
        self._stop = stop = threading.Event()
        book, desk, count = self._services.book, self._desk, max(len(self._numbers), 1)

        def whole(report: Report) -> "list[One]":
            def go_on(done: int) -> bool:
                report(said, done / count)
                return not stop.is_set()

            with elsewhere(book, desk) as (own_book, own_desk):
                return work(own_book, own_desk, go_on)

        self._begin_busy(said)
        self._services.work.run_reporting(whole, lambda rows: self._over(rows, then), self._wrong, self._busy.tell)

    def _over(self, rows: "list[One]", then: Callable[["list[One]"], object]) -> None:
        self._settled()
        self._rows = rows
        self.table.put(rows, first=True)
        outcomes = {one.outcome for one in rows}
        self._word_buttons(left="done" not in outcomes or bool(outcomes & {"ready", "not reached"}))
        then(rows)

    def _word_buttons(self, *, left: bool) -> None:
        """What the buttons say: where all are issued that can be, there is nothing left to issue."""
        self._print_button.setText(self.tr("Issue and print") if left else self.tr("Print"))
        self._save_button.setText(self.tr("Issue and &save …") if left else self.tr("&Save …"))
        self._only_button.setVisible(left)

    def _checked(self, rows: "list[One]") -> None:
        ready = sum(one.outcome in ("ready", "done") for one in rows)
        self._said.setText(
            self.tr("{ready} of {count} can go out. What must be fixed stays a draft; the others do not wait for it.")
        )
        self._said.setText(self._said.text().format(ready=ready, count=len(self._numbers)))
        self._print_button.setEnabled(ready > 0)
        (self._print_button if ready else self.table).setFocus()

    def _issued(self, rows: "list[One]", then: Then) -> None:
        done = [one.document.id for one in rows if one.outcome == "done"]
        self._said.setText(
            self.tr("{done} of {count} issued.").format(done=len(done), count=len(rows))
            + (self.tr(" The others stay as they are.") if len(done) < len(rows) else "")
        )
        if done:
            then(done)

    def _print(self, numbers: list[int]) -> None:
        book = self._services.book

        def work() -> list[bytes]:
            with book.another() as another:
                return [documents.pdf(another, number) for number in numbers]

        title = self.tr("{count} papers").format(count=len(numbers))
        kinds = {one.document.id: one.document.kind for one in self.rows}
        self._delivery.things = [(kinds[number], number) for number in numbers]
        self._services.work.run(work, lambda pdfs: self._delivery.print_pdfs(pdfs, title), self._wrong)

    def _save(self, numbers: list[int]) -> None:
        services = self._services
        remembered = services.preferences.text(FOLDER)
        folder = services.ask.folder(self.window(), self.tr("Save the papers in"), remembered)
        if folder is None:
            return
        services.preferences.remember(FOLDER, str(folder))
        self._stop = stop = threading.Event()  # a Cancel before was for the issuing
        book = services.book

        def work(report: Report) -> int:
            from desktop.operations import together  # noqa: PLC0415 -- start-up time: reportlab

            def go_on(done: int) -> bool:
                report("", done / len(numbers))
                return not stop.is_set()

            with book.another() as another:
                return together.saved(another, numbers, folder, go_on)

        said = self.tr("Saving …")
        self._begin_busy(said)
        services.work.run_reporting(
            work,
            lambda count: self._saved(count, folder),
            self._wrong,
            lambda _words, done: self._busy.tell(said, done),
        )

    def _saved(self, count: int, folder: Path) -> None:
        self._settled()
        self._services.say(self.tr("Saved {count} in {folder}.").format(count=count, folder=folder))

    def _wrong(self, said: str) -> None:
        self._settled()
        self._services.complain(said)

    def _begin_busy(self, said: str) -> None:
        """While it works the one key is Cancel, for whoever stands on what cannot be pressed meanwhile."""
        self._working = True
        self._busy.tell(said, 0)
        self._busy.show()
        if _stands_in(self._buttons):
            self._busy.setFocus()
        self._buttons.setEnabled(False)

    def _settled(self) -> None:
        self._working = False
        self._buttons.setEnabled(True)
        if _stands_in(self._busy):
            self.table.setFocus()
        self._busy.hide()

    def _open_one(self, one: "One") -> None:
        document: Document = one.document
        kept = document.state in (ISSUED, VOIDED)
        self._services.go(OpenDocument(document.id) if kept else OpenDraft(document.id))


def _stands_in(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def _tone(one: "One") -> str:
    return {"ready": "ok", "done": "ok", "stopped": "stop", "not reached": "ink2"}[one.outcome]
