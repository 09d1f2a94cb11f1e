"""The papers of a rental: which are there, which are missing or over, their days, and their scans."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rental_rows import RentalPaper
from desktop.desk import Desk
from desktop.files import FileProblem
from desktop.operations import rental_papers
from desktop.operations.book import BookProblem
from desktop.operations.rental_papers import EXPIRED, HAVE, MISSING, PaperKind
from desktop.ui.counter.rows import Row, RowList
from desktop.ui.page import Services
from desktop.ui.parts.buttons import danger, quiet_button, secondary
from desktop.ui.parts.day import DayField, written
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.labelled import Choice, Field, tick
from desktop.ui.parts.typed_form import YES, TypedForm
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.rentals import words

_FAR = timedelta(days=36600)
_TONES = {MISSING: "warn", HAVE: "ok", EXPIRED: "stop"}


@cache
def _kinds() -> dict[str, PaperKind]:
    return {kind.key: kind for kind in rental_papers.kinds()}


class Papers(Card):
    """The list and the form of one paper. `changed` tells that one was; `look` the paper whose scan is wanted."""

    changed = Signal()
    look = Signal(object)

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__(self.tr("Papers"))
        self._desk = desk
        self._services = services
        self._rental = 0
        self._papers: Sequence[RentalPaper] = ()
        self.setAcceptDrops(True)
        self.list = RowList(self.tr("Papers"), grows=True)
        self._none = quiet(self.tr("No papers yet. Add what an insurer may ask for, with its scan."))
        self._form = PaperForm(desk)
        self._buttons = QVBoxLayout()
        self._of_form = QWidget()
        self._place()

    def show_papers(self, rental: int, papers: Sequence[RentalPaper]) -> None:
        """Shows the papers of a rental."""
        if rental != self._rental:
            self._close()
        self._rental, self._papers = rental, papers
        self.list.put([self._row(paper) for paper in papers])
        self.list.setVisible(bool(papers))
        self._none.setVisible(not papers)
        if self._of_form.isVisibleTo(self):
            same = next((paper for paper in papers if paper.id == self._form.paper.id), None)
            self._open(same) if same is not None else self._close()

    def back(self) -> bool:
        """Closes the form of a paper; whether it was open."""
        was = self._of_form.isVisibleTo(self)
        self._close()
        if was:
            self.list.setFocus()
        return was

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 -- Qt's name
        """Takes files."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 -- Qt's name
        """A file that is dropped is the scan of the paper that is open or stood on."""
        paths = _dropped(event)
        paper = self._chosen
        if paper is None:
            self._services.complain(self.tr("Add the paper first, then drop its scan on it."))
        elif paths:
            event.acceptProposedAction()
            self.attach(paper, paths[0])

    def attach(self, paper: RentalPaper, path: Path) -> None:
        """Attaches a scan to a paper."""
        self._does(lambda: rental_papers.attach(self._services.book, self._desk, paper.id, path))

    @property
    def _chosen(self) -> RentalPaper | None:
        """The paper that is open, else the one that is stood on."""
        if self._of_form.isVisibleTo(self):
            return self._form.paper
        place = self.list.currentIndex().row()
        return self._papers[place] if 0 <= place < len(self._papers) else None

    def _place(self) -> None:
        column = QVBoxLayout(self._of_form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self._attached = Words("", tone="ok")
        column.addWidget(self._attached)
        flow = Flow()
        self._save = secondary(self.tr("Sa&ve paper"), self._save_it, drawing="save")
        self._attach = quiet_button(self.tr("Attach a scan …"), self._ask_scan, drawing="add")
        self._look = quiet_button(self.tr("Look at the scan"), self._look_at, drawing="open")
        self._save_as = quiet_button(self.tr("Save the scan as …"), self._save_scan)
        self._detach = quiet_button(self.tr("Take the scan off"), self._detach_it)
        self._remove = danger(self.tr("Remove paper"), self._remove_it)
        for button in (
            *(self._save, self._attach, self._look, self._save_as, self._detach),
            *(quiet_button(self.tr("Close"), self.back), self._remove),
        ):
            flow.addWidget(button)
        column.addLayout(flow)
        add = Flow()
        self._new = Choice(self.tr("Kind of paper"), [(kind.key, kind.words) for kind in _kinds().values()])
        self._new.label.hide()
        add.addWidget(self._new)
        add.addWidget(quiet_button(self.tr("Add paper"), self._add, drawing="add"))
        for widget in (self.list, self._none, self._of_form):
            self.inside.addWidget(widget)
        self.inside.addLayout(add)
        self.inside.addStretch()
        self._close()

    def _row(self, paper: RentalPaper) -> Row:
        state = rental_papers.state(paper, self._desk.today)
        of = (
            words.day(paper.on),
            self.tr("until {day}").format(day=words.day(paper.until)) if paper.until else "",
            self.tr("scan attached") if paper.attachment_id else "",
            paper.note or "",
        )
        return Row(
            _kinds()[paper.kind].words,
            " · ".join(part for part in of if part) or _kinds()[paper.kind].help,
            drawing="note",
            side=self._state_word(state),
            tone=_TONES[state],
            does=self.tr("Enter: open"),
            then=lambda: self._open(paper, focus=True),
        )

    def _state_word(self, state: str) -> str:
        return {MISSING: self.tr("Missing"), HAVE: self.tr("There"), EXPIRED: self.tr("Over")}[state]

    def _open(self, paper: RentalPaper, *, focus: bool = False) -> None:
        self._form.begin(paper)
        scanned = paper.attachment_id is not None
        for button in (self._look, self._save_as, self._detach):
            button.setVisible(scanned)
        self._attach.setVisible(bool(paper.id))
        self._remove.setVisible(bool(paper.id))
        self._attached.setText(self.tr("Its scan is in the book.") if scanned else "")
        self._attached.setVisible(scanned)
        self._of_form.show()
        if focus:
            self._form.focus_first()

    def _close(self) -> None:
        self._of_form.hide()

    def _add(self) -> None:
        self._open(
            RentalPaper(rental_id=self._rental, kind=self._new.value, state=HAVE, on=self._desk.today), focus=True
        )

    def _save_it(self) -> None:
        wrong = self._form.first_wrong()
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        paper = self._form.gathered()
        self._does(lambda: self._form.begin(rental_papers.save(self._services.book, self._desk, paper)))

    def _ask_scan(self) -> None:
        path = self._services.ask.open_file(
            self.window(), self.tr("A scan"), self.tr("Scans (*.pdf *.png *.jpg *.jpeg)")
        )
        if path is not None:
            self.attach(self._form.paper, path)

    def _look_at(self) -> None:
        self.look.emit(self._form.paper)

    def _save_scan(self) -> None:
        services, number = self._services, self._form.paper.id
        scan = rental_papers.scan(services.book, number)
        if scan is None:
            return
        path = services.ask.save_file(self.window(), self.tr("Save the scan as"), scan.name, "")
        if path is not None and self._does(lambda: rental_papers.save_scan(services.book, number, path)):
            services.say(self.tr("Saved {name}.").format(name=path.name))

    def _detach_it(self) -> None:
        lost = self.tr("The scan leaves the book. Keep the file, or save it first.")
        if self._services.ask.sure(self.window(), lost, self.tr("Take it off")):
            self._does(lambda: rental_papers.detach(self._services.book, self._desk, self._form.paper.id))

    def _remove_it(self) -> None:
        paper = self._form.paper
        if self._does(lambda: rental_papers.remove(self._services.book, self._desk, paper.id)):
            said = self.tr("Removed: {what}.").format(what=_kinds()[paper.kind].words)
            self._services.offer_undo(said, lambda: self._bring_back(paper.id))

    def _bring_back(self, number: int) -> None:
        self._does(lambda: rental_papers.undo_remove(self._services.book, self._desk, number))

    def _does(self, operation: Callable[[], object]) -> bool:
        """Does it, and tells that something has changed, or what does not work; whether it worked."""
        try:
            operation()
        except (BookProblem, FileProblem) as problem:
            self._services.complain(str(problem))
            return False
        self.changed.emit()
        return True


class PaperForm(TypedForm):
    """One paper: whether it is there, its day, until when it holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.paper = RentalPaper()
        self._name = Words("", "title")
        self._help = quiet("")
        self._there = tick(self.tr("It is &here"))
        self._on = DayField(self.tr("Its day"), desk.today)
        self._until = DayField(self.tr("Holds until"), desk.today, ahead=_FAR, hint=self.tr("Last day, if it has one."))
        self._note = Field(self.tr("Note, or its number"))
        self.hold(on=self._on, until=self._until, note=self._note, there=self._there)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._name, self._help, FieldGrid((self._on, self._until, self._note)), self._there):
            column.addWidget(widget)

    def begin(self, paper: RentalPaper) -> None:
        """A paper to be filled in or changed."""
        self.paper = paper
        kind = _kinds()[paper.kind]
        self._name.setText(kind.words)
        self._help.setText(kind.help)
        self.put(
            {
                "on": written(paper.on),
                "until": written(paper.until),
                "note": paper.note or "",
                "there": YES if paper.state == HAVE else "",
            }
        )

    def gathered(self) -> RentalPaper:
        """The paper with what stands in the fields."""
        return replace(
            self.paper,
            on=self._on.value,
            until=self._until.value,
            note=self._note.value,
            state=HAVE if self._there.isChecked() else MISSING,
        )


def _dropped(event: QDropEvent) -> list[Path]:
    """The files that are carried over it."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
