"""The book encrypted anew: offered when a user was removed, and at any time."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.operations import re_encrypting
from desktop.operations.book import BookProblem
from desktop.ui.page import Services
from desktop.ui.parts.buttons import secondary
from desktop.ui.parts.words import Card, quiet


class ReEncrypting(Card):
    """What it is for, and the button."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Encrypt the book anew"))
        self._services = services
        self.inside.addWidget(
            quiet(
                self.tr(
                    "Whoever could once open the book and kept a copy of its files could read a later copy, too. "
                    "Encrypted anew, it has another key; everybody who may sign in goes on as before. Backups from "
                    "before stay under the old key until they are not kept any more."
                )
            )
        )
        across = QHBoxLayout()
        across.addWidget(secondary(self.tr("Encrypt it anew"), self._asked))
        across.addStretch()
        self.inside.addLayout(across)

    def offer(self, name: str) -> None:
        """Asks at once: this user was removed."""
        self._ask(
            self.tr("{name} may have kept a copy of the store's files that their password opens.").format(name=name)
        )

    def _asked(self) -> None:
        self._ask(self.tr("The book gets another key."))

    def _ask(self, why: str) -> None:
        book, does = self._services.book, self.tr("Encrypt it anew now")
        about = self.tr("about %n second(s)", "", re_encrypting.seconds(book.folder))
        words = self.tr(
            "{why} Encrypt the book anew now? It takes {about}; the store is closed meanwhile, and you sign in again."
        )
        if not self._services.ask.sure(self.window(), words.format(why=why, about=about), does):
            return
        try:
            self._services.re_encrypt(re_encrypting.asked(book))
        except BookProblem as problem:
            self._services.complain(str(problem))
