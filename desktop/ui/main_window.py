"""The window: places the rail, the pages, the help and the foot, and leads from one to the other. Nothing else.

How a page is written
---------------------
A page is a class in `desktop/ui/<place>/page.py`: a `Page` that is made from (desk, services) when it is first shown,
or before that while nothing else is to do (`pages.py`), and lives on. `places.py` names it. (The Counter alone is made
from services before there is a desk, and gets the desk with `desk_opened`; it must import nothing heavy: see
`tests/bench/start_up.py`.)

- The constructor only places and connects. What the book holds is read in `shown()`, each time the page comes up.
- A slot gathers, calls one function of `operations` and shows what it returned. Over 50 ms:
  `services.work.run(work, then, problem, kind="…")`; `work` runs elsewhere and opens its own `book.another()`; `then`
  gets the result here; `problem` gets a sentence (usually `services.complain`). With a `kind` only the newest counts.
- To another page: `services.go(OpenPatient(7))`; all ways are in `ways.py`. The page that is led to gets `arrive(way)`.
- `services.say("Saved.")` tells in passing; `services.complain(sentence)` tells what did not work;
  `services.offer_undo("Deleted Marisol Treviño.", undo)` after a deletion, instead of asking before it.
- What is typed is kept half-made: a `Keeper` per form, `touch()` at every change; the page's `keep()` calls its `keep`.
- Esc comes to `back()`: one step back inside the page, True if there was one. Ctrl+F comes to `search()`, Ctrl+P to
  `print_it()`. Alt+1…7, Ctrl+K, Ctrl+N, F1 are the window's. The page's help is `resources/help/en/<place>.md`.
- Parts to build from are in `parts/`: `words` (heading, section, quiet, code_label, Card), `labelled` (Field with
  `core.entry`, Choice, Longer, tick), `form` (FieldGrid, Flow), `scrolled` (scrolling), `tabs`, `buttons` (primary,
  secondary, quiet_button, danger, icon_button, chip, AnswerRow), `finding_row`, `table` (Table, Column), `empty`,
  `bars` (Busy), `icons`, `keeper`, `ask`. A long page's content goes into `scrolling(content)`. One `primary` button a
  page. Colors only by `kind`, `tone`, `ground` (see `resources/look/window.qss`) or `theme.color(token)` in painting.
- At 200 % a window of 1024 by 700 is one of 512 by 350: words wrap (`Words`), fields go below
  each other (`FieldGrid`), the page scrolls. `tests/ui/conftest.py` has the checks that every page is held to.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.operations.book import Book
from desktop.ui.counter.page import CounterPage
from desktop.ui.foot import Foot, SampleBanner
from desktop.ui.help_panel import HelpPanel
from desktop.ui.page import Page, Services
from desktop.ui.pages import COUNTER, Pages
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.bars import PassingBar
from desktop.ui.parts.icons import program_icon
from desktop.ui.parts.in_sight import InSight
from desktop.ui.parts.preferences import Preferences
from desktop.ui.parts.worker import Workers
from desktop.ui.places import load
from desktop.ui.rail import Rail

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame, and the ways when somebody goes one
    from desktop.desk import Desk
    from desktop.ui.ways import Way

_FIRST_SIZE = QSize(1280, 800)
_SMALLEST = QSize(480, 340)
_RAIL_WORDS_FROM = 860
_RAIL_HEAD_FROM = 480
_HELP_BESIDE_FROM = 760
_REMEMBERED_WAYS = 50


class MainWindow(QMainWindow):
    """The one window. `alone` shows a page without the rail; `open_store` the pages of a book."""

    leave_sample = Signal()
    painted = Signal()

    def __init__(self, preferences: Preferences, ask: Ask) -> None:
        super().__init__()
        self.setStyleSheet(theme.sheet())
        self.preferences = preferences
        self.workers = Workers(self)
        self._ask = ask
        self._desk: Desk | None = None
        self._loaded = False
        self._services: Services | None = None
        self._here = ""
        self._before: list[str] = []
        self._waiting: tuple[str, Way | None] | None = None
        self._stands = False
        self.setWindowIcon(program_icon())
        self.setWindowTitle("Oxydesk")
        self.setMinimumSize(_SMALLEST)
        self._rail: Rail | None = None
        self._banner = SampleBanner()
        self._banner.left.connect(self.leave_sample)
        self._pages = Pages()
        self._passing = PassingBar()
        self._help = HelpPanel(self._toggle_help)
        self._foot = Foot()
        self._foot.hide()
        self._middle = QWidget()
        self._across = QHBoxLayout()
        self._place_parts()
        self._shortcuts()
        InSight(self)
        if not self.restoreGeometry(preferences.geometry):
            self.resize(_FIRST_SIZE)

    @property
    def page(self) -> Page | None:
        """The page at the front."""
        return self._pages.made.get(self._here)

    @property
    def front(self) -> QWidget | None:
        """What is at the front: a page, or what is shown alone."""
        return self._pages.currentWidget()

    @property
    def whole(self) -> bool:
        """Whether nothing is under way any more, and all is made that is made before somebody asks for it."""
        counter_is = not isinstance(self.page, CounterPage) or self.page.whole
        return counter_is and not self.workers.busy and not self._pages.under_way

    @property
    def help_words(self) -> str:
        """What the help beside the page says; empty while it is closed."""
        return "" if self._help.isHidden() else self._help.words

    @property
    def services(self) -> Services | None:
        """What the pages were handed, once a store is open."""
        return self._services

    def alone(self, widget: QWidget, help_of: str) -> None:
        """Shows this widget without the rail: the first start, or what keeps the book from opening."""
        self.close_store()
        self._here = help_of
        self._pages.bring(widget)
        if isinstance(widget, Page):
            widget.shown()

    def open_store(self, book: Book, store_name: str, *, sample: bool) -> None:
        """Shows the pages of a book, the Counter or the page that was open last."""
        self.close_store()
        self._services = Services(
            book=book,
            go=self.go,
            say=self._passing.tell,
            complain=lambda words: self._passing.tell(words, "stop"),
            offer_undo=self._passing.offer,
            work=self.workers,
            ask=self._ask,
            preferences=self.preferences,
        )
        self._pages.begin(CounterPage(self._services))
        rail = Rail([(COUNTER, self.tr("Counter")), *((p.name, p.words) for p in self._pages.places)], self.go_to)
        self._across.insertWidget(0, rail)
        self._rail = rail
        self._banner.setVisible(sample)
        self.name_store(store_name)
        self._foot.show()
        self._narrow()
        self.go_to(COUNTER)
        remembered = self.preferences.place
        if remembered in self._pages.names[1:]:
            self._waiting = (remembered, None)
        if self._desk is not None:
            self._use_desk(self._desk)

    def close_store(self) -> None:
        """Takes the pages of a book away, after they have kept what was typed."""
        self.keep_all()
        self._pages.end()
        if self._rail is not None:
            self._rail.deleteLater()
            self._rail = None
        self._services = None
        self._before, self._here, self._waiting = [], "", None
        self._banner.hide()
        self._foot.hide()
        self._passing.hide()

    def wear_theme(self) -> None:
        """The look that was chosen, after the program has its colors."""
        if theme.sheet() != self.styleSheet():  # each part is dressed anew, which takes a moment
            self._pages.forget_unseen(lambda: self.setStyleSheet(theme.sheet()))

    def name_store(self, name: str) -> None:
        """Shows the store's name in the title."""
        self.setWindowTitle(f"{name} – Oxydesk" if name else "Oxydesk")

    def desk_opened(self, desk: "Desk", words: str) -> None:
        """Rules and catalog are there: from now on every page can be shown. `words` tell the catalog's edition."""
        self._desk = desk
        self._foot.tell(words)
        self._use_desk(desk)

    def _use_desk(self, desk: "Desk") -> None:
        counter = self._pages.made.get(COUNTER)
        if isinstance(counter, CounterPage):
            counter.desk_opened(desk)
        if self._loaded:
            self._go_on()
        else:
            self.workers.run(load, lambda _nothing: self._modules_loaded(), self.complain)

    def _modules_loaded(self) -> None:
        self._loaded = True
        self._go_on()

    def _go_on(self) -> None:
        """Every page can be made: goes where somebody wanted to go."""
        if self._desk is not None and self._services is not None:
            self._pages.can_be_made(self._desk, self._services)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._go(*waiting)

    def desk_progress(self, words: str, done: float) -> None:
        """Tells how far the catalog is."""
        self._foot.progress(words, done)

    def complain(self, words: str) -> None:
        """Tells a sentence on what did not work."""
        self._foot.tell("")
        self._passing.tell(words, "stop")

    def go_to(self, name: str) -> None:
        """Brings a place to the front as it was left."""
        self._go(name, None)

    def go(self, way: "Way") -> None:
        """Brings the place of a way to the front and hands it the way."""
        from desktop.ui.ways import ToPlace  # noqa: PLC0415 -- start-up time

        if isinstance(way, ToPlace):
            self._go(way.name, None)
        else:
            self._go(way.place, way)

    def back(self) -> None:
        """Esc: closes the help, else one step back inside the page, else to the page before."""
        if not self._help.isHidden():
            self._toggle_help()
            return
        page = self.page
        if page is not None and page.back():
            return
        if self._before:
            name = self._before.pop()
            self._bring(name, self._pages.made[name], remember=False)

    def keep_all(self) -> None:
        """Every page saves what was typed; what is shown alone, too."""
        for page in (*self._pages.made.values(), self.front):
            if isinstance(page, Page):
                page.keep()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Keeps what was typed and how the window stands."""
        self.keep_all()
        self.preferences.geometry = self.saveGeometry()
        if self._pages.made:
            self.preferences.place = self._here
        self.preferences.keep()
        self.workers.wait()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The rail loses its words where there is no room for them."""
        super().resizeEvent(event)
        self._narrow()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Tells once that the first frame stands."""
        super().paintEvent(event)
        if not self._stands:
            self._stands = True
            QTimer.singleShot(0, self.painted.emit)

    def _place_parts(self) -> None:
        passing = QHBoxLayout()
        passing.setContentsMargins(theme.space(6), 0, theme.space(6), theme.space(3))
        passing.addWidget(self._passing)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._pages, 1)
        middle.addLayout(passing)
        self._across.setSpacing(0)
        self._across.addWidget(self._middle, 1)
        self._across.addWidget(self._help)
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._banner)
        down.addLayout(self._across, 1)
        down.addWidget(self._foot)
        self.setCentralWidget(whole)

    def _shortcuts(self) -> None:
        for keys, then in {
            "Ctrl+K": self._to_search,
            "Ctrl+N": self._to_new_superbill,
            "Ctrl+F": lambda: self.page and self.page.search(),
            "Ctrl+P": lambda: self.page and self.page.print_it(),
            "F1": self._toggle_help,
            "Esc": self.back,
        }.items():
            QShortcut(QKeySequence(keys), self).activated.connect(then)
        for number in range(1, 8):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(lambda at=number: self._go_to_number(at))

    def _go(self, name: str, way: "Way | None") -> None:
        if self._services is None:
            return
        page = self._pages.asked_for(name)
        if page is None:  # it cannot be made yet
            self._waiting = (name, way)
            return
        self._waiting = None
        self._bring(name, page)
        if way is not None:
            page.arrive(way)

    def _to_search(self) -> None:
        from desktop.ui.ways import ToSearch  # noqa: PLC0415 -- start-up time

        self.go(ToSearch())

    def _to_new_superbill(self) -> None:
        from desktop.ui.ways import NewSuperbill  # noqa: PLC0415 -- start-up time

        self.go(NewSuperbill(patient=self.page.whom() if self.page else None))

    def _go_to_number(self, number: int) -> None:
        if number <= len(self._pages.names):
            self.go_to(self._pages.names[number - 1])

    def _bring(self, name: str, page: Page, *, remember: bool = True) -> None:
        if name != self._here:
            if self.page is not None:
                self.page.keep()
                if remember:
                    self._before = [*self._before[-_REMEMBERED_WAYS:], self._here]
            self._here = name
            if self._rail is not None:
                self._rail.mark(name)
            if not self._help.isHidden():
                self._help.tell(name)
            self._pages.bring(page)
        page.shown()

    def _toggle_help(self) -> None:
        if self._help.isHidden():
            self._help.tell(self._here or COUNTER)
            self._help.show()
            self._help.take_focus()
        else:
            self._help.hide()
        self._narrow()
        if self._help.isHidden():
            self._help.give_back(self.front)

    def _narrow(self) -> None:
        if self._rail is not None:
            self._rail.narrow(now=self.width() < _RAIL_WORDS_FROM, low=self.height() < _RAIL_HEAD_FROM)
        self._foot.narrow(now=self.width() < _RAIL_WORDS_FROM)
        instead = self.width() < _HELP_BESIDE_FROM
        self._help.fill(instead=instead)
        self._middle.setVisible(self._help.isHidden() or not instead)
