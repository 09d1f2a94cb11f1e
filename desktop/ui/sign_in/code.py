"""The recovery code of a store that has just got its first owner: on paper, typed back, or put off."""

from collections.abc import Callable

from desktop.operations import store, users
from desktop.operations.book import Book
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.worker import Workers
from desktop.ui.sign_in.frame import BeforeStore
from desktop.ui.sign_in.sheet import RecoverySheet


class CodePage(BeforeStore):
    """Shows the code once; `on` leads into the store."""

    def __init__(self, book: Book, code: str, on: Callable[[], object], ask: Ask, work: Workers) -> None:
        super().__init__(
            self.tr("The recovery sheet"),
            self.tr(
                "If your password is forgotten, this code opens the store, and nothing else does. "
                "Print it and keep it where you keep money. It is shown this once."
            ),
        )
        kept = store.read(book)
        self.sheet = RecoverySheet(code, kept.dba or kept.legal_name or "", ask, work)
        self.sheet.typed.connect(
            lambda typed: work.run(lambda: _prove(book, typed), lambda _none: on(), self.sheet.say)
        )
        self.sheet.later.connect(on)
        self.card.inside.addWidget(self.sheet)

    def shown(self) -> None:
        """Typing goes into the line for the code."""
        self.sheet.focus_first()


def _prove(book: Book, typed: str) -> None:
    with book.another() as other:
        users.prove_recovery(other, typed)
