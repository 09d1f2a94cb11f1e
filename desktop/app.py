"""Puts the program together once: look, book, window; then, after the first frame, rules and catalog.

`oxydesk` opens the store in the user's folder, `oxydesk --demo` the sample store in a folder of its own.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QProcess, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from db.book.first_rows import Store
from desktop import clock, files
from desktop.operations import store
from desktop.operations.book import Book, is_there, open_book
from desktop.problems import kind_and_place, sentence
from desktop.ui.main_window import MainWindow
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask, by_dialogs
from desktop.ui.parts.deathless import keep_for_ever
from desktop.ui.parts.preferences import Preferences
from desktop.ui.parts.tidy import Tidy
from desktop.ui.parts.worker import Report

if TYPE_CHECKING:  # start-up time: rules and catalog come after the first frame
    from db.book.slots import Cost
    from desktop.desk import Desk
    from desktop.operations.backups import BackupSet
    from desktop.operations.counter import Counter
    from desktop.operations.sign_in import Entered
    from desktop.ui.first_start.page import FirstStartPage
    from desktop.ui.safekeeping import Safekeeping
    from desktop.ui.sign_in.entrance import Entrance
    from desktop.ui.sign_in.rest import Rest
    from desktop.ui.ways import Way

DEMO = "--demo"
_OPEN_AGAIN = 77

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Program:
    """The running program: opens a book in the window, and the desk when the first frame stands.

    `cost` is what a guess at a password costs; None: measured on this computer.
    """

    def __init__(self, app: QApplication, home: Path, ask: Ask, *, demo: bool, cost: "Cost | None" = None) -> None:
        files.folder(home)
        self._app = app
        self._home = home
        self._ask = ask
        self._cost = cost
        self._demo = demo
        self._again = False
        self._entrance: Entrance | None = None
        self._rest: Rest | None = None
        self._safekeeping: Safekeeping | None = None
        self._left: Way | None = None
        self._tidy = Tidy()
        self._book: Book | None = None
        self._desk: Desk | None = None
        self._not_prepared = False
        self.preferences = Preferences(home)
        theme.apply(app, self.preferences.theme)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.preferences.theme_chosen.connect(self._theme_chosen)
        self.preferences.open_again.connect(self._open_again)
        self.window = MainWindow(self.preferences, ask)
        self.window.painted.connect(self._first_frame_stands)
        self.window.leave_sample.connect(self._leave_sample)
        self.window.lock.connect(self.lock)
        self.window.restore.connect(self._restore)
        self.window.may_close = self._may_close

    def start(self) -> None:
        """Opens the store, or asks for one, and shows the window; the desk is opened after the first frame."""
        self.open()
        self.window.show()

    def open(self) -> None:
        """Opens the book of the folder that was asked for."""
        try:
            if not self._demo:
                self._enter()
            elif is_there(self._folder):
                self._open_sample()
            else:
                self._make(lambda: _make_sample(self._home))
        except Exception as error:  # each has its sentence: busy, damaged, too new, no key, no right to write
            self._trouble(sentence(error))

    @property
    def ready(self) -> bool:
        """Whether rules and catalog are there."""
        return self._desk is not None

    def close(self) -> None:
        """Lets go of the book, when the window is closed."""
        self._close_book()
        self._leave_door()
        self._tidy.end()

    def lock(self) -> None:
        """Closes the store and asks who is there, where there are users; what was open is open again after that."""
        if self._book is None or self._book.user is None or self._entrance is None:
            return
        self._left = self.window.standing
        self._entrance.lock()
        if self._safekeeping is not None:
            self._safekeeping.locked()
        self._close_book()

    def _close_book(self) -> None:
        if self._rest is not None:
            self._rest.end()
            self._rest = None
        if self._safekeeping is not None:
            self._safekeeping.end()
            self._safekeeping = None
        if self._book is not None:
            self._book.close()
            self._book = None

    @property
    def _folder(self) -> Path:
        """Where the sample store lies."""
        from desktop.operations import demo  # noqa: PLC0415 -- start-up: seldom needed

        return demo.folder(self._home)

    def _open_sample(self) -> None:
        self._book = open_book(self._folder)
        kept = store.read(self._book)
        self.window.open_store(self._book, kept.dba or kept.legal_name or "", sample=True)
        self._prepare_again()

    def _enter(self) -> None:
        """To the own store: who is there is asked first; or the first start, where there is no store yet."""
        from desktop.ui.sign_in.entrance import Entrance  # noqa: PLC0415 -- the sample store has no door

        self._leave_door()
        self._entrance = Entrance(self.window, self._home, self._ask, self._come_in, self._trouble)
        self._entrance.cost = self._cost
        if not self._entrance.stand():
            self._first_start()

    def _come_in(self, book: Book, entered: "Entered") -> None:
        from desktop.ui.sign_in.entrance import greeting, reminder  # noqa: PLC0415 -- the sample store has no door

        self._book = book
        if not store.is_set_up(book):
            self._first_start()
            return
        if entered.code is not None:
            self._forget_first_start()
        kept = store.read(book)
        name, left, self._left = kept.dba or kept.legal_name or "", self._left, None
        self.window.open_store(book, name, sample=kept.sample, who=greeting(entered), back_to=left)
        self.window.remind(reminder(book, entered))
        self._prepare_again()
        self._watch(book)

    def _watch(self, book: Book) -> None:
        from desktop.operations import users  # noqa: PLC0415 -- the sample store has none
        from desktop.ui.safekeeping import Safekeeping  # noqa: PLC0415 -- the sample store is not backed up
        from desktop.ui.sign_in.rest import Rest  # noqa: PLC0415 -- the sample store is not locked

        self._rest = Rest(self.window, lambda: users.lock_minutes(book), lambda: self.window.workers.busy)
        self._rest.over.connect(self.lock)
        self._safekeeping = Safekeeping(self.window, book)

    def _may_close(self) -> bool:
        """Whether the window may close at once: not before the book is backed up."""
        return self._again or self._safekeeping is None or self._safekeeping.may_close()

    def _restore(self, backup: "BackupSet", key: str) -> None:
        """Brings back a backup while nothing is open, then asks who is there."""
        from desktop.operations import backups  # noqa: PLC0415 -- start-up: seldom needed
        from desktop.ui.waiting_page import WaitingPage  # noqa: PLC0415 -- start-up: seldom needed

        def begin() -> None:
            page.working()
            self.window.workers.run_reporting(
                lambda report: backups.restore(self._home, key, backup, clock.now(), report),
                self._restored,
                page.wrong,
                page.tell,
                lasting=True,
            )

        if self.window.workers.busy:
            self.window.complain(self.window.tr("Something is still under way; try again in a moment."))
            return
        page = WaitingPage(
            self.window.tr("Bringing back the book"),
            self.window.tr("Until it is whole beside today's book, nothing is replaced."),
            again=begin,
            without=self.window.tr("Back to the store"),
            go_on=self.open,
        )
        self.window.alone(page, "settings")
        self._close_book()
        begin()

    def _restored(self, replaced: Path) -> None:
        self.open()
        words = self.window.tr("The backup is brought back. The book that it replaced lies in {folder}.")
        self.window.remind(words.format(folder=replaced))

    def _leave_door(self) -> None:
        if self._entrance is not None:
            self._entrance.close()
            self._entrance = None

    def _first_start(self) -> "FirstStartPage":
        """The page of the first start, shown now if it was not."""
        from desktop.ui.first_start.page import FirstStartPage  # noqa: PLC0415 -- start-up: seldom needed

        front = self.window.front
        if not isinstance(front, FirstStartPage):
            front = FirstStartPage(self._set_up, self._try_sample, self.preferences)
            self.window.alone(front, "first_start")
        return front

    def _set_up(self, entered: Store) -> None:
        entered = self._with_state(entered)
        if self._book is None:
            if self._entrance is not None:
                self._entrance.set_up(entered, self._first_start)
            return
        store.save(self._book, entered)  # a book whose set-up was cut off
        self._forget_first_start()
        self.window.open_store(self._book, entered.legal_name or "", sample=False)

    def _forget_first_start(self) -> None:
        """What was typed there stands in the book."""
        from desktop.ui.first_start.page import forget_typed  # noqa: PLC0415 -- start-up: seldom needed

        forget_typed(self.preferences)

    def _with_state(self, entered: Store) -> Store:
        """The store with the state of its ZIP code, where that is one and the catalog is there to say so."""
        from desktop.operations.catalogue import shipped  # noqa: PLC0415 -- start-up: msgspec

        states = shipped(self._desk).states(entered.address.zip) if self._desk and entered.address.zip else ()
        return replace(entered, address=replace(entered.address, state=states[0])) if len(states) == 1 else entered

    def _try_sample(self) -> None:
        self._leave_door()
        self._demo = True
        self.open()

    def _leave_sample(self) -> None:
        self.window.close_store()
        self._close_book()
        self._demo = False
        self.open()

    def _make(self, work: Callable[[], object]) -> None:
        """Makes a book off the window's thread, then opens it."""
        self._first_start().busy(now=True)
        self.window.workers.run(work, lambda _made: self.open(), self._trouble, lasting=True)

    def _trouble(self, words: str) -> None:
        from desktop.ui.trouble import TroublePage  # noqa: PLC0415 -- start-up: seldom needed

        self._close_book()
        self.window.alone(TroublePage(words, self.open), "first_start")

    def _first_frame_stands(self) -> None:
        keep_for_ever()
        self._tidy.first_frame_stands()
        self._prepare()

    def _prepare(self) -> None:
        """Rules and catalog; tried again when a store is opened, if it does not work now."""
        self._not_prepared = False
        self.window.workers.run_reporting(
            lambda report: _prepared(self._home, report),
            self._desk_prepared,
            self._desk_failed,
            self._progress,
            lasting=True,
        )

    def _prepare_again(self) -> None:
        if self._not_prepared:
            self._prepare()

    def _desk_failed(self, words: str) -> None:
        self._not_prepared = True
        self.window.complain(words)

    def _progress(self, words: str, done: float) -> None:
        self.window.desk_progress(words, done)

    def _desk_prepared(self, counter: "Counter") -> None:
        self._desk = _desk(self._home, counter)
        words = self.window.tr("Codes: {edition}").format(edition=self._desk.catalogue.edition)
        self.window.desk_opened(self._desk, words)

    def _open_again(self) -> None:
        self._again = True
        self._app.exit(_OPEN_AGAIN)

    def _theme_chosen(self) -> None:
        self._wear(self.preferences.theme)

    def _system_changed(self) -> None:
        if self.preferences.theme is theme.Theme.SYSTEM:
            self._wear(theme.Theme.SYSTEM)

    def _wear(self, chosen: theme.Theme) -> None:
        theme.apply(self._app, chosen)
        self.window.wear_theme()


