"""Parts of a page behind tabs; the arrow keys go along them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.ui.parts.scrolled import scrolling


class Tabs(QWidget):
    """Parts, each with a name for ways and its words; each scrolls by itself unless it is said to do so on its own."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader calls the row of tabs."""
        super().__init__()
        self._names: list[str] = []
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def add(self, name: str, words: str, part: QWidget, *, scrolls: bool = True) -> None:
        """One more part behind a tab."""
        self._names.append(name)
        self._stack.addWidget(scrolling(part) if scrolls else part)
        self.bar.addTab(words)

    def open(self, name: str) -> None:
        """Brings a part to the front, if there is one of that name."""
        if name in self._names:
            self.bar.setCurrentIndex(self._names.index(name))

    @property
    def name(self) -> str:
        """The part at the front."""
        return self._names[self.bar.currentIndex()]
