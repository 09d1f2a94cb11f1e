"""What tells in passing: the bar that offers to undo, the bar of a sample store, and busy bars."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, quiet_button
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words

_TOLD_MS = 6_000


class PassingBar(QFrame):
    """One line at the foot of the page: something was done, and perhaps it can be undone.

    Alt+U undoes it, and Ctrl+Z where that does not undo typing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "float")
        self._undo: Callable[[], object] | None = None
        self._sign = Drawing("ok", "ok")
        self._words = Words()
        self._button = quiet_button(self.tr("Undo"), self._undone, drawing="undo")
        self._button.setToolTip(self.tr("Alt+U, or Ctrl+Z outside of a field"))
        for keys in ("Alt+U", "Ctrl+Z"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._undone)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(_TOLD_MS)
        self._gone.timeout.connect(self.hide)
        across = QHBoxLayout(self)
        across.setContentsMargins(theme.space(4), theme.space(1), theme.space(2), theme.space(1))
        across.setSpacing(theme.space(3))
        across.addWidget(self._sign)
        across.addWidget(self._words, 1)
        across.addWidget(self._button)
        across.addWidget(icon_button(self.tr("Close this line"), "close", self.hide))
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is away."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str, tone: str = "ok") -> None:
        """Says what was done, for a few seconds; what went wrong (`tone` stop) until it is closed."""
        self._show(words, tone, None)
        if tone == "ok":
            self._gone.start()

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Says what was done and offers to undo it, until something else is said or it is closed."""
        self._show(words, "ok", undo)

    def _show(self, words: str, tone: str, undo: Callable[[], object] | None) -> None:
        self._gone.stop()
        self._undo = undo
        self._words.setText(words)
        self.setAccessibleName(words)
        self._sign.show_drawing(tone, tone)
        self._button.setVisible(undo is not None)
        self.show()

    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()


class Busy(QWidget):
    """Something takes a while: what it is, how far it is (0 to 1, or None), and a way to stop it if there is one."""

    def __init__(self, words: str = "", stop: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._words = Words(words, tone="quiet", wraps=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._bar.setMinimumWidth(80)
        self._bar.setMaximumWidth(220)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.space(3))
        across.addWidget(self._bar, 1)
        across.addWidget(self._words, 1)
        if stop is not None:
            cancel = quiet_button(self.tr("Cancel"), stop)
            across.addWidget(cancel)
            self.setFocusProxy(cancel)
        self.tell(words, None)

    def tell(self, words: str, done: float | None) -> None:
        """Says how far it is."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0 if done is None else 100)
        if done is not None:
            self._bar.setValue(round(done * 100))
