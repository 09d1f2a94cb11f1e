"""A superbill being made: the form, what an insurer would send back of it, and the page as it prints.

Everything typed is kept as a draft of the book. It ends as an issued superbill, or as a receipt while the superbill is
forbidden or waits for what is missing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.finding import Finding, Severity, forbidden
from desktop.desk import Desk
from desktop.operations import composing, sale_lines
from desktop.operations.book import BookProblem
from desktop.operations.composing import Content, Opened, Whose
from desktop.operations.documents import RECEIPT, SUPERBILL
from desktop.ui.page import Page, Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.form import Flow
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.words import Card, Words, heading, section
from desktop.ui.superbills.compose.columns import Columns
from desktop.ui.superbills.compose.findings import FindingsColumn
from desktop.ui.superbills.compose.form import Form
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
    from desktop.operations.receipt_instead import Given

_LOOKED_AT_AFTER_MS = 15  # several keys of a scanner are one change
_NO_PLAN_YET = "payer.kind"


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
        self._drawing = self._draw_again = False
        self.form = Form(desk, services.book)
        self.findings = FindingsColumn(self._go_to_finding, self.form.named)
        self.preview = Preview(services.work, services.complain, kind="compose-page")
        self._keeper = Keeper(self, self._save)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOKED_AT_AFTER_MS)
        self._soon.timeout.connect(self._look_if_awake)
        self._never, self._never_words = Card(kind="stop"), Words()
        self._of_receipt = False
        self._place()
        self._connect()
        services.work.run(lambda: composing.warm(desk), self._warmed, services.complain)

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
        self._entitle()
        self._look()

    def _stand(self) -> None:
        """Where typing goes on: to the patient, else to what goes out of the door."""
        known = self.form.patient.summary()
        picker = self.form.lines.picker if known else self.form.patient.picker
        picker.edit.setFocus()

    def _entitle(self) -> None:
        receipt = self._kind == RECEIPT
        self._title.setText(self.tr("Receipt") if receipt else self.tr("Superbill"))
        self._instead.setVisible(not receipt)
        self._wait.setVisible(not receipt)

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
        self._issue.setEnabled(not forbidden(self._findings))
        self._say_forbidden()
        self._draw()

    def _say_forbidden(self) -> None:
        """Says at once that this plan forbids a superbill, wherever one looks."""
        never = [each for each in self._findings if each.field == _NO_PLAN_YET and each.severity is Severity.STOP]
        self._never.setVisible(bool(never))
        self._never_words.setText(never[0].words if never else "")
        self._of_receipt = bool(never) or self._kind == RECEIPT
        self._page_title.setText(
            self.tr("The receipt as it prints") if self._of_receipt else self.tr("The page as it prints")
        )

    def _draw(self) -> None:
        """Draws the page elsewhere; what changes meanwhile is drawn after it, so that the newest is shown."""
        if self._drawing:
            self._draw_again = True
            return
        from desktop.operations import previewing  # noqa: PLC0415 -- start-up time: reportlab, warm by now

        kind = RECEIPT if self._of_receipt else SUPERBILL
        try:
            draw = previewing.page(self._services.book, self._desk, kind, self.form.wire(), self._number)
        except previewing.NotRight:
            return  # a finding says so already
        self._drawing = True
        self._services.work.run(draw, self._drawn, self._not_drawn)

    def _drawn(self, pdf: bytes) -> None:
        self._drawing = False
        self.preview.show_pdf(pdf, same_place=True)
        self._draw_what_changed()

    def _not_drawn(self, words: str) -> None:
        self._drawing = False
        self._services.complain(words)
        self._draw_what_changed()

    def _draw_what_changed(self) -> None:
        again, self._draw_again = self._draw_again, False
        if again and self._awake:
            self._draw()

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
        self.form.fill(wire, self.form.beside())
        self._edited()
        self._look()
        self._stand()

    def _go_to_finding(self, finding: Finding) -> None:
        path = finding.field or ""
        if path.startswith("supplier."):
            self._services.go(OpenSettings("store"))
            return
        self._columns.bring(self.form)
        self.form.go_to(path)

    def _issue_it(self) -> None:
        """Numbers, prints and stores it, and leads to it."""
        from desktop.operations import issuing  # noqa: PLC0415 -- start-up time: reportlab, warm by now

        self._look()
        if not self._issue.isEnabled():
            self._first_stop()
            return
        number = self._kept()
        if number is None:
            return
        try:
            issued = issuing.issue(self._services.book, self._desk, number)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        if issued.done:
            self._done(issued.document.id)
        elif issued.problem:
            self._services.complain(issued.problem)
        else:
            self.findings.show_findings(issued.findings, begun=True)

    def _give_receipt(self) -> None:
        from desktop.operations import receipt_instead  # noqa: PLC0415 -- start-up time: reportlab, warm by now

        if self._kind == RECEIPT:
            return
        number = self._kept()
        if number is None:
            return
        try:
            given = receipt_instead.give(self._services.book, self._desk, number, self.form.wrong())
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        self._given(given)

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

        try:
            self._whose = remembering.remember(self._services.book, self.form.wire(), self._whose)
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
        self.form.removed.connect(self._row_removed)
        self.form.lines.wanted.connect(self._find_code)
        for keys, then in (
            ("Ctrl+Return", self._issue_it),
            ("Ctrl+Enter", self._issue_it),
            ("F9", self._give_receipt),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(then)

    def _place(self) -> None:
        self._title = heading("")
        self._issue = primary(self.tr("Issue"), self._issue_it)
        self._issue.setToolTip(self.tr("Ctrl+Enter"))
        self._issue.setEnabled(False)
        self._instead = secondary(self.tr("Receipt now (F9)"), self._give_receipt, drawing="receipt")
        self._wait = secondary(self.tr("Wait for what is missing"), self._put_on_list, drawing="waiting")
        self._drop_it = quiet_button(self.tr("Drop"), self._drop, drawing="delete")
        self._place_never()
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(0, 0, 0, 0)
        self._page_title = section("")
        down.addWidget(self._page_title)
        down.addWidget(self.preview, 1)
        self._columns = Columns(
            [(self.tr("Form"), self.form), (self.tr("What is missing"), self.findings), (self.tr("The page"), page)]
        )
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(3))
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(theme.space(3))
        top.addWidget(_flow([self._title, self._issue, self._instead, self._wait, self._drop_it]))
        top.addWidget(self._never)
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

    def _place_never(self) -> None:
        self._never.setProperty("ground", "stop")
        self._make_receipt = secondary(self.tr("Make a receipt instead (F9)"), self._give_receipt, drawing="receipt")
        self._never.inside.addWidget(self._never_words)
        self._never.inside.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        self._never.inside.setSpacing(theme.space(2))
        self._never.inside.addWidget(self._make_receipt)
        self._never.hide()


def _flow(widgets: Sequence[QWidget]) -> QWidget:
    row = QWidget()
    flow = Flow(row, theme.space(2))
    for widget in widgets:
        flow.addWidget(widget)
    return row
