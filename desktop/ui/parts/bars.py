"""What tells in passing: the bar that offers to undo, the bar of a sample store, and busy bars."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, quiet_button
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.words import Words

_TOLD_MS = 6_000
_OFFERED_MS = 30_000  # counted from the first key or click after it
_WORK = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class PassingBar(QFrame):
    """One line at the foot of the page: something was done, and perhaps it can be undone.

    What can be undone is offered until somebody has gone on working for a while; nobody who has only looked away misses
    it. `undo` is the key for it, which brings the line back first when it has left.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "float")
        self._undo: Callable[[], object] | None = None
        self._undoes = ""
        self._sign = Drawing("ok", "ok")
        self._words = Words()
        self._button = quiet_button(self.tr("Undo"), self._undone, drawing="undo")
        self._button.setToolTip(self.tr("Alt+U, or Ctrl+Z outside of a field"))
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self._leave)
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
        self._show(words, tone, offers=False)
        if tone == "ok":
            self._gone.start(_TOLD_MS)

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Says what was done and offers to undo it."""
        self._undo, self._undoes = undo, words
        self._show(words, "ok", offers=True)
        _application().installEventFilter(self)

    def undo(self) -> None:
        """Undoes what is offered; if the line has left or says something else, it offers it once more."""
        if self._undo is None:
            return
        if self.isHidden() or self._button.isHidden():
            self.offer(self._undoes, self._undo)
        else:
            self._undone()

    def forget(self) -> None:
        """Says and offers nothing any more: the book was closed."""
        self._undo = None
        self.hide()

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The first key or click elsewhere, after something was offered: from then on its time runs."""
        if event.type() in _WORK and isinstance(of, QWidget) and not (of is self or self.isAncestorOf(of)):
            _application().removeEventFilter(self)
            if not self._button.isHidden():
                self._gone.start(_OFFERED_MS)
        return False

    def _leave(self) -> None:
        """Not from under a mouse or a focus."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._gone.start()
        else:
            self.hide()

    def _show(self, words: str, tone: str, *, offers: bool) -> None:
        self._gone.stop()
        self._words.setText(words)
        self.setAccessibleName(words)
        self._sign.show_drawing(tone, tone)
        self._button.setVisible(offers)
        self.show()

    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 -- there is no line without one
    return app


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
