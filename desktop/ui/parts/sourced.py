"""How sure something is and who says so; and words in which every code leads to the catalog."""

import html
import re
from collections.abc import Callable, Iterable
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from desktop.core.finding import Mark
from desktop.core.sources import Source
from desktop.ui.parts import theme
from desktop.ui.parts.words import Words

_CODE = re.compile(r"\b[A-V][0-9]{4}\b")
_LINK = "code:"
_FRAME = 4  # the style sheet's border for the focus, above and below


def mark_word(mark: str) -> str:
    """How sure something is, in a word or two."""
    say = QCoreApplication.translate
    return {
        Mark.PUBLISHED: say("Sourced", "published"),
        Mark.DERIVED: say("Sourced", "follows from what is published"),
        Mark.UNVERIFIED: say("Sourced", "unverified"),
        Mark.CONFLICT: say("Sourced", "the sources disagree"),
    }[Mark(mark)]


def source_line(mark: str, sources: Iterable[Source]) -> Words:
    """The small line under a reason: `published · CMS HCPCS file, October 2025`."""
    line = Words(" · ".join((mark_word(mark), *(source.title for source in sources))), "small", _tone(mark))
    line.setToolTip("\n".join(f"{source.title}: {source.citation}" for source in sources))
    return line


def _tone(mark: str) -> str:
    return "" if Mark(mark).may_stop else "warn"


class Linked(QTextBrowser):
    """Words as high as they are, in which every code is monospaced and leads on by the mouse: `go` gets the code.

    One document is laid out many times faster than labels of rich text. Who comes by keyboard finds the same codes as
    buttons nearby.
    """

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "linked")
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._write: Callable[[], str] = str
        self._dark: bool | None = None  # the theme in which the words were written
        self.anchorClicked.connect(lambda link: go(link.toString().removeprefix(_LINK)))

    def show_words(self, write: Callable[[], str], plain: str) -> None:
        """Shows what `write` makes (HTML), anew for each theme; `plain` is what a screen reader says."""
        self._write = write
        self._dark = theme.is_dark()
        self.setHtml(write())
        self.setAccessibleName(plain)
        if self.isVisible():  # else its width is not known yet
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        """Another theme has other colors."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dark is not None and self._dark != theme.is_dark():
            self._dark = theme.is_dark()
            self.setHtml(self._write())
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Another width has another height."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 -- Qt's name
        """The page scrolls, not the words."""
        event.ignore()

    def _fit(self) -> None:
        """Never sideways, and never by itself."""
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(ceil(self.document().size().height()) + _FRAME)


def code_link(code: str, color: str = "accent", line: str = "none") -> str:
    """HTML of a code that leads to the catalog; `line` is one through it, if it is out."""
    face = f"font-family:{theme.monospaced()};font-weight:600;text-decoration:{line};color:{theme.color(color).name()}"
    return f'<a href="{_LINK}{code}" style="{face}">{code}</a>'


def with_links(words: str, but: str = "") -> str:
    """HTML of plain words in which every code leads to the catalog, all but the one that they stand under."""

    def link(found: re.Match[str]) -> str:
        return found[0] if found[0] == but else code_link(found[0])

    return _CODE.sub(link, html.escape(words))


def codes_named(words: Iterable[str], but: str = "") -> tuple[str, ...]:
    """The codes that words name, each once, in their order."""
    return tuple(dict.fromkeys(code for each in words for code in _CODE.findall(each) if code != but))
