"""About: which Oxydesk and which edition of the codes this is, where the store's files lie, whose work is in it, and
one key that copies what a support call needs. A part of the settings; a window of its own before the store.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QSysInfo, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core.codes import Catalogue
from desktop.core.version import VERSION
from desktop.operations import about
from desktop.operations.book import Book
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.words import Card, Words, quiet

_WIDEST = 760
_LIST_HEIGHT, _TEXT_HEIGHT = 180, 260


@dataclass(frozen=True, slots=True)
class About:
    """What is told of: the folder of all files; the catalog once it is there; the book while it is open."""

    home: Path
    catalogue: Catalogue | None
    book: Book | None


class AboutPart(QWidget):
    """`say` tells in passing that something was copied; `to_backup` leads to where a backup is made, if it does."""

    def __init__(
        self, told: About, say: Callable[[str], object], to_backup: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._told, self._say = told, say
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        for card in (self._card_of_program(), self._card_of_files(to_backup), Licenses()):
            column.addWidget(card)
        column.addStretch()
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        inside.setLayout(column)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, theme.space(4), theme.space(2), 0)
        across.addWidget(inside, 1000)
        across.addStretch(1)

    def _card_of_program(self) -> Card:
        card = Card(self.tr("Oxydesk {version}").format(version=VERSION))
        catalogue = self._told.catalogue
        if catalogue is not None:
            words = self.tr("Codes: {edition}, in force since {day}.")
            day = catalogue.as_of.isoformat()
            card.inside.addWidget(Words(words.format(edition=catalogue.edition, day=day)))
        card.inside.addWidget(
            quiet(
                self.tr(
                    "For a support call: versions, sizes, counts and days are copied; no name, nothing of a patient."
                )
            )
        )
        card.inside.addLayout(_row(primary(self.tr("&Copy for support (Ctrl+F1)"), self._copied)))
        return card

    def _card_of_files(self, to_backup: Callable[[], object] | None) -> Card:
        card = Card(self.tr("Where things lie"))
        home = self._told.home
        card.inside.addWidget(Words(self.tr("The book and all that Oxydesk writes: {folder}").format(folder=home)))
        card.inside.addWidget(Words(self.tr("Backups: {folder}").format(folder=about.backups_folder(home))))
        card.inside.addWidget(
            quiet(self.tr("Removing the program leaves this folder as it is. A backup is made under Settings, Backup."))
        )
        buttons = [
            secondary(self.tr("&Open the folder"), self._opened),
            quiet_button(self.tr("Copy its &name"), self._folder_copied),
        ]
        if to_backup is not None:
            buttons.append(quiet_button(self.tr("To the &backups"), to_backup))
        card.inside.addLayout(_row(*buttons))
        return card

    def _copied(self) -> None:
        self._say(copy_for_support(self, self._told))

    def _opened(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._told.home)))

    def _folder_copied(self) -> None:
        QGuiApplication.clipboard().setText(str(self._told.home))
        self._say(self.tr("Copied."))


class Licenses(Card):
    """Whose work is in the program: a list, and below it the license of the one that was chosen."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("About", "Whose work is in it"))
        self._parts: tuple[about.Part, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("License"))
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.hide()
        self.list.itemActivated.connect(self._shown)
        self.list.itemClicked.connect(self._shown)
        self.inside.addWidget(quiet(self.tr("Enter shows the license.")))
        self.inside.addWidget(self.list)
        self.inside.addWidget(self.text)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """The list is read when somebody sees it for the first time."""
        super().showEvent(event)
        if not self._parts:
            self._parts = about.parts()
            self.list.addItems([f"{part.name} {part.version}".strip() + f"  ·  {part.license}" for part in self._parts])

    def _shown(self) -> None:
        part = self._parts[self.list.currentRow()]
        self.text.setPlainText(about.license_text(part) or part.license)
        self.text.show()
        self.text.setFocus()


class AboutWindow(QDialog):
    """The same, over a page before the store. Esc closes it."""

    def __init__(self, window: QWidget, told: About) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Oxydesk"))
        self.setStyleSheet(theme.sheet())
        self._said = Words()
        copy = QShortcut(QKeySequence("Ctrl+F1"), self)
        copy.activated.connect(lambda: self._said.setText(copy_for_support(self, told)))
        column = QVBoxLayout(self)
        column.addWidget(scrolling(AboutPart(told, self._said.setText)), 1)
        column.addLayout(_row(self._said, secondary(self.tr("C&lose"), self.accept)))
        self.resize(window.size() * 0.8)
        self.finished.connect(window.activateWindow)


def copy_for_support(window: QWidget, told: About) -> str:
    """Copies what a support call needs; the sentence that says so."""
    screen = (
        ("System", f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}"),
        ("Qt", QLibraryInfo.version().toString()),
        ("Screen", f"{round(window.devicePixelRatioF() * 100)} %"),
    )
    QGuiApplication.clipboard().setText(about.for_support(told.home, screen, told.catalogue, told.book))
    return QCoreApplication.translate("About", "Copied for a support call. Nothing of a patient is in it.")


def _row(*widgets: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch()
    return across
