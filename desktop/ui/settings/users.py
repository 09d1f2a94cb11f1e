"""Users of the store, one's own password, the recovery sheet, and when the window locks itself."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.book.user_rows import User
from desktop.operations import audit, passwords, protection, rights, store, users
from desktop.operations.book import Book, BookProblem
from desktop.ui.page import Services
from desktop.ui.parts import theme
from desktop.ui.parts.bars import Busy
from desktop.ui.parts.buttons import danger, secondary
from desktop.ui.parts.labelled import Choice, Field
from desktop.ui.parts.table import Column, Table
from desktop.ui.parts.typed_form import offer
from desktop.ui.parts.words import Card, Words, quiet
from desktop.ui.settings.password import PasswordForm
from desktop.ui.settings.re_encrypting import ReEncrypting
from desktop.ui.sign_in.frame import PasswordField, when
from desktop.ui.sign_in.sheet import RecoverySheet

T = TypeVar("T")

_WIDEST = 760
_SIX_ROWS = 220
_HOUR = 60


class UsersPart(QWidget):
    """What an owner sees of all users, and what everybody may change for themselves."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._reading = False
        self._busy = Busy(self.tr("One moment …"))
        self._busy.hide()
        self._table: Table[User] = Table(
            self.tr("Users"),
            [
                Column(self.tr("Name"), lambda user: user.name),
                Column(self.tr("Role"), lambda user: self._role_words(user.role), 120),
                Column(self.tr("Last here"), _last_here, 190),
            ],
        )
        self._table.setFixedHeight(_SIX_ROWS)
        self._table.picked.connect(lambda _user: self._picked())
        self._remove = danger(self.tr("Remove this user"), self._removed)
        self._other_role = secondary(self.tr("Make them an owner"), self._turned)
        self._fresh = PasswordForm(self.tr("Give them this password"), self._given, self._problem_of_picked)
        self._name = Field(self.tr("Na&me"))
        self._role = Choice(
            self.tr("&Role"), [(role, self._role_words(role)) for role in reversed(tuple(protection.roles()))]
        )
        self._added = PasswordForm(self.tr("Add this user"), self._add, self._problem_of_new)
        self._old = PasswordField(self.tr("Your password &now"), needed=self.tr("Type the password that you have now."))
        self._own = PasswordForm(self.tr("Change my password"), self._changed, self._problem_of_own)
        self._lock = Choice(
            self.tr("&Lock after"),
            [],
            hint=self.tr(
                "Of rest; never while you type or print. A longer stay can be chosen while there is one user."
            ),
        )
        self._lock.chosen.connect(self._lock_chosen)
        self._kept = Words()
        self._sheet: RecoverySheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), theme.space(2), 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self._busy)
        self._anew = ReEncrypting(services)
        self._cards = {
            rights.USERS: (self._users_card(), self._new_card()),
            "": (self._own_card(), self._lock_card()),
            rights.RECOVERY: (self._recovery_card(),),
            rights.RE_ENCRYPT: (self._anew,),
        }
        for card in (card for cards in self._cards.values() for card in cards):
            card.setMaximumWidth(_WIDEST)
            column.addWidget(card)
        column.addStretch()

    def read(self) -> None:
        """What the book holds."""
        book = self._book
        self._reading = True
        chosen = self._table.row
        rows = users.listed(book)
        self._table.put(rows, first=True)
        if chosen is not None and chosen.id in [row.id for row in rows]:
            self._table.selectRow([row.id for row in rows].index(chosen.id))
        minutes = users.lock_minutes(book)
        offer(self._lock, [(str(choice), self._time_words(choice)) for choice in users.lock_choices(book)])
        self._lock.put(str(minutes))
        self._lock.setEnabled(rights.may(book, rights.LOCK))
        for right, cards in self._cards.items():
            for card in cards:
                card.setVisible(not right or rights.may(book, right))
        kept = users.recovery_is_kept(book)
        self._kept.setText(
            self.tr("The recovery sheet was typed back: somebody has it.")
            if kept
            else self.tr("Nobody has shown yet that the recovery sheet was kept. Make a new one if you do not have it.")
        )
        self._reading = False
        self._picked()

    @property
    def _book(self) -> Book:
        return self._services.book

    def _users_card(self) -> Card:
        card = Card(self.tr("Who may sign in"))
        card.inside.addWidget(self._table)
        across = QHBoxLayout()
        across.addWidget(self._other_role)
        across.addWidget(self._remove)
        across.addStretch()
        card.inside.addLayout(across)
        card.inside.addWidget(
            quiet(self.tr("Somebody has forgotten their password: choose them above, and a new one here."))
        )
        card.inside.addWidget(self._fresh)
        return card

    def _new_card(self) -> Card:
        card = Card(self.tr("New user"))
        card.inside.addWidget(self._name)
        card.inside.addWidget(self._role)
        card.inside.addWidget(self._added)
        return card

    def _own_card(self) -> Card:
        card = Card(self.tr("My password"))
        card.inside.addWidget(self._old)
        card.inside.addWidget(self._own)
        return card

    def _lock_card(self) -> Card:
        card = Card(self.tr("Locking"))
        card.inside.addWidget(
            quiet(self.tr("Ctrl+L locks at once. Oxydesk locks itself, too, when the computer was asleep."))
        )
        card.inside.addWidget(self._lock)
        return card

    def _recovery_card(self) -> Card:
        self._recovery = Card(self.tr("Recovery sheet"))
        self._recovery.inside.addWidget(self._kept)
        across = QHBoxLayout()
        across.addWidget(secondary(self.tr("Make a new recovery sheet"), self._new_code))
        across.addStretch()
        self._recovery.inside.addLayout(across)
        return self._recovery

    def _picked(self) -> None:
        user = self._table.row
        for widget in (self._remove, self._other_role, self._fresh):
            widget.setEnabled(user is not None)
        if user is not None:
            self._other_role.setText(
                self.tr("Make them staff") if user.role == rights.OWNER else self.tr("Make them an owner")
            )

    def _removed(self) -> None:
        user = self._table.row
        if user is None:
            return
        words = self.tr("{name} can no longer sign in. What they did stays in the book.").format(name=user.name)
        if self._services.ask.sure(self.window(), words, self.tr("Remove {name}").format(name=user.name)):
            done = self.tr("Removed {name}.").format(name=user.name)
            self._run(lambda book: users.remove(book, user.id), done, lambda _none: self._anew.offer(user.name))

    def _turned(self) -> None:
        user = self._table.row
        if user is not None:
            role = next(role for role in protection.roles() if role != user.role)
            done = self.tr("{name}: {role}.").format(name=user.name, role=self._role_words(role))
            self._run(lambda book: users.set_role(book, user.id, role), done)

    def _given(self, password: str) -> None:
        user = self._table.row
        if user is not None:
            done = self.tr("{name} has a new password.").format(name=user.name)
            self._run(lambda book: users.give_password(book, user.id, password), done)

    def _add(self, password: str) -> None:
        name, role = self._name.text, self._role.value
        self._name.put("")
        self._run(lambda book: users.add(book, name, role, password), self.tr("Added {name}.").format(name=name))

    def _changed(self, password: str) -> None:
        old = self._old.secret
        self._old.put("")
        self._run(lambda book: users.change_password(book, old, password), self.tr("Your password is changed."))

    def _problem_of_picked(self, typed: str) -> str | None:
        user = self._table.row
        return self._wrong(typed, user.name if user else None)

    def _problem_of_new(self, typed: str) -> str | None:
        self._name.say(None if self._name.text else self.tr("A user needs a name."))
        return self._wrong(typed, self._name.text) if self._name.text else ""

    def _problem_of_own(self, typed: str) -> str | None:
        if not self._old.look():
            return ""
        return self._wrong(typed, self._book.user.name if self._book.user else None)

    def _wrong(self, typed: str, name: str | None) -> str | None:
        kept = store.read(self._book)
        return passwords.wrong(typed, (name, kept.legal_name, kept.dba))

    def _lock_chosen(self, chosen: str) -> None:
        if self._reading or not chosen.isdigit():
            return
        try:
            users.set_lock_minutes(self._book, int(chosen))
        except BookProblem as problem:
            self._services.complain(str(problem))

    def _new_code(self) -> None:
        words = self.tr("The sheet that you have now opens nothing any more.")
        if self._services.ask.sure(self.window(), words, self.tr("Make a new sheet")):
            self._run(users.new_recovery_code, "", self._show_code)

    def _show_code(self, code: str) -> None:
        self._drop_sheet()
        kept, services = store.read(self._book), self._services
        sheet = RecoverySheet(code, kept.dba or kept.legal_name or "", services.ask, services.work)
        sheet.typed.connect(self._prove)
        sheet.later.connect(self._drop_sheet)
        sheet.out.connect(lambda what: audit.note(self._book, what, audit.RECOVERY_SHEET))
        self._recovery.inside.addWidget(sheet)
        self._sheet = sheet
        sheet.focus_first()

    def _prove(self, typed: str) -> None:
        sheet, done = self._sheet, self.tr("The recovery sheet is kept.")
        if sheet is not None:
            self._run(lambda book: users.prove_recovery(book, typed), done, lambda _none: self._drop_sheet(), sheet.say)

    def _drop_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(
        self,
        work: Callable[[Book], T],
        done: str,
        then: Callable[[T], object] | None = None,
        wrong: Callable[[str], object] | None = None,
    ) -> None:
        """Works on the book elsewhere (a guess takes half a second), then shows what has become of it."""
        book = self._book

        def elsewhere() -> T:
            with book.another() as other:
                return work(other)

        def over(result: T) -> None:
            self._busy.hide()
            self.read()
            if done:
                self._services.say(done)
            if then is not None:
                then(result)

        def failed(words: str) -> None:
            self._busy.hide()
            (wrong or self._services.complain)(words)

        self._busy.show()
        self._services.work.run(elsewhere, over, failed)

    def _role_words(self, role: str) -> str:
        return {"owner": self.tr("Owner"), "staff": self.tr("Staff")}.get(role, role)

    def _time_words(self, minutes: int) -> str:
        if minutes % _HOUR == 0:
            return self.tr("%n hour(s)", "", minutes // _HOUR)
        return self.tr("%n minutes", "", minutes)


def _last_here(user: User) -> str:
    return "" if user.last_sign_in is None else when(user.last_sign_in)
