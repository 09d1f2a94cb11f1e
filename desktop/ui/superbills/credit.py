"""A return or refund: what came back of a paper, what is given back for it, and the credit that names the original."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.book.rows import Document
from desktop.core import entry, money
from desktop.core.finding import Finding
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.documents import CREDIT, Content
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button
from desktop.ui.parts.finding_row import FindingRow
from desktop.ui.parts.form import FieldGrid, Flow
from desktop.ui.parts.keeper import Keeper
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.words import Card, Words
from desktop.ui.superbills import words
from desktop.ui.superbills.beside import Beside, clear
from desktop.ui.superbills.credit_lines import BackRow
from desktop.ui.superbills.elsewhere import elsewhere
from desktop.ui.superbills.preview import Preview
from desktop.ui.ways import OpenDocument

if TYPE_CHECKING:  # start-up time: reportlab; it is loaded in the worker
    from desktop.operations.crediting import Looked
    from desktop.operations.issuing import Issued

_LOOKED_MS = 200
_PATH = re.compile(r"(?P<list>lines|other_charges)\[(?P<place>\d+)\]\.(?P<field>\w+)")
_TEXTS = ("reason", "tax", "method", "refund", "reference")


class CreditView(QWidget):
    """Writes a credit: `begin` for an issued paper, `open` for a half-made one. What is typed is kept at once."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._draft: Document | None = None
        self._wire: dict[str, Any] = {}
        self._reading = False
        self._lines: list[BackRow] = []
        self._charges: list[BackRow] = []
        self._head = Words("", "heading")
        self._rows = QVBoxLayout()
        self._findings = QVBoxLayout()
        self.fields = {
            "reason": Field(self.tr("W&hy it came back"), hint=self.tr("A few words: broken, too loud, not needed.")),
            "tax": Field(self.tr("Ta&x given back"), reads=entry.money),
            "refund": Field(self.tr("Paid bac&k"), reads=entry.money, hint=self.tr("Empty: nothing yet.")),
            "method": Field(self.tr("&Method"), hint=self.tr("Like card, cash, check.")),
            "reference": Field(self.tr("Re&ference"), hint=self.tr("If there is one.")),
        }
        self._all = quiet_button(self.tr("Pay all of it back"), self._pay_all)
        self._total = money.ZERO
        self._issue = primary(self.tr("Issue the credit"), self._issue_it, shortcut="Ctrl+Return")
        self.preview = Preview(services.work, services.complain, kind="credit")
        self._keeper = Keeper(self, self._save)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOKED_MS)
        self._later.timeout.connect(self._look)
        for field in self.fields.values():
            field.edited.connect(self._edited)
        self._place()

    @property
    def original(self) -> int | None:
        """The paper that things come back from."""
        return self._draft.of if self._draft else None

    def begin(self, document: Document) -> None:
        """Opens the half-made credit of an issued paper, or a new one."""
        book, number = self._services.book, document.id

        def work() -> tuple[Document, Content]:
            from desktop.operations import crediting  # noqa: PLC0415 -- start-up time: reportlab

            with book.another() as another:
                return crediting.begin(another, number)

        self._services.work.run(work, lambda begun: self._show(*begun), self._services.complain, kind="credit-begun")

    def open(self, draft: Document) -> None:
        """Shows a half-made credit as it was left."""
        self._show(draft, documents.content(self._services.book, draft.id))

    def keep(self) -> None:
        """Saves at once what was typed."""
        self._keeper.keep()

    def _show(self, draft: Document, held: Content) -> None:
        self._draft, self._wire = draft, dict(held.wire)
        self._reading = True
        original = self._wire["original"]
        self._head.setText(self.tr("Credit for {number}").format(number=original["number"]))
        self._fill_rows(original)
        typed = held.form or _typed_of(self._wire)
        for rows, name in ((self._lines, "lines"), (self._charges, "charges")):
            for place, row in enumerate(rows):
                row.put(typed.get(name, {}).get(str(place), row.typed))
        for name in _TEXTS:
            self.fields[name].put(str(typed.get(name) or ""))
        self.fields["tax"].setVisible(bool(money.parse(original.get("tax") or "0.00")))
        self._reading = False
        self._look()
        (self._lines or self._charges)[0].box.setFocus()

    def _place(self) -> None:
        card = Card(self.tr("What came back"))
        self._rows.setSpacing(theme.space(3))
        card.inside.addLayout(self._rows)
        card.inside.addWidget(self.fields["reason"])
        card.inside.addWidget(self.fields["tax"])
        paid = Card(self.tr("What is paid back"))
        paid.inside.addWidget(FieldGrid(*(self.fields[name] for name in ("refund", "method", "reference"))))
        paid.inside.addWidget(self._all)
        buttons = QWidget()
        flow = Flow(buttons, theme.space(2))
        flow.addWidget(self._issue)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        self._findings.setSpacing(theme.space(2))
        column.addLayout(self._findings)
        column.addWidget(card)
        column.addWidget(paid)
        above = QWidget()
        over = QVBoxLayout(above)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(theme.space(3))
        over.addWidget(self._head)
        over.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Beside(above, form, self.preview, 420))

    def _fill_rows(self, original: Mapping[str, Any]) -> None:
        clear(self._rows)
        self._lines = [_line_row(line) for line in original["lines"]]
        charges = original.get("other_charges", [])
        self._charges = [BackRow(charge["description"] or charge["amount"], "", None) for charge in charges]
        for row in (*self._lines, *self._charges):
            row.edited.connect(self._edited)
            self._rows.addWidget(row)

    def _edited(self) -> None:
        if not self._reading:
            self._keeper.touch()
            self._later.start()

    def _save(self) -> None:
        """Keeps what is typed; with the first key the credit comes into the book."""
        if self._draft is None:
            return
        self._wire = self._gathered()
        book, content = self._services.book, Content(self._wire, self._typed())
        if self._draft.id:
            documents.keep(book, self._draft.id, content)
        else:
            self._draft = documents.begin(book, CREDIT, documents.whose(self._draft), content, self._draft.of)

    def _gathered(self) -> dict[str, Any]:
        """The request as far as it can be said."""
        tax, refund = self.fields["tax"].value, self.fields["refund"].value
        back = {
            "lines": [
                {"line": place, "units": max(row.count, 1), "amount": row.wire}
                for place, row in enumerate(self._lines)
                if row.came_back
            ],
            "other_charges": [
                {"charge": place, "amount": row.wire} for place, row in enumerate(self._charges) if row.came_back
            ],
            "tax": money.plain(tax) if tax is not None else None,
            "refunds": [self._refund(refund)] if refund is not None else [],
        }
        return self._wire | {"reason": self.fields["reason"].text or None, "returned": back}

    def _refund(self, amount: Any) -> dict[str, Any]:
        return {
            "on": self._desk.today.isoformat(),
            "method": self.fields["method"].text or None,
            "amount": money.plain(amount),
            "reference": self.fields["reference"].text or None,
        }

    def _typed(self) -> dict[str, Any]:
        return {
            "lines": {str(place): row.typed for place, row in enumerate(self._lines)},
            "charges": {str(place): row.typed for place, row in enumerate(self._charges)},
            **{name: self.fields[name].edit.text() for name in _TEXTS},
        }

    def _look(self) -> None:
        book, desk, wire = self._services.book, self._desk, self._gathered()

        def work() -> "Looked":
            from desktop.operations import crediting  # noqa: PLC0415 -- start-up time: reportlab

            with elsewhere(book, desk) as (_book, own_desk):
                return crediting.looked_at(own_desk, wire)

        self._services.work.run(work, self._looked, self._services.complain, kind="credit-looked")

    def _looked(self, looked: "Looked") -> None:
        clear(self._findings)
        for finding in looked.findings:
            self._findings.addWidget(FindingRow(finding, self._go_to))
        if looked.problem:
            self._findings.addWidget(Words(looked.problem, tone="stop"))
        self._total = looked.total
        wrong = any(row.came_back and not row.count for row in self._lines)
        self._issue.setEnabled(looked.may_be_issued and not wrong)
        if looked.pdf is not None:
            self.preview.show_pdf(looked.pdf, same_place=True)

    def _go_to(self, finding: Finding) -> None:
        path = finding.field or ""
        match = _PATH.fullmatch(path)
        if match:
            rows = self._lines if match["list"] == "lines" else self._charges
            chosen = [row for row in rows if row.came_back]
            chosen[int(match["place"])].stand_in(match["field"])
        elif path == "lines":
            (self._lines or self._charges)[0].box.setFocus()
        else:
            name = {"reason": "reason", "tax": "tax"}.get(path, "method" if "method" in path else "refund")
            self.fields[name].control.setFocus()

    def _pay_all(self) -> None:
        self.fields["refund"].put(money.plain(self._total))
        self.fields["method"].control.setFocus()

    def _issue_it(self) -> None:
        if self._draft is None:
            return
        self._keeper.touch()
        self._keeper.keep()
        book, desk, number = self._services.book, self._desk, self._draft.id

        def work() -> "Issued":
            from desktop.operations import issuing  # noqa: PLC0415 -- start-up time: reportlab

            with elsewhere(book, desk) as (own_book, own_desk):
                return issuing.issue(own_book, own_desk, number)

        self._issue.setEnabled(False)
        self._services.work.run(work, self._issued, self._services.complain)

    def _issued(self, issued: "Issued") -> None:
        if issued.done:
            self._keeper.forget()
            self._services.say(self.tr("Issued {number}.").format(number=words.name_of(issued.document)))
            self._services.go(OpenDocument(issued.document.id))
        else:
            self._services.complain(issued.problem or " ".join(finding.words for finding in issued.findings))
            self._look()


def _line_row(line: Mapping[str, Any]) -> BackRow:
    parts = (line.get("maker"), line.get("model"), line.get("serial"))
    said = " ".join(part for part in parts if part) or str(line.get("code") or "")
    return BackRow(said, " ".join((line.get("code") or "", *line["modifiers"])), line["units"])


def _typed_of(wire: Mapping[str, Any]) -> dict[str, Any]:
    """What would have been typed for a request that was not made on this page."""
    back = wire["returned"]
    lines = {
        str(line["line"]): {"back": True, "units": line["units"], "amount": line["amount"] or ""}
        for line in back["lines"]
    }
    charges = {
        str(charge["charge"]): {"back": True, "amount": charge["amount"] or ""} for charge in back["other_charges"]
    }
    refund = (back["refunds"] or [{}])[0]
    return {
        "lines": lines,
        "charges": charges,
        "reason": wire.get("reason"),
        "tax": back["tax"],
        "refund": refund.get("amount"),
        "method": refund.get("method"),
        "reference": refund.get("reference"),
    }
