"""A page on its way out: to a printer, or into a file, with a password too. How far it is, and a way to stop it."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.operations import audit, copies
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import quiet_button, secondary
from desktop.ui.parts.labelled import Field, tick
from desktop.ui.parts.words import Card
from desktop.ui.parts.worker import Report

FOLDER = "superbills/folder"
_WIDEST = 460


class Delivery(QWidget):
    """Prints and saves; shows its progress and the field of a password where it stands."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._stop = threading.Event()
        self._pdf, self._name = b"", ""
        self.things: Sequence[audit.Thing] = ()
        """What goes out, for the audit."""
        self._busy = Busy("", self._stop.set)
        self.password = Field(self.tr("&Password"), edit=QLineEdit(), hint=self.tr("Oxydesk does not keep it."))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._open = tick(self.tr("Sho&w it"))
        self._open.toggled.connect(self._show_password)
        self._card = self._made_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._busy)
        column.addWidget(self._card)
        self._busy.hide()
        self._card.hide()
        self._settle()

    @property
    def is_asking(self) -> bool:
        """Whether it asks for a password."""
        return not self._card.isHidden()

    def print_pdfs(self, pdfs: Sequence[bytes], title: str) -> None:
        """Asks for a printer and prints these pages in one go."""
        printer = self._services.ask.printer(self.window(), self.tr("Print {title}").format(title=title))
        if printer is None:
            return
        printer.setDocName(title)
        self._stop = stop = threading.Event()
        book, things = self._services.book, list(self.things)

        def work(report: Report) -> bool:
            from desktop.ui.superbills.printing import print_papers  # noqa: PLC0415 -- start-up time: QtPdf

            whole = print_papers(printer, pdfs, lambda done: report(title, done), stop.is_set)
            with book.another() as another:
                audit.note_each(another, audit.PRINTED, things, {"name": title, "whole": whole})
            return whole

        self._tell(self.tr("Printing {title} …").format(title=title), 0)
        self._services.work.run_reporting(
            work,
            lambda whole: self._printed(title, whole=whole),
            self._wrong,
            lambda _words, done: self._tell(self.tr("Printing {title} …").format(title=title), done),
        )

    def save(self, pdf: bytes, name: str, password: str = "") -> None:
        """Asks where, and writes the page there, whole or not at all."""
        services = self._services
        remembered = services.preferences.text(FOLDER)
        path = services.ask.save_file(
            self.window(), self.tr("Save as"), str(Path(remembered) / name), self.tr("PDF (*.pdf)")
        )
        if path is None:
            return
        services.preferences.remember(FOLDER, str(path.parent))
        book, things = services.book, list(self.things)

        def work() -> None:
            copies.write(pdf, path, password)
            with book.another() as another:
                audit.note_each(another, audit.SAVED, things, {"name": str(path), "password": bool(password)})

        services.work.run(work, lambda _none: self._saved(path), self._wrong)

    def ask_password(self, pdf: bytes, name: str) -> None:
        """Shows the field of a password; Enter there saves."""
        self._pdf, self._name = pdf, name
        self.password.put("")
        self.password.say(None)
        self._open.setChecked(False)
        self._card.show()
        self._settle()
        self.password.edit.setFocus()

    def close_card(self) -> bool:
        """Takes the field away and forgets what was typed; whether it was there."""
        was = self.is_asking
        self.password.put("")
        self._card.hide()
        self._settle()
        return was

    def _made_card(self) -> Card:
        card = Card(self.tr("Save a copy that asks for a password"))
        card.setMaximumWidth(_WIDEST)
        self.password.edit.returnPressed.connect(self._save_with_password)
        self.password.edit.setMaxLength(120)
        card.inside.addWidget(self.password)
        card.inside.addWidget(self._open)
        across = QHBoxLayout()
        across.setSpacing(theme.space(2))
        across.addWidget(secondary(self.tr("Save as …"), self._save_with_password, drawing="save"))
        across.addWidget(quiet_button(self.tr("Cancel"), self.close_card))
        across.addStretch(1)
        card.inside.addLayout(across)
        return card

    def _show_password(self, shown: bool) -> None:  # noqa: FBT001 -- a signal's value
        echo = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.edit.setEchoMode(echo)

    def _save_with_password(self) -> None:
        password = self.password.edit.text()
        if not password:
            self.password.say(self.tr("Type the password that opens the copy."))
            return
        pdf, name = self._pdf, self._name
        self.close_card()
        self.save(pdf, name, password)

    def _saved(self, path: Path) -> None:
        self._services.say(self.tr("Saved {name} in {folder}.").format(name=path.name, folder=path.parent))

    def _printed(self, title: str, *, whole: bool) -> None:
        self._busy.hide()
        self._settle()
        done = self.tr("{title} went to the printer.") if whole else self.tr("Printing of {title} was stopped.")
        self._services.say(done.format(title=title))

    def _wrong(self, words: str) -> None:
        self._busy.hide()
        self._settle()
        self._services.complain(words)

    def _tell(self, words: str, done: float) -> None:
        self._busy.tell(words, done)
        self._busy.show()
        self._settle()

    def _settle(self) -> None:
        self.setVisible(not (self._busy.isHidden() and self._card.isHidden()))
