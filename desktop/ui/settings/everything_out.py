"""Everything out: what will be in the folder, where to, the password once more, how far it is, and the folder."""

import threading
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.operations import takeout
from desktop.operations.takeout import Planned, Taken
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, secondary
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.parts.worker import Report
from desktop.ui.sign_in.frame import PasswordField

_WIDEST = 760
_SIX_ROWS = 220

Row = tuple[str, int]


class EverythingOut(QWidget):
    """An owner's alone. Locking or closing the store stops it, and then nothing is left in the folder."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._folder: Path | None = None
        self._taken: Path | None = None
        self._stop = threading.Event()
        self._rows: Table[Row] = Table(
            self.tr("What will be in it"),
            [
                Column(self.tr("What will be in it"), lambda row: row[0]),
                Column(self.tr("Rows"), lambda row: QLocale().toString(row[1]), 110, right=True),
            ],
        )
        self._rows.setFixedHeight(_SIX_ROWS)
        self._planned, self._chosen, self._said = Words(), Words(), Words()
        self._warning = Words("", tone="warn")
        self._password = PasswordField(
            self.tr("Your &password, once more"), needed=self.tr("Type the password that you have signed in with.")
        )
        self._password.edit.returnPressed.connect(self._go)
        self._choose = secondary(self.tr("Choose a &folder …"), self._choose_folder)
        self._begin = primary(self.tr("&Take everything out"), self._go)
        self._busy = Busy(self.tr("One moment …"), self._stop_it)
        self._show = secondary(self.tr("&Show the folder"), self._shown)
        column = QVBoxLayout()
        column.setSpacing(theme.space(4))
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card())
        column.addStretch()
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        inside.setLayout(column)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, theme.space(4), theme.space(2), 0)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        for hidden in (self._warning, self._busy, self._said, self._show):
            hidden.hide()
        self._password.setVisible(takeout.asks_password(services.book))

    def read(self) -> None:
        """What there is now."""
        book = self._services.book

        def planned() -> Planned:
            with book.another() as other:
                return takeout.planned(other)

        self._services.work.run(planned, self._put, self._services.complain, kind="everything out")

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The window closes: what is under way stops."""
        if event.type() == QEvent.Type.Close:
            self._stop.set()
        return super().eventFilter(of, event)

    def _card(self) -> Card:
        card = Card(self.tr("Take everything out"))
        card.inside.addWidget(
            quiet(
                self.tr(
                    "All that is in the book, in a folder of files that any program opens: tables for a spreadsheet "
                    "(CSV) and as JSON, every issued paper as PDF, every scan, and a page that says what is what."
                )
            )
        )
        card.inside.addWidget(self._rows)
        card.inside.addWidget(self._planned)
        card.inside.addWidget(
            Words(
                self.tr(
                    "Nothing of it is encrypted: whoever has the folder can read every patient's data. Keep it on a "
                    "stick or disk that is itself encrypted. That it was taken out is noted."
                ),
                tone="warn",
            )
        )
        card.inside.addLayout(_row(self._choose))
        for widget in (self._chosen, self._warning, self._password):
            card.inside.addWidget(widget)
        card.inside.addLayout(_row(self._begin))
        card.inside.addWidget(self._busy)
        card.inside.addWidget(self._said)
        card.inside.addLayout(_row(self._show))
        self._chosen.hide()
        return card

    def _put(self, planned: Planned) -> None:
        self._rows.put([row for row in planned.rows if row[1]], first=True)
        words = self.tr("{papers} issued papers and {scans} scans; about {size} in all.")
        size = QLocale().formattedDataSize(planned.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        self._planned.setText(words.format(papers=planned.papers, scans=planned.scans, size=size))

    def _choose_folder(self) -> None:
        folder = self._services.ask.folder(self.window(), self.tr("Where everything is written to"), "")
        if folder is None:
            return
        self._folder = folder
        self._chosen.setText(self.tr("A new folder is made in {folder}.").format(folder=folder))
        self._chosen.show()
        warning = takeout.warning(folder) or ""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def _go(self) -> None:
        if not self._busy.isHidden():
            return
        if self._folder is None:
            self._choose_folder()
        if self._folder is None or not self._sure():
            return
        self._begin_in(self._folder)

    def _sure(self) -> bool:
        """Whether the password was typed, and a folder that comes to other computers is wanted all the same."""
        if takeout.asks_password(self._services.book) and not self._password.secret:
            self._services.complain(self.tr("Type your password first, the one that you have signed in with."))
            self._password.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        warning = self._warning.text()
        return not warning or self._services.ask.sure(self.window(), warning, self.tr("Write it there all the same"))

    def _begin_in(self, folder: Path) -> None:
        self._stop = stop = threading.Event()
        self.destroyed.connect(lambda *_gone: stop.set())
        self.window().installEventFilter(self)
        book, password = self._services.book, self._password.secret
        self._password.put("")

        def work(report: Report) -> Taken | None:
            with book.another() as other:
                takeout.prove(other, password)
                return takeout.take_out(other, folder, report, lambda: not stop.is_set())

        self._taken = None
        self._said.hide()
        self._show.hide()
        self._busy.tell(self.tr("One moment …"), None)
        self._under_way(now=True)
        self._services.work.run_reporting(work, self._over, self._failed, self._busy.tell)

    def _stop_it(self) -> None:
        self._stop.set()

    def _over(self, taken: Taken | None) -> None:
        self._under_way(now=False)
        if taken is None:
            self._tell(self.tr("Stopped. Nothing was left in the folder."))
            return
        self._taken = taken.folder
        words = self.tr(
            "Everything is in {folder}: {files} files, {rows} rows of tables. README.txt says what is what."
        )
        number = QLocale().toString
        self._tell(words.format(folder=taken.folder, files=number(taken.counts.files), rows=number(taken.counts.rows)))
        self._show.show()
        self._show.setFocus(Qt.FocusReason.OtherFocusReason)
        self._services.say(self.tr("Everything is taken out."))

    def _failed(self, words: str) -> None:
        self._under_way(now=False)
        self._services.complain(words)

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _under_way(self, *, now: bool) -> None:
        for button in (self._begin, self._choose):
            button.setEnabled(not now)
        self._busy.setVisible(now)
        if now:
            self._busy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> None:
        if self._taken is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._taken)))


def _row(button: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    across.addWidget(button)
    across.addStretch()
    return across