def run(arguments: Sequence[str]) -> int:
    """Runs the window until it is closed; the exit status."""
    home = files.home()
    remember_no_folders()
    os.environ.setdefault("QT_SCALE_FACTOR", f"{Preferences(home).scale / 100:g}")
    app = QApplication(["oxydesk"])
    app.setApplicationName("Oxydesk")
    app.setStyle("Fusion")
    translators = translate(app, Preferences(home).language)
    program = Program(app, home, by_dialogs(), demo=DEMO in arguments)
    sys.excepthook = _last_resort(program)
    program.start()
    status = app.exec()
    program.window.close()
    program.close()
    if status == _OPEN_AGAIN:
        os.environ.pop("QT_SCALE_FACTOR")
        by_python = [] if hasattr(sys, "frozen") else ["-m", "desktop"]  # packaged, the program is its own
        QProcess.startDetached(sys.executable, [*by_python, *arguments])
        return 0
    del translators
    return status


def remember_no_folders() -> None:
    """Qt's own file dialogs write down which folders they were in, and a folder may be named for a patient."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def translate(app: QApplication, language: str) -> list[QTranslator]:
    """Dresses the screen in a language of `resources/translations`, and Qt's own words too; English without one."""
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    loaded = []
    for name, folder in {
        "oxydesk": str(files.resources() / "translations"),
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }.items():
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            loaded.append(translator)
    return loaded


