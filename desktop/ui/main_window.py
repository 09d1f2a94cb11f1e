"""The window: places the rail, the pages, the help and the foot, and leads from one to the other. Nothing else.

How a page is written: see the head of `page.py`.
"""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.operations.book import Book
from desktop.problems import pass_on, stopped
from desktop.ui.counter.page import CounterPage
from desktop.ui.frame import Frame
from desktop.ui.help_panel import HelpPanel
from desktop.ui.page import Page, Services
from desktop.ui.pages import COUNTER, Pages
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.icons import program_icon
from desktop.ui.parts.in_sight import InSight
from desktop.ui.parts.keeper import keep_each
from desktop.ui.parts.preferences import Preferences
from desktop.ui.parts.worker import Workers
from desktop.ui.places import load
from desktop.ui.rail import Rail

if TYPE_CHECKING:  # start-up time: the desk comes after the first frame, and the ways when somebody goes one
    from desktop.desk import Desk
    from desktop.ui.settings.about import About
    from desktop.ui.ways import Way

_LOOK_AGAIN_MS = 25
_FIRST_SIZE = QSize(1280, 800)
_TITLE_BAR = 32  # pixels at 100 %; no system tells before the window is shown
_SMALLEST = QSize(480, 340)
_REMEMBERED_WAYS = 50


