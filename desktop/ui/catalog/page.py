"""The Catalog: the official words and fields of every code, explained, and what to know about it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.operations import looking_up
from desktop.operations.looking_up import LookedUp, SearchAnswer
from desktop.operations.search import Found
from desktop.ui.catalog.record import Does, RecordPart
from desktop.ui.page import Page, Services
from desktop.ui.parts import theme
from desktop.ui.parts.buttons import icon_button, secondary
from desktop.ui.parts.empty import Empty
from desktop.ui.parts.scrolled import scrolling
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.words import heading, quiet
from desktop.ui.ways import FindCode, OpenCode, PutOnSuperbill, Way

_BESIDE_FROM = 760  # pixels at 100 % from which results and record stand side by side
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CatalogPage(Page):
    """Catalog."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._history: list[str] = []
        self._at = -1
        self._shown: LookedUp | None = None
        self._record: RecordPart | None = None
        self._wide = True
        self._search = QLineEdit()
        self._search.setProperty("kind", "search")
        self._search.setAccessibleName(self.tr("Search the catalog"))
        self._search.setPlaceholderText(self.tr("A code, its beginning, or any words"))
        self._search.setClearButtonEnabled(True)
        self._notes = quiet("")
        self._results: Table[Found] = Table(
            self.tr("What was found"),
            [
                Column(self.tr("Code"), lambda found: found.code, 90, code=True),
                Column(self.tr("Official words"), lambda found: found.description),
            ],
        )
        self._left, self._right, self._across = QWidget(), QVBoxLayout(), QHBoxLayout()
        self._place()
        self._connect()

    @property
    def code(self) -> str:
        """The code whose record is shown; empty where none is."""
        return self._shown.code if self._shown is not None else ""

    @property
    def shown_now(self) -> LookedUp | None:
        """What is shown of it; None where nothing is."""
        return self._shown

    @property
    def found(self) -> list[str]:
        """The codes that were found."""
        return [found.code for found in self._results.rows.rows]

    def shown(self) -> None:
        """To the search box, or where it was left."""
        if self._record is not None and self._shown is not None:
            self._record.take_focus()
        else:
            self._search.setFocus()

    def arrive(self, way: Way) -> None:
        """To the code that was asked for."""
        if isinstance(way, OpenCode):
            self._open(way.code)

    def back(self) -> bool:
        """To the code before; at the first one, to the search."""
        if self._at > 0:
            self._step(-1)
            return True
        if self._shown is not None:
            self._clear()
            return True
        return False

    def search(self) -> bool:
        """Ctrl+F: to the search box."""
        if not self._wide and self._shown is not None:
            self._clear()
        self._search.setFocus()
        self._search.selectAll()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter presses what it stands on."""
        focus = self.focusWidget()
        if event.key() in _ENTER and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """From the box, Down leads into the results and Enter opens the first; Up leads back from the first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._search and event.key() == Qt.Key.Key_Down:
                self._results.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if watched is self._search and event.key() in _ENTER:
                self._open_first()
                return True
            first = self._results.currentIndex().row() <= 0
            if watched is self._results and event.key() == Qt.Key.Key_Up and first:
                self._search.setFocus()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Where there is no room for both, the record stands instead of the results."""
        super().resizeEvent(event)
        self._wide = event.size().width() >= _BESIDE_FROM
        self._show_sides()

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Catalog")), 1)
        self._to_back = icon_button(self.tr("The code before (Alt+Left)"), "back", lambda: self._step(-1))
        self._to_next = icon_button(self.tr("The code after (Alt+Right)"), "next", lambda: self._step(1))
        head.addWidget(self._to_back)
        head.addWidget(self._to_next)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.space(2))
        left.addWidget(self._search)
        left.addWidget(self._notes)
        left.addWidget(self._results, 1)
        self._notes.hide()
        self._empty = Empty(
            "catalog",
            self.tr("Look up a code"),
            self.tr("The official words, dates and every field of a code, explained, and what to know about it."),
            secondary(self.tr("Search"), self.search),
        )
        self._front: QScrollArea = self._empty
        self._right.addWidget(self._empty)
        self._across.setSpacing(theme.space(5))
        self._across.addWidget(self._left, 2)
        self._across.addLayout(self._right, 3)
        self.column.addLayout(head)
        self.column.addLayout(self._across, 1)
        self._show_buttons()

    def _connect(self) -> None:
        self._search.textChanged.connect(self._typed)
        self._search.installEventFilter(self)
        self._results.installEventFilter(self)
        self._results.picked.connect(self._preview)
        self._results.opened.connect(lambda found: self._open(found.code))
        for keys, then in {
            "Alt+Left": lambda: self._step(-1),
            "Alt+Right": lambda: self._step(1),
            "Ctrl+C": self._copy,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    def _typed(self, text: str) -> None:
        self._services.work.run(
            lambda: looking_up.find(self._desk, text), self._found, self._services.complain, kind="catalog"
        )

    def _found(self, answer: SearchAnswer) -> None:
        self._notes.setText(" ".join(answer.notes))
        self._notes.setVisible(bool(answer.notes))
        self._results.put(answer.results)

    def _open_first(self) -> None:
        """The first result, or what was typed if the results are not there yet."""
        rows = self._results.rows.rows
        if rows:
            self._results.selectRow(0)
        code = rows[0].code if rows else self._search.text().strip()
        if code:
            self._open(code)

    def _preview(self, found: Found) -> None:
        """Shows the result that is stood on, where there is room; it is remembered when it is opened."""
        if self._wide:
            self._show(looking_up.look_up(self._desk, found.code))

    def _open(self, code: str) -> None:
        """Shows a code and remembers it for back and forward."""
        looked_up = looking_up.look_up(self._desk, code)
        if self._at < 0 or self._history[self._at] != looked_up.code:
            self._history = [*self._history[: self._at + 1], looked_up.code]
            self._at = len(self._history) - 1
        if self._shown is None or self._shown.code != looked_up.code:  # else the result that is stood on shows it
            self._show(looked_up)
        self._show_buttons()
        self._focus_record()

    def _step(self, step: int) -> None:
        if 0 <= self._at + step < len(self._history):
            self._at += step
            self._show(looking_up.look_up(self._desk, self._history[self._at]))
            self._focus_record()

    def _clear(self) -> None:
        """Back to the search; forward leads to the codes again."""
        self._at, self._shown = -1, None
        self._put_right(self._empty)
        self._record = None
        self._show_buttons()
        self._search.setFocus()

    def _show(self, looked_up: LookedUp) -> None:
        self._shown = looked_up
        does = Does(self._put, self._check, self._copy, self._open)
        self._record = RecordPart(looked_up, does)
        self._put_right(scrolling(self._record))
        self._show_buttons()

    def _put_right(self, widget: QScrollArea) -> None:
        before = self._front
        if before is not widget:
            self._right.removeWidget(before)
            before.hide()
            if before is not self._empty:
                before.deleteLater()
        self._front = widget
        self._right.addWidget(widget)
        self._show_sides()

    def _focus_record(self) -> None:
        if self._record is not None:
            self._record.take_focus()

    def _show_buttons(self) -> None:
        self._to_back.setEnabled(self._at > 0)
        self._to_next.setEnabled(self._at + 1 < len(self._history))

    def _show_sides(self) -> None:
        self._left.setVisible(self._wide or self._shown is None)
        self._front.setVisible(self._wide or self._shown is not None)
        self._across.setStretch(1, 3 if self._wide or self._shown is not None else 0)

    def _put(self) -> None:
        if self._shown is not None and self._shown.found is not None:
            self._services.go(PutOnSuperbill(self._shown.found))

    def _check(self) -> None:
        if self._shown is not None:
            self._services.go(FindCode(self._shown.code))

    def _copy(self) -> None:
        if self._shown is not None and self._shown.kind is not None:
            QGuiApplication.clipboard().setText(self._shown.code)
            self._services.say(self.tr("Copied {code}.").format(code=self._shown.code))