def _prepared(home: Path, report: Report) -> "Counter":
    """What takes a moment, in a worker: rules and words of the counter read, the catalog made if it is not there."""
    from desktop.operations.catalogue import open_catalogue  # noqa: PLC0415 -- start-up: msgspec
    from desktop.operations.counter import Counter  # noqa: PLC0415 -- start-up: the rules
    from desktop.rulefiles.load import load  # noqa: PLC0415 -- start-up: msgspec

    counter = Counter(load(files.resources()))
    counter.read()
    open_catalogue(home, report).close()
    return counter


def _make_sample(home: Path) -> None:
    """The sample store, made in a worker with a desk of its own."""
    from desktop.operations.demo import open_demo  # noqa: PLC0415 -- start-up: seldom needed

    open_demo(home, lambda: _desk(home, _prepared(home, _unheard))).close()


def _desk(home: Path, counter: "Counter") -> "Desk":
    """The desk, for the thread that asks for it."""
    from desktop.desk import Desk  # noqa: PLC0415 -- start-up: the rules
    from desktop.operations.catalogue import open_catalogue  # noqa: PLC0415 -- start-up: msgspec

    return Desk(open_catalogue(home, _unheard), counter.rules, counter, clock.today())


def _unheard(_words: str, _done: float) -> None:
    """Nobody has to hear how far it is: the catalog is there already, or is being made for the window too."""


def _last_resort(program: Program) -> Hook:
    """Keeps what was typed, tells kind and place (never what was typed), and goes on."""

    def tell(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from desktop.ui.trouble import last_resort  # noqa: PLC0415 -- start-up: seldom needed

        sys.stderr.write(f"Oxydesk: {kind_and_place(error)}\n")
        program.window.keep_all()
        last_resort(program.window, error).exec()

    return tell
