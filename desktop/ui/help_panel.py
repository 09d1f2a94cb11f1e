"""The help beside a page (F1): what the page is for and its keys, from `resources/help`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import files
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button
from desktop.ui.parts.words import section

if TYPE_CHECKING:  # start-up time: texts are shown when somebody asks for them
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextBrowser

_WIDTH = 320
_MOST = 16_777_215  # Qt: as wide as it likes
_FALLBACK = "en"


class HelpPanel(QFrame):
    """The panel; `close_it` is called by its own button."""

    def __init__(self, close_it: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setAccessibleName(self.tr("Help"))
        self._text: QTextBrowser | None = None
        self._typed_in: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(section(self.tr("Help")), 1)
        head.addWidget(icon_button(self.tr("Close the help"), "close", close_it))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(4), theme.space(3), theme.space(3), theme.space(3))
        self._column.addLayout(head)
        self.fill(instead=False)
        self.hide()

    def fill(self, *, instead: bool) -> None:
        """Stands beside the page, or instead of it where both have no room."""
        self.setMinimumWidth(1 if instead else _WIDTH)
        self.setMaximumWidth(_MOST if instead else _WIDTH)

    def tell(self, place: str) -> None:
        """Shows the help of a place."""
        browser = self._browser()
        browser.setMarkdown(text_of(place, QLocale().name()))
        _space_out(browser.document())

    @property
    def words(self) -> str:
        """What it says now."""
        return self._browser().toPlainText()

    def take_focus(self) -> None:
        """So that the arrow keys scroll it."""
        self._typed_in = QApplication.focusWidget()
        self._browser().setFocus()

    def give_back(self, front: QWidget | None) -> None:
        """Typing goes on where it was when the help was opened, else at the front."""
        before, self._typed_in = self._typed_in, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        elif front is not None:
            front.setFocus()

    def _browser(self) -> "QTextBrowser":
        """What shows the text, made when it is first needed."""
        if self._text is None:
            from PySide6.QtWidgets import QTextBrowser  # noqa: PLC0415 -- start-up time

            self._text = QTextBrowser()
            self._text.setOpenExternalLinks(False)
            self._text.setOpenLinks(False)
            self._text.setAccessibleName(self.tr("Help of this page"))
            self._column.addWidget(self._text, 1)
        return self._text


def _space_out(document: "QTextDocument") -> None:
    """Puts room between the paragraphs: Qt sets them one under the other."""
    from PySide6.QtGui import QTextBlockFormat, QTextCursor  # noqa: PLC0415 -- start-up time

    room = QTextBlockFormat()
    room.setBottomMargin(theme.space(2))
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            cursor.mergeBlockFormat(room)
        block = block.next()


def text_of(place: str, locale: str) -> str:
    """The help of a place in the language of a locale (`es_US`), in English where there is none."""
    there = set(files.resource_names(f"help/{locale.split('_', maxsplit=1)[0]}", ".md"))
    name = f"help/{locale.split('_', maxsplit=1)[0]}/{place}.md"
    return files.resource(name if name in there else f"help/{_FALLBACK}/{place}.md").decode("utf-8")
