"""A superbill being made: the form, what an insurer would send back of it, and the page as it prints.

Everything typed is kept as a draft of the book. It ends as an issued superbill, or as a receipt while the superbill is
forbidden or waits for what is missing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.core.finding import Finding, Severity, forbidden
from desktop.desk import Desk
from desktop.operations import composing, sale_lines
from desktop.operations.book import BookProblem
from desktop.operations.composing import Content, Opened, Whose
from desktop.operations.documents import RECEIPT, SUPERBILL
from desktop.ui.page import Page, Services
from desktop.ui.parts import theme
from desktop.ui.parts.keeper import Keeper
from desktop.ui.superbills.compose import finishing
from desktop.ui.superbills.compose.columns import Columns
from desktop.ui.superbills.compose.findings import FindingsColumn
from desktop.ui.superbills.compose.form import Form
from desktop.ui.superbills.compose.page_column import PageColumn
from desktop.ui.superbills.compose.top import Top
from desktop.ui.superbills.preview import Preview
from desktop.ui.ways import (
    FindCode,
    NewSuperbill,
    OpenDocument,
    OpenDraft,
    OpenSettings,
    PutOnSuperbill,
    ToPlace,
    Way,
)

if TYPE_CHECKING:  # loaded with the paper's libraries, when something is issued
    from desktop.operations.issuing import Issued
    from desktop.operations.receipt_instead import Given

T = TypeVar("T")

_LOOKED_AT_AFTER_MS = 15  # several keys of a scanner are one change


class ComposeView(Page):
    """Makes one superbill after the other; `document` is the draft that it stands for, once something is kept."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk, self._services = desk, services
        self._number: int | None = None
        self._kind = SUPERBILL
        self._whose = Whose()
        self._open = False
        self._findings: tuple[Finding, ...] = ()
        self._warm = self._awake = False
        self.form = Form(desk, services.book)
        self.findings = FindingsColumn(self._go_to_finding, self.form.named)
        self.page = PageColumn(desk, services)
        self._top = Top()
        self._keeper = Keeper(self, self._save)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOKED_AT_AFTER_MS)
        self._soon.timeout.connect(self._look_if_awake)
        self._place()
        self._connect()
        services.work.run(lambda: composing.warm(desk), self._warmed, services.complain)

    @property
    def preview(self) -> Preview:
        """The page as it prints."""
        return self.page.preview

    @property
    def draft(self) -> int | None:
        """The id of the draft that is composed; None before anything was kept."""
        return self._number

    def arrive(self, way: Way) -> None:
        """A new superbill, a draft as it was left, or what the finder found onto the one that is being made."""
        try:
            self._arrive(way)
        except BookProblem as problem:
            self._services.complain(str(problem))

    def back(self) -> bool:
        """Closes what a search shows; else nothing to go back from: the draft is kept."""
        return self.form.close_lists()

    def keep(self) -> None:
        """Saves at once what was typed; it is looked at again when somebody comes back to it."""
        self._keeper.keep()
        self._awake = False
        self.page.rest()

    def shown(self) -> None:
        """An empty one is begun where none is open."""
        if not self._open:
            self._show(composing.begin(self._services.book))
        elif not self._awake:
            self._look()

    def _arrive(self, way: Way) -> None:
        book = self._services.book
        if isinstance(way, OpenDraft):
            self._show(composing.open_draft(book, self._desk, way.draft))
            if not (way.field and self.form.go_to(way.field)):
                self._stand()
        elif isinstance(way, NewSuperbill):
            self._show(composing.begin(book, way.patient))
            if way.product is not None:
                self.form.lines.put_on(sale_lines.product_lines(book, self._desk, self.form.wire(), way.product))
            elif way.found is not None:
                self.form.lines.put_on(sale_lines.found_lines(self._desk, self.form.wire(), way.found))
            if way.patient is None or (way.product is None and way.found is None):
                self._stand()
        elif isinstance(way, PutOnSuperbill):
            self.shown()
            self._put_on(way)

    def _put_on(self, way: PutOnSuperbill) -> None:
        rows = self.form.lines.lines.rows
        if way.at is not None and way.at < len(rows):
            self.form.lines.recode(way.at, sale_lines.recoded(rows[way.at].request(), way.found))
        else:
            self.form.lines.put_on(sale_lines.found_lines(self._desk, self.form.wire(), way.found))

    def _show(self, opened: Opened) -> None:
        """Shows a superbill, after what was typed into the one before is kept."""
        self._keeper.keep()
        self._open = True
        self._number = opened.document.id if opened.document else None
        self._kind = opened.document.kind if opened.document else SUPERBILL
        self._whose = opened.whose
        self.form.fill(opened.content.wire, opened.content.form)
        self.form.verticalScrollBar().setValue(0)
        self._keeper.forget()
        self._top.entitle(receipt=self._kind == RECEIPT, corrects=opened.corrects)
        self._look()

    def _stand(self) -> None:
        """Where typing goes on: to the patient, else to what goes out of the door."""
        known = self.form.patient.summary()
        picker = self.form.lines.picker if known else self.form.patient.picker
        picker.edit.setFocus()

    def _edited(self) -> None:
        self._awake = True
        self._keeper.touch()
        self._soon.start()

    def _save(self) -> None:
        content = Content(self.form.wire(), self.form.beside())
        try:
            self._number = composing.keep(self._services.book, self._number, content, self._whose).id
        except BookProblem as problem:
            self._services.complain(str(problem))

    def _look_if_awake(self) -> None:
        if self._awake:
            self._look()

    def _look(self) -> None:
        """What would be sent back, and the page, of what stands there now."""
        self._soon.stop()
        self._awake = True
        self.form.money.reckon()
        if not self._warm:
            return
        self._findings = composing.findings(self._desk, self._kind, self.form.wire(), self.form.wrong())
        self.findings.show_findings(self._findings, begun=self.form.begun)
        never = next((each.words for each in self._findings if _forbids_for_ever(each)), "")
        self._top.allow(issue=not forbidden(self._findings), never=never)
        self._columns.entitle(self.findings, self._missing())
        receipt = bool(never) or self._kind == RECEIPT
        self.page.draw(RECEIPT if receipt else SUPERBILL, self.form.wire(), self._number)

    def _missing(self) -> str:
        """The word on the tab of what is missing, with how much that is."""
        stops = sum(each.severity is Severity.STOP for each in self._findings) if self.form.begun else 0
        return self.tr("To fix: {number}").format(number=stops) if stops else self.tr("What is missing")

    def _warmed(self, _nothing: object) -> None:
        self._warm = True
        if self._open and self._awake:
            self._look()

    def _patient_picked(self, patient: int) -> None:
        try:
            wire, self._whose = composing.for_patient(self._services.book, self.form.wire(), patient)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self.form.fill(wire, self.form.beside_the_people())
        self._edited()
        self._look()
        self._stand()

    def _new_patient(self, names: dict[str, str | None]) -> None:
        """Somebody who is not in the book; nothing of the patient who was chosen before stays."""
        wire = composing.for_new_patient(self._services.book, self.form.wire(), self._whose, names)
        self._whose = Whose()
        self.form.fill(wire, self.form.beside_the_people())
        self._edited()
        self._look()

    def _go_to_finding(self, finding: Finding) -> None:
        path = finding.field or ""
        if path.startswith("supplier."):
            self._services.go(OpenSettings("store"))
            return
        self._columns.bring(self.form)
        self.form.go_to(path)

    def _issue_it(self) -> None:
        """Numbers, prints and stores it in a worker, then leads to it."""
        self._look()
        if not self._top.may_issue:
            self._first_stop()
            return
        number = self._kept()
        if number is not None:
            book, desk = self._services.book, self._desk
            self._finish(lambda: finishing.issued(book, desk, number), self._issued)

    def _give_receipt(self) -> None:
        number = self._kept() if self._kind != RECEIPT and self._warm else None
        if number is not None:
            book, desk, wrong = self._services.book, self._desk, self.form.wrong()
            self._finish(lambda: finishing.given(book, desk, number, wrong), self._given)

    def _finish(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Runs what ends the draft. Until it is over nothing more can be typed, or asked for twice."""
        if not self._top.isEnabled():
            return
        self._stand_still(still=True)

        def over(result: T) -> None:
            self._stand_still(still=False)
            then(result)

        def problem(words: str) -> None:
            self._stand_still(still=False)
            self._services.complain(words)

        self._services.work.run(work, over, problem)

    def _stand_still(self, *, still: bool) -> None:
        for part in (self._top, self.form):
            part.setEnabled(not still)

    def _issued(self, issued: "Issued") -> None:
        if issued.done:
            self._done(issued.document.id)
        elif issued.problem:
            self._services.complain(issued.problem)
        else:
            self.findings.show_findings(issued.findings, begun=True)

    def _given(self, given: "Given") -> None:
        if given.receipt is None:
            self._services.complain(" ".join(given.stops))
            return
        self._done(given.receipt.id)
        if given.waits is not None:
            self._services.say(self.tr("The superbill waits for what is missing; it stands on the waiting-for list."))

    def _put_on_list(self) -> None:
        """Onto the waiting-for list with what is missing."""
        from desktop.operations import waiting  # noqa: PLC0415 -- start-up time

        number = self._kept()
        if number is None:
            return
        try:
            waiting.put(self._services.book, number, self._findings)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self._leave()
        self._services.go(ToPlace("counter"))
        self._services.say(self.tr("It stands on the waiting-for list."))

    def _kept(self) -> int | None:
        """Keeps what is typed, in the book's own rows too; the draft's id, or None where the book cannot be written."""
        from desktop.operations import remembering  # noqa: PLC0415 -- not before something is finished

        book, wire = self._services.book, self.form.wire()
        try:
            self._whose = remembering.remember(book, wire, self._whose, self.form.touched())
        except BookProblem as problem:
            self._services.complain(str(problem))
            return None
        self._keeper.touch()
        self._keeper.keep()
        return self._number

    def _first_stop(self) -> None:
        stop = next((each for each in self.findings.shown if each.severity is Severity.STOP), None)
        if stop is not None:
            self._services.complain(stop.words)
            self._go_to_finding(stop)

    def _done(self, document: int) -> None:
        self._leave()
        self._services.go(OpenDocument(document))

    def _leave(self) -> None:
        """Forgets what is shown: it has become something else, or was thrown away."""
        self._keeper.forget()
        self._soon.stop()
        self._open = False
        self._number = None

    def _drop(self) -> None:
        number = self._number
        if number is None:
            self._show(composing.begin(self._services.book))
            self._stand()
            return
        self._keeper.keep()
        try:
            composing.drop(self._services.book, number)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self._leave()
        self.shown()
        self._stand()
        self._services.offer_undo(self.tr("Dropped the draft."), lambda: self._undrop(number))

    def _undrop(self, number: int) -> None:
        composing.undo_drop(self._services.book, number)
        self._services.go(OpenDraft(number))

    def _row_removed(self, name: str, request: dict[str, Any], place: int) -> None:
        self._services.offer_undo(self.tr("Taken off the superbill."), lambda: self.form.put_back(name, request, place))

    def _find_code(self, words: str) -> None:
        self.keep()
        payer = self.form.wire()["payer"]["kind"]
        self._services.go(FindCode(words=words, payer=payer))

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.patient_picked.connect(self._patient_picked)
        self.form.new_patient.connect(self._new_patient)
        self.form.removed.connect(self._row_removed)
        self.form.lines.wanted.connect(self._find_code)
        self._top.issue.connect(self._issue_it)
        self._top.receipt.connect(self._give_receipt)
        self._top.wait.connect(self._put_on_list)
        self._top.drop.connect(self._drop)
        for keys, then in (
            ("Ctrl+Return", self._issue_it),
            ("Ctrl+Enter", self._issue_it),
            ("F9", self._give_receipt),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(then)

    def _place(self) -> None:
        self._columns = Columns(
            [
                (self.tr("Form"), self.form),
                (self.tr("What is missing"), self.findings),
                (self.tr("The page"), self.page),
            ]
        )
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(3))
        self.column.addWidget(self._top)
        self.column.addWidget(self._columns, 1)
        self._columns.room_changed.connect(self._make_room)
        self._make_room(self._columns.room)

    def _make_room(self, columns: int) -> None:
        """Buttons and what forbids stay in sight, but where there is room for one column only."""
        if columns == 1:
            self.form.put_on_top(self._top)
        else:
            self.column.insertWidget(0, self._top)


def _forbids_for_ever(finding: Finding) -> bool:
    """Whether nothing that could be typed takes this away: the plan itself forbids it."""
    return finding.field == "payer.kind" and finding.severity is Severity.STOP
