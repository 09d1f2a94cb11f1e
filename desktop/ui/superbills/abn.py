"""The sheet of what to write in Medicare's ABN form for a paper: its reasons chosen, its page shown, printed, saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations import copies
from desktop.operations.copies import Sheet
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, secondary
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import Flow
from desktop.ui.parts.labelled import Field, tick
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.superbills import words
from desktop.ui.superbills.beside import Beside, clear
from desktop.ui.superbills.delivery import Delivery
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.preview import Preview


class _Reason(QWidget):
    """A tick whose words wrap."""

    def __init__(self, box: QCheckBox, said: str) -> None:
        super().__init__()
        label = Words(said)
        label.setBuddy(box)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(label, 1)


class AbnView(QWidget):
    """Shows the sheet of the paper that `open` is asked for."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._document = Document()
        self._pdf = b""
        self._head = Words("", "heading")
        self._findings = QVBoxLayout()
        self._reasons: dict[str, QCheckBox] = {}
        self._card = Card(self.tr("Why Medicare may not pay"))
        self._ticks = QVBoxLayout()
        self.own = Field(self.tr("&Another reason"), hint=self.tr("In words that the patient knows."))
        self.own.left.connect(self._draw)
        self.preview = Preview(services.work, services.complain, kind="abn")
        self._delivery = Delivery(services)
        self._place()

    def open(self, document: Document) -> None:
        """Shows the sheet of a paper."""
        self._document, self._pdf = document, b""
        self._head.setText(self.tr("For the ABN form · {name}").format(name=words.name_of(document)))
        self.own.put("")
        book, number = self._services.book, document.id

        def work() -> dict[str, str]:
            with book.another() as another:
                return copies.abn_reasons(another, number)

        self._services.work.run(work, self._show_reasons, self._services.complain, kind="abn-reasons")

    def back(self) -> bool:
        """Takes the field of the password away, if it is there."""
        return self._delivery.close_card()

    def print_it(self) -> None:
        """Prints the sheet."""
        if self._pdf:
            title = self.tr("ABN sheet {name}").format(name=words.name_of(self._document))
            self._delivery.print_pdfs([self._pdf], title)

    def _place(self) -> None:
        self._card.inside.addWidget(quiet(self.tr("Without a choice, the sheet takes the reason of the sale itself.")))
        self._card.inside.addLayout(self._ticks)
        self._card.inside.addWidget(self.own)
        buttons = QWidget()
        flow = Flow(buttons, theme.space(2))
        self._print = primary(self.tr("Print"), self.print_it)
        self._print.setToolTip("Ctrl+P")
        flow.addWidget(self._print)
        self._save = secondary(self.tr("&Save as …"), self._save_it, drawing="save")
        flow.addWidget(self._save)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._head)
        column.addWidget(buttons)
        column.addWidget(self._delivery)
        first = QWidget()
        down = QVBoxLayout(first)
        down.setContentsMargins(0, 0, 0, 0)
        down.addLayout(self._findings)
        down.addWidget(self._card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Beside(above, first, self.preview, 380))

    def _show_reasons(self, reasons: dict[str, str]) -> None:
        clear(self._ticks)
        self._reasons = {}
        for reason, said in reasons.items():
            box = tick("")
            box.setAccessibleName(said)
            box.toggled.connect(lambda _on: self._draw())
            self._reasons[reason] = box
            self._ticks.addWidget(_Reason(box, said))
        self._print.setFocus()
        self._draw()

    def _draw(self) -> None:
        chosen = tuple(reason for reason, box in self._reasons.items() if box.isChecked())
        own = self.own.text or None
        book, desk, number = self._services.book, self._desk, self._document.id

        def work() -> Sheet:
            with elsewhere(book, desk) as (own_book, own_desk):
                return copies.abn_sheet(own_book, own_desk, number, chosen, own)

        self._services.work.run(work, self._drawn, self._services.complain, kind="abn-sheet")

    def _drawn(self, sheet: Sheet) -> None:
        same = bool(self._pdf)
        self._pdf = sheet.pdf
        clear(self._findings)
        for finding in sheet.findings:
            self._findings.addWidget(FindingRow(finding))
        for button in (self._print, self._save):
            button.setEnabled(sheet.may_go_out)
        self.preview.show_pdf(self._pdf, same_place=same)

    def _save_it(self) -> None:
        if self._pdf:
            self._delivery.save(self._pdf, copies.abn_name(self._document))
