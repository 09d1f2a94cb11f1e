"""Bringing back a backup: which there are, what is in one, and the book of that day in the place of today's."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.operations import backups
from desktop.operations.backups import BackupSet
from desktop.operations.restoring import Chosen
from desktop.operations.unlocking import Secret
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import danger, quiet_button, secondary
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.parts.worker import Workers
from desktop.ui.sign_in.frame import PasswordField, when

_SIX_ROWS = 220
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Bringing:
    """What the card asks and tells. `look` opens a backup, in a worker: with what was typed, or (None) without, where
    somebody has signed in; `is_own` says whether that is enough; `restore` begins."""

    look: Callable[[BackupSet, Secret | None], Chosen]
    is_own: Callable[[BackupSet], bool]
    restore: Callable[[Chosen], object]
    ask: Ask
    work: Workers


class BringBack(Card):
    """A list of backups; the one that is chosen is opened and told of before anything can be replaced."""

    def __init__(self, bringing: Bringing, title: str = "") -> None:
        super().__init__(title)
        self._bringing = bringing
        self._open: Chosen | None = None
        self._table: Table[BackupSet] = Table(
            self.tr("Backups"),
            [
                Column(self.tr("Made"), lambda backup: when(backup.at)),
                Column(self.tr("Size"), _size, 110, right=True),
            ],
        )
        self._table.setFixedHeight(_SIX_ROWS)
        self._table.picked.connect(lambda _backup: self._picked())
        self._table.opened.connect(lambda _backup: self._look())
        self._name = Field(self.tr("Name of that &day"))
        self._password = PasswordField(
            self.tr("&Password of that day"), hint=self.tr("Or the code from the recovery sheet of that day.")
        )
        self._password.edit.returnPressed.connect(self._look)
        self._said = Words()
        self._busy = Busy(self.tr("Opening the backup …"))
        self._replace = danger(self.tr("B&ring this one back"), self._replaced)
        self.inside.addWidget(
            quiet(self.tr("The book of that day takes the place of today's, which is kept in a folder of its own."))
        )
        self.inside.addWidget(self._table)
        across = QHBoxLayout()
        across.addWidget(secondary(self.tr("What is &in it?"), self._look))
        across.addWidget(quiet_button(self.tr("Backups in another folder …"), self._elsewhere))
        across.addStretch()
        self.inside.addLayout(across)
        for widget in (self._name, self._password, self._busy, self._said, self._replace):
            self.inside.addWidget(widget)
        self._busy.hide()
        self._picked()

    def put(self, listed: list[BackupSet]) -> None:
        """Shows these backups."""
        self._table.put(listed, first=True)
        self._picked()

    def put_name(self, name: str) -> None:
        """Who was here last."""
        self._name.put(name)

    def _picked(self) -> None:
        self._open = None
        self._said.hide()
        self._replace.hide()
        backup = self._table.row
        for field in (self._name, self._password):
            field.setVisible(backup is not None and not self._bringing.is_own(backup))

    def _elsewhere(self) -> None:
        folder = self._bringing.ask.folder(self.window(), self.tr("The folder with the backups"), "")
        if folder is not None:
            chosen = folder
            self._bringing.work.run(lambda: backups.inside(chosen), self.put, self.wrong)

    def _look(self) -> None:
        backup, bringing = self._table.row, self._bringing
        if backup is None or not self._busy.isHidden():
            return
        typed = None if bringing.is_own(backup) else Secret.typed(self._name.text, self._password.secret)
        self._password.put("")
        self._busy.show()
        bringing.work.run(lambda: bringing.look(backup, typed), self._show, self.wrong)

    def wrong(self, words: str) -> None:
        """Says what did not work."""
        self._busy.hide()
        self._say(words)

    def _show(self, chosen: Chosen) -> None:
        self._busy.hide()
        self._open, contents = chosen, chosen.contents
        words = self.tr(
            "{store}, {moment}: {patients} patients, {papers} papers (the last is {number}), {half} half-made. "
            "Who could sign in: {users}. Passwords are those of that day, too."
        )
        self._say(
            words.format(
                store=contents.store or self.tr("A store without a name"),
                moment=when(contents.at),
                patients=contents.patients,
                papers=contents.papers,
                number=contents.last_number or "–",
                half=contents.half_made,
                users=", ".join(contents.users),
            )
        )
        self._replace.show()
        self._replace.setFocus(Qt.FocusReason.OtherFocusReason)  # so that it is scrolled to, with the words above it

    def _replaced(self) -> None:
        if self._open is None:
            return
        words = self.tr(
            "What was done since {moment} is no longer in the book. The book of now is kept in a folder of its own."
        ).format(moment=when(self._open.backup.at))
        if self._bringing.ask.sure(self.window(), words, self.tr("Bring this one back")):
            self._bringing.restore(self._open)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()


def _size(backup: BackupSet) -> str:
    return f"{max(backup.book.size / _MB, 0.1):.1f} MB"
