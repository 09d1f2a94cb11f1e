"""Three columns where there is room, two with the third behind a key, or one at a time with a tab for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.ui.parts import theme

_THREE_FROM = 940  # pixels at 100 %: a window of 1280
_TWO_FROM = 640
_STRETCH = (11, 7, 9)


class Columns(QWidget):
    """The form, then what stands beside it. F6 goes on to the next that is not shown, or to the next column."""

    room_changed = Signal(int)

    def __init__(self, columns: Sequence[tuple[str, QWidget]]) -> None:
        """Each with the word of its tab; the first is the form."""
        super().__init__()
        self._columns = [widget for _words, widget in columns]
        self._words = [words for words, _widget in columns]
        self._room = 0
        self.bar = QTabBar()
        self.bar.setAccessibleName(self.tr("Parts of the superbill"))
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.currentChanged.connect(lambda _place: self._show())
        across = QHBoxLayout()
        across.setSpacing(theme.space(4))
        for widget, stretch in zip(self._columns, _STRETCH, strict=True):
            across.addWidget(widget, stretch)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(theme.space(2))
        self._down.addWidget(self.bar)
        self._down.addLayout(across, 1)
        QShortcut(QKeySequence("F6"), self, self.next, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._set_room(len(columns))

    @property
    def room(self) -> int:
        """How many columns there is room for."""
        return self._room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """As many columns as there is room for."""
        super().resizeEvent(event)
        width = event.size().width()
        self._set_room(3 if width >= _THREE_FROM else 2 if width >= _TWO_FROM else 1)

    def next(self) -> None:
        """Shows the next part that is not shown; where all are, goes to the next column."""
        if self._room < len(self._columns):
            self.bar.setCurrentIndex((self.bar.currentIndex() + 1) % self.bar.count())
            return
        here = next((at for at, column in enumerate(self._columns) if _holds_focus(column)), -1)
        _enter(self._columns[(here + 1) % len(self._columns)])

    def bring(self, column: QWidget) -> None:
        """Shows a column, wherever it is behind a tab."""
        place = self._columns.index(column) - (len(self._columns) - self.bar.count())
        if self._room < len(self._columns) and place >= 0:
            self.bar.setCurrentIndex(place)

    def _set_room(self, room: int) -> None:
        if room == self._room:
            return
        self._room = room
        self.bar.blockSignals(True)  # noqa: FBT003 -- Qt's manner
        while self.bar.count():
            self.bar.removeTab(0)
        for words in self._words[1:] if room == 2 else self._words if room == 1 else ():
            self.bar.addTab(words)
        self.bar.blockSignals(False)  # noqa: FBT003 -- Qt's manner
        self.bar.setVisible(room < len(self._columns))
        side = Qt.AlignmentFlag.AlignRight if room == 2 else Qt.AlignmentFlag.AlignLeft
        self._down.setAlignment(self.bar, side)
        self._show()
        self.room_changed.emit(room)

    def _show(self) -> None:
        hidden = len(self._columns) - self.bar.count()  # the form is beside the tabs where there is room for two
        for place, column in enumerate(self._columns):
            everything = self._room == len(self._columns)
            column.setVisible(everything or place < hidden or place == hidden + self.bar.currentIndex())


def _holds_focus(column: QWidget) -> bool:
    focus = column.window().focusWidget()
    return focus is not None and (focus is column or column.isAncestorOf(focus))


def _enter(column: QWidget) -> None:
    for widget in (column, *column.findChildren(QWidget)):
        if widget.isVisibleTo(column) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
