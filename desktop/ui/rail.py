"""The rail on the left: where one can go, each with its drawing, its words and its key; narrow, drawings only."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.parts import theme
from desktop.ui.parts.icons import Drawing, icon
from desktop.ui.parts.words import Words

_WIDE = 184
_NARROW = 60
_HIGH = 40
_LEAST = 32


class Rail(QFrame):
    """The places; `go` is called with the name of the one that was chosen."""

    def __init__(self, places: Sequence[tuple[str, str]], go: Callable[[str], object]) -> None:
        """`places`: name and words of each, in order; Alt+1 leads to the first."""
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, _PlaceButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(2), theme.space(4), theme.space(2), theme.space(3))
        column.setSpacing(theme.space(1))
        self._name = Words("Oxydesk", "title", wraps=False)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(theme.space(2), 0, 0, theme.space(4))
        head.setSpacing(theme.space(2))
        head.addWidget(Drawing("oxydesk", "", 26))
        head.addWidget(self._name, 1)
        column.addWidget(self._head)
        for number, (name, words) in enumerate(places, start=1):
            if number == len(places):
                column.addStretch()
            button = _PlaceButton(name, words, number)
            button.clicked.connect(lambda _checked=False, name=name: go(name))
            group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button)
        self.narrow(now=False)

    def mark(self, name: str) -> None:
        """Shows which place is at the front."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def narrow(self, *, now: bool, low: bool = False) -> None:
        """Shows drawings only, or words too; in a low window without its head."""
        self._head.setVisible(not low)
        self.setFixedWidth(_NARROW if now else _WIDE)
        self._name.setVisible(not now)
        for button in self._buttons.values():
            button.narrow(now=now, low=low)


class _PlaceButton(QPushButton):
    def __init__(self, name: str, words: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        keys = QKeySequence(f"Alt+{number}").toString(QKeySequence.SequenceFormat.NativeText)
        self.setProperty("kind", "place")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIcon(icon(name))
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{words} ({keys})")
        self._high = _HIGH
        self._key = QLabel(keys, self)
        self._key.setProperty("kind", "small")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, theme.space(2), 0)
        across.addStretch()
        across.addWidget(self._key)

    def narrow(self, *, now: bool, low: bool) -> None:
        self._high = _LEAST if low else _HIGH
        self.updateGeometry()
        self.setText("" if now else f"  {self._words}")
        self._key.setVisible(not now)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        return QSize(_NARROW - theme.space(5), self._high)
