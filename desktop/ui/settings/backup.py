"""Backups: the last one and one more now, the second place, whether all is whole, and bringing one back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.operations import backups, restoring, rights, verifying
from desktop.operations.backups import BackupSet, Made
from desktop.operations.book import Book
from desktop.operations.restoring import Chosen
from desktop.operations.unlocking import Secret
from desktop.operations.verifying import Found
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import primary, quiet_button, secondary
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.parts.worker import Report
from desktop.ui.settings.bring_back import BringBack, Bringing
from desktop.ui.settings.replaced import Replaced
from desktop.ui.sign_in.frame import when

T = TypeVar("T")

_WIDEST = 760


class BackupPart(QWidget):
    """What everybody sees of the backups; where they go and what is brought back is an owner's."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._busy = Busy()
        self._busy.hide()
        self._last, self._second, self._whole = Words(), Words(), Words()
        self._warning = Words("", tone="warn")
        self._forget = quiet_button(self.tr("Do not use it any more"), self._forgotten)
        self._back = BringBack(_bringing(services), self.tr("Bring back a backup"))
        self._replaced = Replaced(services)
        self._second_card = self._card_of_second()
        column = QVBoxLayout()
        column.setSpacing(theme.space(4))
        for card in (self._card_of_last(), self._second_card, self._card_of_whole(), self._back, self._replaced):
            column.addWidget(card)
        column.addStretch()
        inside = QWidget()  # as wide as the cards, or words that wrap in them would be given too little height
        inside.setMaximumWidth(_WIDEST)
        column.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(column)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, theme.space(4), theme.space(2), 0)
        across.addWidget(inside, 1000)
        across.addStretch(1)

    def read(self) -> None:
        """What there is now."""
        book = self._book
        listed = backups.listed(book)
        self._last.setText(
            self.tr("The last backup was made {moment}. Kept: {count}.").format(
                moment=when(listed[0].at), count=len(listed)
            )
            if listed
            else self.tr("There is no backup yet.")
        )
        self._show_second(book)
        self._second_card.setVisible(rights.may(book, rights.BACKUP_PLACE))
        self._back.setVisible(rights.may(book, rights.RESTORE))
        self._replaced.read(book)
        self._back.put(listed)

    @property
    def _book(self) -> Book:
        return self._services.book

    def _card_of_last(self) -> Card:
        card = Card(self.tr("Backups"))
        card.inside.addWidget(self._last)
        card.inside.addWidget(
            quiet(self.tr("One is made once a day and when you close Oxydesk, encrypted as the book itself is."))
        )
        card.inside.addWidget(self._busy)
        card.inside.addLayout(_row(primary(self.tr("&Back up now"), self._made)))
        return card

    def _card_of_second(self) -> Card:
        card = Card(self.tr("Second place"))
        card.inside.addWidget(self._second)
        card.inside.addWidget(self._warning)
        choose = secondary(self.tr("Choose a stick or &folder …"), self._chosen)
        card.inside.addLayout(_row(choose, self._forget))
        return card

    def _card_of_whole(self) -> Card:
        card = Card(self.tr("Is everything whole?"))
        card.inside.addWidget(
            quiet(self.tr("Once a week Oxydesk reads every page, paper and backup by itself, and tells what is wrong."))
        )
        card.inside.addWidget(self._whole)
        self._whole.hide()
        card.inside.addLayout(_row(secondary(self.tr("&Look now"), self._looked)))
        return card

    def _show_second(self, book: Book) -> None:
        second = backups.second(book)
        self._forget.setVisible(second is not None)
        warning = backups.warning(book) or ""
        if second is None:
            words = self.tr("None yet. A backup on this computer is lost with it: choose a stick or another disk.")
        elif second.seen is None:
            words = self.tr("{folder}: no backup lies there yet.").format(folder=second.folder)
        else:
            words = self.tr("{folder}: last backup there {moment}.").format(
                folder=second.folder, moment=when(second.seen)
            )
        if second is not None and second.there and second.same_disk:
            warning = warning or self.tr("It is on the same disk as the book, and would be lost with it.")
        elif second is not None and not second.there:
            words = self.tr("{words} It is not there now.").format(words=words)
        self._second.setText(words)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def _made(self) -> None:
        self._run(backups.make, self._told)

    def _told(self, made: Made) -> None:
        if made.second is not None:
            self._services.complain(made.second)
        elif made.in_second:
            self._services.say(self.tr("The backup is made, in both places."))
        else:
            self._services.say(self.tr("The backup is made."))

    def _chosen(self) -> None:
        folder = self._services.ask.folder(self.window(), self.tr("Where backups go, too"), "")
        if folder is not None:
            chosen: Path = folder
            self._run(lambda book, report: backups.choose_second(book, chosen, report), self._told)

    def _forgotten(self) -> None:
        words = self.tr("Backups that lie there stay. From now on there is one place only, on this computer.")
        if self._services.ask.sure(self.window(), words, self.tr("Do not use it any more")):
            backups.forget_second(self._book)
            self.read()

    def _looked(self) -> None:
        self._run(verifying.verify_now, self._found)

    def _found(self, found: tuple[Found, ...]) -> None:
        self._whole.setText("\n".join(each.words for each in found))
        self._whole.show()
        if verifying.whole(found):
            self._services.say(self.tr("Everything is whole."))
        else:
            self._services.complain(" ".join(each.words for each in found if each.wrong))

    def _run(self, work: Callable[[Book, Report], T], then: Callable[[T], object]) -> None:
        """Works elsewhere on the book, then shows what has become of it."""
        book = self._book

        def elsewhere(report: Report) -> T:
            with book.another() as other:
                return work(other, report)

        def over(result: T) -> None:
            self._busy.hide()
            self.read()
            then(result)

        def failed(words: str) -> None:
            self._busy.hide()
            self.read()
            self._services.complain(words)

        self._busy.tell(self.tr("One moment …"), None)
        self._busy.show()
        self._services.work.run_reporting(elsewhere, over, failed, self._busy.tell)


def _bringing(services: Services) -> Bringing:
    book = services.book

    def look(backup: BackupSet, typed: Secret | None) -> Chosen:
        with book.another() as other:
            return restoring.look(other, backup, typed, clock.now)

    return Bringing(look, lambda backup: restoring.is_own(book, backup), services.restore, services.ask, services.work)


def _row(*buttons: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    for button in buttons:
        across.addWidget(button)
    across.addStretch()
    return across
