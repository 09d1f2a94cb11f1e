"""From the store's door to its open book: the first owner, name and password, the recovery code, and back when locked.

Every guess runs in a worker; the book itself is opened in the window's thread.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from db.book.first_rows import Store
from desktop import clock
from desktop.operations import rights
from desktop.operations.book import Book
from desktop.operations.doorstep import Doorstep, State
from desktop.problems import sentence
from desktop.ui.parts.ask import Ask
from desktop.ui.sign_in.frame import when
from desktop.ui.sign_in.page import SignInPage

if TYPE_CHECKING:  # start-up time: what a try takes comes with the first one
    from db.book.slots import Cost
    from db.book.user_rows import User
    from desktop.operations.sign_in import Door, Entered, Recovered
    from desktop.ui.main_window import MainWindow
    from desktop.ui.sign_in.rest import Rest

T = TypeVar("T")

_HELP = "sign_in"
LAST = "sign_in/name"
"""Where the window remembers who was here last."""


class Entrance(QObject):
    """`opened` is given the open book and who came in; `trouble` a sentence on what keeps the book from opening."""

    def __init__(
        self,
        window: "MainWindow",
        home: Path,
        ask: Ask,
        opened: "Callable[[Book, Entered], object]",
        trouble: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window, self._home, self._ask = window, home, ask
        self._opened, self._trouble = opened, trouble
        self._step: Doorstep | None = None
        self._door: Door | None = None
        self._book: Book | None = None
        self._recovered: Recovered | None = None
        self.cost: Cost | None = None
        """What a guess costs; None: measured on this computer."""
        self.bring_back: Callable[[], object] = self._ask_who
        """Leads to the backups."""
        self._rest: Rest | None = None
        self._unproved: Entered | None = None

    def stand(self) -> bool:
        """Stands before the store's door and asks who is there; False where there is no store yet.

        BookProblem where the store cannot be opened at all.
        """
        self.close()
        self._step = Doorstep(self._home)
        if self._step.state is State.NEW:
            return False
        if self._step.state is State.LOCKED:
            self._ask_who()
        else:
            self._ask_owner(None, None)
        return True

    def set_up(self, store: Store, leave: Callable[[], object]) -> None:
        """Asks for the first owner of a store that is set up now; `leave` leads back to the store's own fields."""
        self._ask_owner(store, leave)

    def lock(self) -> None:
        """Asks again who is there; what was open is closed by then."""
        self._ask_who()

    def rested(self) -> None:
        """Nobody was there for a while, or Ctrl+L: a recovery code does not stay on the screen, nor what it has opened.

        The code is there again when its owner has signed in.
        """
        if self._rest is not None:
            self._leave_book()
            self._ask_who()

    def close(self) -> None:
        """Lets go of the store."""
        self._unproved = None
        self._leave_book()
        self._door = None
        if self._step is not None:
            self._step.close()
            self._step = None

    def _leave_book(self) -> None:
        self._recovered = None
        self._not_watched()
        if self._book is not None:
            self._book.close()
            self._book = None

    def _watch(self, minutes: Callable[[], int]) -> None:
        from desktop.ui.sign_in.rest import Rest  # noqa: PLC0415 -- start-up time: nothing is open there

        self._not_watched()
        self._rest = Rest(self._window, minutes, lambda: self._window.workers.busy)
        self._rest.over.connect(self.rested)

    def _not_watched(self) -> None:
        if self._rest is not None:
            self._rest.end()
            self._rest = None

    @property
    def step(self) -> Doorstep:
        """Where it stands."""
        assert self._step is not None  # noqa: S101 -- `stand` comes first
        return self._step

    @property
    def door(self) -> "Door":
        """The door before which it stands, made when somebody first tries it."""
        from desktop.operations.sign_in import Door  # noqa: PLC0415 -- start-up time

        if self._door is None:
            self._door = Door(self._home, cost=self.cost, step=self.step)
        return self._door

    def _ask_who(self) -> None:
        step, remembered = self.step, self._window.preferences.text(LAST)

        def sign_in(name: str, password: str) -> None:
            door = self.door
            self._work(lambda: door.sign_in(name, password), self._let_in, page.wrong)

        page = SignInPage(sign_in, self._forgotten, self.bring_back, lambda: step.wait(clock.now()), name=remembered)
        self._window.alone(page, _HELP)

    def _ask_owner(self, store: Store | None, leave: Callable[[], object] | None) -> None:
        from desktop.operations import passwords  # noqa: PLC0415 -- start-up: once in a store's life
        from desktop.ui.sign_in.owner import OwnerPage  # noqa: PLC0415 -- start-up: once in a store's life

        door, named = self.door, (store.legal_name,) if store else ()

        def choose(name: str, password: str) -> None:
            begin = (lambda: door.set_up(store, name, password)) if store else (lambda: door.convert(name, password))
            self._work(begin, self._show_code, page.wrong)

        page = OwnerPage(choose, lambda name, typed: passwords.wrong(typed, (name, *named)), leave)
        self._window.alone(page, _HELP)

    def _show_code(self, entered: "Entered") -> None:
        from desktop.operations import users  # noqa: PLC0415 -- start-up: once in a store's life
        from desktop.ui.sign_in.code import CodePage  # noqa: PLC0415 -- start-up: once in a store's life

        try:
            book = self.door.open(entered)
        except Exception as error:  # each has its sentence
            self._trouble(sentence(error))
            return
        self._book, self._unproved = book, entered
        self._window.preferences.remember(LAST, entered.user.name)
        self._watch(lambda: users.lock_minutes(book))
        page = CodePage(book, entered.code or "", lambda: self._come_in(book, entered), self._ask, self._window.workers)
        self._window.alone(page, _HELP)

    def _forgotten(self) -> None:
        from desktop.operations import passwords, protection  # noqa: PLC0415 -- start-up: seldom needed
        from desktop.ui.sign_in.recover import RecoverPage  # noqa: PLC0415 -- start-up: seldom needed

        door = self.door

        def recover(code: str) -> None:
            self._work(lambda: door.recover(code), right, page.wrong)

        def right(recovered: "Recovered") -> None:
            self._recovered = recovered
            self._watch(lambda: protection.lock_rule().minutes)
            page.opened(recovered.owners)

        def choose(owner: "User", password: str) -> None:
            recovered = self._recovered
            if recovered is not None:
                self._work(lambda: door.new_password(recovered, owner, password), self._let_in, page.wrong)

        page = RecoverPage(recover, choose, lambda name, typed: passwords.wrong(typed, (name,)), self._ask_who)
        self._window.alone(page, _HELP)

    def _work(self, work: Callable[[], T], then: Callable[[T], object], wrong: Callable[[str], object]) -> None:
        self._window.workers.run(work, then, wrong)

    def _let_in(self, entered: "Entered") -> None:
        shown = self._unproved
        if shown is not None and entered.user.id == shown.user.id:
            self._show_code(replace(entered, code=shown.code))
            return
        try:
            book = self.door.open(entered)
        except Exception as error:  # each has its sentence
            self._trouble(sentence(error))
            return
        self._come_in(book, entered)

    def _come_in(self, book: Book, entered: "Entered") -> None:
        self._book = self._recovered = self._unproved = None
        self._not_watched()
        self._window.preferences.remember(LAST, entered.user.name)
        self._opened(book, entered)


def greeting(entered: "Entered") -> str:
    """Who is there, and when they were last."""
    if entered.before is None:
        return entered.user.name
    words = QCoreApplication.translate("Entrance", "{name}  ·  last here {moment}")
    return words.format(name=entered.user.name, moment=when(entered.before))


def reminder(book: Book, entered: "Entered") -> str:
    """What whoever has come in should look at; empty where there is nothing."""
    from desktop.operations import users  # noqa: PLC0415 -- start-up time: somebody has come in

    if entered.notice is not None:
        return f"{entered.notice}."
    if users.recovery_is_kept(book) or not rights.may(book, rights.RECOVERY):
        return ""
    return QCoreApplication.translate(
        "Entrance", "Nobody has shown yet that the recovery sheet was kept. Make sure under Settings, Users."
    )
