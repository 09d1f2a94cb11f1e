"""A superbill being made: the form, what an insurer would send back of it, and the page as it prints.

Everything typed is kept as a draft of the book. It ends as an issued superbill, or as a receipt while the superbill is
forbidden or waits for what is missing.
"""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.core.finding import Finding, Severity, forbidden
from desktop.desk import Desk
from desktop.operations import composing, rental_service, sale_lines
from desktop.operations.book import BookProblem
from desktop.operations.composing import Opened, Whose
from desktop.operations.documents import RECEIPT, SUPERBILL
from desktop.ui.page import Page, Services
from desktop.ui.parts import theme
from desktop.ui.superbills.compose.columns import Columns
from desktop.ui.superbills.compose.draft import DraftBehind
from desktop.ui.superbills.compose.findings import FindingsColumn
from desktop.ui.superbills.compose.finishing import Finishing
from desktop.ui.superbills.compose.form import Form
from desktop.ui.superbills.compose.page_column import PageColumn
from desktop.ui.superbills.compose.top import Top
from desktop.ui.superbills.preview import Preview
from desktop.ui.ways import FindCode, NewSuperbill, OpenDraft, OpenSettings, PutOnSuperbill, ToPlace, Way

_LOOKED_AT_AFTER_MS = 15  # several keys of a scanner are one change