class MainWindow(QMainWindow):
    """The one window. `alone` shows a page without the rail; `open_store` the pages of a book."""

    leave_sample = Signal()
    lock = Signal()
    restore = Signal(object)
    re_encrypt = Signal(str)
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
        self.may_close: Callable[[], bool] = lambda: True  # False: it closes by itself a little later
        self._here = ""
        self._before: list[str] = []
        self._waiting: tuple[str, Way | None] | None = None
        self._stands = False
        self._given_up = False
        self.setWindowIcon(program_icon())
        self.setWindowTitle("Oxydesk")
        self.setMinimumSize(_SMALLEST)
        self._pages = Pages()
        self._help = HelpPanel(self._toggle_help)
        self._frame = frame = Frame(self._pages, self._help)
        self._passing, self._foot = frame.passing, frame.foot
        frame.banner.left.connect(self.leave_sample)
        frame.foot.locked.connect(self.lock)
        self.setCentralWidget(frame)
        self._shortcuts()
        InSight(self)
        if not self.restoreGeometry(preferences.geometry):
            self.resize(_FIRST_SIZE)

    def fit_into(self, room: QSize) -> None:
        """Makes it no larger than the screen has room for, its title bar included."""
        self.resize(self.size().boundedTo(room - QSize(0, _TITLE_BAR)))

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

    def to_front(self) -> None:
        """Shows it before all other windows, with the dialog that stands open before it if there is one."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        front = QApplication.activeModalWidget() or self
        front.raise_()
        front.activateWindow()

    def alone(self, widget: QWidget, help_of: str) -> None:
        """Shows this widget without the rail: the first start, or what keeps the book from opening."""
        self.close_store()
        self._here = help_of
        self._pages.bring(widget)
        if isinstance(widget, Page):
            widget.shown()

    @property
    def standing(self) -> "Way | None":
        """The way to what is shown now, to be taken again when the store was locked and is opened again."""
        from desktop.ui.ways import ToPlace  # noqa: PLC0415 -- start-up time: the ways come when somebody goes one

        if self.page is None or self._here == COUNTER:
            return None
        return self.page.standing() or ToPlace(self._here)

    def open_store(
        self, book: Book, store_name: str, *, sample: bool, who: str = "", back_to: "Way | None" = None
    ) -> None:
        """Shows the pages of a book, the Counter or the page that was open last.

        `who` has signed in; `back_to` is what was `standing` before the store was locked.
        """
        self.close_store()
        self._services = Services(
            book=book,
            go=self.go,
            say=self.say,
            complain=lambda words: self._passing.tell(words, "stop"),
            offer_undo=self._passing.offer,
            work=self.workers,
            ask=self._ask,
            preferences=self.preferences,
            restore=self.restore.emit,
            re_encrypt=self.re_encrypt.emit,
        )
        self._pages.begin(CounterPage(self._services))
        rail = Rail([(COUNTER, self.tr("Counter")), *((p.name, p.words) for p in self._pages.places)], self.go_to)
        self._frame.open(rail, sample=sample)
        self.name_store(store_name)
        self._foot.who(who)
        self._frame.narrow(self.size())
        self.go_to(COUNTER)
        remembered = self.preferences.place
        if back_to is not None:
            self._return_to(back_to, self._services)
        elif remembered in self._pages.names[1:]:
            self._waiting = (remembered, None)
        if self._desk is not None:
            self._use_desk(self._desk)

    def _return_to(self, way: "Way", services: Services) -> None:
        """Goes there as soon as all pages are made, unless somebody has gone elsewhere by then."""
        if self._services is not services or self._here != COUNTER or not self.isVisible():
            return
        if self._desk is not None and self.whole:
            self.go(way)
        else:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, lambda: self._return_to(way, services))

    def close_store(self) -> None:
        """Takes the pages of a book away, after they have kept what was typed."""
        self.keep_all()
        self.workers.forget()
        self._pages.end()
        self._frame.close_store()
        self._services = None
        self._before, self._here, self._waiting = [], "", None

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

    def say(self, words: str) -> None:
        """Tells in passing that something was done."""
        self._passing.tell(words)

    def remind(self, words: str) -> None:
        """Tells what somebody should look at, if there is anything."""
        if words:
            self._passing.tell(words, "warn")

    def tell_about(self) -> None:
        """What Oxydesk this is, also while the store is locked or does not open."""
        from desktop.ui.settings.about import AboutWindow  # noqa: PLC0415 -- start-up time

        if self.findChild(AboutWindow) is None:
            AboutWindow(self, self._about()).open()

    def _copy_for_support(self) -> None:
        from desktop.ui.settings.about import copy_for_support  # noqa: PLC0415 -- start-up time

        self._passing.tell(copy_for_support(self, self._about()))

    def _about(self) -> "About":
        from desktop.ui.settings.about import About  # noqa: PLC0415 -- start-up time

        book = self._services.book if self._services is not None else None
        return About(self.preferences.home, self._desk.catalogue if self._desk is not None else None, book)

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
        front = self.front
        if isinstance(front, Page) and front.back():
            return
        if self._before:
            name = self._before.pop()
            self._bring(name, self._pages.made[name], remember=False)

    def keep_all(self) -> None:
        """Every page saves what was typed; what is shown alone, too. See `keep_each` for what one cannot save."""
        pages = [page for page in (*self._pages.made.values(), self.front) if isinstance(page, Page)]
        with contextlib.suppress(*(Exception,) if self._given_up else ()):
            keep_each(page.keep for page in pages)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Keeps what was typed and how the window stands."""
        if (focus := self.focusWidget()) is not None:
            focus.clearFocus()  # a field that writes out what was typed does it now, not when the book is closed
        if not self._lets_go():
            event.ignore()
            return
        if self._stands:
            self.preferences.geometry = self.saveGeometry()
        if self._pages.made:
            self.preferences.place = self._here
        self.preferences.keep()
        if not self.may_close():
            event.ignore()
            return
        self.workers.wait()
        super().closeEvent(event)

    def _lets_go(self) -> bool:
        """Whether what was typed is kept; where it cannot be, whether it may be lost."""
        try:
            self.keep_all()
        except Exception as problem:  # a full disk, or anything at all
            words = self.tr("What you typed could not be kept. {why} If you close Oxydesk now, it is lost.")
            self._given_up = self._ask.sure(self, words.format(why=stopped(problem)), self.tr("Close all the same"))
            return self._given_up
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The rail loses its words where there is no room for them."""
        super().resizeEvent(event)
        self._frame.narrow(self.size())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Tells once that the first frame stands."""
        super().paintEvent(event)
        if not self._stands:
            self._stands = True
            QTimer.singleShot(0, self.painted.emit)

    def _shortcuts(self) -> None:
        for keys, then in {
            "Ctrl+K": self._to_search,
            "Ctrl+N": self._to_new_superbill,
            "Ctrl+F": lambda: self.page and self.page.search(),
            "Ctrl+L": self.lock.emit,
            "Ctrl+P": lambda: self.page and self.page.print_it(),
            "Alt+U": self._passing.undo,
            "Ctrl+Z": self._passing.undo,
            "F1": self._toggle_help,
            "Shift+F1": self.tell_about,
            "Ctrl+Shift+C": self._copy_for_support,
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
                try:
                    self.page.keep()
                except Exception as problem:  # what was typed stays there, and is tried again
                    pass_on(problem)
                if remember:
                    self._before = [*self._before[-_REMEMBERED_WAYS:], self._here]
            self._here = name
            self._frame.mark(name)
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
        self._frame.narrow(self.size())
        if self._help.isHidden():
            self._help.give_back(self.front)
