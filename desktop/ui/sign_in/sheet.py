"""The recovery code on a sheet: printed or saved, and typed back to prove that somebody has it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import files
from desktop.operations import audit
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.words import Words, code_label
from desktop.ui.parts.worker import Workers

_FILE = "Oxydesk recovery sheet.pdf"


class RecoverySheet(QWidget):
    """Shows a code that was just made. `typed` tells what was typed back; `later`, that it was put off."""

    typed = Signal(str)
    later = Signal()
    out = Signal(str)
    """It was printed or saved, in the audit's word."""

    def __init__(self, code: str, store: str, ask: Ask, work: Workers) -> None:
        super().__init__()
        self._code, self._store, self._ask, self._work = code, store, ask, work
        self._said = Words("", tone="stop")
        self._said.hide()
        self._typed = Field(
            self.tr("&Type the code from the sheet"),
            hint=self.tr("Small letters and blanks are fine. So you know that the sheet can be read."),
        )
        self._typed.edit.returnPressed.connect(self._proved)
        self._done = primary(self.tr("I have it"), self._proved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        groups = code.split("-")
        for row in (groups[: len(groups) // 2], groups[len(groups) // 2 :]):
            column.addWidget(code_label("  ".join(row), "title"))
        on_paper = QHBoxLayout()
        on_paper.addWidget(secondary(self.tr("Print the sheet"), self._print, drawing="print"))
        on_paper.addWidget(secondary(self.tr("Save it as PDF …"), self._save, drawing="save"))
        on_paper.addStretch()
        column.addLayout(on_paper)
        column.addWidget(self._typed)
        column.addWidget(self._said)
        end = QHBoxLayout()
        end.addWidget(self._done)
        end.addStretch()
        end.addWidget(quiet_button(self.tr("Later"), self.later.emit))
        column.addLayout(end)

    def focus_first(self) -> None:
        """Typing goes into the line for the code."""
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, tone: str = "stop") -> None:
        """Says what was done, or what did not work."""
        self._done.setEnabled(True)
        self._said.setText(words)
        self._said.setProperty("tone", tone)
        self._said.style().polish(self._said)
        self._said.show()

    @property
    def said(self) -> str:
        """What it says."""
        return "" if self._said.isHidden() else self._said.text()

    def _proved(self) -> None:
        if not self._done.isEnabled():
            return
        if not self._typed.text:
            self.say(self.tr("Type the code from the sheet, or choose Later."))
            return
        self._done.setEnabled(False)
        self.typed.emit(self._typed.text)

    def _print(self) -> None:
        printer = self._ask.printer(self.window(), self.tr("Print the recovery sheet"))
        if printer is None:
            return
        printer.setDocName(_FILE.removesuffix(".pdf"))
        code, store = self._code, self._store

        def work() -> bool:
            from desktop.ui.superbills.printing import print_papers  # noqa: PLC0415 -- start-up time: QtPdf

            return print_papers(printer, [_drawn(code, store)], lambda _done: None, lambda: False)

        self._work.run(
            work, lambda _whole: self._out(audit.PRINTED, self.tr("The sheet went to the printer.")), self.say
        )

    def _save(self) -> None:
        path = self._ask.save_file(self.window(), self.tr("Save as"), _FILE, self.tr("PDF (*.pdf)"))
        if path is not None:
            code, store = self._code, self._store
            done = self.tr("Saved {name} in {folder}.").format(name=path.name, folder=path.parent)
            self._work.run(
                lambda: files.save(path, _drawn(code, store)), lambda _none: self._out(audit.SAVED, done), self.say
            )

    def _out(self, what: str, words: str) -> None:
        self.say(words, "ok")
        self.out.emit(what)


def _drawn(code: str, store: str) -> bytes:
    from desktop.operations import recovery_sheet  # noqa: PLC0415 -- start-up time: reportlab

    return recovery_sheet.draw(code, store)