class ComposeView(Page):
    """Makes one superbill after the other; `document` is the draft that it stands for, once something is kept."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk, self._services = desk, services
        self._findings: tuple[Finding, ...] = ()
        self._warm = self._warming = self._awake = False
        self.form = Form(desk, services.book)
        self.findings = FindingsColumn(self._go_to_finding, self.form.named)
        self.page = PageColumn(desk, services)
        self._top = Top()
        self._draft = DraftBehind(services, self.form)
        self._finishing = Finishing(self, desk, services)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOKED_AT_AFTER_MS)
        self._soon.timeout.connect(self._look_if_awake)
        self._place()
        self._connect()

    @property
    def preview(self) -> Preview:
        """The page as it prints."""
        return self.page.preview

    @property
    def draft(self) -> int | None:
        """The id of the draft that is composed; None before anything was kept."""
        return self._draft.number

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
        self._draft.keep()
        self._awake = False
        self.page.rest()

    def shown(self) -> None:
        """An empty one is begun where none is open."""
        if not self._draft.open:
            self._show(composing.begin(self._services.book))
        elif not self._awake:
            self.form.name_supplier(composing.supplier(self._services.book))
            self._look_soon()  # whoever comes with a way to another one has that looked at alone

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
        self._warm_up()
        self._draft.show(opened)
        self._top.entitle(receipt=self._draft.kind == RECEIPT, corrects=opened.corrects)
        self._look()

    def _stand(self) -> None:
        """Where typing goes on: to the patient, else to what goes out of the door."""
        known = self.form.patient.summary()
        picker = self.form.lines.picker if known else self.form.patient.picker
        picker.edit.setFocus()

    def _edited(self) -> None:
        self._draft.touch()
        self._look_soon()

    def _look_soon(self) -> None:
        self._awake = True
        self._soon.start()

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
        self._findings = composing.findings(self._desk, self._draft.kind, self.form.wire(), self.form.wrong())
        self.findings.show_findings(self._findings, begun=self.form.begun)
        never = next((each.words for each in self._findings if _forbids_for_ever(each)), "")
        self._top.allow(issue=not forbidden(self._findings), never=never)
        self._columns.entitle(self.findings, self._missing())
        receipt = bool(never) or self._draft.kind == RECEIPT
        self.page.draw(RECEIPT if receipt else SUPERBILL, self.form.wire(), self._draft.number)

    def _missing(self) -> str:
        """The word on the tab of what is missing, with how much that is."""
        stops = sum(each.severity is Severity.STOP for each in self._findings) if self.form.begun else 0
        return self.tr("To fix: {number}").format(number=stops) if stops else self.tr("What is missing")

    def _warm_up(self) -> None:
        """Not before the first superbill: it takes room."""
        if not self._warming:
            self._warming = True
            self._services.work.run(lambda: composing.warm(self._desk), self._warmed, self._services.complain)

    def _warmed(self, _nothing: object) -> None:
        self._warm = True
        if self._draft.open and self._awake:
            self._look()

    def _patient_picked(self, patient: int) -> None:
        try:
            wire, self._draft.whose = composing.for_patient(self._services.book, self.form.wire(), patient)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self.form.fill(wire, self.form.beside_the_people())
        self._edited()
        self._look()
        self._stand()

    def _new_patient(self, names: dict[str, str | None]) -> None:
        """Somebody who is not in the book; nothing of the patient who was chosen before stays."""
        wire = composing.for_new_patient(self._services.book, self.form.wire(), self._draft.whose, names)
        self._draft.whose = Whose()
        self.form.fill(wire, self.form.beside_the_people())
        self._edited()
        self._look()

    def _go_to_finding(self, finding: Finding) -> None:
        path = finding.field or ""
        if path.startswith("supplier."):
            self._services.go(OpenSettings("store", path.removeprefix("supplier.")))
            return
        self._columns.bring(self.form)
        self.form.go_to(path)

    def _issue_it(self) -> None:
        """Numbers, prints and stores it; else it leads to what is missing."""
        self._look()
        if not self._top.may_issue:
            self._first_stop()
            return
        number = self._draft.remembered()
        if number is not None:
            self._finishing.issue(number)

    def _give_receipt(self) -> None:
        number = self._draft.remembered() if self._draft.kind != RECEIPT and self._warm else None
        if number is not None:
            self._finishing.give(number, self.form.wrong())

    def _stand_still(self, still: bool) -> None:  # noqa: FBT001 -- a signal's value
        """Until it is over nothing more can be typed."""
        for part in (self._top, self.form):
            part.setEnabled(not still)

    def _put_on_list(self) -> None:
        """Onto the waiting-for list with what is missing."""
        if self._draft.waits(self._findings):
            self._soon.stop()
            self._services.go(ToPlace("counter"))
            self._services.say(self.tr("It stands on the waiting-for list."))

    def _first_stop(self) -> None:
        stop = next((each for each in self.findings.shown if each.severity is Severity.STOP), None)
        if stop is not None:
            self._services.complain(stop.words)
            self._go_to_finding(stop)

    def _leave(self) -> None:
        self._draft.leave()
        self._soon.stop()

    def _drop(self) -> None:
        number = self._draft.drop()
        if number is None and self._draft.number is not None:
            return
        self._soon.stop()
        self._show(composing.begin(self._services.book))
        self._stand()
        if number is not None:
            self._services.offer_undo(self.tr("Dropped the draft."), lambda: self._undrop(number))

    def _undrop(self, number: int) -> None:
        composing.undo_drop(self._services.book, number)
        self._services.go(OpenDraft(number))

    def _row_removed(self, name: str, request: dict[str, Any], place: int) -> None:
        self._draft.keep()
        number = self._draft.number
        self._services.offer_undo(
            self.tr("Taken off the superbill."), lambda: self._put_back(number, name, request, place)
        )

    def _put_back(self, number: int | None, name: str, request: dict[str, Any], place: int) -> None:
        """A row comes back onto the superbill that it was taken off, not onto another that is open by now."""
        if number is not None and number != self._draft.number:
            self._services.go(OpenDraft(number))
        if number == self._draft.number:
            self.form.put_back(name, request, place)

    def _find_code(self, words: str) -> None:
        self.keep()
        payer = self.form.wire()["payer"]["kind"]
        known = rental_service.answers(self._services.book, self._desk, self._draft.whose.patient_id)
        self._services.go(FindCode(words=words, payer=payer, answers=known))

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
        self._finishing.still.connect(self._stand_still)
        self._finishing.left.connect(self._leave)
        self._finishing.stopped.connect(lambda found: self.findings.show_findings(found, begun=True))
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
