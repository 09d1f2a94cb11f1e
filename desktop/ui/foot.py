"""The foot of the window: the catalog's edition, or how far it is, and who is there; the banner of a sample store."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words

_ALL_WORDS_FROM = 700


class Foot(QFrame):
    """One quiet line."""

    locked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "status")
        self._words = Words("", "small", wraps=False)
        self._busy = Busy()
        self._busy.hide()
        self._keys = Words(self.tr("F1 help  ·  Ctrl+K search  ·  Esc back"), "small", wraps=False)
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.space(4), theme.space(1), theme.space(4), theme.space(1))
        across.addWidget(self._words)
        across.addWidget(self._busy)
        across.addStretch()
        self._who = Words("", "small", wraps=False)
        self._lock = quiet_button(self.tr("Lock"), self.locked.emit)
        self._lock.setToolTip(self.tr("Ctrl+L"))
        for widget in (self._who, self._lock):
            widget.hide()
            across.addWidget(widget)
        across.addWidget(self._keys)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def narrow(self, *, now: bool) -> None:
        """Leaves the keys out where there is no room for them."""
        self._keys.setVisible(not now)

    def who(self, words: str) -> None:
        """Says who has signed in, with a button that locks; nothing of either where there are no users."""
        self._who.setText(words)
        self._who.setVisible(bool(words))
        self._lock.setVisible(bool(words))

    def tell(self, words: str) -> None:
        """Says this, and that nothing is being made any more."""
        self._busy.hide()
        self._words.setText(words)

    def progress(self, words: str, done: float) -> None:
        """Says how far something is."""
        self._words.setText("")
        self._busy.tell(words, done)
        self._busy.show()


class SampleBanner(QFrame):
    """Says that nothing here is real."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.space(4), theme.space(1), theme.space(2), theme.space(1))
        across.setSpacing(theme.space(2))
        across.addWidget(Drawing("sample", "note"))
        self._words = Words()
        across.addWidget(self._words, 1)
        across.addWidget(quiet_button(self.tr("Set up my store"), self.left.emit))
        self._say(narrow=False)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Few words where there is little room: they stay one line."""
        super().resizeEvent(event)
        self._say(narrow=event.size().width() < _ALL_WORDS_FROM)

    def _say(self, *, narrow: bool) -> None:
        whole = self.tr("Sample store: everything here is invented. Try whatever you like.")
        self._words.setText(self.tr("Sample store: all invented") if narrow else whole)
