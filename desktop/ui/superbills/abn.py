"""The sheet of what to write in Medicare's ABN form for a paper: its reasons chosen, its page shown, printed, saved.

What was chosen and typed for a paper is there again whenever its sheet is opened.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations import copies, drafts
from desktop.operations.copies import Sheet
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, secondary
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import Flow
from desktop.ui.parts.keeper import Keeper
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
        self._keeper = Keeper(self, self._save_choice)
        self.own.edited.connect(self._keeper.touch)
        self._chosen: list[str] = []
        self.preview = Preview(services.work, services.complain, kind="abn")
        self._delivery = Delivery(services)
        self._place()

    def open(self, document: Document) -> None:
        """Shows the sheet of a paper."""
        self.keep()
        self._document, self._pdf = document, b""
        self._delivery.things = [(document.kind, document.id)]
        self._head.setText(self.tr("For the ABN form · {name}").format(name=words.name_of(document)))
        book, number = self._services.book, document.id
        kept = drafts.take_up(book, self._key) or {}
        self.own.put(kept.get("own", ""))
        self._chosen = kept.get("reasons", [])
        self._keeper.forget()  # it is there already

        def work() -> dict[str, str]:
            with book.another() as another:
                return copies.abn_reasons(another, number)

        self._services.work.run(work, self._show_reasons, self._services.complain, kind="abn-reasons")

    def keep(self) -> None:
        """Saves at once what was chosen and typed."""
        self._keeper.keep()

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
            box.setChecked(reason in self._chosen)
            box.toggled.connect(lambda _on: self._toggled())
            self._reasons[reason] = box
            self._ticks.addWidget(_Reason(box, said))
        self._print.setFocus()
        self._draw()

    @property
    def _key(self) -> str:
        return f"abn/{self._document.id}"

    def _save_choice(self) -> None:
        choice = {"reasons": self._chosen, "own": self.own.text}
        if any(choice.values()):
            drafts.keep(self._services.book, self._key, choice)
        else:
            drafts.drop(self._services.book, self._key)

    def _toggled(self) -> None:
        self._chosen = [reason for reason, box in self._reasons.items() if box.isChecked()]
        self._keeper.touch()
        self._draw()

    def _draw(self) -> None:
        chosen, own = tuple(self._chosen), self.own.text or None
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
