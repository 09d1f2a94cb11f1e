"""The Counter: where one stands when somebody comes in. One search box for everything, and the next thing to do.

While the box is empty the page shows what is to be done (`home`); from the first key on, what was found (`results`).
Both are made after the first frame.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop import clock
from desktop.ui.page import Page, Services
from desktop.ui.parts.words import Words

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame
    from desktop.desk import Desk
    from desktop.operations.begun import LookedAt
    from desktop.ui.counter.home import Home
    from desktop.ui.counter.results import Results
    from desktop.ui.ways import Way

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE_OF_ROWS = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE_OF_ROWS,
    Qt.Key.Key_PageUp: -_PAGE_OF_ROWS,
}


class CounterPage(Page):
    """The search box above, what is to be done below."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._desk: Desk | None = None
        self._home: Home | None = None
        self._results: Results | None = None
        self._finished: frozenset[tuple[int, str]] = frozenset()
        self._completing = False
        self._looking = False
        self._again = False
        self._enter_waits = False  # an Enter that came before the page was whole
        self.search_box = QLineEdit()
        self.search_box.setProperty("kind", "search")
        self.search_box.setAccessibleName(self.tr("Search everything"))
        self.search_box.setClearButtonEnabled(True)
        self.search_box.installEventFilter(self)
        self.search_box.textChanged.connect(self._typed)
        self._hint = Words("", "small")
        self._below = QStackedWidget()
        self._below.addWidget(QWidget())
        self.column.addWidget(self.search_box)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._below, 1)
        self._say_hint()

    @property
    def whole(self) -> bool:
        """Whether the lists are there and searching can begin."""
        return self._results is not None

    def desk_opened(self, desk: "Desk") -> None:
        """Rules and catalog are there: from now on codes can be found."""
        self._desk = desk
        if self._results is not None:
            self._use_desk()

    def arrive(self, way: "Way") -> None:
        """To the search box."""
        from desktop.ui.ways import ToSearch  # noqa: PLC0415 -- start-up time

        if isinstance(way, ToSearch):
            if way.words:
                self.search_box.setText(way.words)
            self.search_box.setFocus()
            self.search_box.selectAll()

    def shown(self) -> None:
        """The search box is where typing goes, and empty after something was finished; the lists are read anew."""
        if self._home is not None and self._read():
            self._begin_anew()
        self.search_box.setFocus()
        self.search_box.selectAll()

    def back(self) -> bool:
        """Esc: from a code's answer to what was found, then to an empty box, then to nobody being served."""
        if self._results is not None and self._results.back():
            self.search_box.setFocus()
            return True
        if self.search_box.text():
            self.search_box.clear()
        elif self._results is not None and self._results.served is not None:
            self._results.serve(None)
        elif self.search_box.hasFocus():
            return False
        self.search_box.setFocus()
        return True

    def search(self) -> bool:
        """Ctrl+F: here too the one search box."""
        self.search_box.setFocus()
        self.search_box.selectAll()
        return True

    def whom(self) -> int | None:
        """Who is served."""
        served = self._results.served if self._results is not None else None
        return served.id if served is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """The rest of the page comes when the first frame stands."""
        super().paintEvent(event)
        if not self._completing:
            self._completing = True
            QTimer.singleShot(0, self._complete)

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The arrows and Enter of the search box choose below it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and of is self.search_box:
            return self._key(event)
        return super().eventFilter(of, event)

    def _complete(self) -> None:
        if not self.isVisible():  # gone again already: at its next frame
            self._completing = False
            return
        self._services.work.run(_load, self._build, self._services.complain)

    def _build(self, _loaded: None) -> None:
        """The lists are there and searching can begin: what was typed until now is looked for."""
        from desktop.ui.counter.home import Home  # noqa: PLC0415 -- start-up time: loaded by a worker
        from desktop.ui.counter.results import Results  # noqa: PLC0415 -- start-up time: loaded by a worker

        if not isValid(self) or not self.isVisible():
            self._completing = False
            return
        self._home = Home(self._services)
        self._home.up.connect(self.search_box.setFocus)
        self._results = Results(self._services, self._home.door_rows)
        self._results.serves.connect(self._served)
        self._results.types.connect(self._types)
        self._results.stands_on.connect(self.search_box.setAccessibleDescription)
        self._below.addWidget(self._home)
        self._below.addWidget(self._results)
        self._below.setCurrentWidget(self._home)
        self._read()
        if self._desk is not None:
            self._use_desk()
        self._typed()
        if self._enter_waits:
            self._results.open()

    def _use_desk(self) -> None:
        assert self._desk is not None and self._home is not None and self._results is not None  # noqa: S101, PT018
        self._home.show_desk(self._desk, clock.today())
        self._home.read_due(self._desk)
        self._results.use(self._desk)
        self._typed()
        self._look_again()

    def _read(self) -> bool:
        """Reads the lists; whether something was finished since the time before."""
        from desktop.operations import begun  # noqa: PLC0415 -- start-up time: after the first frame

        assert self._home is not None  # noqa: S101 -- asked only where it is there
        found = begun.read(self._services.book, clock.today())
        before, self._finished = self._finished, found.finished
        self._home.show_begun(found)
        if self._desk is not None:
            self._home.read_due(self._desk)
        self._look_again()
        return not self._finished <= before

    def _begin_anew(self) -> None:
        """Who was served has the paper; the next one comes in."""
        self.search_box.clear()
        if self._results is not None and self._results.served is not None:
            self._results.serve(None)

    def _look_again(self) -> None:
        """Reviews what was begun and what waits, in a worker; one look at a time, and one more if asked meanwhile."""
        if self._desk is None or self._home is None:
            return
        self._again = self._looking
        if self._looking:
            return
        self._looking = True
        from desktop.operations import begun  # noqa: PLC0415 -- start-up time: after the first frame

        desk, today, book = self._desk, clock.today(), self._services.book
        self._services.work.run(lambda: begun.look(book, desk, today), self._looked, self._not_looked)

    def _looked(self, looked: "LookedAt") -> None:
        self._looking = False
        if not isValid(self) or self._home is None:
            return
        if self._again:  # the book has changed since
            self._look_again()
            return
        self._home.show_begun(looked.begun)
        self._home.show_left(looked.left, looked.since)

    def _not_looked(self, words: str) -> None:
        self._looking = False
        self._services.complain(words)

    def _typed(self) -> None:
        if self._home is None or self._results is None:
            return
        self._results.look_for(self.search_box.text())
        empty = not self.search_box.text().strip() and self._results.served is None
        self._below.setCurrentWidget(self._home if empty else self._results)
        self._say_hint()

    def _served(self) -> None:
        if self._results is not None:
            self.search_box.clear()
            self.search_box.setFocus()
            self._typed()

    def _types(self, words: str) -> None:
        self.search_box.setText(words)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._home is None or self._results is None:
            self._enter_waits = key in _ENTER
            return self._enter_waits
        if self._below.currentWidget() is self._home:
            if key == Qt.Key.Key_Down:
                self._home.enter()
            return key in (*_ENTER, Qt.Key.Key_Down)
        if key in _ENTER:
            self._results.open(also=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in _STEPS:
            self._results.step(_STEPS[key])
        else:
            return False
        return True

    def _say_hint(self) -> None:
        served = self._results is not None and self._results.served is not None
        if served:
            placeholder = self.tr("What goes out: product, code, or what they call it …")
        else:
            placeholder = self.tr("Name, phone, product, code, or what they say …")
        self.search_box.setPlaceholderText(placeholder)
        if self.search_box.text():
            self._hint.setText(self.tr("Arrows choose, Enter opens, Esc empties the box."))
        elif served:
            self._hint.setText(self.tr("Enter begins the superbill; Esc goes back to everybody."))
        else:
            self._hint.setText(
                self.tr("Try “tre,mar”, 8/17/1951, a phone number, a member ID, E1392 NU, or “battery for inogen”.")
            )


def _load() -> None:
    """Loads what the rest of the page takes, off the window's thread."""
    import desktop.ui.counter.home  # noqa: PLC0415 -- start-up time: after the first frame
    import desktop.ui.counter.results  # noqa: F401, PLC0415 -- start-up time: msgspec
