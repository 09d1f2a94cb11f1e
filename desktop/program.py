"""The program in its window: opens a store, closes it, locks it, brings a backup back; the desk comes to it later."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from db.book.audit_link import NOBODY
from db.book.first_rows import Store
from desktop import files
from desktop.bell import Bell
from desktop.desk_opening import DeskOpening
from desktop.operations import audit, desk_making, store
from desktop.operations.book import Book, BookBusy, is_there, open_book
from desktop.problems import sentence
from desktop.ui.main_window import MainWindow
from desktop.ui.parts import theme
from desktop.ui.parts.ask import Ask
from desktop.ui.parts.deathless import keep_for_ever
from desktop.ui.parts.preferences import Preferences
from desktop.ui.parts.tidy import Tidy

if TYPE_CHECKING:  # start-up time: rules and catalog come after the first frame
    from collections.abc import Callable

    from db.book.slots import Cost
    from desktop.elsewhere import Elsewhere
    from desktop.operations.sign_in import Entered
    from desktop.ui.first_start.page import FirstStartPage
    from desktop.ui.replacing import Replacing
    from desktop.ui.safekeeping import Safekeeping
    from desktop.ui.sign_in.entrance import Entrance
    from desktop.ui.sign_in.rest import Rest
    from desktop.ui.ways import Way

OPEN_AGAIN = 77
"""The exit status of a window that is to be opened again at once."""


class Program:
    """The running program: opens a book in the window, and the desk when the first frame stands.

    `cost` is what a guess at a password costs; None: measured on this computer.
    """

    def __init__(self, app: QApplication, home: Path, ask: Ask, *, demo: bool, cost: "Cost | None" = None) -> None:
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
        self.first_words = ""
        """What is told once, when a store opens."""
        self._elsewhere: Elsewhere | None = None
        self.preferences = Preferences(home)
        theme.apply(app, self.preferences.theme)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.preferences.theme_chosen.connect(self._theme_chosen)
        self.preferences.open_again.connect(self._open_again)
        self.window = MainWindow(self.preferences, ask)
        self._desk = DeskOpening(self.window, home)
        self._bell = Bell(self.window.to_front)
        self.window.leave_sample.connect(self._leave_sample)
        self.window.lock.connect(self.lock)
        self.window.restore.connect(lambda chosen: self._replacing().restore(chosen))
        self.window.re_encrypt.connect(self._re_encrypt)
        self.window.may_close = self._may_close

    def start(self) -> None:
        """Opens the store, or asks for one, and shows the window; the desk is opened after the first frame.

        Where another window has the store, that one comes to the front, this one is not shown, and the program ends.
        """
        self.window.painted.connect(self._first_frame_stands)
        self.open()
        if self._elsewhere is None:
            self.window.show()

    def open(self) -> None:
        """Opens the book of the folder that was asked for."""
        try:
            files.folder(self._home)
            if not self._demo:
                self._enter()
            elif is_there(self._folder):
                self._open_sample()
            else:
                self._make_sample()
        except BookBusy as busy:
            self._wait_for_other(sentence(busy))
        except Exception as error:  # each has its sentence: damaged, too new, no key, no right to write
            self._trouble(sentence(error))

    @property
    def ready(self) -> bool:
        """Whether rules and catalog are there."""
        return self._desk.desk is not None

    def close(self) -> None:
        """Lets go of the book, when the window is closed."""
        self._bell.of(None)
        self._leave_all()
        self._tidy.end()

    def lock(self) -> None:
        """Closes the store and asks who is there, where there are users; what was open is open again after that."""
        if self._entrance is None:
            return
        if self._book is None or self._book.user is None:
            self._entrance.rested()
            return
        try:
            self.window.keep_all()  # a superbill that was only just begun has its place from then on
            self._left = self.window.standing
            self._entrance.lock()
        except Exception:  # what was typed could not be kept, so it stays where it is
            if self._rest is not None:
                self._rest.go_on()
            raise
        if self._safekeeping is not None:
            self._safekeeping.locked()
        self._close_book(audit.LOCKED)

    def _close_book(self, left: str = audit.SIGNED_OUT) -> None:
        if self._rest is not None:
            self._rest.end()
            self._rest = None
        if self._safekeeping is not None:
            self._safekeeping.end()
            self._safekeeping = None
        if self._book is not None:
            audit.leave(self._book, left)
            self._book.close()
            self._book = None

    @property
    def _folder(self) -> Path:
        """Where the store lies: the own one, or the sample store."""
        if not self._demo:
            return self._home
        from desktop.operations import demo  # noqa: PLC0415 -- start-up: seldom needed

        return demo.folder(self._home)

    def _open_sample(self) -> None:
        self._book = open_book(self._folder)
        kept = store.read(self._book)
        self.window.open_store(self._book, kept.dba or kept.legal_name or "", sample=True)
        self._remind()
        self._is_ours()
        self._desk.again()

    def _enter(self) -> None:
        """To the own store: who is there is asked first; or the first start, where there is no store yet."""
        from desktop.ui.sign_in.entrance import Entrance  # noqa: PLC0415 -- the sample store has no door

        self._leave_door()
        self._entrance = Entrance(self.window, self._home, self._ask, self._come_in, self._trouble)
        self._entrance.cost = self._cost
        self._entrance.bring_back = self._bring_back_from_outside
        if not self._entrance.stand():
            self._first_start()
        self._is_ours()

    def _is_ours(self) -> None:
        """No other Oxydesk can open the store now; one that tries finds this window."""
        self._bell.of(self._folder)
        self._wait_no_more()

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
        self._remind(reminder(book, entered))
        self._desk.again()
        self._watch(book)

    def _remind(self, words: str = "") -> None:
        """Tells what somebody should look at, and first what is told once."""
        first, self.first_words = self.first_words, ""
        self.window.remind(f"{first} {words}".strip())

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

    def _replacing(self) -> "Replacing":
        """What takes the book's place while nothing is open."""
        from desktop.ui.replacing import Replacing  # noqa: PLC0415 -- start-up: seldom needed

        return Replacing(self.window, self._home, self._leave_all, self.open)

    def _re_encrypt(self, key: str) -> None:
        by = self._book.by if self._book is not None else NOBODY
        self._replacing().re_encrypt(key, by)

    def _bring_back_from_outside(self) -> None:
        """For somebody who cannot get in: a backup is chosen and opened by a password or the recovery code of it."""
        from desktop.ui.sign_in.bring_back import BringBackPage  # noqa: PLC0415 -- start-up: seldom needed
        from desktop.ui.sign_in.entrance import LAST  # noqa: PLC0415 -- the sample store has no door

        self._leave_all()
        name, restore = self.preferences.text(LAST), self._replacing().restore
        page = BringBackPage(self._home, self._ask, self.window.workers, restore, self.open, name=name)
        self.window.alone(page, "sign_in")

    def _leave_all(self) -> None:
        self._close_book()
        self._leave_door()

    def _leave_door(self) -> None:
        if self._entrance is not None:
            self._entrance.close()
            self._entrance = None

    def _first_start(self) -> "FirstStartPage":
        """The page of the first start, shown now if it was not."""
        from desktop.ui.first_start.page import FirstStartPage  # noqa: PLC0415 -- start-up: seldom needed

        front = self.window.front
        if not isinstance(front, FirstStartPage):
            front = FirstStartPage(self._set_up, self._try_sample, self.preferences, self._bring_back_from_outside)
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

        desk = self._desk.desk
        states = shipped(desk).states(entered.address.zip) if desk is not None and entered.address.zip else ()
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

    def _make_sample(self) -> None:
        """Makes the sample store off the window's thread, then opens it. BookBusy where another Oxydesk makes it."""
        from desktop.operations import demo  # noqa: PLC0415 -- start-up: once

        demo.make_way(self._home)
        self._bell.of(None)
        self._wait_no_more()
        self._first_start().busy(now=True)
        self.window.workers.run(
            lambda: desk_making.make_sample(self._home), lambda _made: self.open(), self._trouble, lasting=True
        )

    def _trouble(self, words: str) -> None:
        """Nothing of a store is held any more, so that what keeps it from opening can be mended."""
        self._bell.of(None)
        self._wait_no_more()
        self._leave_all()
        self._say_trouble(words, None if self._demo else self._bring_back_from_outside)

    def _say_trouble(self, words: str, bring_back: "Callable[[], object] | None" = None) -> None:
        from desktop.ui.trouble import TroublePage  # noqa: PLC0415 -- start-up: seldom needed

        self.window.alone(TroublePage(words, self.open, bring_back), "first_start")
        self.window.show()

    def _wait_for_other(self, words: str) -> None:
        """Another Oxydesk has the store: its window comes to the front, or it is waited for."""
        from desktop.elsewhere import Elsewhere  # noqa: PLC0415 -- start-up: only where there are two

        self._bell.of(None)
        if self._elsewhere is None:
            say = partial(self._say_trouble, words)
            self._elsewhere = Elsewhere(self.window, self._folder, say, self._end, self.open)
        self._elsewhere.look()

    def _wait_no_more(self) -> None:
        if self._elsewhere is not None:
            self._elsewhere.end()
            self._elsewhere = None
            self.window.show()

    def _end(self) -> None:
        self._app.exit(0)

    def _first_frame_stands(self) -> None:
        keep_for_ever()
        self._tidy.first_frame_stands()
        self._bell.first_frame_stands()
        self._desk.begin()

    def _open_again(self) -> None:
        self._again = True
        self._app.exit(OPEN_AGAIN)

    def _theme_chosen(self) -> None:
        self._wear(self.preferences.theme)

    def _system_changed(self) -> None:
        if self.preferences.theme is theme.Theme.SYSTEM:
            self._wear(theme.Theme.SYSTEM)

    def _wear(self, chosen: theme.Theme) -> None:
        theme.apply(self._app, chosen)
        self.window.wear_theme()
