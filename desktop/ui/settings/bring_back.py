"""Bringing back a backup: which there are, what is in one, and the book of that day in the place of today's."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.operations import backups, unlocking
from desktop.operations.backups import BackupSet, Contents
from desktop.operations.unlocking import Secret
from desktop.ui.page import Services
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import danger, quiet_button, secondary
from desktop.ui.parts.labelled import Field
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.sign_in.frame import PasswordField, when

_SIX_ROWS = 220
_MB = 1 << 20


class BringBack(Card):
    """A list of backups; the one that is chosen is opened and told of before anything can be replaced."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Bring back a backup"))
        self._services = services
        self._open: tuple[BackupSet, str] | None = None
        self._table: Table[BackupSet] = Table(
            self.tr("Backups"),
            [
                Column(self.tr("Made"), lambda backup: when(backup.at)),
                Column(self.tr("Size"), _size, 110, right=True),
            ],
        )
        self._table.setFixedHeight(_SIX_ROWS)
        self._table.picked.connect(lambda _backup: self._shut())
        self._table.opened.connect(lambda _backup: self._look())
        self._name = Field(self.tr("Name of that &day"))
        self._password = PasswordField(self.tr("&Password of that day"))
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
        self._ask_password(now=False)
        self._busy.hide()
        self._shut()

    def put(self, listed: list[BackupSet]) -> None:
        """Shows these backups."""
        self._table.put(listed, first=True)
        self._shut()

    def _shut(self) -> None:
        self._open = None
        self._said.hide()
        self._replace.hide()

    def _ask_password(self, *, now: bool) -> None:
        for field in (self._name, self._password):
            field.setVisible(now)

    def _elsewhere(self) -> None:
        folder = self._services.ask.folder(self.window(), self.tr("The folder with the backups"), "")
        if folder is None:
            return
        chosen = folder
        self._services.work.run(lambda: backups.inside(chosen), self.put, self._services.complain)

    def _look(self) -> None:
        backup, own = self._table.row, self._services.book.key
        if backup is None or own is None:
            return
        typed = Secret(self._name.text or None, self._password.secret) if self._password.isVisibleTo(self) else None
        self._password.put("")

        def opened() -> tuple[str, Contents]:
            key = own if typed is None else unlocking.key_of_backup(backup, typed)
            return key, backups.contents(backup, key)

        def wrong(words: str) -> None:
            self._busy.hide()
            other = typed is None and not backups.is_own(backup, own)
            self._ask_password(now=other or typed is not None)
            self._say(self.tr("It is another store's, or of another day: type a password of it.") if other else words)

        self._busy.show()
        self._services.work.run(opened, lambda result: self._show(backup, *result), wrong)

    def _show(self, backup: BackupSet, key: str, contents: Contents) -> None:
        self._busy.hide()
        self._ask_password(now=False)
        self._open = backup, key
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

    def _replaced(self) -> None:
        if self._open is None:
            return
        backup, key = self._open
        words = self.tr(
            "What was done since {moment} is no longer in the book. The book of now is kept in a folder of its own."
        ).format(moment=when(backup.at))
        if self._services.ask.sure(self.window(), words, self.tr("Bring this one back")):
            self._services.restore(backup, key)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()


def _size(backup: BackupSet) -> str:
    return f"{max(backup.book.size / _MB, 0.1):.1f} MB"
