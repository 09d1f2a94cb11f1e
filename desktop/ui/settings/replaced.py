"""The books that a backup has replaced: how many, how large, and taken away when nobody wants them any more."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.operations import replaced_books, rights
from desktop.operations.book import Book, BookProblem
from desktop.operations.replaced_books import ReplacedBook
from desktop.ui.page import Services
from desktop.ui.parts.buttons import danger
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import Card, quiet
from desktop.ui.sign_in.frame import when

_THREE_ROWS = 140
_MB = 1 << 20


class Replaced(Card):
    """A list of them; not there where there are none."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Replaced books"))
        self._services = services
        self._table: Table[ReplacedBook] = Table(
            self.tr("Replaced books"),
            [
                Column(self.tr("Replaced"), lambda book: when(book.at)),
                Column(self.tr("Size"), lambda book: f"{max(book.size / _MB, 0.1):.1f} MB", 110, right=True),
            ],
        )
        self._table.setFixedHeight(_THREE_ROWS)
        self.inside.addWidget(
            quiet(
                self.tr(
                    "When a backup is brought back, the book that it replaces is kept. After a while only the last few "
                    "are."
                )
            )
        )
        self.inside.addWidget(self._table)
        across = QHBoxLayout()
        across.addWidget(danger(self.tr("Take this one a&way"), self._taken))
        across.addStretch()
        self.inside.addLayout(across)

    def read(self, book: Book) -> None:
        """Which there are."""
        listed = replaced_books.listed(book)
        self.setVisible(bool(listed) and rights.may(book, rights.REPLACED))
        self._table.put(listed, first=True)

    def _taken(self) -> None:
        chosen, book = self._table.row, self._services.book
        if chosen is None:
            return
        words = self.tr("What only this book of {moment} holds is lost for good.").format(moment=when(chosen.at))
        if not self._services.ask.sure(self.window(), words, self.tr("Take it away")):
            return
        try:
            replaced_books.remove(book, chosen)
        except BookProblem as problem:
            self._services.complain(str(problem))
        self.read(book)
